// SPDX-License-Identifier: Apache-2.0
/** Reads what the sealed streams of a tender hold, for the acts that may take it up. */

import { takeUp } from '@gongxin/core/trading/bid'
import { type ShellFacts, takingUpActs } from '@gongxin/core/trading/tender'
import type { TenderParts } from './parts.ts'
import type { LoadedTender } from './streams.ts'
import type { Gather } from './tender-desk.ts'

/** Facts for an act that opens the sealed streams; nothing for any other. */
export function takenUp({ streams, clock, gate }: TenderParts, tender: string): Gather {
  return async ({ state }: LoadedTender): Promise<ShellFacts> => {
    await gate.empty(tender)
    const all = await streams.bidsOf(tender)
    const deadline = state.notice?.schedule.deadline ?? null
    const taken = takeUp(
      all.map(({ bid }) => bid),
      { deadline, now: clock.now() },
    )
    return { taken }
  }
}

export function opensStreams(act: string): boolean {
  return takingUpActs.includes(act)
}
