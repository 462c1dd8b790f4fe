// SPDX-License-Identifier: Apache-2.0
/** 专家抽取 to 评标报告: chance in public, then the closed work of the committee. */

import { addMinutes, dayOf, instantOn } from '@gongxin/core/kernel'
import { between } from '../../chance/index.ts'
import { numbers, promises } from '../numbers.ts'
import { bidderAt, has, hostOf, type Plan } from '../plan.ts'
import { live, numberOf, type Seen } from '../seen.ts'
import { does, fills, type Life, type Step, seat } from '../step.ts'
import { factorsOf } from '../terms.ts'
import type { Timetable } from '../timetable.ts'
import { roomOf } from './preparing.ts'

/** Places of the panel: five, or three where its procedure asks for no more. */
function membersOf({ procedure }: Plan): readonly number[] {
  return Array.from({ length: procedure.committee?.members ?? 0 }, (_, place) => place)
}

export function* draw(plan: Plan, times: Timetable): Life {
  if (plan.procedure.qualifiedBy === 'purchaser') {
    const judged = { faults: [], creditChecked: true }
    yield does(addMinutes(times.deadline, 60), hostOf(plan), 'judge-qualification', judged)
  }
  const begun = addMinutes(times.deadline, 65)
  yield does(begun, hostOf(plan), 'request-draw', {
    draw: `draw-${plan.code}`,
    evaluationAt: evaluationAt(times),
    place: roomOf(plan),
  })
  yield* promises(plan, 'commit-draw-number', addMinutes(begun, 10))
  if (has(plan, 'draw-committed')) return
  yield* numbers(plan, 'reveal-draw-number', addMinutes(begun, 20))
  yield does(addMinutes(begun, 30), plan.centre, 'wait')
}

function evaluationAt({ evaluation }: Timetable) {
  return instantOn(evaluation, '09:00')
}

export function* convene(plan: Plan, times: Timetable): Life {
  const begun = evaluationAt(times)
  for (const place of membersOf(plan)) {
    yield bySeat(begun, place, 'check-in', { declared: true })
  }
  yield does(addMinutes(begun, 10), hostOf(plan), 'convene-committee', { representatives: [] })
}

function bySeat(at: Step['at'], place: number, act: string, body: unknown): Step {
  return fills({ at, who: seat(place), act, body: () => body })
}

export function* preliminary(plan: Plan, times: Timetable): Life {
  const begun = addMinutes(evaluationAt(times), 60)
  const bad = has(plan, 'want-of-competition') ? 2 : has(plan, 'one-rejected') ? 1 : 0
  for (const place of membersOf(plan)) {
    yield fills({
      at: begun,
      who: seat(place),
      act: 'lock-preliminary',
      body: (seen) => ({ faults: faultsOf(plan, seen, { bad, place }) }),
    })
  }
  if (has(plan, 'want-of-competition')) yield* rejectAll(addMinutes(begun, 60))
  if (has(plan, 'asked', 'asked-open')) yield* clarification(plan, addMinutes(begun, 20))
  if (has(plan, 'low-price')) yield* lowPrice(plan, addMinutes(begun, 20))
}

/** Four of five see the fault; the fifth reads the document another way. */
function faultsOf(plan: Plan, seen: Seen, { bad, place }: { bad: number; place: number }) {
  if (place === 4) return []
  return plan.bidders.slice(0, bad).map(({ party }) => ({
    bid: numberOf(seen, party),
    ground: 'RJ-6',
    clause: '招标文件第二章 3.1 实质性要求',
    facts: '投标文件承诺的工期起算点与招标文件的实质性要求不一致，经核对确认。',
    page: '投标函第2页',
  }))
}

function* rejectAll(at: Step['at']): Life {
  const body = {
    bid: null,
    ground: '缺乏竞争',
    clause: '招标文件第三章 2.4',
    facts: '有效投标不足三家，报价与方案均无可比对象，明显缺乏竞争，否决全部投标。',
  }
  for (const place of [0, 1, 2]) yield bySeat(at, place, 'vote-rejection', body)
}

function* clarification(plan: Plan, at: Step['at']): Life {
  const id = `clarification-asked-${plan.no}`
  const asked = bidderAt(plan, -1)
  yield fills({
    at,
    who: seat(0),
    act: 'ask-clarification',
    body: (seen) => ({
      ...{ id, bid: numberOf(seen, asked.party), kind: 'ambiguity' },
      question: '投标文件第12页与第35页所述主要设备台数不一致，请说明以何处为准。',
      due: addMinutes(at, 90),
    }),
  })
  if (has(plan, 'asked-open')) return
  const answer = '以第35页设备清单为准，第12页为笔误，不影响报价。'
  yield does(addMinutes(at, 30), asked, 'reply-clarification', { id, answer, files: [] })
}

function* lowPrice(plan: Plan, at: Step['at']): Life {
  const id = `low-price-${plan.no}`
  const low = bidderAt(plan, 0)
  yield fills({
    at,
    who: seat(0),
    act: 'ask-clarification',
    body: (seen) => ({
      ...{ id, bid: numberOf(seen, low.party), kind: 'low-price' },
      question: '报价明显低于其他投标报价，请说明成本构成并提供证明材料。',
      due: addMinutes(at, 120),
    }),
  })
  const answer = '本单位在邻近标段有同类施工机具和苗圃，运输和材料成本较低，附成本测算表。'
  yield does(addMinutes(at, 45), low, 'reply-clarification', { id, answer, files: [] })
  for (const place of membersOf(plan)) {
    yield fills({
      at: addMinutes(at, 60),
      who: seat(place),
      act: 'judge-low-price',
      body: (seen) => ({
        bid: numberOf(seen, low.party),
        reasonable: place !== 4,
        reason: place === 4 ? '测算表部分单价依据不足。' : '成本测算与证明材料能够相互印证。',
      }),
    })
  }
}

export function* score(plan: Plan, times: Timetable): Life {
  const begun = addMinutes(evaluationAt(times), 240)
  const scoring = has(plan, 'half-scored') ? membersOf(plan).slice(0, 2) : membersOf(plan)
  yield* scores(plan, scoring, begun, 'first')
}

function* scores(
  plan: Plan,
  scoring: readonly number[],
  at: Step['at'],
  round: 'first' | 'second',
): Life {
  for (const place of scoring) {
    yield fills({
      at,
      who: seat(place),
      act: 'lock-scores',
      body: (seen) => ({
        marks: marksOf(plan, seen, { place, round }).filter(
          ({ bid, factor }) => round === 'first' || (bid === live(seen)[0] && factor === 'T3'),
        ),
      }),
    })
  }
}

/** Objective factors are marked alike by all, but for the slip that a second look corrects. */
function marksOf(plan: Plan, seen: Seen, by: { place: number; round: 'first' | 'second' }) {
  const slip = has(plan, 're-evaluated', 're-evaluating') && by.round === 'first' && by.place === 2
  return live(seen).flatMap((bid, i) =>
    factorsOf(plan).map(({ id, full }) => {
      const shared = id === 'T3' ? 'all' : `seat ${by.place}`
      const name = `${plan.code} ${bid} ${id} ${shared}`
      const share = between(plan.seed, name, [70, 96]) - (id === 'T3' && slip && i === 0 ? 20 : 0)
      return { bid, factor: id, mark: ((full * share) / 100).toFixed(1), page: `第${10 + i}页` }
    }),
  )
}

export function* sign(plan: Plan, times: Timetable): Life {
  const begun = addMinutes(evaluationAt(times), 330)
  yield* signatures(plan, begun)
  if (has(plan, 're-evaluated', 're-evaluating')) yield* lookAgain(plan, addMinutes(begun, 60))
  if (!has(plan, 'dissent', 'low-price', 're-evaluating', 'half-signed')) {
    yield reviewed(plan, addMinutes(begun, 150))
  }
}

function* signatures(plan: Plan, at: Step['at']): Life {
  const signing = has(plan, 'half-signed') ? membersOf(plan).slice(0, 3) : membersOf(plan)
  for (const place of signing) {
    const dissent =
      has(plan, 'dissent') && place === 3 ? '对第一名实施方案的评分，本人认为偏高。' : ''
    yield bySeat(at, place, 'sign-report', { dissent })
  }
}

function* lookAgain(plan: Plan, at: Step['at']): Life {
  const defect = '客观分“项目团队配备”评分不一致，请原评标委员会复核并予以更正。'
  yield fills({
    at,
    who: plan.owner,
    act: 'order-reevaluation',
    body: (seen) => {
      const [bid] = live(seen)
      const point = plan.composite
        ? { about: 'mark', factor: 'T3' }
        : { about: 'price', factor: null }
      return { points: [{ ...point, bid, defect }] }
    },
  })
  const scoring = has(plan, 're-evaluating') ? membersOf(plan).slice(0, 3) : membersOf(plan)
  yield* scores(plan, scoring, addMinutes(at, 30), 'second')
  if (has(plan, 're-evaluated')) yield* signatures(plan, addMinutes(at, 45))
}

function reviewed(plan: Plan, at: Step['at']): Step {
  const remarks = `${dayOf(at)}审查评标报告：评分、否决和排序依据充分，未发现异常。`
  return does(at, plan.owner, 'review-report', { remarks })
}
