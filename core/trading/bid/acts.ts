// SPDX-License-Identifier: Apache-2.0
/** Deciders of 下载, 保证金, 递交, 修改, 撤回: secret until the deadline, and never late. */

import {
  type Actor,
  addDays,
  type CivilDate,
  certain,
  civilDate,
  type Decision,
  dayOf,
  type Finding,
  fen,
  fileRef,
  happened,
  hexOf,
  id,
  line,
  type Refused,
  refused,
  type Words,
  words,
  z,
} from '../../kernel/index.ts'
import { bidOnTime, depositValidity, refundAfterWithdrawal } from '../../law/index.ts'
import {
  depositForms,
  finding,
  type Malformed,
  type Moment,
  malformed,
  paperFault,
  refundOf,
  type TenderState,
} from '../tender/index.ts'
import { type BidEvent, bidEvent, envelopeShape, slotShape } from './events.ts'
import type { BidState } from './state.ts'
import { dueSince } from './take-up.ts'

export interface BidAsked<B> {
  readonly body: B
  readonly bid: BidState
  readonly tender: TenderState
  readonly actor: Actor
  readonly at: Moment
}

export interface BidAct {
  readonly name: string
  readonly title: Words
  readonly stream: 'bid'
  readonly shape: z.ZodType
  readonly run: (asked: BidAsked<unknown>) => Decision<BidEvent> | Malformed
}

function bidAct<S extends z.ZodType>(
  name: string,
  title: Words,
  shape: S,
  decide: (asked: BidAsked<z.infer<S>>) => Decision<BidEvent>,
): BidAct {
  const run = (asked: BidAsked<unknown>) => {
    const parsed = shape.safeParse(asked.body)
    return parsed.success ? decide({ ...asked, body: parsed.data }) : malformed(parsed.error)
  }
  return { name, title, stream: 'bid', shape, run }
}

/** T06: registration is the only condition; who downloads is secret. */
export const downloadDocument = bidAct(
  'download-document',
  words('下载招标文件', 'Download the document'),
  z.strictObject({}),
  ({ bid, actor, at }) => {
    if (bid.downloadedAt !== null) return happened([])
    return happened([bidEvent('DocumentDownloaded', at.now, { bidder: nameOf(actor, at) })])
  },
)

function nameOf(actor: Actor, at: Moment) {
  return { party: actor.party, name: at.facts.callerName ?? actor.party }
}

/** T11: any form; cash from the bidder's basic account (BD-4). */
export const recordDeposit = bidAct(
  'record-deposit',
  words('提交投标保证金', 'Hand in the deposit'),
  z.strictObject({
    form: z.enum(depositForms),
    amountFen: fen.min(1),
    reference: line(80),
    creditedOn: civilDate,
  }),
  ({ body, bid, tender, actor, at }) => {
    const wanted = tender.notice?.terms.deposit
    if (wanted == null) return refused('no-deposit-asked')
    if (bid.deposit !== null) return refused('deposit-already-in')
    // The money has moved: when it came is for the close to judge, never a reason not to write it.
    if (body.creditedOn > dayOf(at.now)) return refused('credit-in-the-future')
    if (body.amountFen < wanted.amountFen) {
      return refused('deposit-too-low', { wantedFen: wanted.amountFen, givenFen: body.amountFen })
    }
    const credited = bidEvent('DepositCredited', at.now, { ...body, bidder: nameOf(actor, at) })
    if (body.form === 'transfer') return happened([credited])
    const asked = { state: tender, at }
    const { paper } = at.facts
    const bidsValidUntil = bidsBindUntil(tender)
    const fault = paperFault(paper, {
      ...{ form: body.form, amountFen: body.amountFen, applicant: actor.party },
      ...{ beneficiary: tender.project?.owner.party, validUntil: bidsValidUntil },
    })
    const ends = paper?.validUntil ?? bidsValidUntil
    // A paper that holds longer than the bids bind secures all of them.
    const depositValidUntil = ends < bidsValidUntil ? ends : bidsValidUntil
    const found = finding(asked, depositValidity, { bidsValidUntil, depositValidUntil })
    return fault === undefined
      ? happened([credited], [found])
      : refused(fault.reason, fault.facts, found.outcome === 'breached' ? [found] : [])
  },
)

/** The last day on which the bids of this tender bind. */
function bidsBindUntil({ notice }: TenderState): CivilDate {
  const { schedule, terms } = certain(notice, 'a deposit is asked for in the notice')
  return addDays(dayOf(schedule.deadline), terms.validityDays)
}

const envelopeBody = z.strictObject({ receipt: id, envelope: envelopeShape, slot: slotShape })

/** What a bidder sends of the own sealed bid (ADR 9); the shell checks it and names it. */
export const sealedSubmission = z.strictObject({
  /** SBID/1, canonical JSON. */
  manifest: z.string().min(1).max(400_000),
  file: fileRef,
  ticketSig: hexOf(64),
})
export type SealedSubmission = z.infer<typeof sealedSubmission>

/** What a bidder sends to take it back. */
export const sealedWithdrawal = z.strictObject({ ticketSig: hexOf(64) })

/** T12: taken if whole and in time; everything else is left to the committee (§6.1). */
export const submitBid = bidAct(
  'submit-bid',
  words('递交投标文件', 'Submit the bid'),
  envelopeBody,
  (asked) => {
    const { body, bid, actor, at } = asked
    if (bid.envelope !== null) return refused('already-submitted')
    const { refusal, found } = lateFor(asked)
    if (refusal !== undefined) return refusal
    const data = { ...body, bidder: nameOf(actor, at) }
    return happened([bidEvent('BidSubmitted', at.now, data)], [found])
  },
)

/** T13 修改: the new envelope names the one it replaces. */
export const replaceBid = bidAct(
  'replace-bid',
  words('修改投标文件', 'Replace the bid'),
  envelopeBody,
  (asked) => {
    const { body, bid, at } = asked
    if (bid.envelope === null) return refused('nothing-submitted')
    const { refusal, found } = lateFor(asked)
    if (refusal !== undefined) return refusal
    const data = { ...body, previous: bid.envelope.commitment }
    return happened([bidEvent('BidReplaced', at.now, data)], [found])
  },
)

/** T13 撤回: the refund clock starts. */
export const withdrawBid = bidAct(
  'withdraw-bid',
  words('撤回投标文件', 'Withdraw the bid'),
  z.strictObject({ slot: slotShape }),
  (asked) => {
    const { body, bid, at } = asked
    if (bid.envelope === null) return refused('nothing-submitted')
    const { refusal, found } = lateFor(asked)
    if (refusal !== undefined) return refusal
    const data = { ...body, commitment: bid.envelope.commitment }
    return happened([bidEvent('BidWithdrawn', at.now, data)], [found])
  },
)

/** LIM-11: what was paid for a withdrawn bid goes back within five days, and nobody else knows. */
export const returnDeposit = bidAct(
  'return-deposit',
  words('退还撤回投标的保证金', 'Return the deposit of a withdrawn bid'),
  z.strictObject({ reference: line(60) }),
  ({ body, bid, tender, actor, at }) => {
    const { deposit, withdrawnAt } = bid
    if (deposit === null) return refused('nothing-to-refund', { party: actor.party })
    if (bid.envelope !== null || withdrawnAt === null) return refused('deposit-still-needed')
    const rate = at.facts.depositRate
    if (rate === undefined) return refused('no-deposit-rate')
    const refundedOn = dayOf(at.now)
    const { principalFen, interestFen } = returnOf(deposit, refundedOn, rate)
    const dueFrom = dayOf(dueSince(bid, withdrawnAt))
    const asked = { state: tender, at }
    return happened(
      [bidEvent('DepositReturned', at.now, { ...body, principalFen, interestFen })],
      [finding(asked, refundAfterWithdrawal, { dueFrom, refundedOn })],
    )
  },
)

/** What the bank pays for a deposit that goes back out of the sealed stream. */
export function returnOf(
  deposit: NonNullable<BidState['deposit']>,
  refundedOn: CivilDate,
  rate: NonNullable<Moment['facts']['depositRate']>,
) {
  return refundOf({ ...deposit, forfeitedFen: 0 }, refundedOn, rate)
}

/** RF-1: the server's clock, strictly before the deadline. */
function lateFor({ tender, at }: BidAsked<unknown>): { refusal?: Refused; found: Finding } {
  const deadline = tender.notice?.schedule.deadline ?? at.now
  const asked = { state: tender, at }
  const found = finding(asked, bidOnTime, { receivedAt: at.now, deadlineAt: deadline })
  if (found.outcome !== 'breached') return { found }
  return { refusal: refused('bid-late', { deadline, received: at.now }, [found]), found }
}

export const bidActs: readonly BidAct[] = [
  downloadDocument,
  recordDeposit,
  submitBid,
  replaceBid,
  withdrawBid,
  returnDeposit,
]

/** The same acts with the shapes that people send: the platform makes of them what is decided on. */
export const sentBidActs: readonly Pick<BidAct, 'name' | 'title' | 'shape'>[] = bidActs.map(
  (act) => {
    if (act === withdrawBid) return { ...act, shape: sealedWithdrawal }
    return act === submitBid || act === replaceBid ? { ...act, shape: sealedSubmission } : act
  },
)

export function findSentBidAct(name: string) {
  return sentBidActs.find((act) => act.name === name)
}

export function findBidAct(name: string): BidAct | undefined {
  return bidActs.find((act) => act.name === name)
}
