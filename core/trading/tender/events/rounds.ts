// SPDX-License-Identifier: Apache-2.0
/** 谈判、磋商和最后报价: what each supplier hears alone, and what nobody reads before its hour. */

import { digest, fen, id, instant, text, words, z } from '../../../kernel/index.ts'
import { closedTo, open } from './entry.ts'

/** The only matters a change may touch (74号令 32, 214号文 20). */
export const demandMatters = ['technical', 'service', 'contract'] as const

/** The panel and the supplier spoken of; the purchaser and overseers with the report. */
const panel = {
  readers: ['expert'],
  later: { from: 'reported', readers: ['tenderOwner', 'authority', 'audit'] },
} as const
/** The purchaser confirms a change, and so reads it with the panel. */
const ofDemand = {
  readers: ['expert', 'tenderOwner'],
  later: { from: 'reported', readers: ['authority', 'audit'] },
} as const
const demand = { id, about: z.enum(demandMatters), text: text(2000) }

export const roundShapes = {
  NegotiationHeld: closedTo(words('谈判记录', 'Negotiation held'), panel, {
    bid: id,
    round: z.int().min(1),
    summary: text(2000),
  }),
  DemandChangeProposed: closedTo(
    words('拟变动采购需求', 'Demand change proposed'),
    ofDemand,
    demand,
  ),
  DemandChangeDeclined: closedTo(words('不同意变动采购需求', 'Demand change declined'), ofDemand, {
    id,
  }),
  /** Who is left reads it; how many they are is not said. */
  DemandChanged: closedTo(words('变动采购需求', 'Demand changed'), ofDemand, demand),
  DemandAnswered: closedTo(words('重新响应', 'Changed demand answered'), panel, {
    id,
    bid: id,
    answer: text(2000),
  }),
  NegotiationLeft: closedTo(words('退出谈判', 'Negotiation left'), panel, {
    bid: id,
    reason: text(1000, 0),
  }),
  /** One deadline for all; who is still there is not said. */
  LastQuotesCalled: open('要求最后报价', 'Last quotes called', {
    deadline: instant,
    showUntil: instant,
  }),
  /** Nobody but its owner reads it before the report, for nobody needs to. */
  LastQuotePromised: closedTo(
    words('承诺最后报价', 'Last quote promised'),
    { later: { from: 'reported', readers: ['expert', ...panel.later.readers] }, from: 'notified' },
    { bid: id, promise: digest },
  ),
  LastQuoteShown: closedTo(
    words('出示最后报价', 'Last quote shown'),
    { ...panel, from: 'notified' },
    { bid: id, amountFen: fen.min(1), salt: digest },
  ),
  LastQuotesConcluded: closedTo(
    words('最后报价汇总', 'Last quotes concluded'),
    { ...panel, from: 'notified' },
    {
      quotes: z.array(z.strictObject({ bid: id, priceFen: fen })),
      /** Promised nothing, or showed nothing in time. */
      left: z.array(id),
      /** Above ceiling or budget. */
      invalid: z.array(id),
      /** Above the first quote: lawful, and pointed out. */
      raised: z.array(id),
    },
  ),
}
