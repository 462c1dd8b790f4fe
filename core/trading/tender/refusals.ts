// SPDX-License-Identifier: Apache-2.0
/** 不予受理的理由: what cannot be done, why, and what can be done instead. */

import type { Json, Refused } from '../../kernel/index.ts'
import { awardRefusals } from './refusals/award.ts'
import { evaluationRefusals } from './refusals/evaluation.ts'
import { generalRefusals } from './refusals/general.ts'
import { openingRefusals } from './refusals/opening.ts'
import { performanceRefusals } from './refusals/performance.ts'
import { procedureRefusals } from './refusals/procedure.ts'
import { remedyRefusals } from './refusals/remedies.ts'
import { tenderingRefusals } from './refusals/tendering.ts'
import type { RefusalWords } from './refusals/words.ts'

const catalogue: { readonly [reason: string]: RefusalWords } = {
  ...generalRefusals,
  ...tenderingRefusals,
  ...openingRefusals,
  ...evaluationRefusals,
  ...awardRefusals,
  ...procedureRefusals,
  ...performanceRefusals,
  ...remedyRefusals,
}

export const refusalReasons: readonly string[] = Object.keys(catalogue)

export interface RefusalShown {
  readonly reason: string
  readonly sentence: string
  readonly next: string
  readonly cites: readonly string[]
}

/** The refusal in the reader's language, with the clauses its findings name. */
export function explainRefusal(refusal: Refused, language: 'zh' | 'en'): RefusalShown {
  const said = catalogue[refusal.reason]
  const cites = [...new Set(refusal.findings.flatMap((f) => f.cites))]
  if (said === undefined) {
    return { reason: refusal.reason, sentence: refusal.reason, next: '', cites }
  }
  const broken = refusal.findings.filter((f) => f.outcome === 'breached').map((f) => f.sentence)
  const sentence = filled(language === 'zh' ? said.zh : said.en, refusal.facts)
  return {
    reason: refusal.reason,
    sentence: [sentence, ...broken].join(language === 'zh' ? '' : ' '),
    next: filled(language === 'zh' ? said.nextZh : said.nextEn, refusal.facts),
    cites,
  }
}

function filled(template: string, facts: { readonly [key: string]: Json }): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''))
}
