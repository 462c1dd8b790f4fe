// SPDX-License-Identifier: Apache-2.0
/** 正在计时: every clock the law has started in a tender, who owes what, by when, and why. */

import { citeText, type Finding, instantOn, words } from '../../kernel/index.ts'
import { limitOf } from '../../law/index.ts'
import { hasStage } from '../../procedures/index.ts'
import type { Moment } from './acts/act.ts'
import { outstanding } from './acts/deposits.ts'
import { openingSessionUntil } from './acts/opening.ts'
import { contractDuties } from './contract-duties.ts'
import { procedureOf } from './decide.ts'
import { type Clock, type Duty, duty, type Owed } from './duty.ts'
import { remedyDuties } from './remedies/duties.ts'
import type { Phase, TenderState } from './state.ts'

export { type Duty, isForAll } from './duty.ts'

/** Limits that bind whoever owes an act; an objection that came late breaks no duty. */
const dutyLimits = [
  'LIM-08 LIM-11 LIM-17 LIM-20 LIM-22 LIM-23 LIM-24 LIM-26 LIM-27 LIM-28 LIM-46 TL-17',
  'TL-21 TL-22 TL-25 TL-29 TL-30 TL-31 TL-32 TL-26 TL-27 TL-28 TL-54 TL-55 TL-33 TL-35 TL-37 TL-39 TL-40 TL-41 TL-42',
].flatMap((row) => row.split(' '))

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
    ...remedyDuties(state, at),
    ...soleSourceDuties(state, at),
    ...openingDuties(state),
    ...resultDuties(state, at),
    ...moneyDuties(state, at),
    ...contractDuties(state, at),
  ]
}

/** TL-17: the clock of an objection starts when the public review is over. */
function soleSourceDuties(state: TenderState, at: Clock): readonly Duty[] {
  const { soleSource, agency, project } = state
  if (soleSource === null || state.ending !== null) return []
  const { objections, answers, published } = soleSource
  return objections
    .filter(({ id }) => !answers.some((answer) => answer.id === id))
    .flatMap(({ id }) =>
      duty(state, at, {
        id: `sole-source-${id}`,
        act: 'answer-sole-source',
        title: words('补充论证并答复', 'Argue again and answer'),
        owner: agency?.party ?? project?.owner.party,
        since: instantOn(published.endsOn, '23:59'),
        limit: 'TL-17',
      }),
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

function resultDuties(state: TenderState, at: Clock): readonly Duty[] {
  const owner = state.project?.owner.party
  const procedure = procedureOf(state)
  const { afterReport, report, signing } = procedure.rules
  const next = hasStage(procedure, 'publicReview')
    ? { act: 'publish-candidates', title: words('公示中标候选人', 'Publish the candidates') }
    : { act: 'award', title: words('确定中标人', 'Decide the award') }
  const { reportAt, award, awardNotice, writtenReport, contract } = state
  const owed = (of: Omit<Owed, 'owner'>) => duty(state, at, { ...of, owner })
  return [
    ...(state.phase === 'reported' && reportAt !== null
      ? owed({ ...next, id: next.act, since: reportAt, limit: afterReport })
      : []),
    ...(award !== null && writtenReport === null && report !== null
      ? owed({
          id: 'written-report',
          act: 'file-written-report',
          title: words('提交书面报告', 'File the written report'),
          since: award.at,
          limit: report,
        })
      : []),
    ...(awardNotice !== null && contract === null
      ? owed({
          id: 'contract',
          act: 'sign-contract',
          title: words('签订合同', 'Sign the contract'),
          since: awardNotice.at,
          limit: signing,
        })
      : []),
  ]
}

function moneyDuties(state: TenderState, at: Clock): readonly Duty[] {
  // Whoever may not read the single refunds still learns that they are over.
  if (state.depositsSettled) return []
  const { refunds } = procedureOf(state).rules
  const owner = state.project?.owner.party
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
    limit: state.contract === null ? refunds.ended : refunds.winner,
  })
  return [...withdrawn, ...rest]
}
