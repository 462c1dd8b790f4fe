// SPDX-License-Identifier: Apache-2.0
/** What a decider answers: something happened, or it was lawfully refused. Both carry findings. */

import type { CivilDate } from './time.ts'

export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json }

export type Outcome = 'met' | 'breached' | 'needs-judgement' | 'not-applicable'

/** One rule applied to one case: stored in the event it justified, shown in the UI. */
export interface Finding {
  /** Kebab-case id of the rule. */
  readonly rule: string
  /** Handbook id, such as `LIM-05`, where the rule has one. */
  readonly handbook?: string
  /** Citations as people write them: 招标投标法 24. */
  readonly cites: readonly string[]
  /** Day from which the version that was applied is in force. */
  readonly version: CivilDate
  readonly inputs: { readonly [key: string]: Json }
  readonly outcome: Outcome
  /** One Chinese sentence that explains this case. */
  readonly sentence: string
  /** Only a numeric or structural breach blocks an act; the rest asks for a signed reason. */
  readonly weight: 'block' | 'reason' | 'advice'
  /** Open readings this finding leans on. */
  readonly readings?: readonly string[]
  /** True when a day counted with a calendar not yet published (暂定). */
  readonly provisional?: true
}

export interface Happened<E> {
  readonly kind: 'happened'
  readonly events: readonly E[]
  readonly findings: readonly Finding[]
}

export interface Refused {
  readonly kind: 'refused'
  /** Stable kebab-case code; its Chinese sentence is in the refusal catalogue. */
  readonly reason: string
  /** The facts the sentence needs, by name. */
  readonly facts: { readonly [key: string]: Json }
  readonly findings: readonly Finding[]
}

export type Decision<E> = Happened<E> | Refused

export function happened<E>(events: readonly E[], findings: readonly Finding[] = []): Happened<E> {
  return { kind: 'happened', events, findings }
}

export function refused(
  reason: string,
  facts: { readonly [key: string]: Json } = {},
  findings: readonly Finding[] = [],
): Refused {
  return { kind: 'refused', reason, facts, findings }
}

/** The findings that forbid the act: breached, and of a kind that may block. */
export function blocking(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((f) => f.outcome === 'breached' && f.weight === 'block')
}
