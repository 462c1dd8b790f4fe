// SPDX-License-Identifier: Apache-2.0
/** 定标以后的规则: who of the candidates may win, and how soon each step follows the one before. */

import { type CivilDate, certain, type Finding } from '../../../kernel/index.ts'
import {
  awardNoticeTime,
  contractDisclosureTime,
  contractTime,
  due,
  firstRankedWins,
  isPassOverReason,
  limitOf,
  procurementContractChange,
  procurementContractTime,
  procurementDecisionTime,
  procurementRankOrder,
  procurementResultTime,
  publicReviewStart,
} from '../../../law/index.ts'
import { type Asked, finding, lawDayOf } from '../acts/act.ts'
import { procedureOf } from '../decide.ts'

export interface Choice {
  /** Among the candidates that are left, from 1. */
  readonly rank: number
  readonly reasonCode: string
  readonly reason: string
}

export const rankRules: Readonly<
  Record<string, (asked: Asked<unknown>, choice: Choice) => Finding>
> = {
  T34: (asked, choice) => {
    const { project } = asked.state
    return finding(asked, firstRankedWins, {
      stateControlledCompulsory: project?.compulsory === true && project.stateControlled,
      winnerRank: choice.rank,
      passedOver: reasonsOf(choice),
      separationBasis: null,
    })
  },
  ORD: (asked, choice) =>
    finding(asked, procurementRankOrder, {
      winnerRank: choice.rank,
      passedOver: reasonsOf(choice),
    }),
}

/** A code alone says nothing of the case: the facts must be written beside it. */
function reasonsOf({ rank, reasonCode, reason }: Choice): readonly string[] {
  if (!isPassOverReason(reasonCode) || reason === '') return []
  return Array.from({ length: rank - 1 }, () => reasonCode)
}

export function rankFinding(asked: Asked<unknown>, choice: Choice): Finding {
  const { rank } = procedureOf(asked.state).rules
  return certain(rankRules[rank], `no rank rule ${rank}`)(asked, choice)
}

interface Step {
  readonly since: CivilDate
  readonly done: CivilDate
}
type Timely = (asked: Asked<unknown>, step: Step) => Finding

export const stepRules: Readonly<Record<string, Timely>> = {
  'LIM-17': (asked, { since, done }) =>
    finding(asked, publicReviewStart, {
      compulsory: asked.state.project?.compulsory === true,
      reportReceivedOn: since,
      startedOn: done,
    }),
  'LIM-20': (asked, { since, done }) =>
    finding(asked, awardNoticeTime, { reviewEndedOn: since, issuedOn: done }),
  'TL-21': (asked, { since, done }) =>
    finding(asked, procurementDecisionTime, { deliveredOn: since, decidedOn: done }),
  'TL-22': (asked, { since, done }) =>
    finding(asked, procurementResultTime, { decidedOn: since, publishedOn: done }),
  'LIM-23': (asked, { since, done }) =>
    finding(asked, contractTime, { noticeOn: since, signedOn: done }),
  'TL-25': (asked, { since, done }) =>
    finding(asked, procurementContractTime, { noticeOn: since, signedOn: done }),
  'LIM-46': (asked, { since, done }) =>
    finding(asked, contractDisclosureTime, { signedOn: since, publishedOn: done }),
  'TL-28': (asked, { since, done }) =>
    finding(asked, procurementContractChange, { changedOn: since, publishedOn: done }),
}

export function stepFinding(asked: Asked<unknown>, rule: string, step: Step): Finding {
  return certain(stepRules[rule], `no step rule ${rule}`)(asked, step)
}

/** Until when a loser may object: from the notice, or from the end of the result's own period. */
export function remedyUntil(asked: Asked<unknown>, noticeOn: CivilDate): CivilDate {
  const { rules } = procedureOf(asked.state)
  const counting = {
    lawDay: lawDayOf(asked.state, asked.at.now),
    calendar: asked.at.calendar,
  }
  const { resultPeriod, remedy } = rules
  const from =
    resultPeriod === null ? noticeOn : due(limitOf(resultPeriod), noticeOn, counting).safe
  return due(limitOf(remedy), from, counting).safe
}
