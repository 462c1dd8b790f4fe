// SPDX-License-Identifier: Apache-2.0
/** 并列: what price, technical marks and the document leave equal, the committee orders by vote. */

import { happened, id, refused, text, words, z } from '../../../kernel/index.ts'
import { tieByReasons } from '../../../law/index.ts'
import { openTie } from '../evaluation/ties.ts'
import { event } from '../events.ts'
import { act, finding } from './act.ts'
import { notPresent } from './committee.ts'
import { isMajority, membersOf } from './review.ts'

/** RU-11: an order with reasons; whoever thinks again votes again until one order has the majority. */
export const voteTie = act(
  'vote-tie',
  words('表决并列排序', 'Vote on a tie'),
  z.strictObject({ order: z.array(id).min(2).max(50), reason: text(1000) }),
  (asked) => {
    const { body, state, actor, at } = asked
    const absent = notPresent(state, actor.party)
    if (absent !== undefined) return absent
    const { evaluation } = state
    const tied = evaluation?.conclusion == null ? undefined : openTie(evaluation.conclusion)
    if (evaluation?.step !== 'tie' || tied === undefined) return refused('no-tie')
    if ([...body.order].sort().join() !== [...tied].sort().join()) {
      return refused('order-differs', { tied: tied.join('、') })
    }
    const voted = event('TieVoted', at.now, { member: actor.party, ...body })
    const others = evaluation.tieVotes.filter((v) => v.member !== actor.party)
    const votesFor = others.filter((v) => v.order.join() === body.order.join()).length + 1
    const votes = membersOf(state)
    if (!isMajority(votesFor, votes)) return happened([voted])
    const reasoned = finding(asked, tieByReasons, { tied: tied.length, votesFor, votes })
    const resolved = { ...body, votesFor, votes }
    return happened([voted, event('TieResolved', at.now, resolved)], [reasoned])
  },
)

export const tieActs = [voteTie]
