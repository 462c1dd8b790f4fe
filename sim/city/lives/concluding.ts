// SPDX-License-Identifier: Apache-2.0
/** 公示 to 归档: the result in public, the contract, the money back. */

import { addDays, addMinutes, type CivilDate, nextWorkday } from '@gongxin/core/kernel'
import { calendar, maxPerformanceDepositFen } from '@gongxin/core/law'
import { hasStage } from '@gongxin/core/procedures'
import { has, hostOf, type Plan } from '../plan.ts'
import { candidates } from '../seen.ts'
import { does, fills, type Life, type Step } from '../step.ts'
import { performanceRate } from '../terms.ts'
import { at, publicReviewEnd, type Timetable, workdayAfter, workdays } from '../timetable.ts'

/** Day on which the candidates are published: the working day after the report. */
function published({ evaluation }: Timetable): CivilDate {
  return workdays(evaluation, 1)
}

/** Procurement decides the day after the report, construction after its public review. */
function decided(plan: Plan, times: Timetable): CivilDate {
  return reviews(plan) ? workdayAfter(publicReviewEnd(published(times))) : published(times)
}

function reviews({ procedure }: Plan): boolean {
  return hasStage(procedure, 'publicReview')
}

export function* review(plan: Plan, times: Timetable): Life {
  if (!reviews(plan)) return
  const on = published(times)
  yield does(at(plan, on, '10:00'), hostOf(plan), 'publish-candidates', {
    extraDays: 0,
    objections: `${plan.owner.name}，0772-2800000`,
  })
  if (has(plan, 'result-objection', 'result-objection-open')) yield* objection(plan, on)
  if (has(plan, 'invalidated')) yield invalidated(plan, decided(plan, times))
}

function* objection(plan: Plan, on: CivilDate): Life {
  const id = `objection-result-${plan.no}`
  yield fills({
    at: at(plan, on, '16:00'),
    who: { kind: 'second' },
    act: 'lodge-objection',
    body: () => ({ id, text: '请核实第一中标候选人项目负责人是否有在建工程。', files: [] }),
  })
  if (has(plan, 'result-objection-open')) return
  const answered = nextWorkday(addDays(on, 1), calendar)
  yield does(at(plan, answered, '15:00'), plan.owner, 'answer-objection', {
    id,
    answer: '经核查相关监管平台，第一中标候选人项目负责人目前无在建工程，异议不成立。',
    upheld: false,
  })
}

function invalidated(plan: Plan, on: CivilDate): Step {
  return does(at(plan, on, '09:00'), plan.authority, 'issue-directive', {
    id: `directive-${plan.no}`,
    kind: 'invalidate',
    number: `柳招监〔${on.slice(0, 4)}〕${plan.no}号`,
    basis: ['实施条例 81'],
    text: '经查实，本次招标活动违反规定且不能采取补救措施予以纠正，认定招标无效，依法重新招标。',
    lifts: null,
  })
}

export function* award(plan: Plan, times: Timetable): Life {
  yield awarded(plan, decided(plan, times))
}

function awarded(plan: Plan, on: CivilDate): Step {
  return fills({
    at: at(plan, on, '10:00'),
    who: plan.owner,
    act: 'award',
    body: (seen) => ({ bid: candidates(seen)[0]?.bid ?? 'none', reasonCode: '', reason: '' }),
  })
}

export function* notify(plan: Plan, times: Timetable): Life {
  const on = decided(plan, times)
  yield does(at(plan, on, '15:00'), plan.owner, 'issue-award-notice', {
    number: `柳中标〔${on.slice(0, 4)}〕${String(plan.no).padStart(4, '0')}`,
  })
  const reports = !['notified', 'publicReview', 'failed'].includes(plan.course.phase)
  if (!reviews(plan)) return
  if (reports || has(plan, 'written-report')) {
    yield does(at(plan, workdays(on, 2), '11:00'), hostOf(plan), 'file-written-report', {
      summary: '招标范围、招标方式、评标情况和中标结果详见附件，招标投标活动按规定完成。',
    })
  }
}

export function* contract(plan: Plan, times: Timetable): Life {
  const on = workdays(decided(plan, times), 4)
  if (has(plan, 'award-cancelled', 'cancelled-retender')) {
    yield cancelled(plan, on)
    return
  }
  yield fills({
    at: at(plan, on, '10:00'),
    who: { kind: 'winner' },
    act: 'record-performance-deposit',
    body: ({ awardNotice }) => ({
      form: 'guarantee',
      amountFen: maxPerformanceDepositFen(awardNotice?.priceFen ?? 0, performanceRate),
      reference: `${plan.code}-performance`,
      applicant: awardNotice?.winner.party ?? '',
      beneficiary: plan.owner.party,
      // A month to sign, and a month beyond the work.
      validUntil: addDays(on, (awardNotice?.durationDays ?? 0) + 60),
    }),
  })
  yield fills({
    at: at(plan, workdays(on, 2), '10:00'),
    who: plan.owner,
    act: 'sign-contract',
    body: ({ awardNotice }) => ({
      priceFen: awardNotice?.priceFen ?? 0,
      durationDays: awardNotice?.durationDays ?? 0,
      quality: awardNotice?.quality ?? '',
      files: [],
    }),
  })
  yield fills({
    at: at(plan, signed(plan, times), '15:00'),
    who: { kind: 'winner' },
    act: 'countersign-contract',
    body: () => ({}),
  })
}

function signed(plan: Plan, times: Timetable): CivilDate {
  return workdays(decided(plan, times), 7)
}

function cancelled(plan: Plan, on: CivilDate): Step {
  const again = has(plan, 'cancelled-retender')
  return does(at(plan, on, '16:00'), plan.owner, 'cancel-award', {
    cause: 'no-performance-deposit',
    reason: '中标人书面告知不能按招标文件要求提交履约保证金，依法取消其中标资格。',
    next: again ? 'retender' : 'next-candidate',
  })
}

export function* settle(plan: Plan, times: Timetable): Life {
  const begun = at(plan, workdays(signed(plan, times), 1), '10:00')
  yield does(begun, hostOf(plan), 'refund-deposits')
  yield does(addMinutes(begun, 30), plan.centre, 'wait')
}

export function* archive(plan: Plan, times: Timetable): Life {
  const on = workdays(signed(plan, times), 4)
  yield does(at(plan, on, '16:00'), hostOf(plan), 'archive', { retention: '30-years' })
}
