// SPDX-License-Identifier: Apache-2.0
/** 价格: three prices apart, corrections in order, and every figure that changes on its day. */

import { describe, expect, test } from 'vitest'
import { check, day, type Facts, type Rule, rational, roundTo } from '../../kernel/index.ts'
import * as law from '../index.ts'

const r = rational
const on = day('2026-11-24')
const lights = { calendar: law.calendar }
const judged = <F extends Facts, V>(rule: Rule<F, V>, facts: F, lawDay: string) =>
  check(rule, facts, day(lawDay), lights).outcome

describe('三个价格', () => {
  const quote = {
    id: 'B',
    announced: r(120),
    corrected: r(100),
    deductions: [r('0.10'), r('0.20')],
  }

  test('评审价按修正后的报价扣除，合同价不扣，异常低价看唱标报价', () => {
    expect(law.adjustedPrice(quote).equals(r(70))).toBe(true)
    expect(law.contractPrice(quote).equals(r(100))).toBe(true)
    const triggers = law.abnormalTriggers(
      { suspect: quote.announced, quotes: [quote.announced, r(240), r(240)], ceiling: r(240) },
      { T1: r('0.50'), T2: r('0.50'), T3: r('0.45') },
    )
    expect(triggers).toEqual({ T1: false, T2: false, T3: false })
  })

  test('最高和最低的报价都留在基准价里；一家无效后基准价重算', () => {
    const quotes = [law.plainQuote('A', r(50)), law.plainQuote('B', r(100))]
    const scoreOf = (of: readonly law.Quote[]) =>
      roundTo(law.procurementPriceScore(law.plainQuote('B', r(100)), law.priceBase(of), r(30)), 2)
    expect([scoreOf(quotes), scoreOf(quotes.slice(1))]).toEqual(['15.00', '30.00'])
  })

  test('总分是各项印出的得分之和，不是精确值之和', () => {
    expect(roundTo(law.totalOfFactors([r('1.005'), r('1.005')]), 2)).toBe('2.02')
    expect(roundTo(law.totalOfFactors([r('1.0049'), r('1.0049')]), 2)).toBe('2.00')
  })
})

describe('报价修正', () => {
  const stated: law.StatedPrice = {
    ...{ sheetFigures: null, sheetWords: null, bodyTotal: null, lines: [] },
  }
  const line = (unit: string, quantity: number) => ({ unit: r(unit), quantity: r(quantity) })
  const corrected = (of: Partial<law.StatedPrice>) => {
    const found = law.correctPrice({ ...stated, ...of })
    const mended = found?.mended && [found.mended.line, found.mended.unit.toFraction()]
    return found && [found.value.toFraction(), found.rules, mended]
  }

  test('几行单价里只有一行小数点错位，只改那一行', () => {
    const lines = [line('10', 3), line('1000', 2), line('1', 5)]
    expect(corrected({ sheetFigures: r(235), lines })).toEqual(['235', [3], [1, '100']])
  })

  test('两行都错的不算小数点错位，以单价汇总为准', () => {
    const lines = [line('10', 3), line('1000', 2)]
    expect(corrected({ sheetFigures: r(203), lines })).toEqual(['2030', [4], null])
  })

  test('大写先于单价：依次在上一步结果上修正', () => {
    const lines = [line('61', 2)]
    const of = { sheetFigures: r(128), sheetWords: r(122), bodyTotal: r(130), lines }
    expect(corrected(of)).toEqual(['122', [1, 2], null])
  })

  test('正文与大写一致、只有小写不同的，只用大写一款', () => {
    const of = { sheetFigures: r(128), sheetWords: r(120), bodyTotal: r(120) }
    expect(corrected(of)).toEqual(['120', [2], null])
    expect(corrected({})).toBeNull()
    expect(corrected({ lines: [line('2', 3)] })).toEqual(['6', [], null])
  })
})

describe('比例随施行日改变', () => {
  test.each([
    ['2022-06-30', '0.06', 'met'],
    ['2022-06-30', '0.11', 'breached'],
    ['2022-07-01', '0.06', 'breached'],
    ['2022-07-01', '0.20', 'met'],
    ['2022-07-01', '0.2001', 'breached'],
  ])('小微企业货物 %s 扣除 %s：%s', (lawDay, rate, outcome) => {
    const facts: law.SmallFirmRateCase = { object: 'goods', shared: false, rate }
    expect(judged(law.smallFirmRateInRange, facts, lawDay)).toBe(outcome)
  })

  test.each([
    ['2022-06-30', 'goods', '0.03', 'met'],
    ['2022-07-01', 'goods', '0.03', 'breached'],
    ['2022-07-01', 'service', '0.04', 'met'],
    ['2022-07-01', 'works', '0.02', 'met'],
    ['2022-07-01', 'works', '0.0201', 'breached'],
  ] as const)('联合体 %s %s 扣除 %s：%s', (lawDay, object, rate, outcome) => {
    expect(judged(law.smallFirmRateInRange, { object, shared: true, rate }, lawDay)).toBe(outcome)
  })

  const domestic: law.DomesticOffer = {
    ...{ domestic: true, domesticCost: null, bothCompete: true, declared: true },
  }

  test('本国产品：二〇二六年一月一日起，同场竞争、有声明函才扣', () => {
    const rate = (change: Partial<law.DomesticOffer>, from = '2026-01-01') =>
      law.domesticDeduction({ ...domestic, ...change }, day(from)).toFraction()
    expect([rate({}), rate({}, '2025-12-31')]).toEqual(['1/5', '0'])
    expect([rate({ bothCompete: false }), rate({ declared: false })]).toEqual(['0', '0'])
    expect([rate({ domestic: false }), rate({ domestic: false, domesticCost: r('0.80') })]).toEqual(
      ['0', '1/5'],
    )
    expect(rate({ domesticCost: r('0.7999') })).toBe('0')
  })

  test('专门面向中小企业的不再扣，本国产品照扣，两项各从原报价扣', () => {
    const offer = { reserved: false, smallFirmRate: r('0.10'), domestic }
    const shares = (of: law.PolicyOffer) => law.policyDeductions(of, on).map((s) => s.toFraction())
    expect(shares(offer)).toEqual(['1/10', '1/5'])
    expect(shares({ ...offer, reserved: true })).toEqual(['1/5'])
  })

  test('异常低价：施行前一天只凭判断，当天起按比例', () => {
    expect(law.abnormalFiguresOn(day('2026-01-31')).rates).toBeNull()
    expect(law.abnormalFiguresOn(day('2026-02-01')).rates?.T3.toFraction()).toBe('9/20')
    const untold = { triggered: true, judgedLow: false, asked: false, rejected: false }
    expect(judged(law.abnormalPriceAsked, untold, '2026-01-31')).toBe('met')
    expect(judged(law.abnormalPriceAsked, untold, '2026-02-01')).toBe('breached')
    const rejected = { ...untold, triggered: false, rejected: true }
    expect(judged(law.abnormalPriceAsked, rejected, '2026-01-31')).toBe('breached')
    const judgedLow = { ...untold, triggered: false, judgedLow: true }
    expect(judged(law.abnormalPriceAsked, judgedLow, '2026-01-31')).toBe('breached')
  })

  test('文件可以提高到百分之六十五，不能降低', () => {
    const lawful = (rate: string, of: 'T1' | 'T3' = 'T1') => law.isRateLawful(of, r(rate), on)
    expect(['0.4999', '0.50', '0.65', '0.6501'].map((rate) => lawful(rate))).toEqual([
      ...[false, true, true, false],
    ])
    expect([lawful('0.45', 'T3'), lawful('0.4499', 'T3')]).toEqual([true, false])
    expect(law.isRateLawful('T1', r('0.50'), day('2026-01-31'))).toBe(false)
  })

  test('紧急追加：二〇二六年十月一日起三成，此前一成', () => {
    const of = { originalFen: 1000, priorFen: 0, newFen: 300, emergency: true }
    expect(judged(law.supplementCap, of, '2026-09-30')).toBe('breached')
    expect(judged(law.supplementCap, of, '2026-10-01')).toBe('met')
    expect(judged(law.supplementCap, { ...of, newFen: 301 }, '2026-10-01')).toBe('breached')
    expect(judged(law.supplementCap, { ...of, emergency: false }, '2026-10-01')).toBe('breached')
  })
})
