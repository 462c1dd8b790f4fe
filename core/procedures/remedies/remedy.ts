// SPDX-License-Identifier: Apache-2.0
/** 救济 as data: who may object to what until when, who answers, what stands still, what follows. */

import type { Citation, Role, Words } from '../../kernel/index.ts'

/** Asked of the owner's side, objected to before it, or brought to the authority. */
export type RemedyLevel = 'enquiry' | 'first' | 'complaint'

export const remedySubjects = ['tender-document', 'opening', 'process', 'result', 'other'] as const
export type RemedySubject = (typeof remedySubjects)[number]

/** What an upheld remedy does to the trade. */
export const remedyEffects = [
  'continue',
  'amend-document',
  're-evaluate',
  'next-candidate',
  'restart',
  'revoke-contract',
] as const
export type RemedyEffect = (typeof remedyEffects)[number]

/**
 * From which day a time to lodge counts: back from the deadline, within the public review, from
 * knowing of the document, from the end of a step, from the end of the result notice, from
 * knowing of the act, or from the end of the time to reply.
 */
export type ClockStart =
  | 'deadline'
  | 'public-review'
  | 'document-period'
  | 'step'
  | 'result-period'
  | 'knowing'
  | 'reply-period'

export interface Subject {
  readonly subject: RemedySubject
  readonly title: Words
  /** Stages in which it may be lodged. */
  readonly stages: readonly string[]
  /** The time to lodge it and where that counts from; null where the law names none. */
  readonly time: { readonly limit: string; readonly from: ClockStart } | null
  /** Limits that tell the day from which the time counts, where it is a day of its own. */
  readonly period?: string
}

export interface Effect {
  readonly effect: RemedyEffect
  readonly of: readonly RemedySubject[]
  /** Stages in which it can still be had. */
  readonly stages: readonly string[]
  readonly cites: readonly Citation[]
}

/** What stands still: nothing, the whole trade, or the acts named. */
export interface Stay {
  readonly what: 'nothing' | 'trade' | 'signing'
  /** By the lodging itself, or when the authority orders it. */
  readonly from: 'lodging' | 'order'
  readonly of: readonly RemedySubject[]
  /** Acts that wait, where it is not the whole trade. */
  readonly holds: readonly string[]
  /** The longest it may last; null where it lasts until the answer or the next order. */
  readonly limit: string | null
  readonly cites: readonly Citation[]
}

/** What must have been tried before. */
export interface Precondition {
  readonly remedy: string
  readonly subjects: readonly RemedySubject[]
  /** Bound to the scope of what was asked before, save for what the answer itself gave rise to. */
  readonly withinScope: boolean
  readonly cites: readonly Citation[]
}

/** Limits of the steps; null where the law names none. */
export interface RemedyTimes {
  readonly answer: string | null
  readonly check: string | null
  readonly notify: string | null
  readonly respond: string | null
  readonly decide: string | null
}

export interface Remedy {
  readonly id: string
  readonly title: Words
  readonly level: RemedyLevel
  /** What the trade is called in its law. */
  readonly activity: Words
  readonly basis: readonly Citation[]
  readonly standing: {
    readonly who: Words
    /** Who is no party may come too, and says what the result means for them. */
    readonly interested: boolean
    readonly cites: readonly Citation[]
  }
  readonly subjects: readonly Subject[]
  readonly answerer: { readonly title: Words; readonly roles: readonly Role[] }
  readonly times: RemedyTimes
  readonly after: Precondition | null
  readonly stay: Stay
  readonly effects: readonly Effect[]
  /** Doubts of the law that its times and effects lean on. */
  readonly readings: readonly string[]
  /** Ids of the disclosure catalogue. */
  readonly publishes: readonly string[]
}

/** Stages from the notice on, ends included: what was done there can be complained of. */
export const fromNotice: readonly string[] = [
  ...['tendering', 'closed', 'opening', 'opened', 'evaluating', 'reported', 'publicReview'],
  ...['decided', 'notified', 'contracted', 'settled', 'archived'],
  ...['failed', 'terminated', 'invalidated'],
]

/** Stages in which the trade still goes on, and no contract binds anybody. */
export const beforeContract: readonly string[] = fromNotice.slice(
  0,
  fromNotice.indexOf('contracted'),
)

/** Stages in which a contract stands. */
export const underContract: readonly string[] = ['contracted', 'settled', 'archived']

export const beforeDeadline: readonly string[] = ['tendering']
export const underReview: readonly string[] = ['reported', 'publicReview']
export const withResult: readonly string[] = ['publicReview', 'decided', 'notified']
