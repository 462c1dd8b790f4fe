// SPDX-License-Identifier: Apache-2.0
/** The numbers that three parties of a tender promise and then show, for each draw their own. */

import type { Instant } from '@gongxin/core/kernel'
import { findBytes, hex } from '@gongxin/trust/canonical'
import { commitment, numberSize } from '@gongxin/trust/draw'
import { digestOf } from '../chance/index.ts'
import type { Player } from './cast.ts'
import { hostOf, type Plan } from './plan.ts'
import { does, type Life } from './step.ts'
import { termsOf } from './terms.ts'

export function* promises(plan: Plan, act: string, at: Instant): Life {
  for (const [contributor, player] of threeOf(plan)) {
    const promised = commitment(contributor, numberFor(plan, contributor, act))
    yield does(at, player, act, { commitment: hex(promised) })
  }
}

export function* numbers(plan: Plan, act: string, at: Instant): Life {
  for (const [contributor, player] of threeOf(plan)) {
    yield does(at, player, act, { number: hex(numberFor(plan, contributor, act)) })
  }
}

/** The document lists several coefficients, and one of them is drawn at the opening. */
export function drawsCoefficient(plan: Plan): boolean {
  const { method } = termsOf(plan)
  return method.kind === 'composite' && method.benchmark.downRates.length > 1
}

function threeOf(plan: Plan): readonly (readonly [string, Player])[] {
  return [
    ['owner', hostOf(plan)],
    ['centre', plan.centre],
    ['authority', plan.authority],
  ]
}

/** A number shown for one draw must not give away the number of the other. */
function numberFor(plan: Plan, contributor: string, act: string): Uint8Array {
  const draw = act.includes('coefficient') ? 'coefficient' : 'experts'
  const made = digestOf(plan.seed, `${plan.code} ${draw} number ${contributor}`)
  return findBytes(made) ?? new Uint8Array(numberSize)
}
