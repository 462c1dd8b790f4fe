// SPDX-License-Identifier: Apache-2.0
/** 最低投标限价: a tender document may set a ceiling, never a floor. */

import { article, day, type Fen, rule, yuanShown } from '../../kernel/index.ts'

export type PriceLimits = { ceilingFen: Fen | null; floorFen: Fen | null }

export const noMinimumPrice = rule<PriceLimits>()({
  id: 'no-minimum-price',
  handbook: 'LP-4',
  title: '不得规定最低投标限价',
  titleEn: 'No minimum price',
  cites: [article('实施条例', 27)],
  restates: '招标人可以设最高投标限价，不得设最低投标限价',
  versions: [{ from: day('2019-03-02') }],
  weight: 'block',
  holds: ({ floorFen }) => floorFen === null,
  explain: ({ floorFen }) =>
    floorFen === null
      ? '没有规定最低投标限价（实施条例第27条）。'
      : `规定了最低投标限价${yuanShown(floorFen)}元，不得发布（实施条例第27条）。`,
})

export type CeilingStated = { ceilingFen: Fen | null; formula: string | null }

export const ceilingStatedInDocument = rule<CeilingStated>()({
  id: 'ceiling-stated-in-document',
  handbook: 'N-04',
  title: '最高投标限价写入招标文件',
  titleEn: 'Ceiling stated in the document',
  cites: [article('实施条例', 27)],
  restates: '设最高投标限价的，在招标文件中写明金额或者计算方法',
  versions: [{ from: day('2019-03-02') }],
  weight: 'advice',
  holds: ({ ceilingFen, formula }) => ceilingFen !== null || formula !== null,
  explain: ({ ceilingFen, formula }) => {
    if (ceilingFen !== null) return `最高投标限价${yuanShown(ceilingFen)}元（实施条例第27条）。`
    return formula === null ? '没有设最高投标限价。' : `最高投标限价按下式计算：${formula}。`
  },
})
