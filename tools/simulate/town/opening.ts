// SPDX-License-Identifier: Apache-2.0
/** The opening: bidders hand in the masters of their own bids at once; one may be absent. */

import { persona } from '@gongxin/core/testing'
import type { Bidding } from './bidding.ts'
import { count } from './ledger.ts'
import { masterFor, type People } from './people.ts'

export interface Opening extends Bidding {
  /** Whether a bidder does not come, so that two holders open the bid. */
  readonly absent: boolean
}

export async function openAll(people: People, of: Opening): Promise<void> {
  const { chance, town } = people
  const state = await people.state()
  const missing = of.absent ? chance.below(state.bids.length) : -1
  if (of.absent) count(town.ledger, 'bidder absent')
  await Promise.all(
    state.bids.map(async ({ bidder }, place) => {
      if (place === missing) return
      const who = persona(bidder.name, 'bidder', bidder.party)
      await town.machine.sleep(chance.below(60_000))
      const master = await masterFor(people, who, state)
      if (master === undefined) return void town.ledger.wrong.push('a bidder cannot open the bid')
      await people.press(who, 'decrypt-bid', { master })
    }),
  )
}
