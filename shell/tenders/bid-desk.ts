// SPDX-License-Identifier: Apache-2.0
/** Acts of a bidder before the deadline, in the bidder's own sealed stream. */

import { addMinutes, certain, type Instant } from '@gongxin/core/kernel'
import { calendar } from '@gongxin/core/law'
import {
  type BidAct,
  type BidState,
  evolveBid,
  findBidAct,
  findSentBidAct,
  refuseNothingSubmitted,
  refuseSeal,
  sealedWithdrawal,
} from '@gongxin/core/trading/bid'
import {
  holdingOf,
  type Moment,
  malformed,
  mayNot,
  type Phase,
  type ShellFacts,
  type TenderState,
} from '@gongxin/core/trading/tender'
import { freshBytes } from '../chance/index.ts'
import type { Row, Store } from '../store/index.ts'
import { type Attempt, ended, type Keyed, perform, refusedAttempt, type Trying } from './desk.ts'
import { foreignFile, sealedLinks } from './files.ts'
import type { TenderParts } from './parts.ts'
import { takenIn, withdrawnSlot } from './sealed-bids.ts'
import type { ActRequest, Caller, Outcome } from './service.ts'
import { bidStream, type LoadedBid, tenderStream } from './streams.ts'

const sealing = ['submit-bid', 'replace-bid']

export async function actOnBid(
  parts: TenderParts,
  caller: Caller,
  request: ActRequest & { readonly of: BidAct; readonly facts?: ShellFacts },
): Promise<Outcome> {
  const { tender, body, of, key, confirmed } = request
  const { party } = caller.actor
  const keyed: Keyed = { caller, key, confirmed, request: { tender, act: of.name, body } }
  const read = () => Promise.all([parts.streams.tender(tender), parts.streams.bid(tender, party)])
  const hold = parts.vaults.holdOf(tender)
  const decide: Trying<Awaited<ReturnType<typeof read>>>['decide'] = async (
    [loaded, bid],
    caller,
  ) => {
    if (loaded === null) return ended({ kind: 'not-found' })
    const refusal = mayNot(of, { state: loaded.state, actor: caller.actor })
    if (refusal !== undefined) return refusedAttempt(refusal)
    const shaped = findSentBidAct(of.name)?.shape.safeParse(body)
    if (shaped?.success === false) return ended(malformed(shaped.error))
    const foreign = await foreignFile(parts, { actor: caller.actor, loaded, body })
    if (foreign !== undefined) return refusedAttempt(foreign)
    const sealed = await bodyOf(parts, { ...request, party }, { bid, state: loaded.state })
    if ('kind' in sealed) return ended(sealed)
    // Time is taken after the whole content is here: in time means wholly arrived.
    const facts = { callerName: caller.name, ...request.facts }
    const at: Moment = { now: parts.clock.now(), calendar, facts }
    const actor = caller.actor
    const asked = { body: sealed.body, bid: bid.state, tender: loaded.state, actor, at }
    const answer = of.run(asked)
    if (answer.kind === 'malformed') return ended(answer)
    if (answer.kind === 'refused') return refusedAttempt(answer)
    const slot = answer.events
      .flatMap(({ data }) => ('slot' in data ? (data.slot ?? []) : []))
      .at(0)
    const head = slot === undefined ? undefined : await hold.rowOf(slot)
    if (head === 'taken') return refusedAttempt(refuseSeal('CONTEXT_MISMATCH'))
    const { phase } = loaded.state
    const links = sealedLinks(bidStream(tender, party), body, { party, at: at.now })
    const rows = [...sealed.rows, ...links, ...(head === undefined ? [] : [head])]
    const home = homeOf(parts, bid, phase)
    return decided(bid, { tender, party, phase, rows, receipt: sealed.receipt, home }, answer, at)
  }
  return parts.gate.through(tender, () =>
    perform({ stores: [parts.cabinet.store, parts.store], turns: parts.turns }, keyed, {
      read,
      decide,
    }).finally(hold.release),
  )
}

/** A chain goes on where it lies; a new one begins in the cabinet while the bidding is open. */
function homeOf({ store, cabinet }: TenderParts, { head, home }: LoadedBid, phase: Phase): Store {
  if (head.seq < 0) return phase === 'tendering' ? cabinet.store : store
  if (phase !== 'tendering' && home !== store) throw new Error('a chain was left in the cabinet')
  return home
}

interface OfBid {
  readonly tender: string
  readonly party: string
  readonly phase: Phase
  /** The envelope itself, and the files of the content while it is sealed. */
  readonly rows: readonly Row[]
  readonly receipt?: string | undefined
  readonly home: Store
}

function decided(
  bid: LoadedBid,
  of: OfBid,
  decision: Extract<ReturnType<BidAct['run']>, { kind: 'happened' }>,
  at: Moment,
): Attempt {
  const after = decision.events.reduce(evolveBid, bid.state)
  return {
    kind: 'decided',
    work: {
      tender: of.tender,
      stream: bidStream(of.tender, of.party),
      home: of.home,
      head: bid.head,
      decision,
      accessOf: () => 'sealed',
      at: at.now,
      ...(of.receipt === undefined ? {} : { receipt: of.receipt }),
      rows: [
        ...of.rows,
        {
          table: 'bid',
          row: {
            tender: of.tender,
            bidder: of.party,
            state: after.envelope === null ? 'open' : 'submitted',
            version: after.version,
            updated_at: at.now,
            doc: { receipts: after.receipts.length, downloaded: after.downloadedAt !== null },
          },
        },
        ...moneyJobs(of, after, at.now),
      ],
    },
  }
}

/** A day to send the bid again; then the money of a withdrawn bid goes back (LIM-11: five days). */
const returnAfterMinutes = 24 * 60

/** Money in a sealed stream that stands for no bid: back to its payer, or up to the tender. */
function moneyJobs(
  { tender, party, phase }: { tender: string; party: string; phase: Phase },
  { deposit, envelope, withdrawnAt, returns }: BidState,
  at: Instant,
): readonly Row[] {
  if (deposit === null) return []
  const waiting = { attempts: 0, locked_until: null, last_error: null, done_at: null }
  if (phase !== 'tendering') {
    const row = { kind: 'take-up-deposits', dedupe: `take-up-${party}-${returns}`, run_at: at }
    const stream = tenderStream(tender)
    return [{ table: 'job', row: { stream, payload: { tender }, ...row, ...waiting } }]
  }
  if (envelope !== null || withdrawnAt === null) return []
  const dedupe = `return-deposit-${withdrawnAt}-${returns}`
  const row = { kind: 'return-deposit', dedupe, run_at: addMinutes(at, returnAfterMinutes) }
  const stream = bidStream(tender, party)
  return [{ table: 'job', row: { stream, payload: { tender, party }, ...row, ...waiting } }]
}

interface SealedBody {
  readonly body: unknown
  readonly receipt: string | undefined
  readonly rows: readonly Row[]
}

/** What the act is decided on: the bidder's own words, or the name of the sealed bid in them. */
async function bodyOf(
  parts: TenderParts,
  request: ActRequest & { readonly party: string },
  { bid, state }: { readonly bid: LoadedBid; readonly state: TenderState },
): Promise<SealedBody | Outcome> {
  const { act, body, tender, party } = request
  const plain = { body, receipt: undefined, rows: [] }
  if (act === 'withdraw-bid') {
    const asked = sealedWithdrawal.safeParse(body)
    if (!asked.success) return malformed(asked.error)
    if (bid.state.slot === null) return { kind: 'refused', refusal: refuseNothingSubmitted() }
    const slot = withdrawnSlot(bid, tender, asked.data.ticketSig)
    if (slot === undefined) return { kind: 'refused', refusal: refuseSeal('TICKET_SIG') }
    return { ...plain, body: { slot } }
  }
  if (!sealing.includes(act)) return plain
  const holding = certain(holdingOf(state), 'no notice without its holders')
  const taken = await takenIn(parts, { tender, party, holding, act, body }, bid)
  if (taken.kind !== 'taken') return taken
  const receipt = newReceipt()
  const rows: readonly Row[] = [{ table: 'sealed_content', row: taken.row }]
  return { body: { ...taken.body, receipt }, receipt, rows }
}

function newReceipt(): string {
  return `R${freshBytes(10).toString('hex').toUpperCase()}`
}

export { findBidAct }
