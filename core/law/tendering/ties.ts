// SPDX-License-Identifier: Apache-2.0
/** 并列: equals are parted by price, by the document, by reasons; never by lot. */

import { article, day, rule } from '../../kernel/index.ts'

export type TieCase = { tied: number; votesFor: number; votes: number }

export const tieByReasons = rule<TieCase>()({
  id: 'tie-by-reasons',
  handbook: 'RU-11',
  title: '并列由评标委员会说明理由排序',
  titleEn: 'A tie is ordered by the committee, with reasons',
  cites: [article('1117号文', 2)],
  restates: '不得用抽签、摇号确定中标人，并列的由评标委员会按多数意见说明理由排序',
  versions: [{ from: day('2022-09-01') }],
  readings: ['R-014'],
  weight: 'block',
  holds: ({ votesFor, votes }) => votesFor * 2 > votes,
  explain: ({ tied, votesFor, votes }) =>
    `并列${tied}家，评标委员会${votes}人中${votesFor}人同意这一顺序，不抽签（1117号文第2项）。`,
})
