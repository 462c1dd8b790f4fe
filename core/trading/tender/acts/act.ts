// SPDX-License-Identifier: Apache-2.0
/** What an act is: a name, a shape, and a decider; the procedure says who may do it and when. */

import {
  type Actor,
  type CivilDate,
  check as checkRule,
  type Decision,
  dayOf,
  type Facts,
  type Finding,
  type Instant,
  type Rule,
  type Words,
  type WorkingCalendar,
  type z,
} from '../../../kernel/index.ts'
import type { Procedure } from '../../../procedures/index.ts'
import type { DepositPaper } from '../deposit-paper.ts'
import type { IdentityVerdict, PoolExpert } from '../events/opening.ts'
import type { LooseDeposit, VaultPlace } from '../events/tendering.ts'
import type { DataOf, TenderEvent } from '../events.ts'
import type { TenderState } from '../state.ts'

/** What lay in the sealed streams: every bid with its deposit, and deposits without a bid. */
export interface TakenUp extends DataOf<'BidsTakenUp'> {
  readonly idle: readonly LooseDeposit[]
}

/** An entry of the trade that the caller may read, as the shell found it. */
export interface EntrySeen {
  readonly seq: number
  readonly hash: string
  readonly type: string
  /** Number in the public log; null where it has none yet. */
  readonly logged: number | null
}

export interface Identities {
  readonly verdicts: ReadonlyMap<string, IdentityVerdict>
  readonly lists: readonly { readonly digest: string; readonly size: number }[]
}

/** What the shell hands in because core may not fetch it. */
export interface ShellFacts {
  /** Bids and loose deposits from the sealed streams, once the secret is over or the trade. */
  readonly taken?: TakenUp
  /** Where the bids of this tender will be committed, at the notice. */
  readonly vault?: VaultPlace
  /** What the vault held at the deadline, at the closing. */
  readonly revealed?: DataOf<'VaultRevealed'>
  /** What this act opens: the content, and the key of its opening form. */
  readonly opened?: Pick<DataOf<'BidDecrypted'>, 'content' | 'key' | 'identityKey'>
  /** Who the opened bids prove to be, and the revocation lists that were asked, at the record. */
  readonly identities?: Identities
  /** Code of what is wrong with the key, the share or the sealed bid (trust-design §2.9). */
  readonly notOpened?: string
  /** Eligible experts of the library for the specialties asked. */
  readonly pool?: readonly PoolExpert[]
  /** 32 random bytes in hex, for salts and numbers. */
  readonly random?: string
  /** Name of the caller's organisation or person as registered. */
  readonly callerName?: string
  /** Yearly demand-deposit rate in force, such as `0.0005`, and the day-count base. */
  readonly depositRate?: { readonly yearly: string; readonly base: 360 | 365 }
  /** What the issuer says of the paper named in this act; null where it knows no such number. */
  readonly paper?: DepositPaper | null
  /** Entries of the trade that the caller may read, of those a body points at. */
  readonly entries?: readonly EntrySeen[]
}

/** The moment at which somebody asks: time, calendar, and facts from outside. */
export interface Moment {
  readonly now: Instant
  readonly calendar: WorkingCalendar
  readonly facts: ShellFacts
}

export interface Asked<B> {
  readonly body: B
  readonly state: TenderState
  readonly actor: Actor
  readonly at: Moment
  /** The definition to decide by, where it is not the registered one that the trade names. */
  readonly procedure?: Procedure | undefined
}

export interface Malformed {
  readonly kind: 'malformed'
  readonly issues: readonly { readonly path: string; readonly message: string }[]
}
export type Answer = Decision<TenderEvent> | Malformed

export interface Act {
  readonly name: string
  readonly title: Words
  /** Acts of a bidder before the deadline live in the bidder's own sealed stream. */
  readonly stream: 'tender' | 'bid'
  readonly shape: z.ZodType
  readonly run: (asked: Asked<unknown>) => Answer
}

/** Binds shape and decider; the body reaches the decider only after it has the shape. */
export function act<S extends z.ZodType>(
  name: string,
  title: Words,
  shape: S,
  decide: (asked: Asked<z.infer<S>>) => Decision<TenderEvent>,
): Act {
  const run = (asked: Asked<unknown>): Answer => {
    const parsed = shape.safeParse(asked.body)
    return parsed.success ? decide({ ...asked, body: parsed.data }) : malformed(parsed.error)
  }
  return { name, title, stream: 'tender', shape, run }
}

export function malformed(error: z.ZodError): Malformed {
  const issues = error.issues.map((issue) => ({
    path: `/${issue.path.map(String).join('/')}`,
    message: issue.message,
  }))
  return { kind: 'malformed', issues }
}

/** The day whose law governs: pinned when the notice was published (DR-2). */
export function lawDayOf(state: TenderState, now: Instant): CivilDate {
  return state.notice?.lawDay ?? dayOf(now)
}

/** Objections, directives and stops name their suspension by one id, so no two may have the same. */
export function isIdTaken(state: TenderState, id: string): boolean {
  return (
    state.objections.some((objection) => objection.id === id) ||
    state.directives.some((directive) => directive.id === id) ||
    state.complaints.some((complaint) => complaint.id === id) ||
    state.suspensions.some((suspension) => suspension.ref === id)
  )
}

/** Applies a rule as in force for this tender. */
export function finding<F extends Facts, V>(
  asked: Pick<Asked<unknown>, 'state' | 'at'>,
  rule: Rule<F, V>,
  facts: F,
): Finding {
  const { at, state } = asked
  return checkRule(rule, facts, lawDayOf(state, at.now), { calendar: at.calendar })
}
