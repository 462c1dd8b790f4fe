// SPDX-License-Identifier: Apache-2.0
/** 抽取随机数: how many must be given, and how long the others wait for who does not give one. */

import { article, day, rule } from '../../kernel/index.ts'

/** Parameters of the platform; the law only asks that the draw can be traced. */
export const leastDrawNumbers = 2
export const drawWaitMinutes = 30

export type NumbersGiven = { given: number; asked: number }

export const drawNumbers = rule<NumbersGiven>()({
  id: 'draw-numbers',
  handbook: 'DW-10',
  title: '抽取随机数不少于两方',
  titleEn: 'Two numbers or more behind a draw',
  cites: [article('1117号文', 14)],
  restates: '专家抽取要全程留痕、可以追溯，缺席的一方记录在案',
  versions: [{ from: day('2022-09-01'), least: leastDrawNumbers }],
  readings: ['R-056'],
  weight: 'block',
  holds: ({ given }, { least }) => given >= least,
  explain: ({ given, asked }, { least }) =>
    `应有${asked}方随机数，已有${given}方，不少于${least}方即可抽取（1117号文第14项）。`,
})
