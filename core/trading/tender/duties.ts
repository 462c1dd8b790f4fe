// SPDX-License-Identifier: Apache-2.0
/** 正在计时: every clock the law has started in a tender, who owes what, by when, and why. */

import { citeText, type Finding, instantOn, words } from '../../kernel/index.ts'
import { limitOf } from '../../law/index.ts'
import type { Moment } from './acts/act.ts'
import { outstanding } from './acts/deposits.ts'
import { openingSessionUntil } from './acts/opening.ts'
import { contractDuties } from './contract-duties.ts'
import { type Clock, type Duty, duty } from './duty.ts'
import { remedyDuties } from './remedies/duties.ts'
import type { Phase, TenderState } from './state.ts'

export { type Duty, isForAll } from './duty.ts'

/** Limits that bind whoever owes an act; an objection that came late breaks no duty. */
const dutyLimits = [
  'LIM-08 LIM-11 LIM-17 LIM-20 LIM-22 LIM-23 LIM-24 LIM-26 LIM-27 LIM-28 LIM-46',
  'TL-26 TL-27 TL-28 TL-54 TL-55 TL-33 TL-35 TL-37 TL-39 TL-40 TL-41 TL-42',
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
    ...openingDuties(state),
    ...resultDuties(state, at),
    ...moneyDuties(state, at),
    ...contractDuties(state, at),
  ]
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
  const candidates =
    state.phase === 'reported' && state.reportAt !== null
      ? duty(state, at, {
          id: 'publish-candidates',
          act: 'publish-candidates',
          title: words('公示中标候选人', 'Publish the candidates'),
          owner,
          since: state.reportAt,
          limit: 'LIM-17',
        })
      : []
  const report =
    state.award !== null && state.writtenReport === null
      ? duty(state, at, {
          id: 'written-report',
          act: 'file-written-report',
          title: words('提交书面报告', 'File the written report'),
          owner,
          since: state.award.at,
          limit: 'LIM-22',
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
          limit: 'LIM-23',
        })
      : []
  return [...candidates, ...report, ...contract]
}

function moneyDuties(state: TenderState, at: Clock): readonly Duty[] {
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
          limit: 'LIM-11',
        })
  const since = state.contract?.at ?? state.ending?.at
  if (since === undefined || early.length === outstanding(state).length) return withdrawn
  const rest = duty(state, at, {
    id: 'refund',
    act: 'refund-deposits',
    title: words('退还投标保证金', 'Refund the deposits'),
    owner,
    since,
    limit: state.contract === null ? 'LIM-28' : 'LIM-24',
  })
  return [...withdrawn, ...rest]
}
