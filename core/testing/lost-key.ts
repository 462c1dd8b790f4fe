// SPDX-License-Identifier: Apache-2.0
/** 开标 with one bidder who has lost the key: two holders open that bid after the window. */

import { addMinutes, certain } from '../kernel/index.ts'
import type { TenderState } from '../trading/tender/index.ts'
import { holderPeople } from './holders.ts'
import { agency, type Persona } from './people.ts'
import { opening, type Stage } from './script.ts'

export function openingWithout(lost: Persona): Stage {
  return (state, at) => {
    const closed = state.bids.filter(({ standing }) => standing === 'sealed')
    const [stuck, ...able] = closed.toSorted((a) => (a.bidder.party === lost.actor.party ? -1 : 1))
    if (state.phase !== 'opening' || stuck === undefined) return opening(state, at)
    if (able.length > 0) return opening({ ...state, bids: able }, at)
    const after = addMinutes(state.opening?.until ?? at, 1)
    const who = holderWithout(stuck.shares, state)
    return { who, act: 'give-share', body: { bid: stuck.no }, at: after }
  }
}

/** The person of an office that has given no share yet; the agency holds where there is one. */
function holderWithout(shares: readonly { readonly office: string }[], state: TenderState) {
  const given = shares.map(({ office }) => office)
  const holder = state.holders.find(({ office }) => !given.includes(office))
  const known = [agency, ...holderPeople.map(({ who }) => who)]
  const found = known.find(({ actor }) => actor.party === holder?.holder.party)
  return certain(found, 'a holder who has given no share')
}
