// SPDX-License-Identifier: Apache-2.0
/** The one path of every act: once by key, decide on what is stored, append with its rows. */

import type { Actor, Decision, Instant, Refused } from '@gongxin/core/kernel'
import type { Access as EntryAccess } from '@gongxin/trust/event'
import type { ActAnswer } from '../http/contract/index.ts'
import { type Append, type Row, type Store, Unavailable } from '../store/index.ts'
import { type ChainHead, type Decided, plain, wrapped } from './envelope.ts'
import { requestDigest } from './projections.ts'
import type { Caller, Current, Outcome } from './service.ts'
import type { Turns } from './turns.ts'

/** What one attempt at an act came to, before it is stored. */
export type Attempt =
  | { readonly kind: 'decided'; readonly work: Work }
  | { readonly kind: 'ended'; readonly outcome: Outcome }

export interface Work {
  readonly tender: string
  readonly stream: string
  readonly head: ChainHead
  readonly decision: Extract<Decision<Decided>, { kind: 'happened' }>
  readonly accessOf: (type: string) => EntryAccess
  readonly rows: readonly Row[]
  readonly at: Instant
  /** Where its stream lies. */
  readonly home: Store
  /** Further streams written in the same commit. */
  readonly beside?: readonly Append[]
  /** Number of the receipt, where the act gives one. */
  readonly receipt?: string
}

export interface Keyed {
  readonly caller: Caller
  readonly key: string
  readonly request: unknown
  readonly confirmed?: Promise<boolean> | undefined
}

/** An act in two parts: everything read is asked in one breath, then it is decided. */
export interface Trying<F> {
  readonly read: () => Promise<F>
  readonly decide: (facts: F, caller: Caller) => Promise<Attempt>
}

const mostAttempts = 8

export function ended(outcome: Outcome): Attempt {
  return { kind: 'ended', outcome }
}

export function refusedAttempt(refusal: Refused): Attempt {
  return ended({ kind: 'refused', refusal })
}

/**
 * Tries until it is stored or ends; `stores` are those in which the answer may lie already. A moved
 * stream is read again and decided again, unless `conflict` says that the caller asked for a version:
 * nothing decided on old facts is ever kept.
 */
export function perform<F>(
  { stores, turns }: { readonly stores: readonly Store[]; readonly turns: Turns },
  keyed: Keyed,
  trying: Trying<F>,
  conflict: (() => Promise<Current>) | null = null,
): Promise<Outcome> {
  const key = JSON.stringify([keyed.caller.actor.account, keyed.key])
  return turns.take(key, () => performed(stores, keyed, trying, conflict))
}

async function performed<F>(
  stores: readonly Store[],
  keyed: Keyed,
  { read, decide }: Trying<F>,
  conflict: (() => Promise<Current>) | null,
): Promise<Outcome> {
  const digest = requestDigest(keyed.request)
  const { account } = keyed.caller.actor
  for (let tries = 0; tries < mostAttempts; tries++) {
    const [earlier, caller, facts] = await Promise.all([
      answered(stores, account, keyed.key),
      sureCaller(keyed),
      read(),
    ])
    if (earlier !== null) return repeated(earlier, digest)
    const found = await decide(facts, caller)
    if (found.kind === 'ended') {
      // Another server may have done it while this one read: then its no would be to the own deed.
      const since = await answered(stores, account, keyed.key)
      return since === null ? found.outcome : repeated(since, digest)
    }
    waitForClock(found.work)
    const { append, answer } = stored(found.work, { ...keyed, caller }, digest)
    const { home, beside = [] } = found.work
    if ((await home.events.appendAll([append, ...beside])) === 'appended') {
      return { kind: 'done', answer, repeated: false }
    }
    if (conflict !== null && (await answered(stores, account, keyed.key)) === null) {
      return { kind: 'conflict', current: await conflict() }
    }
  }
  return { kind: 'conflict', current: { version: -1, act: '', by: '', at: '' } }
}

/** The answer given before, in whichever store the act was written. */
async function answered(stores: readonly Store[], account: string, key: string) {
  const found = await Promise.all(stores.map((store) => store.idempotency.find(account, key)))
  return found.find((answer) => answer !== null) ?? null
}

/**
 * A clock that was set back writes nothing until it has caught up: no witness signs a chain in which
 * time runs backwards, and nothing behind such an entry could ever be attested.
 */
function waitForClock({ at, head }: Work): void {
  if (head.at !== undefined && at < head.at) throw new Unavailable('the clock was set back')
}

/** A confirmation that does not fit leaves the plain session. */
async function sureCaller({ caller, confirmed }: Keyed): Promise<Caller> {
  if (!(await confirmed)) return caller
  return { ...caller, actor: { ...caller.actor, assurance: 'step-up' } }
}

function repeated(
  earlier: { readonly digest: string; readonly answer: unknown },
  digest: string,
): Outcome {
  if (earlier.digest !== digest) return { kind: 'key-reused' }
  // Written by `stored` below and nowhere else.
  return { kind: 'done', answer: earlier.answer as ActAnswer, repeated: true }
}

function stored(
  work: Work,
  { caller, key }: Keyed,
  digest: string,
): { append: Append; answer: ActAnswer } {
  const { decision, head, stream, tender, at } = work
  const { findings } = decision
  const events = wrapped(decision.events, { ...work, caller, findings })
  const last = events.at(-1)
  // A plain copy, without what JSON does not have: what is answered is what is stored.
  const answer = plain<ActAnswer>({
    tender,
    version: head.seq + events.length,
    events: events.map((event, index) => ({ seq: head.seq + 1 + index, type: event.type })),
    findings,
    receipt: {
      hash: last === undefined ? head.hash : Buffer.from(last.hash).toString('hex'),
      at,
      ...(work.receipt === undefined ? {} : { number: work.receipt }),
    },
  })
  const given: Row = {
    table: 'idempotency',
    row: {
      account: caller.actor.account,
      key,
      digest,
      status: 201,
      answer,
      at,
    },
  }
  const append = { stream, expectedVersion: head.seq, events, rows: [...work.rows, given] }
  return { append, answer }
}

/** The clock and the bank act for the platform; their origin says so. */
export function systemCaller(actor: Actor, requestId: string): Caller {
  return { actor, name: actor.party, address: '-', source: 'gongxin', requestId }
}
