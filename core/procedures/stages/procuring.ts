// SPDX-License-Identifier: Apache-2.0
/** Stages that 政府采购 shapes otherwise: the purchaser judges qualification, and decides by rank. */

import { words } from '../../kernel/index.ts'
import { may, type Stage, signed } from '../procedure.ts'
import { decided, notified } from './conclusion.ts'
import { reported } from './evaluation.ts'
import { opened } from './opening.ts'
import { procured } from './procured.ts'

/** O87 44: purchaser or agency, never the committee; too few qualified end the trade. */
export const qualifying: Stage = {
  ...procured(opened),
  title: words('资格审查', 'Qualification'),
  purpose: words(
    '采购人或者代理机构审查资格；合格的不足三家不评标。评审专家随机抽取，名单保密。',
    'Purchaser or agency judge qualification; fewer than three end the trade. Experts are drawn.',
  ),
  acts: [signed(may('judge-qualification', 'tenderOwner', 'agency')), ...opened.acts],
}

const aside = ['publish-candidates']

/** GPR 43: within five working days, in the order of the ranking. */
export const deciding: Stage = {
  ...procured(reported),
  purpose: words(
    '采购人在收到评审报告后五个工作日内，按排序确定供应商。',
    'Within five working days of the report the purchaser decides, in the order of the ranking.',
  ),
  acts: [
    signed(may('award', 'tenderOwner')),
    ...reported.acts.filter(({ act }) => !aside.includes(act)),
  ],
  limits: ['TL-20', 'TL-21'],
}

export const publishing: Stage = {
  ...procured(decided),
  purpose: words(
    '两个工作日内公告结果，同时发出通知书和未中标告知。',
    'Result, award notice and letters go out together within two working days.',
  ),
  limits: ['TL-22', 'TL-23'],
}

export const awarded: Stage = {
  ...procured(notified),
  limits: ['TL-25', 'TL-34', 'TL-35'],
}
