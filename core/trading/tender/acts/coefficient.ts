// SPDX-License-Identifier: Apache-2.0
/** Deciders of the numbers behind K: promised before the deadline, shown before any price. */

import { hex } from '@gongxin/trust/canonical'
import { commitment } from '@gongxin/trust/draw'
import { digest, happened, refused, words, z } from '../../../kernel/index.ts'
import { coefficientList } from '../coefficient.ts'
import { bytesOf, contributorOf } from '../draw.ts'
import { event } from '../events.ts'
import { act } from './act.ts'

/** Whoever promises now cannot know a price; the bids of which K speaks are not in yet. */
export const commitCoefficientNumber = act(
  'commit-coefficient-number',
  words('提交系数随机数承诺', 'Commit a number for the coefficient'),
  z.strictObject({ commitment: digest }),
  ({ body, state, actor, at }) => {
    if (coefficientList(state) === null) return refused('coefficient-not-drawn')
    const deadline = state.notice?.schedule.deadline ?? at.now
    if (at.now >= deadline) return refused('coefficient-too-late', { deadline })
    const contributor = contributorOf(actor.role)
    if (state.coefficient.commitments.some((c) => c.contributor === contributor)) {
      return refused('already-committed', { contributor })
    }
    return happened([event('CoefficientNumberCommitted', at.now, { contributor, ...body })])
  },
)

/** Shown while every bid is still sealed, so that nobody can hold it back knowing the prices. */
export const revealCoefficientNumber = act(
  'reveal-coefficient-number',
  words('公开系数随机数', 'Reveal the number for the coefficient'),
  z.strictObject({ number: digest }),
  ({ body, state, actor, at }) => {
    const contributor = contributorOf(actor.role)
    const { commitments, numbers } = state.coefficient
    const promised = commitments.find((c) => c.contributor === contributor)
    if (promised === undefined) return refused('not-committed', { contributor })
    if (numbers.some((n) => n.contributor === contributor)) return refused('already-revealed')
    if (state.bids.some((bid) => bid.content !== null)) return refused('decryption-begun')
    if (hex(commitment(contributor, bytesOf(body.number))) !== promised.commitment) {
      return refused('number-breaks-promise', { contributor })
    }
    return happened([event('CoefficientNumberRevealed', at.now, { contributor, ...body })])
  },
)

export const coefficientActs = [commitCoefficientNumber, revealCoefficientNumber]
