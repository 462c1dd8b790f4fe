// SPDX-License-Identifier: Apache-2.0
/** Worked figures of the price formulas, and the cases just beside them. */

import { describe, expect, test } from 'vitest'
import { rational, roundTo, zero } from '../../kernel/index.ts'
import * as law from '../index.ts'

const exact = (values: readonly (number | string)[]) => values.map((v) => rational(v))
const two = (value: ReturnType<typeof rational>) => roundTo(value, 2)

describe('去掉最高最低的个数', () => {
  test.each([
    ['T1', [6, 7, 9, 10], ['0+0', '1+1', '1+1', '2+2']],
    ['T2', [5, 6, 7], ['0+0', '1+0', '1+1']],
    ['T3a', [3, 4], ['0+0', '1+1']],
    ['T3b', [4, 5], ['0+0', '1+1']],
  ] as const)('%s', (table, counts, wanted) => {
    const trims = counts.map((n) => law.trimTables[table](n))
    expect(trims.map(({ top, bottom }) => `${top}+${bottom}`)).toEqual(wanted)
  })
})

describe('基准价', () => {
  const prices = exact([100, 90, 80])
  test('平均、下浮、最低、次低、给定', () => {
    const K = rational('0.03')
    expect(two(law.benchmark({ kind: 'BM-MEAN', downRate: K }, prices).value)).toBe('87.30')
    expect(two(law.benchmark({ kind: 'BM-LOW' }, prices).value)).toBe('80.00')
    expect(two(law.benchmark({ kind: 'BM-LOW2' }, prices).value)).toBe('90.00')
    expect(two(law.benchmark({ kind: 'BM-LOW2' }, exact([80, 80, 90])).value)).toBe('80.00')
    expect(two(law.benchmark({ kind: 'GIVEN', value: rational(85) }, []).value)).toBe('85.00')
  })

  test('混合的两部分可以展示', () => {
    const found = law.benchmark(
      {
        kind: 'BM-MIX',
        weight: rational('0.4'),
        ceiling: rational(100),
        ceilingDownRate: rational('0.05'),
        trim: null,
      },
      prices,
    )
    expect(two(found.value)).toBe('92.00')
    expect(found.steps.map((s) => s.value)).toEqual(['95.00', '90.00', '0.4000', '92.00'])
  })
})

describe('价格得分', () => {
  const linear: law.PriceScoring = {
    kind: 'SC-LIN',
    full: rational(60),
    up: rational(1),
    down: rational('0.5'),
  }
  const mark = (price: number, scoring: law.PriceScoring) =>
    law.markText(law.priceScore(rational(price), rational(9_000_000), scoring).value)

  test.each([
    [9_500_000, '54.44'],
    [9_000_000, '60.00'],
    [8_500_000, '57.22'],
    [90_000_000, '0.00'],
  ])('直线 %i', (price, marks) => expect(mark(price, linear)).toBe(marks))

  test('不足百分之一按一计或不计；低于基准价可得满分', () => {
    expect(mark(9_000_001, { ...linear, kind: 'SC-STEP', step: 'CEIL' })).toBe('59.00')
    expect(mark(9_000_001, { ...linear, kind: 'SC-STEP', step: 'FLOOR' })).toBe('60.00')
    expect(mark(8_500_000, { ...linear, fullAtOrBelow: true })).toBe('60.00')
    expect(mark(90_000_000, { ...linear, floor: rational(10) })).toBe('10.00')
  })

  test('负偏差率与正的一样进位', () => {
    const scoring: law.PriceScoring = { ...linear, down: rational(1), deviationScale: 0 }
    expect(mark(9_045_000, scoring)).toBe(mark(8_955_000, scoring))
  })
})

describe('汇总和排序', () => {
  test('五名评委才去掉最高最低', () => {
    const marks = exact([1, 5, 5, 5, 9, 10])
    expect(two(law.aggregateMarks(marks, { trim: true }).value)).toBe('6.00')
    expect(two(law.aggregateMarks(marks.slice(0, 4), { trim: true }).value)).toBe('4.00')
    expect(two(law.aggregateMarks(marks, { trim: false }).value)).toBe('5.83')
  })

  test('评标价相同先比开标价，再相同列为并列', () => {
    const bid = (id: string, price: number, adjustment: number) => ({
      id,
      announced: rational(price),
      correction: zero,
      adjustments: [rational(adjustment)],
    })
    const bids = [bid('丙', 90, 5), bid('甲', 90, 5), bid('乙', 95, 0), bid('丁', 101, -9)]
    const { ranked, ties, rejected } = law.rankLowestEvaluated(bids, rational(100))
    expect(new Set(ranked.slice(0, 2).map((b) => b.id))).toEqual(new Set(['甲', '丙']))
    expect([ranked[2]?.id, ties.length, rejected.map((b) => b.id)]).toEqual(['乙', 1, ['丁']])
  })
})

describe('算术修正和大写金额', () => {
  test.each([
    ['壹佰万元整', '1000000.00'],
    ['人民币壹仟贰佰叁拾肆万伍仟陆佰柒拾捌元玖角壹分', '12345678.91'],
    ['壹亿零伍拾元零叁分', '100000050.03'],
    ['拾万圆正', '100000.00'],
    ['伍角', '0.50'],
  ])('%s', (words, yuan) => {
    const amount = law.yuanOfWords(words)
    expect(amount === null ? null : two(amount)).toBe(yuan)
  })

  test.each(['', '壹佰万', '佰元', '壹贰元', '壹拾佰元', 'abc元'])('“%s”不是金额', (words) => {
    expect(law.yuanOfWords(words)).toBeNull()
  })

  test('单价为准；小数点错位以总价为准', () => {
    const line = { unit: rational(1250), quantity: rational(1000), total: rational(12500) }
    expect(law.looksLikeDecimalSlip(line)).toBe(true)
    expect(law.looksLikeDecimalSlip({ ...line, total: rational(12000) })).toBe(false)
    const fixed = law.correctArithmetic({ kind: 'AC-2', ...line, decimalSlip: true })
    expect([fixed.value, fixed.unit].map((v) => two(v ?? zero))).toEqual(['12500.00', '12.50'])
  })
})

test('异常低价只询问，正好在线上不问，从不自动否决', () => {
  const line = { kind: 'ratio-of-ceiling', ratio: rational('0.8'), ceiling: rational(100) } as const
  const alarm = law.lowPriceAlarm(line, exact([80, '79.99', 95]))
  expect([alarm.ask, alarm.autoReject]).toEqual([[1], []])
})
