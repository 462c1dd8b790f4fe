// SPDX-License-Identifier: Apache-2.0
/** An in-memory world for one tender: streams, sealed bids, clock, chance; nothing of a machine. */

import { canonicalBytes, hex, utf8 } from '@gongxin/trust/canonical'
import { sm3Digest } from '@gongxin/trust/suites'
import {
  rootOf,
  seedCommitment,
  superPath,
  superTree,
  usualCapacity,
  vaultLevels,
  vaultOf,
} from '@gongxin/trust/vault'
import {
  assert,
  blocking,
  certain,
  type Finding,
  type Instant,
  type Refused,
} from '../kernel/index.ts'
import { calendar } from '../law/index.ts'
import type { Procedure } from '../procedures/index.ts'
import {
  type BidEvent,
  type BidState,
  bidShapes,
  emptyBid,
  evolveBid,
  findBidAct,
  takeUp,
} from '../trading/bid/index.ts'
import {
  type BidContent,
  decide,
  emptyTender,
  eventShapes,
  evolve,
  findAct,
  holderThreshold,
  type Malformed,
  mayNot,
  mayRead,
  registerProject,
  type ShellFacts,
  type TenderEvent,
  type TenderState,
  takingUpActs,
} from '../trading/tender/index.ts'
import { tickOf } from '../trading/vault/index.ts'
import { paperNumbered } from './papers.ts'
import { type Persona, pool } from './people.ts'

export interface Step {
  readonly who: Persona
  readonly act: string
  readonly body?: unknown
  readonly at: Instant
  /** The bid that is sealed or opened with this act. */
  readonly content?: BidContent
}

export interface Done {
  readonly kind: 'done'
  readonly events: readonly (TenderEvent | BidEvent)[]
  readonly findings: readonly Finding[]
}
export type Tried = Done | Refused | Malformed

/** Whatever can run a step: this world, or the program behind its real interface. */
export interface Driver {
  perform(step: Step): Tried | Promise<Tried>
  state(): TenderState | Promise<TenderState>
}

export interface World extends Driver {
  perform(step: Step): Tried
  state(): TenderState
  events(): readonly TenderEvent[]
  /** Every step that was tried, in order, with what came of it. */
  readonly history: { readonly step: Step; readonly before: TenderState; readonly tried: Tried }[]
  bidOf(party: string): BidState
  chance(name: string): string
}

export interface WorldOptions {
  readonly seed?: number
  readonly depositRate?: NonNullable<ShellFacts['depositRate']>
  /** What has happened before, for a trade that is taken up in the middle. */
  readonly told?: readonly TenderEvent[] | undefined
  /** Instead of the registered procedure that the tender names. */
  readonly procedure?: Procedure | undefined
}

export function newWorld({
  seed = 1,
  depositRate,
  told = [],
  procedure,
}: WorldOptions = {}): World {
  let state = told.reduce(evolve, emptyTender)
  const events: TenderEvent[] = [...told]
  const bids = new Map<string, BidState>()
  const sealed = new Map<string, BidContent>()
  const history: World['history'] = []
  let counter = 0
  const chance = (name: string) => hex(sm3Digest(utf8(`gongxin ${seed} ${name}`)))
  const bidOf = (party: string) => bids.get(party) ?? emptyBid
  const factsFor = (step: Step): ShellFacts => {
    counter += 1
    const commitment = bidOf(step.who.actor.party).envelope?.commitment
    const opened = commitment === undefined ? undefined : sealed.get(commitment)
    const random = chance(`random ${counter}`)
    const known = { events, state, sealed, bids: [...bids.values()], opened }
    return { random, ...(depositRate ? { depositRate } : usualRate), ...factsOf(step, known) }
  }

  const performBid = (step: Step): Tried => {
    const { who, at, act } = step
    const bidAct = certain(findBidAct(act), `no act ${act}`)
    const refusal = mayNot({ name: act }, { state, actor: who.actor })
    if (refusal !== undefined) return refusal
    const moment = { now: at, calendar, facts: factsFor(step) }
    const of = { bid: bidOf(who.actor.party), tender: state, actor: who.actor, at: moment }
    const tried = bidAct.run({ ...of, body: sealedAs(step, of.bid) })
    if (tried.kind !== 'happened') return tried
    for (const event of tried.events) {
      provenShape(bidShapes[event.type].shape.safeParse(event.data).success, event)
      bids.set(who.actor.party, evolveBid(bidOf(who.actor.party), event))
    }
    if (step.content !== undefined) {
      sealed.set(commitmentOf(who.actor.party, step.content), step.content)
    }
    return { kind: 'done', events: tried.events, findings: tried.findings }
  }

  const performTender = (step: Step): Tried => {
    const act = certain(findAct(step.act), `no act ${step.act}`)
    const at = { now: step.at, calendar, facts: factsFor(step) }
    const body = step.act === 'decrypt-bid' ? { master: testMaster } : (step.body ?? {})
    const asked = { body, state, actor: step.who.actor, at, procedure }
    const tried = act.name === registerProject.name ? act.run(asked) : decide(act, asked)
    if (tried.kind !== 'happened') return tried
    const { events: told, findings } = tried
    for (const event of told) provenShape(isShaped(event), event)
    events.push(...told)
    state = told.reduce(evolve, state)
    return { kind: 'done', events: told, findings }
  }

  const perform = (step: Step): Tried => {
    const before = state
    const tried = findBidAct(step.act)
      ? performBid({ ...step, body: step.body ?? {} })
      : performTender(step)
    history.push({ step, before, tried })
    return tried
  }

  return { perform, state: () => state, events: () => events, history, bidOf, chance }
}

const usualRate: ShellFacts = { depositRate: { yearly: '0.0005', base: 360 } }

interface Known {
  readonly events: readonly TenderEvent[]
  readonly state: TenderState
  readonly sealed: ReadonlyMap<string, BidContent>
  readonly bids: readonly BidState[]
  /** What the own master opens. */
  readonly opened: BidContent | undefined
}

/** What the shell would fetch for a step. */
function factsOf({ who, act, at, body }: Step, known: Known): ShellFacts {
  const { state, sealed, opened } = known
  return {
    callerName: who.name,
    entries: readableBy(who, known),
    ...sealedFacts(act, state, { bids: known.bids, at }),
    ...(act === 'decrypt-bid' && opened !== undefined ? { opened: openedAs(opened) } : {}),
    ...(act === 'give-share' ? openedByHolders(state, body, sealed) : {}),
    ...askedOutside(act, body),
  }
}

/** The library gives its pool, issuers confirm papers; money that came in needs no asking. */
function askedOutside(act: string, body: unknown): ShellFacts {
  if (act === 'freeze-pool') return { pool }
  const { number, form, reference } = Object(body)
  if (act === 'record-performance-deposit') return { paper: paperNumbered(String(number)) }
  const asked = act === 'record-deposit' && form !== 'transfer'
  return asked ? { paper: paperNumbered(String(reference)) } : {}
}

/** Entries have no chain here: the number of each stands for its hash. */
export function entryMark(seq: number): string {
  return hex(sm3Digest(utf8(`entry ${seq}`)))
}

function readableBy(
  { actor }: Persona,
  { events, state }: { readonly events: readonly TenderEvent[]; readonly state: TenderState },
) {
  return events.flatMap((event, seq) =>
    mayRead(event, actor, state, seq)
      ? [{ seq, hash: entryMark(seq), type: event.type, logged: seq }]
      : [],
  )
}

/** The second true share opens the bid; a share of zeros stands for a false one. */
function openedByHolders(
  { bids }: TenderState,
  body: unknown,
  sealed: ReadonlyMap<string, BidContent>,
): ShellFacts {
  const { bid: no, share } = Object(body)
  if (/^0+$/.test(String(share))) return { notOpened: 'SHARE_PROOF' }
  const bid = bids.find((b) => b.no === no)
  if (bid === undefined || bid.shares.length + 1 < holderThreshold) return {}
  const opened = sealed.get(bid.commitment)
  return opened === undefined ? { notOpened: 'KEY_COMMIT' } : { opened: openedAs(opened) }
}

/** Deciders see neither masters nor keys at work: marks stand for them. */
export const testMaster = 'e'.repeat(64)
export function openedAs(content: BidContent): NonNullable<ShellFacts['opened']> {
  return { content, key: { content: 'c'.repeat(32), nonce: 'd'.repeat(14) } }
}

/** One vault under an empty city: nothing signs the bids of this world, so its slots stay dummies. */
const testVault = {
  seed: sm3Digest(utf8('gongxin test vault')),
  get place() {
    return { position: 7, capacity: usualCapacity, commitment: hex(seedCommitment(this.seed)) }
  },
}

function sealedFacts(
  act: string,
  { notice }: TenderState,
  { bids, at: now }: { readonly bids: readonly BidState[]; readonly at: Instant },
): ShellFacts {
  if (act === 'publish-notice') return { vault: testVault.place }
  if (act === 'freeze-pool') return { pool }
  if (!takingUpActs.includes(act)) return {}
  const taken = takeUp(bids, { deadline: notice?.schedule.deadline ?? null, now })
  if (act !== 'close-bidding' || notice?.vault === undefined) return { taken }
  const { capacity, position } = notice.vault
  const { seed } = testVault
  const tick = tickOf(notice.schedule.deadline)
  const root = rootOf(vaultLevels(vaultOf(seed, capacity), tick, new Map()))
  const path = superPath(superTree(new Map([[position, root]])), position).map(hex)
  const revealed = { seed: hex(seed), tick, capacity, position, superPath: path, slots: [] }
  return { taken, revealed }
}

/** The step must be accepted; a refusal is a fault of the script and says why. */
export function must(world: World, step: Step): Done {
  const tried = world.perform(step)
  const why = tried.kind === 'refused' ? blocking(tried.findings).map((f) => f.sentence) : ''
  assert(tried.kind === 'done', `${step.who.name} ${step.act}: ${JSON.stringify(tried)} ${why}`)
  return tried
}

function isShaped({ type, data }: TenderEvent): boolean {
  return eventShapes[type].shape.safeParse(data).success
}

/** An event that breaks its own shape could be written but never read back. */
function provenShape(ok: boolean, event: TenderEvent | BidEvent): void {
  assert(ok, `${event.type} breaks its own shape: ${JSON.stringify(event.data)}`)
  canonicalBytes(JSON.parse(JSON.stringify(event.data)))
}

/** What is absent is no member of canonical JSON. */
function plain(value: unknown) {
  return JSON.parse(JSON.stringify(value))
}

/** Bound to the bidder, so that equal prices of two bidders are two commitments. */
function commitmentOf(party: string, content: BidContent): string {
  return hex(sm3Digest(canonicalBytes(plain({ party, content }))))
}

function sealedAs({ who, act, content, body }: Step, bid: BidState) {
  if (content !== undefined) return markedBid(who.actor.party, content, bid)
  return act === 'withdraw-bid' ? { slot: markedSlot(bid) } : body
}

/** What the shell makes of a sealed bid that it has checked. */
export function markedBid(party: string, content: BidContent, bid: BidState) {
  const commitment = commitmentOf(party, content)
  const size = canonicalBytes(plain(content)).length
  return {
    slot: markedSlot(bid),
    receipt: `R${commitment.slice(0, 8)}-${bid.receipts.length + 1}`,
    envelope: { commitment, suite: 'SBID/1', blob: commitment, size },
  }
}

function markedSlot({ slot }: BidState) {
  const marks = { ticketKey: 'a'.repeat(130), ticketSig: 'b'.repeat(128), value: 'f'.repeat(64) }
  return { ...marks, verNo: (slot?.verNo ?? 0) + 1 }
}
