// SPDX-License-Identifier: Apache-2.0
/** 正在计时: every clock the law has started in a tender, who owes what, by when, and why. */

import {
  citeText,
  dayOf,
  endOf,
  type Finding,
  type Instant,
  instantOn,
  type Words,
  words,
} from '../../kernel/index.ts'
import { type Due, due, explainDue, limitOf } from '../../law/index.ts'
import { lawDayOf, type Moment } from './acts/act.ts'
import { outstanding } from './acts/deposits.ts'
import { openingSessionUntil } from './acts/opening.ts'
import { procedureOf } from './decide.ts'
import type { Phase, TenderState } from './state.ts'

/** A duty that is running: who owes what act, since when, until when, and why. */
export interface Duty {
  readonly id: string
  readonly act: string
  readonly title: Words
  /** Party that owes it. */
  readonly owner: string
  readonly since: Instant
  /** Moment at which it is late; null where the law names none. */
  readonly until: Instant | null
  /** One sentence with clause and arithmetic. */
  readonly why: string
  readonly due: Due | null
}

/** Limits that bind whoever owes an act; an objection that came late breaks no duty. */
const dutyLimits = 'LIM-08 LIM-11 LIM-17 LIM-20 LIM-22 LIM-23 LIM-24 LIM-28'.split(' ')

/** How many of these findings say that an act which was owed came too late. */
export function missedIn(findings: readonly Finding[]): number {
  return findings.filter(
    ({ outcome, handbook = '' }) => outcome === 'breached' && dutyLimits.includes(handbook),
  ).length
}

/** Every clock the law has started in this tender and nobody has stopped yet. */
export function dutiesOf(
  state: TenderState,
  at: Pick<Moment, 'calendar' | 'now'>,
): readonly Duty[] {
  return [
    ...objectionDuties(state, at),
    ...openingDuties(state),
    ...resultDuties(state, at),
    ...moneyDuties(state, at),
  ]
}

type Clock = Pick<Moment, 'calendar' | 'now'>

function duty(
  state: TenderState,
  at: Clock,
  of: {
    id: string
    act: string
    title: Words
    owner: string | undefined
    since: Instant
    limit: string
  },
): readonly Duty[] {
  const { owner, limit, since, id, act, title } = of
  if (owner === undefined) return []
  const counting = { lawDay: lawDayOf(state, at.now), calendar: at.calendar }
  const found = due(limitOf(limit), dayOf(since), counting)
  const until = endOf(found.safe)
  return [{ id, act, title, owner, since, until, why: explainDue(found), due: found }]
}

function objectionDuties(state: TenderState, at: Clock): readonly Duty[] {
  const owner = state.project?.owner.party
  return (
    state.objections
      // OC-3: a late objection is answered at the owner's choice, so it is no duty.
      .filter((o) => o.answer === null && o.lodged?.late !== true)
      .flatMap((o) =>
        duty(state, at, {
          id: `objection-${o.id}`,
          act: 'answer-objection',
          title: words('答复异议', 'Answer the objection'),
          owner,
          since: o.lodgedAt,
          limit: 'LIM-08',
        }),
      )
  )
}

/** LIM-12: raised and answered in the session, so it is late when the session is over. */
function openingDuties(state: TenderState): readonly Duty[] {
  const owner = state.agency?.party ?? state.project?.owner.party
  const ends: readonly Phase[] = ['opening', 'opened']
  if (owner === undefined || !ends.includes(state.phase)) return []
  const limit = limitOf('LIM-12')
  return state.openingObjections
    .filter((o) => o.answer === null)
    .map((o) => ({
      id: `opening-objection-${o.id}`,
      act: 'answer-opening-objection',
      title: words('当场答复开标异议', 'Answer on the spot'),
      owner,
      since: o.at,
      until: openingSessionUntil(state),
      why: `${limit.restates}（${limit.cites.map(citeText).join('、')}）`,
      due: null,
    }))
}

/** What the owner owes once the report is there. */
const publishing = {
  ...{ id: 'publish-candidates', act: 'publish-candidates' },
  title: words('公示中标候选人', 'Publish the candidates'),
}
const deciding = {
  ...{ id: 'award', act: 'award' },
  title: words('确定供应商', 'Decide on the supplier'),
}

function resultDuties(state: TenderState, at: Clock): readonly Duty[] {
  const owner = state.project?.owner.party
  const { rules, stages } = procedureOf(state)
  const step = stages.some(({ id }) => id === 'publicReview') ? publishing : deciding
  const candidates =
    state.phase === 'reported' && state.reportAt !== null
      ? duty(state, at, { ...step, owner, since: state.reportAt, limit: rules.afterReport })
      : []
  const report =
    state.award !== null && state.writtenReport === null && rules.report !== null
      ? duty(state, at, {
          id: 'written-report',
          act: 'file-written-report',
          title: words('提交书面报告', 'File the written report'),
          owner,
          since: state.award.at,
          limit: rules.report,
        })
      : []
  const contract =
    state.awardNotice !== null && state.contract === null
      ? duty(state, at, {
          id: 'contract',
          act: 'sign-contract',
          title: words('签订合同', 'Sign the contract'),
          owner,
          since: state.awardNotice.at,
          limit: rules.signing,
        })
      : []
  return [...candidates, ...report, ...contract]
}

function moneyDuties(state: TenderState, at: Clock): readonly Duty[] {
  const owner = state.project?.owner.party
  const { refunds } = procedureOf(state).rules
  const early = outstanding(state).flatMap(({ released }) =>
    released === null || released.cause === 'ended' ? [] : [released.on],
  )
  const [first] = early.toSorted()
  const withdrawn =
    first === undefined
      ? []
      : duty(state, at, {
          id: 'refund-early',
          act: 'record-refund',
          title: words('退还撤回投标的保证金', 'Return withdrawn deposits'),
          owner,
          since: instantOn(first, '00:00'),
          limit: refunds.withdrawn,
        })
  const since = state.contract?.at ?? state.ending?.at
  if (since === undefined || early.length === outstanding(state).length) return withdrawn
  const rest = duty(state, at, {
    id: 'refund',
    act: 'refund-deposits',
    title: words('退还投标保证金', 'Refund the deposits'),
    owner,
    since,
    limit: state.contract === null ? refunds.ended : refunds.losers,
  })
  return [...withdrawn, ...rest]
}
