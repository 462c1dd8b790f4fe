// SPDX-License-Identifier: Apache-2.0
/** One tender in memory on real envelopes: acts in, chained entries out, no clock and no store. */

import { type Actor, Broken, certain, type Instant } from '@gongxin/core/kernel'
import { calendar } from '@gongxin/core/law'
import { type BidState, emptyBid, evolveBid, findBidAct } from '@gongxin/core/trading/bid'
import {
  accessOf,
  type BidContent,
  decide,
  emptyTender,
  evolve,
  findAct,
  holdingOf,
  isEventType,
  mayNot,
  type PoolExpert,
  type ShellFacts,
  type TenderState,
} from '@gongxin/core/trading/tender'
import { hex, utf8 } from '@gongxin/trust/canonical'
import { sm3Digest } from '@gongxin/trust/suites'
import { openedBid, type Sealed, sealedBid } from './bidding.ts'
import { type Journal, newJournal } from './journal.ts'

export interface Deed {
  readonly by: Actor
  readonly act: string
  readonly body?: unknown
  readonly at: Instant
  readonly content?: BidContent
}

export interface Room {
  /** Does the act; a refusal is a fault of the script, so it stops the replay. */
  perform(deed: Deed): Promise<void>
  state(): TenderState
  acts(): number
  readonly journal: Journal
  /** Sealed streams by bidder. */
  readonly sealed: ReadonlyMap<string, Journal>
}

interface Desk {
  readonly state: BidState
  readonly journal: Journal
  readonly bid: Sealed | null
}

export function openRoom(tender: string, pool: readonly PoolExpert[]): Room {
  const desks = new Map<string, Desk>()
  const sealed = new Map<string, Journal>()
  const named = (type: string) =>
    isEventType(type) ? accessOf(type, state).to : ('sealed' as const)
  const journal = newJournal({ tender, name: tender, accessOf: named })
  let state = emptyTender
  let acts = 0

  const deskOf = (party: string): Desk => {
    const known = desks.get(party)
    if (known !== undefined) return known
    const own = newJournal({ tender, name: `${tender} ${party}`, accessOf: named })
    sealed.set(party, own)
    return { state: emptyBid, journal: own, bid: null }
  }

  const factsFor = ({ by, act }: Deed): ShellFacts => {
    const bid = desks.get(by.party)?.bid
    return {
      callerName: by.account,
      random: hex(sm3Digest(utf8(`replay ${tender} ${acts}`))),
      ...(act === 'close-bidding' ? { taken: takenFrom([...desks.values()]) } : {}),
      ...(act === 'decrypt-bid' && bid != null ? { opened: openedBid(tender, bid) } : {}),
      ...(act === 'freeze-pool' ? { pool } : {}),
    }
  }

  const performBid = async (deed: Deed) => {
    const { by, act, at, content } = deed
    refuseNothing(deed, mayNot({ name: act }, { state, actor: by }))
    const desk = deskOf(by.party)
    const of = { tender, party: by.party, holding: holdingOf(state) }
    const bid = content === undefined ? null : await sealedBid(of, content)
    const body = bid?.body ?? deed.body ?? {}
    const moment = { now: at, calendar, facts: factsFor(deed) }
    const bidAct = certain(findBidAct(act), `no act ${act}`)
    const tried = bidAct.run({ body, bid: desk.state, tender: state, actor: by, at: moment })
    if (tried.kind !== 'happened') return refuseNothing(deed, tried)
    desk.journal.append(tried.events, by, tried.findings)
    desks.set(by.party, {
      ...desk,
      state: tried.events.reduce(evolveBid, desk.state),
      bid: bid ?? desk.bid,
    })
  }

  const performTender = (deed: Deed) => {
    const of = certain(findAct(deed.act), `no act ${deed.act}`)
    const at = { now: deed.at, calendar, facts: factsFor(deed) }
    const bid = desks.get(deed.by.party)?.bid
    const body = deed.act === 'decrypt-bid' && bid != null ? { master: hex(bid.master) } : deed.body
    const asked = { body: body ?? {}, state, actor: deed.by, at }
    const tried = deed.act === 'register-project' ? of.run(asked) : decide(of, asked)
    if (tried.kind !== 'happened') return refuseNothing(deed, tried)
    journal.append(tried.events, deed.by, tried.findings)
    state = tried.events.reduce(evolve, state)
  }

  const perform = async (deed: Deed) => {
    if (findBidAct(deed.act) === undefined) performTender(deed)
    else await performBid(deed)
    acts += 1
  }
  return { perform, state: () => state, acts: () => acts, journal, sealed }
}

function refuseNothing(deed: Deed, answer: unknown): void {
  if (answer !== undefined) throw new Broken(`${deed.act} refused: ${JSON.stringify(answer)}`)
}

/** Bids in order of their commitment, so that the numbers say nothing of who came first. */
function takenFrom(desks: readonly Desk[]): NonNullable<ShellFacts['taken']> {
  const bids = desks
    .flatMap(({ state: { bidder, envelope, receivedAt } }) =>
      bidder === null || envelope === null || receivedAt === null
        ? []
        : [{ bidder, commitment: envelope.commitment, receivedAt, deposit: null }],
    )
    .sort((a, b) => (a.commitment < b.commitment ? -1 : 1))
    .map((bid, index) => ({ no: `B${String(index + 1).padStart(2, '0')}`, ...bid }))
  return { bids, idle: [] }
}
