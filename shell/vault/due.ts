// SPDX-License-Identifier: Apache-2.0
/** Which ticks are due now, in order, which tenders each holds, and for which it is the last. */

import { epochOf, type Instant } from '@gongxin/core/kernel'
import { momentOf, nextTick, type TickPlan, tickOf } from '@gongxin/core/trading/vault'

export interface OpenLot {
  readonly tender: string
  readonly deadline: Instant
}

export interface DueTick<L extends OpenLot> {
  readonly tick: number
  readonly holds: readonly L[]
  /** Of these it is the last: what it committed to is what will be revealed. */
  readonly seals: readonly L[]
}

export interface Standing<L extends OpenLot> {
  /** The last tick that was taken; null before the first. */
  readonly last: number | null
  readonly now: Instant
  readonly open: readonly L[]
  /** Those of the open whose deadline has passed and whose bidding may be closed. */
  readonly due: readonly L[]
}

/** A tick that is already taken is never taken twice: a deadline within it gets the next number. */
export function* dueTicks<L extends OpenLot>(
  plan: TickPlan,
  { last, now, ...lots }: Standing<L>,
): Generator<DueTick<L>> {
  const minute = Math.floor(epochOf(now) / 60_000)
  let [at, open, due] = [last ?? minute - 1, lots.open, lots.due]
  const lastOf = ({ deadline }: L) => Math.max(tickOf(deadline), at + 1)
  for (;;) {
    const deadlines = open.map(({ deadline }) => tickOf(deadline))
    const from = plan.catchesUp ? at : Math.max(at, minute - 1)
    // The first of all opens the stream, so that a jump after it has somewhere to begin.
    const planned = last === null && at < minute ? minute : nextTick(plan, from, deadlines)
    const sealing = Math.min(...due.map(lastOf))
    if (sealing <= planned) {
      const seals = due.filter((lot) => lastOf(lot) === sealing)
      yield { tick: sealing, holds: open, seals }
      open = open.filter((lot) => !seals.includes(lot))
      due = due.filter((lot) => !seals.includes(lot))
      at = sealing
    } else if (momentOf(planned) <= now) {
      yield { tick: planned, holds: open, seals: [] }
      at = planned
    } else return
  }
}
