// SPDX-License-Identifier: Apache-2.0
/** 递交 to 开标: money, sealed bids, the deadline, decryption, the public record. */

import { addDays, addMinutes, dayOf, type Instant } from '@gongxin/core/kernel'
import { oneOf, pick } from '../../chance/index.ts'
import { contentOf } from '../bids.ts'
import type { Player } from '../cast.ts'
import { drawsCoefficient, numbers } from '../numbers.ts'
import { bidderAt, has, hostOf, type Plan } from '../plan.ts'
import { numberOf } from '../seen.ts'
import { does, fills, type Life, type Step } from '../step.ts'
import { decryptExtensionMinutes, decryptMinutes, depositFen, validityDays } from '../terms.ts'
import type { Timetable } from '../timetable.ts'

const dayMinutes = 24 * 60

export function* compete(plan: Plan, times: Timetable): Life {
  const steps = [...plan.bidders.flatMap((bidder) => biddersSteps(plan, bidder, times.deadline))]
  yield* steps.sort((a, b) => (a.at < b.at ? -1 : 1))
  if (has(plan, 'unopened', 'two-bids')) {
    yield does(addMinutes(times.deadline, 5), hostOf(plan), 'wait')
  }
}

/** Deposit three to five days, the bid one to three days ahead; some think again. */
function biddersSteps(plan: Plan, bidder: Player, deadline: Instant): readonly Step[] {
  const name = `${plan.code} ${bidder.key}`
  const minutes = plan.bidders.indexOf(bidder) * 20
  const daysBefore = (days: number, clock: number) =>
    addMinutes(deadline, minutes + clock - days * dayMinutes)
  const paid = daysBefore(4 + pick(plan.seed, `${name} paid`, 2), 60)
  const sent = daysBefore(2 + pick(plan.seed, `${name} sent`, 2), 120)
  const deposit = {
    form: oneOf(plan.seed, `${name} form`, ['transfer', 'transfer', 'guarantee', 'insurance']),
    amountFen: depositFen(plan),
    from: `基本账户 ${bidder.party.slice(-6)}`,
    reference: `${plan.code}-${bidder.key}`,
    ...{ applicant: bidder.party, beneficiary: plan.owner.party },
    validUntil: addDays(dayOf(deadline), validityDays),
  }
  const again = pick(plan.seed, `${name} again`, 8) === 0
  return [
    does(paid, bidder, 'pay-deposit', deposit),
    does(sent, bidder, 'submit-bid', { content: contentOf(plan, bidder) }),
    ...(again
      ? [
          does(addMinutes(sent, 200), bidder, 'replace-bid', {
            content: contentOf(plan, bidder, 2),
          }),
        ]
      : []),
  ]
}

export function* open(plan: Plan, times: Timetable): Life {
  const host = hostOf(plan)
  const started = addMinutes(times.deadline, 5)
  const minute = (n: number) => addMinutes(started, n)
  if (drawsCoefficient(plan)) yield* numbers(plan, 'reveal-coefficient-number', minute(-2))
  yield does(started, host, 'start-opening')
  const able = has(plan, 'half-opened')
    ? plan.bidders.slice(0, 2)
    : has(plan, 'one-revoked', 'too-few-opened')
      ? plan.bidders.slice(0, -1)
      : plan.bidders
  for (const bidder of able) yield does(minute(5), bidder, 'decrypt-bid')
  if (has(plan, 'half-opened')) return
  if (has(plan, 'opening-objection')) yield* openingObjection(plan, minute(10), minute(20))
  if (able.length < plan.bidders.length) {
    yield notOpened(plan, minute(decryptMinutes + decryptExtensionMinutes + 5))
  }
  yield does(minute(50), host, 'announce-opening')
}

function notOpened(plan: Plan, when: Instant): Step {
  const absent = bidderAt(plan, -1)
  return fills({
    at: when,
    who: hostOf(plan),
    act: 'record-decryption-failure',
    body: (seen) => ({
      bid: numberOf(seen, absent.party),
      fault: 'bidder',
      evidence: '解密时间内投标人未登录解密，平台运行记录正常，已电话提醒两次。',
    }),
  })
}

function* openingObjection(plan: Plan, raised: Instant, answered: Instant): Life {
  const id = `opening-objection-${plan.no}`
  const text = '本单位解密后页面等待较久，请确认解密结果。'
  yield does(raised, bidderAt(plan, 1), 'object-opening', { id, text })
  const answer = `经核对平台记录，贵单位已于${dayOf(raised)}解密成功，结果以开标记录为准。`
  yield does(answered, hostOf(plan), 'answer-opening-objection', { id, answer })
}
