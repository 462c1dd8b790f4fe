// SPDX-License-Identifier: Apache-2.0
/** 开标之前的期限: documents, clarifications, objections, the deadline itself. */

import {
  article,
  type CivilDate,
  clockOf,
  day,
  dayOf,
  type Instant,
  rule,
  type WorkingCalendar,
} from '../../kernel/index.ts'
import { dayShown, since } from '../limit.ts'
import { backward, maximum, minimum, saidBy } from '../limit-rule.ts'
import { due, limitOf } from '../limits.ts'

export type DocumentsOffered = { issuedOn: CivilDate; availableUntil: CivilDate }

export const documentAvailability = minimum<DocumentsOffered>('LIM-01', {
  span: (facts) => ({ start: facts.issuedOn, end: facts.availableUntil }),
  act: '获取截止定于',
})

export type ApplicationPeriod = {
  compulsory: boolean
  saleEndsOn: CivilDate
  deadlineOn: CivilDate
}

export const prequalificationApplicationTime = minimum<ApplicationPeriod>('LIM-02', {
  span: (facts) => ({ start: facts.saleEndsOn, end: facts.deadlineOn }),
  act: '申请截止定于',
  applies: (facts) => facts.compulsory,
})

export type PreparationPeriod = {
  compulsory: boolean
  issuedOn: CivilDate
  deadlineOn: CivilDate
}

export const bidPreparationTime = minimum<PreparationPeriod>('LIM-05', {
  span: (facts) => ({ start: facts.issuedOn, end: facts.deadlineOn }),
  act: '投标截止定于',
  applies: (facts) => facts.compulsory,
})

export type ClarificationCase = {
  affectsPreparation: boolean
  publishedOn: CivilDate
  deadlineOn: CivilDate
}

const clarified = {
  span: (facts: ClarificationCase) => ({ start: facts.publishedOn, end: facts.deadlineOn }),
  applies: (facts: ClarificationCase) => facts.affectsPreparation,
}

export const prequalificationClarificationTime = minimum<ClarificationCase>('LIM-03', {
  ...clarified,
  act: '申请截止定于',
})

export const clarificationTime = minimum<ClarificationCase>('LIM-06', {
  ...clarified,
  act: '投标截止定于',
})

export type DocumentObjection = { lodgedOn: CivilDate; deadlineOn: CivilDate }

const objected = {
  span: (facts: DocumentObjection) => ({ start: facts.deadlineOn, end: facts.lodgedOn }),
  act: '异议提出于',
}

/** A late objection is kept and flagged; it does not suspend the tender. */
export const prequalificationObjectionWindow = backward<DocumentObjection>('LIM-04', objected)
export const documentObjectionWindow = backward<DocumentObjection>('LIM-07', objected)

export type ObjectionReply = { receivedOn: CivilDate; answeredOn: CivilDate }

export const objectionReplyTime = maximum<ObjectionReply>('LIM-08', {
  span: (facts) => ({ start: facts.receivedOn, end: facts.answeredOn }),
  act: '答复于',
})

export type OpeningMoment = { openedAt: Instant; deadlineAt: Instant }

export const openingNotBeforeDeadline = rule<OpeningMoment>()({
  ...saidBy(limitOf('LIM-09')),
  weight: 'block',
  holds: ({ openedAt, deadlineAt }) => openedAt >= deadlineAt,
  explain: ({ openedAt, deadlineAt }) =>
    `投标截止为${momentShown(deadlineAt)}，开标为${momentShown(openedAt)}，${
      openedAt >= deadlineAt ? '不早于截止' : '早于截止，不得开标'
    }（招标投标法第34条）。`,
})

export type BidArrival = { receivedAt: Instant; deadlineAt: Instant }

export const bidOnTime = rule<BidArrival>()({
  id: 'bid-on-time',
  handbook: 'RF-1',
  title: '投标文件按时送达',
  titleEn: 'Bid on time',
  cites: [article('招标投标法', 28), article('电子招标投标办法', 27)],
  restates: '截止时间之后送达的投标文件一律拒收',
  versions: [{ from: day(since.biddingLaw) }],
  weight: 'block',
  holds: ({ receivedAt, deadlineAt }) => receivedAt < deadlineAt,
  explain: ({ receivedAt, deadlineAt }) =>
    `投标截止为${momentShown(deadlineAt)}，送达完成于${momentShown(receivedAt)}，${
      receivedAt < deadlineAt ? '按时' : '未在截止之前，拒收'
    }（招标投标法第28条）。`,
})

export type BidValidityCase = { closedOn: CivilDate; validityDays: number; actOn: CivilDate }

/** RU-04: acts are checked against the plain end, not against the rolled one. */
export const bidValidity = rule<BidValidityCase>()({
  ...saidBy(limitOf('LIM-14')),
  weight: 'reason',
  holds: ({ closedOn, validityDays, actOn }, _version, { calendar }) =>
    actOn <= validityEnd(closedOn, validityDays, calendar).raw,
  explain: ({ closedOn, validityDays, actOn }, _version, { calendar }) => {
    const { raw, safe } = validityEnd(closedOn, validityDays, calendar)
    const rolled = raw === safe ? '' : `（遇休息日，参考${dayShown(safe)}）`
    const held = actOn <= raw ? '在有效期内' : '已过有效期，须先经投标人同意延长'
    return `投标有效期自${dayShown(closedOn)}起${validityDays}日，至${dayShown(raw)}${rolled}；${dayShown(
      actOn,
    )}办理，${held}。`
  },
})

export type DepositValidityCase = { bidsValidUntil: CivilDate; depositValidUntil: CivilDate }

export const depositValidity = rule<DepositValidityCase>()({
  ...saidBy(limitOf('LIM-15')),
  weight: 'reason',
  holds: ({ bidsValidUntil, depositValidUntil }) => bidsValidUntil === depositValidUntil,
  explain: ({ bidsValidUntil, depositValidUntil }) =>
    `投标有效期至${dayShown(bidsValidUntil)}，保证金有效期至${dayShown(depositValidUntil)}，${
      bidsValidUntil === depositValidUntil ? '一致' : '不一致'
    }（实施条例第26条）。`,
})

function momentShown(at: Instant): string {
  return `${dayShown(dayOf(at))}${clockOf(at)}`
}

function validityEnd(closedOn: CivilDate, n: number, calendar: WorkingCalendar) {
  return due(limitOf('LIM-14'), closedOn, { lawDay: day(since.regulation), calendar, n })
}
