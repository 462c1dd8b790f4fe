// SPDX-License-Identifier: Apache-2.0
/** 截止、开标、唱标: from the last sealed moment to the public record. */

import { words } from '../../kernel/index.ts'
import { may, type Stage, signed } from '../procedure.ts'
import { keeping, openMoney } from './money.ts'
import { directives, termination } from './oversight.ts'

export const closed: Stage = {
  id: 'closed',
  title: words('投标截止', 'Bidding closed'),
  purpose: words(
    '到截止时间系统自动收齐投标文件；不足三家的不开标，原样退回。',
    'At the deadline the system takes up all bids; fewer than three are returned unopened.',
  ),
  acts: [
    signed(may('start-opening', 'tenderOwner', 'agency')),
    may('reveal-coefficient-number', 'tenderOwner', 'agency', 'centre', 'authority'),
    ...openMoney,
    ...termination,
    ...directives,
  ],
  limits: ['LIM-09'],
}

export const opening: Stage = {
  id: 'opening',
  title: words('开标解密', 'Opening'),
  purpose: words(
    '投标人在规定时间内解密，全部完成后一次公布，不先露任何报价。',
    'Bidders decrypt within the window; prices are announced together, never before.',
  ),
  acts: [
    may('reveal-coefficient-number', 'tenderOwner', 'agency', 'centre', 'authority'),
    signed(may('decrypt-bid', 'bidder')),
    may('give-share', 'tenderOwner', 'agency', 'notary', 'audit'),
    signed(may('record-decryption-failure', 'tenderOwner', 'agency')),
    signed(may('announce-opening', 'tenderOwner', 'agency')),
    may('object-opening', 'bidder'),
    may('answer-opening-objection', 'tenderOwner', 'agency'),
    ...openMoney,
    ...termination,
    ...directives,
  ],
  limits: ['LIM-12', 'LIM-13'],
  publishes: ['N-07'],
}

export const opened: Stage = {
  id: 'opened',
  title: words('开标结束', 'Opened'),
  purpose: words(
    '开标记录公开；按实际投标人名单回避后，随机抽取评标专家。',
    'The record is public; experts are drawn at random with recusal against real bidders.',
  ),
  acts: [
    may('object-opening', 'bidder'),
    may('answer-opening-objection', 'tenderOwner', 'agency'),
    may('request-draw', 'tenderOwner', 'agency'),
    may('freeze-pool', 'system'),
    may('commit-draw-number', 'tenderOwner', 'agency', 'centre', 'authority'),
    may('reveal-draw-number', 'tenderOwner', 'agency', 'centre', 'authority'),
    may('exclude-contributors', 'tenderOwner', 'agency', 'centre', 'authority'),
    signed(may('request-redraw', 'tenderOwner', 'agency')),
    may('record-call', 'centre', 'system'),
    may('record-absence', 'centre'),
    may('check-in', 'expert'),
    may('convene-committee', 'tenderOwner', 'agency'),
    keeping,
    ...openMoney,
    ...termination,
    ...directives,
  ],
  limits: ['LIM-36'],
}
