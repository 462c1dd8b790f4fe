// SPDX-License-Identifier: Apache-2.0
/** The shape of what a person sends for an act, and its title, by name. */

import type { Words, z } from '@gongxin/core/kernel'
import { findSentBidAct } from '@gongxin/core/trading/bid'
import { findAct } from '@gongxin/core/trading/tender'

export interface KnownAct {
  readonly title: Words
  readonly shape: z.ZodType
}

export function findKnownAct(name: string): KnownAct | undefined {
  return findAct(name) ?? findSentBidAct(name)
}
