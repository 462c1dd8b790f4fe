// SPDX-License-Identifier: Apache-2.0
/** Deciders of 开标: decrypt within the window, announce once, everything on the record. */

import {
  addMinutes,
  certain,
  happened,
  hexOf,
  type Instant,
  id,
  refused,
  text,
  words,
  z,
} from '../../../kernel/index.ts'
import { dueMoment, limitOf, openingNotBeforeDeadline } from '../../../law/index.ts'
import {
  coefficientHidden,
  coefficientHolds,
  coefficientMinutes,
  drawCoefficient,
} from '../coefficient.ts'
import { bidOf } from '../decide.ts'
import type { openers } from '../events/opening.ts'
import { type DataOf, event } from '../events.ts'
import { officeOf } from '../holders.ts'
import { leastToOpen } from '../rules/index.ts'
import type { Bid, TenderState } from '../state.ts'
import { act, finding, lawDayOf, type Moment } from './act.ts'

/** T16 开标: at the deadline, by the owner or the agency. */
export const startOpening = act(
  'start-opening',
  words('开标', 'Start the opening'),
  z.strictObject({}),
  (asked) => {
    const { state, at } = asked
    const terms = state.notice?.terms
    const deadline = state.notice?.schedule.deadline
    if (terms === undefined || deadline === undefined) return refused('no-notice')
    const due = finding(asked, openingNotBeforeDeadline, { openedAt: at.now, deadlineAt: deadline })
    if (due.outcome === 'breached') return refused('deadline-not-reached', { deadline }, [due])
    const minutes = terms.decryptMinutes + terms.decryptExtensionMinutes
    // Time spent waiting for a promised number is not the bidders' time.
    const waiting = coefficientHidden(state).length > 0 ? coefficientMinutes : 0
    const numbersUntil = addMinutes(at.now, waiting)
    const window = { lawDay: lawDayOf(state, at.now), n: minutes }
    const until = dueMoment(limitOf('LIM-13'), numbersUntil, window)
    const received = state.received ?? 0
    return happened([event('OpeningStarted', at.now, { received, until, numbersUntil })], [due])
  },
)

/** The master of the own bid. */
export const masterBody = z.strictObject({ master: hexOf(32) })

/** T17 解密: the bidder opens the own bid inside the window. */
export const decryptBid = act(
  'decrypt-bid',
  words('解密投标文件', 'Decrypt the bid'),
  masterBody,
  ({ state, actor, at }) => {
    const bid = bidOf(state, actor.party)
    if (bid === undefined) return refused('no-bid')
    if (bid.standing !== 'sealed') return refused('already-opened', { bid: bid.no })
    if (coefficientHolds(state, at.now)) {
      const hidden = [...coefficientHidden(state)]
      return refused('numbers-hidden', { hidden, until: state.opening?.numbersUntil ?? at.now })
    }
    if (state.opening !== null && at.now >= state.opening.until) {
      return refused('decryption-window-over', { until: state.opening.until })
    }
    const { notOpened } = at.facts
    if (notOpened !== undefined) return refused('bid-not-opened', { fault: notOpened })
    return happened(openedNow(bid.no, 'bidder', at))
  },
)

function openedNow(bid: string, by: (typeof openers)[number], { now, facts }: Moment) {
  const opened = certain(facts.opened, 'the shell opens the bid first')
  return [
    event('DecryptionSucceeded', now, { bid }),
    event('BidDecrypted', now, { bid, ...opened, by }),
  ]
}

/** One share of one sealed bid: the point and the proof that it is the true one (PVSS/1). */
export const shareBody = z.strictObject({ bid: id, share: hexOf(33), proof: hexOf(64) })

/** 补救解密: after the bidder's window two holders open what stayed sealed (decision 22). */
export const giveShare = act(
  'give-share',
  words('提交密钥份额', 'Give a share'),
  shareBody,
  ({ body, state, actor, at }) => {
    const bid = state.bids.find((b) => b.no === body.bid)
    const office = officeOf(actor.role)
    const held = state.holders.find((h) => h.office === office && h.holder.party === actor.party)
    if (office === undefined || held === undefined) return refused('not-a-holder')
    if (bid === undefined) return refused('no-such-bid', { bid: body.bid })
    if (bid.standing !== 'sealed') return refused('already-opened', { bid: bid.no })
    const until = state.opening?.until ?? at.now
    if (at.now < until) return refused('decryption-window-open', { until })
    if (bid.shares.some((s) => s.office === office)) return refused('share-given', { bid: bid.no })
    const given = event('ShareGiven', at.now, { ...body, office })
    const { notOpened, opened } = at.facts
    if (notOpened === 'SHARE_PROOF') return refused('share-unproved', { bid: bid.no })
    if (opened !== undefined) return happened([given, ...openedNow(bid.no, 'holders', at)])
    if (notOpened === undefined) return happened([given])
    // The shares were true and the bid still does not open: it was never a whole bid (§2.9).
    const evidence = `两方份额经验证为真，投标文件仍不能打开（${notOpened}），任何人都可以复算。`
    const failed = event('DecryptionFailed', at.now, { bid: bid.no, fault: 'bidder', evidence })
    return happened([given, failed])
  },
)

/** DC-10: the owner attributes the fault on evidence; the bidder may object on the spot. */
export const recordDecryptionFailure = act(
  'record-decryption-failure',
  words('记录解密失败', 'Record a failed decryption'),
  z.strictObject({
    bid: id,
    fault: z.enum(['bidder', 'platform', 'tenderOwner', 'other']),
    evidence: text(1000),
  }),
  ({ body, state, at }) => {
    const bid = state.bids.find((b) => b.no === body.bid)
    if (bid === undefined) return refused('no-such-bid', { bid: body.bid })
    if (bid.standing !== 'sealed') return refused('already-opened', { bid: bid.no })
    const until = state.opening?.until ?? at.now
    if (at.now < until) return refused('decryption-window-open', { until })
    return happened([event('DecryptionFailed', at.now, body)])
  },
)

/** T18 唱标: all prices at once, after every bid is opened or accounted for. */
export const announceOpening = act(
  'announce-opening',
  words('公布开标记录', 'Announce the opening'),
  z.strictObject({}),
  ({ state, at }) => {
    const waiting = state.bids.filter((bid) => bid.standing === 'sealed')
    if (waiting.length > 0) return refused('bids-still-sealed', { waiting: waiting.length })
    const { identities } = at.facts
    const record = event('OpeningRecorded', at.now, {
      rows: state.bids.map((bid) => ({
        ...rowOf(bid, state),
        ...identityOf(bid, identities),
      })),
      coefficient: drawCoefficient(state),
      ...(identities === undefined ? {} : { revocationLists: [...identities.lists] }),
    })
    const failed = failureAfterDecryption(state, leastToOpen(state, at.now))
    return happened(failed === null ? [record] : [record, event('TenderFailed', at.now, failed)])
  },
)

/** A finding for whoever reads the record: an identity that does not hold loses no bid by itself. */
function identityOf(bid: Bid, identities: Moment['facts']['identities']) {
  const identity = identities?.verdicts.get(bid.no)
  return identity === undefined ? {} : { identity }
}

function rowOf(bid: Bid, state: TenderState): DataOf<'OpeningRecorded'>['rows'][number] {
  const form = bid.content?.form
  const deposit = state.deposits.find(
    (d) => d.bidder.party === bid.bidder.party && d.released?.cause !== 'late',
  )
  return {
    bid: bid.no,
    bidder: bid.bidder,
    decrypted: bid.standing === 'opened',
    priceFen: form?.priceFen ?? null,
    durationDays: form?.durationDays ?? null,
    quality: form?.quality ?? '',
    projectManager: form?.projectManager ?? null,
    deposit: deposit?.form ?? 'none',
    ...bid.opened,
  }
}

/** DC-9: bids lost by another's fault do not count; what is left may be too few. */
function failureAfterDecryption(state: TenderState, least: number): DataOf<'TenderFailed'> | null {
  const counted = state.bids.filter((bid) => bid.standing !== 'withdrawn').length
  const openedBids = state.bids.filter((bid) => bid.standing === 'opened').length
  const strict = state.notice?.terms.failIfOpenedFewerThanThree === true
  if (counted >= least && (openedBids >= least || !strict)) return null
  return {
    because: 'too-few-opened',
    explanation: `收到${state.received ?? 0}家，解密成功${openedBids}家，不足${least}家，本次招标失败。`,
  }
}

/** The law names no length; the session stays open this long after the record. */
export const sessionAfterRecordMinutes = 30

/** When the opening session ends; null while the bids are still being opened. */
export function openingSessionUntil({ recordedAt }: TenderState): Instant | null {
  return recordedAt === null ? null : addMinutes(recordedAt, sessionAfterRecordMinutes)
}

/** T19 开标异议: raised and answered in the session, and in the record. */
export const objectOpening = act(
  'object-opening',
  words('对开标提出异议', 'Object at the opening'),
  z.strictObject({ id, text: text(1000) }),
  ({ body, state, at }) => {
    const until = openingSessionUntil(state)
    if (until !== null && at.now >= until) return refused('opening-session-over', { until })
    if (state.openingObjections.some((o) => o.id === body.id)) return refused('id-taken')
    return happened([event('OpeningObjected', at.now, body)])
  },
)

export const answerOpeningObjection = act(
  'answer-opening-objection',
  words('答复开标异议', 'Answer the objection at the opening'),
  z.strictObject({ id, answer: text(1000) }),
  ({ body, state, at }) => {
    const objection = state.openingObjections.find((o) => o.id === body.id)
    if (objection === undefined) return refused('no-such-objection', { id: body.id })
    if (objection.answer !== null) return refused('already-answered', { id: body.id })
    return happened([event('OpeningObjectionAnswered', at.now, body)])
  },
)

export const openingActs = [
  startOpening,
  decryptBid,
  giveShare,
  recordDecryptionFailure,
  announceOpening,
  objectOpening,
  answerOpeningObjection,
]
