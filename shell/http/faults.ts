// SPDX-License-Identifier: Apache-2.0
/** Everything that is not the answer asked for: one thrown value, one form on the wire. */

import type { Finding, Json, Refused } from '@gongxin/core/kernel'
import { explainRefusal, refusalReasons } from '@gongxin/core/trading/tender'
import type { Current } from '../tenders/index.ts'
import type { Problem } from './contract/index.ts'
import { type FaultWords, faultWords } from './fault-words.ts'

export type Language = 'zh' | 'en'

export interface Fault {
  readonly status: number
  readonly kind: Problem['kind']
  /** Stable kebab-case code. */
  readonly code: string
  readonly facts?: { readonly [key: string]: Json }
  readonly findings?: readonly Finding[]
  readonly issues?: Problem['issues']
  readonly current?: Current
  readonly retryAfterSeconds?: number
}

/** Thrown by hooks and handlers of this room alone; the one error handler writes it out. */
export class Stop extends Error {
  override readonly name = 'Stop'
  readonly fault: Fault

  constructor(fault: Fault) {
    super(fault.code)
    this.fault = fault
  }
}

export function stop(status: number, kind: Problem['kind'], code: string): Stop {
  return new Stop({ status, kind, code })
}

export function notFound(): Stop {
  return stop(404, 'refused', 'not-found')
}

export function malformed(code: string, issues: Problem['issues'] = []): Stop {
  return new Stop({ status: 400, kind: 'malformed', code, issues })
}

/** A lawful no: 403 where another person would be heard, 409 where the state forbids it. */
export function refusal({ reason, facts, findings }: Refused): Stop {
  const status = statusOf[reason] ?? 409
  return new Stop({ status, kind: 'refused', code: reason, facts, findings })
}

const statusOf: { readonly [reason: string]: number } = {
  'sign-in-failed': 401,
  'passkey-not-proved': 401,
  'no-membership': 403,
  'not-confirmed': 403,
  'not-your-act': 403,
  'not-your-membership': 403,
  'not-your-tender': 403,
  'step-up-needed': 403,
}

/** The problem as people read it, in their language. */
export function problemOf(fault: Fault, language: Language, requestId: string): Problem {
  const { status, kind, code, facts = {}, findings = [], issues = [], current } = fault
  const words = faultWords[code] ?? (refusalReasons.includes(code) ? undefined : faultWords[kind])
  const shown = explainRefusal({ kind: 'refused', reason: code, facts, findings }, language)
  const own = words === undefined ? undefined : said(words, language, facts)
  return {
    type: `urn:gongxin:problem:${code}`,
    title: said(certainWords(kind), language, {}).sentence,
    status,
    kind,
    code,
    detail: own?.sentence ?? shown.sentence,
    next: own?.next ?? shown.next,
    cites: [...shown.cites],
    findings: [...findings],
    issues: [...issues],
    ...(current === undefined ? {} : { current }),
    requestId,
  }
}

function certainWords(kind: Problem['kind']): FaultWords {
  const { zh, en } = kindTitles[kind]
  return { zh, en, nextZh: '', nextEn: '' }
}

const kindTitles = {
  refused: { zh: '不予受理', en: 'Refused' },
  malformed: { zh: '内容不合要求', en: 'Malformed' },
  conflict: { zh: '内容已被更新', en: 'Conflict' },
  unavailable: { zh: '暂时不能办理', en: 'Unavailable for now' },
  broken: { zh: '系统出错', en: 'Broken' },
} as const

function said(words: FaultWords, language: Language, facts: { readonly [key: string]: Json }) {
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''))
  return language === 'zh'
    ? { sentence: fill(words.zh), next: fill(words.nextZh) }
    : { sentence: fill(words.en), next: fill(words.nextEn) }
}
