// SPDX-License-Identifier: Apache-2.0
/** Reads what the sealed streams of a tender hold, for the acts that may take it up. */

import { type BidState, takeUp } from '@gongxin/core/trading/bid'
import {
  closeBidding,
  holdingOf,
  isClosable,
  publishNotice,
  type ShellFacts,
  type TenderState,
  takingUpActs,
} from '@gongxin/core/trading/tender'
import type { TenderParts } from './parts.ts'
import type { LoadedTender } from './streams.ts'
import type { Gather } from './tender-desk.ts'

/** Facts for an act that opens the sealed streams; of the vault for the closing alone. */
export function takenUp(
  parts: TenderParts,
  { tender, act }: { readonly tender: string; readonly act: string },
): Gather {
  const { streams, clock, gate } = parts
  return async ({ state }: LoadedTender): Promise<ShellFacts> => {
    await gate.empty(tender)
    const bids = (await streams.bidsOf(tender)).map(({ bid }) => bid)
    const deadline = state.notice?.schedule.deadline ?? null
    const taken = takeUp(bids, { deadline, now: clock.now() })
    if (act !== closeBidding.name) return { taken }
    return { taken, ...(await shownAt(parts, tender, { state, bids })) }
  }
}

/** All that lay in the vault, whose last tick is taken before anything is shown. */
async function shownAt(
  { clock, vaults }: TenderParts,
  tender: string,
  { state, bids }: { readonly state: TenderState; readonly bids: readonly BidState[] },
): Promise<ShellFacts> {
  const { vault, schedule } = state.notice ?? {}
  if (vault === undefined || schedule === undefined || !isClosable(state)) return {}
  if (schedule.deadline > clock.now()) return {}
  await vaults.advance()
  return { revealed: await vaults.revealedAt(tender, schedule.deadline, bids) }
}

/** Where the bids of a tender that is sealed by its bidders will be committed; null for another act. */
export function noticeFacts(
  { vaults }: TenderParts,
  { tender, act }: { readonly tender: string; readonly act: string },
): Gather | null {
  if (act !== publishNotice.name) return null
  return async ({ state }) =>
    holdingOf(state) === null ? {} : { vault: await vaults.placeOf(tender) }
}

export function opensStreams(act: string): boolean {
  return takingUpActs.includes(act)
}
