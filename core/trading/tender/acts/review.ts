// SPDX-License-Identifier: Apache-2.0
/** Deciders of 初步评审, 澄清, 算术修正 and 否决: the committee before it marks. */

import {
  type Finding,
  fileRef,
  happened,
  id,
  instant,
  line,
  refused,
  text,
  words,
  z,
} from '../../../kernel/index.ts'
import { countByBrand, rejectionGrounds } from '../../../law/index.ts'
import { arithmeticOf } from '../evaluation/arithmetic.ts'
import { brandOf, liveBids } from '../evaluation/live.ts'
import { isReopened } from '../evaluation/reopened.ts'
import { clarificationKinds, type Fault, faultShape } from '../events/evaluation.ts'
import { type DataOf, event, type TenderEvent } from '../events.ts'
import { countFindings } from '../rules/index.ts'
import type { Bid, Evaluation, TenderState } from '../state.ts'
import { type Asked, act } from './act.ts'
import { notPresent } from './committee.ts'

/** T23 初步评审: each member alone; the last sheet brings the majority's rejections. */
export const lockPreliminary = act(
  'lock-preliminary',
  words('提交初步评审意见', 'Lock the preliminary sheet'),
  z.strictObject({ faults: z.array(faultShape).max(500) }),
  (asked) => {
    const { body, state, actor, at } = asked
    const { evaluation } = state
    const absent = notPresent(state, actor.party)
    if (absent !== undefined) return absent
    if (evaluation?.step !== 'preliminary') return refused('preliminary-over')
    if (evaluation.sheets.some((s) => s.member === actor.party)) return refused('already-locked')
    const unknown = body.faults.find((f) => !isGround(f.ground) || !isOpened(state, f.bid))
    if (unknown !== undefined) return refused('unknown-ground-or-bid', { ...unknown })
    const locked = event('PreliminaryLocked', at.now, { member: actor.party, ...body })
    const sheets = [...evaluation.sheets, locked.data]
    const members = membersOf(state)
    if (sheets.length < members) return happened([locked])
    const faults = majorityFaults(sheets, members)
    const rejected = faults.map((r) => event('BidRejected', at.now, r))
    const concluded = event('PreliminaryConcluded', at.now, {})
    const counted = conforming(asked, new Set(faults.map((r) => r.bid)))
    const short = counted.find(({ outcome }) => outcome === 'breached')
    const events = [locked, ...rejected, concluded]
    if (short === undefined) return happened(events, counted)
    const explanation = short.sentence
    const failed = event('TenderFailed', at.now, { because: 'too-few-conforming', explanation })
    return happened([...events, failed], counted)
  },
)

/** GPL 36, O87 31: those left after the review, one brand counting as one bidder. */
function conforming(asked: Asked<unknown>, out: ReadonlySet<string>): readonly Finding[] {
  const left = liveBids(asked.state).filter(({ no }) => !out.has(no))
  const suppliers = countByBrand(left.map((bid) => ({ id: bid.no, brand: brandOf(bid) })))
  return countFindings(asked, { moment: 'conforming', suppliers })
}

export function isGround(ground: string): boolean {
  return rejectionGrounds.some((g) => g.id === ground)
}

function isOpened(state: TenderState, no: string): boolean {
  return state.bids.some((bid) => bid.no === no && bid.standing === 'opened')
}

export function membersOf(state: TenderState): number {
  return state.committee?.members.length ?? 0
}

export function isMajority(votes: number, members: number): boolean {
  return votes * 2 > members
}

/** For each bid and ground the members who found it; rejected where they are the majority. */
function majorityFaults(
  sheets: readonly DataOf<'PreliminaryLocked'>[],
  members: number,
): readonly DataOf<'BidRejected'>[] {
  const found = new Map<string, { fault: Fault; voters: Set<string> }>()
  for (const sheet of sheets) {
    for (const fault of sheet.faults) {
      const key = `${fault.bid} ${fault.ground}`
      const entry = found.get(key) ?? { fault, voters: new Set<string>() }
      entry.voters.add(sheet.member)
      found.set(key, entry)
    }
  }
  return [...found.values()]
    .filter(({ voters }) => isMajority(voters.size, members))
    .map(({ fault, voters }) => rejection(fault, voters.size, members))
}

function rejection(
  fault: Omit<Fault, 'page'>,
  votesFor: number,
  votes: number,
): DataOf<'BidRejected'> {
  const { bid, ground, clause, facts } = fault
  return { bid, ground, clause, facts, votesFor, votes }
}

/** T25 and T26 否决: a vote with ground, clause and facts; the majority decides. */
export const voteRejection = act(
  'vote-rejection',
  words('表决否决投标', 'Vote to reject'),
  z.strictObject({
    bid: id.nullable(),
    ground: line(10),
    clause: line(120),
    facts: text(1000),
  }),
  ({ body, state, actor, at }) => {
    const { evaluation } = state
    const absent = notPresent(state, actor.party)
    if (absent !== undefined) return absent
    if (openEvaluation(state) === null || evaluation === null)
      return refused('evaluation-concluded')
    const live = liveBids(state)
    if (body.bid === null && live.length >= 3) return refused('competition-remains')
    if (body.bid !== null && !live.some((b) => b.no === body.bid)) {
      return refused('no-such-bid', { bid: body.bid })
    }
    if (body.bid !== null && !isReopened(state, body.bid, 'rejection', 'price')) {
      return refused('outside-points', { bid: body.bid })
    }
    if (body.bid !== null && !isGround(body.ground)) {
      return refused('unknown-ground-or-bid', { ground: body.ground })
    }
    const same = (v: DataOf<'RejectionVoted'>) => v.bid === body.bid && v.ground === body.ground
    const earlier = evaluation.rejectionVotes.filter(same)
    if (earlier.some((v) => v.member === actor.party)) return refused('already-voted')
    const voted = event('RejectionVoted', at.now, { member: actor.party, ...body })
    const votes = earlier.length + 1
    if (!isMajority(votes, membersOf(state))) return happened([voted])
    const { bid } = body
    return happened([
      voted,
      bid === null
        ? event('TenderFailed', at.now, { because: 'all-rejected', explanation: body.facts })
        : event('BidRejected', at.now, rejection({ ...body, bid }, votes, membersOf(state))),
    ])
  },
)

/** A rejection found wrong on re-evaluation is taken back the way it came: by the majority. */
export const voteRestoration = act(
  'vote-restoration',
  words('表决恢复投标', 'Vote to restore a bid'),
  z.strictObject({ bid: id, reason: text(1000) }),
  ({ body, state, actor, at }) => {
    const absent = notPresent(state, actor.party)
    if (absent !== undefined) return absent
    const evaluation = openEvaluation(state)
    if (evaluation === null) return refused('evaluation-concluded')
    const rejected = state.bids.some((b) => b.no === body.bid && b.standing === 'rejected')
    if (!rejected) return refused('no-such-bid', { bid: body.bid })
    const { rounds, bids } = state
    const quoted = bids.some((b) => b.no === body.bid && b.lastFen !== null)
    if (rounds.concluded !== null && !quoted) return refused('no-last-quote', { bid: body.bid })
    const ordered = evaluation.reopened !== null && isReopened(state, body.bid, 'rejection')
    if (!ordered) return refused('outside-points', { bid: body.bid })
    const earlier = evaluation.restorationVotes.filter((v) => v.bid === body.bid)
    if (earlier.some((v) => v.member === actor.party)) return refused('already-voted')
    const voted = event('RestorationVoted', at.now, { member: actor.party, ...body })
    const [votesFor, votes] = [earlier.length + 1, membersOf(state)]
    if (!isMajority(votesFor, votes)) return happened([voted])
    const restored = { bid: body.bid, votesFor, votes }
    return happened([voted, event('BidRestored', at.now, restored)])
  },
)

/** T24 澄清: only the committee asks, and only about what is unclear. */
export const askClarification = act(
  'ask-clarification',
  words('要求投标人澄清', 'Ask for clarification'),
  z.strictObject({
    id,
    bid: id,
    kind: z.enum(clarificationKinds),
    question: text(2000),
    due: instant,
  }),
  ({ body, state, at }) => {
    const evaluation = openEvaluation(state)
    if (evaluation === null) return refused('evaluation-concluded')
    // What is low is judged by the price that counts, and that is the last quote.
    if (evaluation.step === 'negotiating' && body.kind === 'low-price') {
      return refused('negotiation-open')
    }
    if (!isOpened(state, body.bid)) return refused('no-such-bid', { bid: body.bid })
    // A bid that comes back may make another one look low: that has to be asked all the same.
    const listed = isReopened(state, body.bid, 'mark', 'price', 'rejection')
    if (!listed && body.kind !== 'low-price') {
      return refused('outside-points', { bid: body.bid })
    }
    if (evaluation.clarifications.some((c) => c.id === body.id)) return refused('id-taken')
    if (body.due <= at.now) return refused('deadline-in-the-past', { now: at.now })
    return happened([event('ClarificationAsked', at.now, body)])
  },
)

function openEvaluation(state: TenderState): Evaluation | null {
  const { evaluation } = state
  return evaluation === null || evaluation.conclusion !== null ? null : evaluation
}

export const replyClarification = act(
  'reply-clarification',
  words('答复澄清', 'Reply to the clarification'),
  z.strictObject({ id, answer: text(4000), files: z.array(fileRef).max(20) }),
  ({ body, state, actor, at }) => {
    const asked = openEvaluation(state)?.clarifications.find((c) => c.id === body.id)
    const own = state.bids.find((bid) => bid.bidder.party === actor.party)
    if (asked === undefined || asked.bid !== own?.no) return refused('no-such-clarification')
    if (asked.reply !== null) return refused('already-answered', { id: body.id })
    if (at.now >= asked.due) return refused('clarification-overdue', { due: asked.due })
    return happened([event('ClarificationReplied', at.now, { ...body, bid: asked.bid })])
  },
)

/** Step 1 of §5.1 清标: words before figures, unit prices before totals. */
export const correctArithmetic = act(
  'correct-arithmetic',
  words('算术修正', 'Correct the arithmetic'),
  z.strictObject({ bid: id }),
  ({ body, state, at }) => {
    if (openEvaluation(state) === null) return refused('evaluation-concluded')
    const bid = state.bids.find((b) => b.no === body.bid)
    if (bid?.content == null || bid.standing !== 'opened') return refused('no-such-bid', body)
    if (!isReopened(state, body.bid, 'price')) return refused('outside-points', body)
    if (bid.lastFen !== null) return refused('nothing-to-correct', body)
    if (bid.correction !== null) return refused('already-corrected', body)
    const found = arithmeticOf(bid.content)
    const announcedFen = bid.content.form.priceFen
    if (found.priceFen === announcedFen) return refused('nothing-to-correct', body)
    return happened([
      event('ArithmeticCorrected', at.now, {
        bid: bid.no,
        announcedFen,
        correctedFen: found.priceFen,
        steps: [...found.steps],
      }),
    ])
  },
)

/** AC-4: the corrected price binds once the bidder agrees; refusing is a ground (RJ-17). */
export const confirmCorrection = act(
  'confirm-correction',
  words('确认算术修正', 'Confirm the correction'),
  z.strictObject({ accepted: z.boolean() }),
  ({ body, state, actor, at }) => {
    const own = state.bids.find((bid) => bid.bidder.party === actor.party)
    if (own?.correction == null) return refused('nothing-to-confirm')
    if (own.correction.accepted !== null) return refused('already-answered', { id: own.no })
    return happened([event('CorrectionConfirmed', at.now, { bid: own.no, ...body })])
  },
)

/** LP-1: never rejected without asking; each member judges the explanation. */
export const judgeLowPrice = act(
  'judge-low-price',
  words('认定异常低价', 'Judge the low price'),
  z.strictObject({ bid: id, reasonable: z.boolean(), reason: text(1000) }),
  (asked) => {
    const { body, state, actor, at } = asked
    const evaluation = openEvaluation(state)
    const absent = notPresent(state, actor.party)
    if (absent !== undefined) return absent
    if (evaluation === null) return refused('evaluation-concluded')
    const inquiry = evaluation.clarifications.find(
      (c) => c.bid === body.bid && c.kind === 'low-price',
    )
    if (inquiry === undefined) return refused('low-price-not-asked', { bid: body.bid })
    if (inquiry.reply === null && at.now < inquiry.due) {
      return refused('clarification-pending', { due: inquiry.due })
    }
    const earlier = evaluation.lowPrice.filter((j) => j.bid === body.bid)
    if (earlier.some((j) => j.member === actor.party)) return refused('already-voted')
    const judged = event('LowPriceJudged', at.now, { member: actor.party, ...body })
    return happened([judged, ...lowPriceRejection(asked, [...earlier, judged.data])])
  },
)

function lowPriceRejection(
  { body, state, at }: Asked<{ bid: string; reason: string }>,
  judgements: readonly DataOf<'LowPriceJudged'>[],
): readonly TenderEvent[] {
  const against = judgements.filter((j) => !j.reasonable).length
  const members = membersOf(state)
  const already = state.bids.find((b: Bid) => b.no === body.bid)?.standing === 'rejected'
  if (already || !isMajority(against, members)) return []
  const fault = { bid: body.bid, ground: 'RJ-5', clause: '异常低价', facts: body.reason }
  return [event('BidRejected', at.now, rejection(fault, against, members))]
}

export const reviewActs = [
  lockPreliminary,
  voteRejection,
  voteRestoration,
  askClarification,
  replyClarification,
  correctArithmetic,
  confirmCorrection,
  judgeLowPrice,
]
