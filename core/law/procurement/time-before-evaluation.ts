// SPDX-License-Identifier: Apache-2.0
/** 采购活动开始到评审: notice, supply, clarification and response times that a case is held to. */

import type { CivilDate } from '../../kernel/index.ts'
import { maximum, minimum } from '../limit-rule.ts'

export const intentionBeforeActivity = minimum<{
  publishedOn: CivilDate
  startedOn: CivilDate
  exempt: boolean
}>('TL-01', {
  span: ({ publishedOn, startedOn }) => ({ start: publishedOn, end: startedOn }),
  act: '采购活动开始于',
  applies: ({ exempt }) => !exempt,
})

export const procurementBidPreparation = minimum<{ issuedOn: CivilDate; deadlineOn: CivilDate }>(
  'TL-02',
  {
    span: ({ issuedOn, deadlineOn }) => ({ start: issuedOn, end: deadlineOn }),
    act: '投标截止定于',
  },
)

export const procurementDocumentSupply = minimum<{
  suppliedFrom: CivilDate
  suppliedUntil: CivilDate
}>('TL-03', {
  span: ({ suppliedFrom, suppliedUntil }) => ({ start: suppliedFrom, end: suppliedUntil }),
  act: '提供到',
})

export const procurementNoticePeriod = minimum<{ publishedOn: CivilDate; endsOn: CivilDate }>(
  'TL-04',
  {
    span: ({ publishedOn, endsOn }) => ({ start: publishedOn, end: endsOn }),
    act: '公告到',
  },
)

export const procurementPrequalificationTime = minimum<{
  publishedOn: CivilDate
  deadlineOn: CivilDate
}>('TL-05', {
  span: ({ publishedOn, deadlineOn }) => ({ start: publishedOn, end: deadlineOn }),
  act: '提交截止定于',
})

export const procurementPrequalificationClarification = minimum<{
  sentOn: CivilDate
  deadlineOn: CivilDate
  affects: boolean
}>('TL-06', {
  span: ({ sentOn, deadlineOn }) => ({ start: sentOn, end: deadlineOn }),
  act: '提交截止定于',
  applies: ({ affects }) => affects,
})

export const procurementClarificationTime = minimum<{
  sentOn: CivilDate
  deadlineOn: CivilDate
  affects: boolean
}>('TL-07', {
  span: ({ sentOn, deadlineOn }) => ({ start: sentOn, end: deadlineOn }),
  act: '投标截止定于',
  applies: ({ affects }) => affects,
})

export const negotiationResponseTime = minimum<{ issuedOn: CivilDate; deadlineOn: CivilDate }>(
  'TL-08',
  {
    span: ({ issuedOn, deadlineOn }) => ({ start: issuedOn, end: deadlineOn }),
    act: '响应截止定于',
  },
)

export const negotiationChangeTime = minimum<{
  sentOn: CivilDate
  deadlineOn: CivilDate
  affects: boolean
}>('TL-09', {
  span: ({ sentOn, deadlineOn }) => ({ start: sentOn, end: deadlineOn }),
  act: '响应截止定于',
  applies: ({ affects }) => affects,
})

export const inquiryResponseTime = minimum<{ issuedOn: CivilDate; deadlineOn: CivilDate }>(
  'TL-10',
  {
    span: ({ issuedOn, deadlineOn }) => ({ start: issuedOn, end: deadlineOn }),
    act: '响应截止定于',
  },
)

export const inquiryChangeTime = minimum<{
  sentOn: CivilDate
  deadlineOn: CivilDate
  affects: boolean
}>('TL-11', {
  span: ({ sentOn, deadlineOn }) => ({ start: sentOn, end: deadlineOn }),
  act: '响应截止定于',
  applies: ({ affects }) => affects,
})

export const consultationResponseTime = minimum<{ issuedOn: CivilDate; deadlineOn: CivilDate }>(
  'TL-12',
  {
    span: ({ issuedOn, deadlineOn }) => ({ start: issuedOn, end: deadlineOn }),
    act: '响应截止定于',
  },
)

export const consultationDocumentSupply = minimum<{ soldFrom: CivilDate; soldUntil: CivilDate }>(
  'TL-13',
  {
    span: ({ soldFrom, soldUntil }) => ({ start: soldFrom, end: soldUntil }),
    act: '发售到',
  },
)

export const consultationChangeTime = minimum<{
  sentOn: CivilDate
  deadlineOn: CivilDate
  affects: boolean
}>('TL-14', {
  span: ({ sentOn, deadlineOn }) => ({ start: sentOn, end: deadlineOn }),
  act: '响应截止定于',
  applies: ({ affects }) => affects,
})

export const nonTenderNoticePeriod = minimum<{ publishedOn: CivilDate; endsOn: CivilDate }>(
  'TL-15',
  {
    span: ({ publishedOn, endsOn }) => ({ start: publishedOn, end: endsOn }),
    act: '公告到',
  },
)

export const singleSourceReview = minimum<{
  publishedOn: CivilDate
  endsOn: CivilDate
  atThreshold: boolean
}>('TL-16', {
  span: ({ publishedOn, endsOn }) => ({ start: publishedOn, end: endsOn }),
  act: '公示到',
  applies: ({ atThreshold }) => atThreshold,
})

export const singleSourceReargument = maximum<{ reviewEndedOn: CivilDate; concludedOn: CivilDate }>(
  'TL-17',
  {
    span: ({ reviewEndedOn, concludedOn }) => ({ start: reviewEndedOn, end: concludedOn }),
    act: '得出结论于',
  },
)

export const procurementDrawLead = maximum<{
  drawnOn: CivilDate
  evaluatedOn: CivilDate
  exempt: boolean
}>('TL-18', {
  span: ({ drawnOn, evaluatedOn }) => ({ start: drawnOn, end: evaluatedOn }),
  act: '评审开始于',
  applies: ({ exempt }) => !exempt,
})
