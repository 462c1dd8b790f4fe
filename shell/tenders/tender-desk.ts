// SPDX-License-Identifier: Apache-2.0
/** Acts on the tender's own stream: registration, and everything after it. */

import { randomBytes } from 'node:crypto'
import type { blocking } from '@gongxin/core/kernel'
import { calendar } from '@gongxin/core/law'
import {
  type Act,
  accessOf,
  decide,
  type EventType,
  emptyTender,
  evolve,
  isEventType,
  type Moment,
  mayNot,
  missedIn,
  registerProject,
  type ShellFacts,
  type TenderEvent,
  type TenderState,
  takingUpActs,
} from '@gongxin/core/trading/tender'
import type { Access as EntryAccess } from '@gongxin/trust/event'
import { persistently, prepared } from '../store/index.ts'
import { type Attempt, ended, type Keyed, perform, refusedAttempt } from './desk.ts'
import { chainStart } from './envelope.ts'
import { foreignFile, linksOf } from './files.ts'
import { handedOver } from './handing-over.ts'
import type { TenderParts } from './parts.ts'
import { rowsOf } from './projections.ts'
import type { ActRequest, Caller, Current, Outcome } from './service.ts'
import { findingsOf, type LoadedTender, tenderStream } from './streams.ts'

export async function registerTender(
  parts: TenderParts,
  caller: Caller,
  body: unknown,
  key: string,
): Promise<Outcome> {
  const keyed: Keyed = { caller, key, request: { act: registerProject.name, body } }
  const decide = async () => {
    const foreign = await foreignFile(parts, { actor: caller.actor, loaded: null, body })
    if (foreign !== undefined) return refusedAttempt(foreign)
    const at = momentOf(parts, caller, {})
    const asked = { body, state: emptyTender, actor: caller.actor, at }
    const answer = registerProject.run(asked)
    if (answer.kind === 'malformed') return ended(answer)
    if (answer.kind === 'refused') return refusedAttempt(answer)
    const tender = await nextTenderId(parts, at.now.slice(0, 4))
    return decided(parts, { tender, ...nothingYet }, answer, at)
  }
  const { store, turns } = parts
  return perform({ stores: [store], turns }, keyed, { read: async () => null, decide })
}

/** LZ2026-000123: one counter a year, so that the number says nothing but its order. */
async function nextTenderId({ store }: TenderParts, year: string): Promise<string> {
  const { rows } = await persistently(() =>
    store.pool.query(prepared(counterText, [store.region, `tender-counter-${year}`])),
  )
  return `LZ${year}-${String(rows[0]?.value ?? 1).padStart(6, '0')}`
}

const counterText = `insert into setting (region, name, value) values ($1, $2, '1'::jsonb)
  on conflict (region, name) do update set value = to_jsonb((setting.value)::int + 1)
  returning value`

/** Gathers the facts the decider may not fetch itself, from what is stored now. */
export type Gather = (loaded: LoadedTender) => Promise<ShellFacts | Outcome>

export async function actOnTender(
  parts: TenderParts,
  caller: Caller,
  request: ActRequest & { readonly of: Act; readonly gather: Gather },
): Promise<Outcome> {
  const { tender, body, expectedVersion, key, of, confirmed } = request
  const keyed: Keyed = { caller, key, confirmed, request: { tender, act: of.name, body } }
  const read = () => parts.streams.tender(tender)
  const decideOn = async (loaded: LoadedTender | null, caller: Caller): Promise<Attempt> => {
    if (loaded === null) return ended({ kind: 'not-found' })
    if (expectedVersion !== undefined && expectedVersion !== loaded.head.seq) {
      return ended({ kind: 'conflict', current: currentOf(loaded) })
    }
    const facts = await request.gather(loaded)
    if ('kind' in facts) return ended(facts)
    const { state } = loaded
    // A body without its shape is told what is wrong with it, and nothing of files.
    const shaped = of.shape.safeParse(body).success
    const foreign = shaped
      ? await foreignFile(parts, { actor: caller.actor, loaded, body })
      : undefined
    if (foreign !== undefined) {
      // Whoever may not act at all is told that, and nothing of files.
      return refusedAttempt(mayNot(of, { state, actor: caller.actor }) ?? foreign)
    }
    const at = momentOf(parts, caller, facts)
    const answer = decide(of, { body, state, actor: caller.actor, at })
    if (answer.kind === 'malformed') return ended(answer)
    if (answer.kind === 'refused') return refusedAttempt(answer)
    const { state: before, head, stored, events } = loaded
    const breached = missedIn(stored.flatMap(findingsOf))
    return decided(parts, { tender, before, head, breached, events }, answer, at)
  }
  const conflict = async () => {
    const loaded = await parts.streams.tender(tender)
    return loaded === null ? noCurrent : currentOf(loaded)
  }
  const trying = { read, decide: decideOn }
  const own = { stores: [parts.store], turns: parts.turns }
  const whole = () => perform(own, keyed, trying, expectedVersion === undefined ? null : conflict)
  return takingUpActs.includes(of.name) ? parts.gate.shut(tender, whole) : whole()
}

const noCurrent: Current = { version: -1, act: '', by: '', at: '' }

function currentOf({ stored, head, events }: LoadedTender): Current {
  const last = events.at(-1)
  const role = last === undefined ? '' : roleOf(stored.at(-1)?.entry)
  return { version: head.seq, act: last?.type ?? '', by: role, at: last?.at ?? '' }
}

function roleOf(entry: Uint8Array | undefined): string {
  if (entry === undefined) return ''
  const parsed: unknown = JSON.parse(Buffer.from(entry).toString('utf8'))
  const actor = typeof parsed === 'object' && parsed !== null && 'actor' in parsed && parsed.actor
  return typeof actor === 'object' && actor !== null && 'role' in actor ? String(actor.role) : ''
}

function momentOf({ clock }: TenderParts, caller: Caller, facts: ShellFacts): Moment {
  const random = randomBytes(32).toString('hex')
  return { now: clock.now(), calendar, facts: { random, callerName: caller.name, ...facts } }
}

interface Before {
  readonly tender: string
  readonly before: TenderState
  readonly head: LoadedTender['head']
  readonly breached: number
  readonly events: readonly TenderEvent[]
}

const nothingYet = { before: emptyTender, head: chainStart, breached: 0, events: [] }

async function decided(
  parts: TenderParts,
  of: Before,
  decision: {
    readonly kind: 'happened'
    readonly events: readonly TenderEvent[]
    readonly findings: Parameters<typeof blocking>[0]
  },
  at: Moment,
): Promise<Attempt> {
  const { tender, before, head } = of
  const after = decision.events.reduce(evolve, before)
  const breached = of.breached + missedIn(decision.findings)
  const change = { tender, before, after, events: decision.events, at: at.now, breached }
  const rows = [...rowsOf(change), ...linksOf(tender, of.events, decision.events)]
  const closes = before.phase === 'tendering' && after.phase !== 'tendering'
  const beside = closes ? await handedOver(parts, tender) : []
  const own = { tender, stream: tenderStream(tender), head, home: parts.store, beside }
  return {
    kind: 'decided',
    work: {
      ...own,
      decision,
      accessOf: (type: string) => entryAccess(type, after),
      rows,
      at: at.now,
    },
  }
}

/** The class in the entry: public, or restricted to whom the catalogue names. */
export function entryAccess(type: string, state: TenderState): EntryAccess {
  if (!isEventType(type)) return 'sealed'
  const known: EventType = type
  return accessOf(known, state).to
}
