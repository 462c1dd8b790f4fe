// SPDX-License-Identifier: Apache-2.0
/** Holders after the window: two true shares open what its bidder did not; a false one changes nothing. */

import { holderKey, holderPeople } from '@gongxin/core/testing'
import { shareOf } from '@gongxin/core/trading/bid'
import type { TenderState } from '@gongxin/core/trading/tender'
import { count } from './ledger.ts'
import { handedIn, type People } from './people.ts'

/** One share for the first bid that is still shut, by the first holder who has not given one. */
export async function shareStep(people: People, state: TenderState): Promise<void> {
  const { town, chance } = people
  const { machine, ledger } = town
  const bid = state.bids.find(({ standing }) => standing === 'sealed')
  const window = Date.parse(state.opening?.until ?? '')
  if (bid === undefined || state.opening === null) return
  const wait = window + 1_000 - machine.timeOf('platform')
  if (wait > 0) {
    town.quietUntil = machine.now() + wait
    await machine.sleep(wait)
  }
  const holder = holderPeople.find(({ office }) => !bid.shares.some((one) => one.office === office))
  if (holder === undefined) throw new Error('every holder has given a share, and it stays shut')
  const handed = await handedIn(people, state, bid.no)
  if (town.falseShares > 0) {
    town.falseShares -= 1
    count(ledger, 'false share')
    const other = holderPeople.find(({ office }) => office !== holder.office)
    const lie = other && shareOf(handed, holderKey(other.office), chance.bytes(32))
    const told = await people.press(holder.who, 'give-share', { bid: bid.no, ...lie })
    if (told.kind === 'done') ledger.wrong.push('a false share was taken')
  }
  if (town.slowHolders > 0) {
    town.slowHolders -= 1
    count(ledger, 'slow holder')
    await machine.sleep(600_000)
  }
  const share = shareOf(handed, holderKey(holder.office), chance.bytes(32))
  await people.press(holder.who, 'give-share', { bid: bid.no, ...share })
}
