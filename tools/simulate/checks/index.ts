// SPDX-License-Identifier: Apache-2.0
/** The door of the invariants: each by its number, judged of one run. */

import {
  drawnFromCommitted,
  moneyExact,
  nothingEarly,
  openedAsSealed,
  receiptsKept,
  uploadsKept,
} from './bids.ts'
import type { Check, Facts } from './facts.ts'
import {
  attested,
  bundlesVerify,
  chainsHold,
  oneHistory,
  oneTree,
  sameAfterRestart,
} from './log.ts'

export type { Checked, Facts } from './facts.ts'

/** As trust-design §7.6 numbers them. */
export const invariants = {
  I1: receiptsKept,
  I2: oneTree,
  I3: chainsHold,
  I4: attested,
  I5: nothingEarly,
  I6: openedAsSealed,
  I7: drawnFromCommitted,
  I8: sameAfterRestart,
  I9: uploadsKept,
  I10: oneHistory,
  I11: moneyExact,
  I12: bundlesVerify,
} as const satisfies Readonly<Record<string, Check>>

export interface Breach {
  readonly invariant: string
  readonly why: string
}

export function breachesOf(facts: Facts): readonly Breach[] {
  return Object.entries(invariants).flatMap(([invariant, check]) =>
    check(facts).map((why) => ({ invariant, why })),
  )
}
