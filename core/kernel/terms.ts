// SPDX-License-Identifier: Apache-2.0
/** 术语: one concept, one code name, one Chinese and one English term; the glossary prints it. */

import { acts } from './terms/acts.ts'
import { documents } from './terms/documents.ts'
import { evaluating } from './terms/evaluating.ts'
import { money } from './terms/money.ts'
import { people } from './terms/people.ts'
import type { Term, Terms } from './terms/shape.ts'
import { stages } from './terms/stages.ts'
import { watching } from './terms/watching.ts'

export type { Term } from './terms/shape.ts'

/** In the order of the glossary. */
export const termGroups: readonly { readonly title: string; readonly terms: Terms }[] = [
  { title: '主体 People', terms: people },
  { title: '阶段与方式 Stages and procedures', terms: stages },
  { title: '文件 Documents', terms: documents },
  { title: '行为 Acts', terms: acts },
  { title: '价款与保证金 Money', terms: money },
  { title: '评审 Evaluation', terms: evaluating },
  { title: '监督、救济与存证 Supervision, remedies and proof', terms: watching },
]

export const terms = {
  ...people,
  ...stages,
  ...documents,
  ...acts,
  ...money,
  ...evaluating,
  ...watching,
} as const satisfies Terms

export type TermId = keyof typeof terms

export function term(id: TermId): Term {
  return terms[id]
}

/** Words nobody may use in code or prose, with the code names that stand for what was meant. */
export const bannedWords: ReadonlyMap<string, string> = wordsWithReplacement()

function wordsWithReplacement(): ReadonlyMap<string, string> {
  const instead = new Map<string, string>()
  const all: Terms = terms
  for (const [id, { not = [] }] of Object.entries(all)) {
    for (const word of not) {
      const before = instead.get(word)
      instead.set(word, before === undefined ? id : `${before} or ${id}`)
    }
  }
  return instead
}
