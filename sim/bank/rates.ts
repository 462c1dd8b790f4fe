// SPDX-License-Identifier: Apache-2.0
/** 活期存款利率 of the demo bank by date; a real bank's statement prevails over it. */

import type { CivilDate } from '@gongxin/core/kernel'

export interface Rate {
  readonly from: string
  /** As a share of the principal for a year. */
  readonly yearly: string
  /** Days of a bank year. */
  readonly base: 360 | 365
}

/** Listed rates of the large banks as remembered; for the demo only. */
export const rates: readonly Rate[] = [
  { from: '2000-01-01', yearly: '0.0035', base: 360 },
  { from: '2022-09-15', yearly: '0.0025', base: 360 },
  { from: '2023-06-08', yearly: '0.0020', base: 360 },
  { from: '2024-07-25', yearly: '0.0015', base: 360 },
  { from: '2024-10-18', yearly: '0.0010', base: 360 },
  { from: '2025-05-20', yearly: '0.0005', base: 360 },
]

export function rateOn(on: CivilDate): Rate | undefined {
  return rates.findLast((rate) => rate.from <= on)
}
