// SPDX-License-Identifier: Apache-2.0
/** Decider of 份额密钥登记: one fresh key of each office, proved to be held, until the notice. */

import { happened, hexOf, refused, words, z } from '../../../kernel/index.ts'
import { event } from '../events.ts'
import { holderContext, isPossessed, officeOf } from '../holders.ts'
import { act } from './act.ts'

/** A later key of the same office takes the place of the earlier one. */
export const provideHolderKey = act(
  'provide-holder-key',
  words('登记份额密钥', 'Provide the holder key'),
  z.strictObject({ publicKey: hexOf(65), possession: hexOf(64) }),
  ({ body, state, actor, at }) => {
    const office = officeOf(actor.role)
    if (office === undefined) return refused('not-your-act', { role: actor.role })
    if (actor.role === 'tenderOwner' && state.agency !== null) return refused('holder-is-agency')
    if (!isPossessed(body, holderContext(state))) return refused('possession-unproved')
    const holder = { party: actor.party, name: at.facts.callerName ?? actor.party }
    return happened([event('HolderKeyProvided', at.now, { office, holder, ...body })])
  },
)
