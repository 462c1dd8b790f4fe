// SPDX-License-Identifier: Apache-2.0
/** How far each tender of the demo comes, and what befalls it on the way: one row an ending. */

/** Parts of a tender's life, in their order; an ending names the last one that is lived. */
export const chapters = [
  'register',
  'file',
  'admit',
  'publish',
  'compete',
  'open',
  'draw',
  'convene',
  'preliminary',
  'score',
  'sign',
  'review',
  'award',
  'notify',
  'contract',
  'settle',
  'archive',
] as const
export type Chapter = (typeof chapters)[number]

/** What may befall a tender; each chapter looks for those it knows. */
export type Twist =
  | 'clarified'
  | 'document-objection'
  | 'document-objection-open'
  | 'suspended'
  | 'deadline-moved'
  | 'two-bids'
  | 'unopened'
  | 'half-opened'
  | 'one-revoked'
  | 'too-few-opened'
  | 'opening-objection'
  | 'draw-committed'
  | 'one-rejected'
  | 'want-of-competition'
  | 'asked'
  | 'asked-open'
  | 'low-price'
  | 'half-scored'
  | 'half-signed'
  | 'dissent'
  | 're-evaluated'
  | 're-evaluating'
  | 'report-reviewed'
  | 'result-objection'
  | 'result-objection-open'
  | 'award-cancelled'
  | 'cancelled-retender'
  | 'written-report'
  | 'refund-ordered'
  | 'terminated'
  | 'invalidated'

export interface Course {
  readonly through: Chapter
  readonly twists: readonly Twist[]
  /** Phase of the tender at the end, as the platform names it. */
  readonly phase: string
  /** Ended: may lie weeks back. */
  readonly past?: true
}

export const endings = {
  planned: course('register', 'planned'),
  filed: course('file', 'filed'),
  admitted: course('admit', 'admitted'),
  tendering: course('publish', 'tendering'),
  'tendering-clarified': course('publish', 'tendering', 'clarified'),
  'tendering-moved': course('publish', 'tendering', 'deadline-moved'),
  'tendering-objection': course('publish', 'tendering', 'document-objection-open'),
  'tendering-suspended': course('publish', 'tendering', 'suspended'),
  closed: course('compete', 'closed', 'unopened'),
  opening: course('open', 'opening', 'half-opened'),
  opened: course('open', 'opened', 'opening-objection'),
  'opened-drawing': course('draw', 'opened', 'draw-committed'),
  'experts-drawn': course('draw', 'opened', 'clarified'),
  'prelim-done': course('preliminary', 'evaluating', 'one-rejected'),
  clarifying: course('preliminary', 'evaluating', 'asked-open'),
  scoring: course('score', 'evaluating', 'half-scored'),
  signing: course('sign', 'evaluating', 'half-signed', 'asked'),
  'low-price': course('sign', 'reported', 'low-price'),
  're-evaluating': course('sign', 'evaluating', 're-evaluating'),
  reported: course('sign', 'reported', 'dissent'),
  'reported-reviewed': course('sign', 'reported', 'report-reviewed', 'one-revoked'),
  'review-running': course('review', 'publicReview', 'report-reviewed'),
  'review-objection': course('review', 'publicReview', 'result-objection-open'),
  'objection-answered': course('review', 'publicReview', 'result-objection', 'document-objection'),
  'review-after-cancel': course('contract', 'publicReview', 'award-cancelled'),
  decided: course('award', 'decided', 'report-reviewed'),
  notified: course('notify', 'notified'),
  'notified-report': course('notify', 'notified', 'written-report', 're-evaluated'),
  'notified-cancelled': course('contract', 'publicReview', 'award-cancelled', 'clarified'),
  contracted: course('contract', 'contracted'),
  'contracted-settling': course('contract', 'contracted', 'clarified'),
  settled: course('settle', 'settled'),
  archived: past(course('archive', 'archived')),
  'archived-reviewed': past(course('archive', 'archived', 're-evaluated', 'one-rejected')),
  'archived-objected': past(
    course('archive', 'archived', 'document-objection', 'result-objection', 'clarified'),
  ),
  'two-bids': past(course('compete', 'failed', 'two-bids')),
  'failed-decryption': past(course('open', 'failed', 'too-few-opened')),
  'all-rejected': past(course('preliminary', 'failed', 'want-of-competition')),
  retender: past(course('contract', 'failed', 'cancelled-retender')),
  terminated: past(course('publish', 'terminated', 'terminated')),
  invalidated: past(course('review', 'invalidated', 'invalidated', 'result-objection')),
} as const satisfies Readonly<Record<string, Course>>

export type Ending = keyof typeof endings

export function courseOf(ending: Ending): Course {
  return endings[ending]
}

export function reaches(of: Course, chapter: Chapter): boolean {
  return chapters.indexOf(of.through) >= chapters.indexOf(chapter)
}

function course(through: Chapter, phase: string, ...twists: readonly Twist[]): Course {
  return { through, phase, twists }
}

function past(of: Course): Course {
  return { ...of, past: true }
}
