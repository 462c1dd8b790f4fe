// SPDX-License-Identifier: Apache-2.0
/** 谈判、磋商: talks with each supplier alone, then one last quote of each, promised before it is shown. */

import { words } from '../../kernel/index.ts'
import { evenSuspended, may, type Stage, signed } from '../procedure.ts'
import { evaluating } from './evaluation.ts'
import { procured } from './procured.ts'

export const negotiating: Stage = {
  ...procured(evaluating),
  purpose: words(
    '小组与每一家供应商分别谈判，机会均等；最后报价先密封承诺，截止后一并出示。',
    'The panel talks with each supplier alone; last quotes are promised sealed, then shown together.',
  ),
  acts: [
    signed(may('hold-negotiation', 'expert')),
    signed(may('change-demand', 'expert')),
    signed(may('confirm-demand-change', 'tenderOwner', 'expert')),
    signed(may('answer-demand', 'bidder')),
    evenSuspended(signed(may('leave-negotiation', 'bidder'))),
    signed(may('call-last-quotes', 'expert')),
    // One moment binds all: a suspension does not move it, so nobody may be kept from it.
    evenSuspended(signed(may('promise-last-quote', 'bidder'))),
    evenSuspended(signed(may('show-last-quote', 'bidder'))),
    may('conclude-last-quotes', 'expert', 'system'),
    ...evaluating.acts,
  ],
}
