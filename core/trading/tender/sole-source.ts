// SPDX-License-Identifier: Apache-2.0
/** 单一来源公示: when the law wants it (实施条例 38, 74号令 38), and who is waited for. */

import { endOf, type Instant } from '../../kernel/index.ts'
import type { TenderState } from './state.ts'

/** Only one can supply, and the amount is at the open-tender threshold. */
export function mustShowSoleSource({ project }: TenderState): boolean {
  const stated = project?.procurement
  return stated?.ground === 'only-one' && stated.atThreshold
}

/** The next act of the host on the way to the one supplier; null while the public review runs. */
export function nextOfSoleSource(state: TenderState, now: Instant): string | null {
  const { soleSource } = state
  if (soleSource === null) {
    return mustShowSoleSource(state) ? 'publish-sole-source' : 'record-consultation'
  }
  const { objections, answers, published } = soleSource
  if (objections.length > answers.length) return 'answer-sole-source'
  return now > endOf(published.endsOn) ? 'record-consultation' : null
}
