// SPDX-License-Identifier: Apache-2.0
/** The command answers the law of procurement: worked cases, near misses, and wrong input by name. */

import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { WrongInput } from '../command.ts'
import { answersOf } from '../eval.ts'

const corpus = fileURLToPath(new URL('../../../../shared/vectors/', import.meta.url))

type Case = Readonly<Record<string, unknown>>

/** The expected keys of the contract, at the top of a case and in its sub-cases. */
const expected: Readonly<Record<string, readonly string[]>> = {
  'limits-procurement': ['end'],
  'committee-procurement': ['minExperts', 'maxReps', 'min'],
  'money-procurement': ['maxFen', 'minFen', 'interestFen', 'ok'],
  'scores-procurement': [
    ...['base', 'adjusted', 'score', 'contractPriceIfB', 'invalid', 'rank', 'countValid'],
    ...['candidates', 'notCandidate', 'rankGroups', 'winner', 'tied', 'ruleId', 'T1', 'T2', 'T3'],
    ...['result', 'rule', 'unitFixed', 'deduct', 'out', 'ok'],
  ],
}

async function evaluated(group: string, input: string): Promise<readonly Case[]> {
  const answers: Case[] = []
  for await (const line of answersOf(group, async () => input)) answers.push(JSON.parse(line))
  return answers
}

async function answer(group: string, given: Case): Promise<Case> {
  const [first = {}] = await evaluated(group, JSON.stringify(given))
  return first
}

const scores = (given: Case) => answer('scores-procurement', given)
const subCases = async (group: string, cases: readonly Case[], beside: Case = {}) =>
  (await answer(group, { ...beside, cases })).cases

describe.each(Object.entries(expected))('eval %s', (group, keys) => {
  const file = `${corpus}${group}.json`
  const there = existsSync(file)

  test.skipIf(!there)(there ? '与样例一致' : 'skipped, corpus absent', async () => {
    const text = readFileSync(file, 'utf8')
    const cases: readonly Case[] = JSON.parse(text)
    const answers = await evaluated(group, text)
    expect(answers.map(({ id }) => id)).toEqual(cases.map(({ id }) => id))
    const wanted = cases.map((one) => wantedOf(one, keys))
    expect(answers).toMatchObject(wanted)
    expect(JSON.stringify(wanted)).toMatch(new RegExp(keys.slice(0, 1).join()))
  })
})

/** A case without its input: the keys of the contract, its lists item by item. */
function wantedOf(of: Case, keys: readonly string[]): Case {
  return Object.fromEntries(
    Object.entries(of).flatMap(([key, value]): [string, unknown][] => {
      if (keys.includes(key)) return [[key, value]]
      if (!['cases', 'tenderSize'].includes(key) || !Array.isArray(value)) return []
      return [[key, value.map((item: Case) => wantedOf(item, keys))]]
    }),
  )
}

describe('期间', () => {
  test.each([
    ['2026-11-03', 7, 'WD', '2026-11-12'],
    ['2026-11-12', 22, 'WD', '2026-12-14'],
    ['2026-10-12', 20, 'D', '2026-11-02'],
    ['2026-10-13', 20, 'D', '2026-11-02'],
    ['2026-10-14', 20, 'D', '2026-11-03'],
    ['2026-09-18', 1, 'WD', '2026-09-20'], // 调休上班的周日
    ['2026-09-29', 1, 'D', '2026-09-30'],
    ['2026-09-30', 1, 'D', '2026-10-08'],
    ['2026-11-02', -15, 'D', '2026-10-18'], // 往前数不顺延
    ['2026-10-08', -1, 'WD', '2026-09-30'],
    ['2026-10-09', -5, 'WD', '2026-09-24'],
    ['2026-11-07', 0, 'D', '2026-11-09'],
    ['2026-11-06', 0, 'WD', '2026-11-06'],
    ['2024-12-31', 1, 'WD', '2025-01-02'],
    ['2026-12-31', 1, 'WD', '2027-01-04'],
  ])('%s %i %s 到 %s', async (start, add, unit, end) => {
    expect(await answer('limits-procurement', { start, add, unit })).toEqual({ end })
  })
})

describe('价格', () => {
  const base = { weight: 30, bids: { A: 100_000_001, B: 105_000_001, C: 120_000_000 } }

  test('两项扣除都按原报价，合同价仍是原报价', async () => {
    const found = await scores({ ...base, rate: { B: ['0.10', '0.20'], C: '0' } })
    expect(found).toMatchObject({ base: '73500000.70', contractPriceIfB: 105_000_001 })
    expect(found.adjusted).toEqual({ A: 100_000_001, B: '73500000.70', C: 120_000_000 })
    expect(await scores({ ...base, rate: { B: { small: '0.10', domestic: '0.20' } } })).toEqual(
      await scores({ ...base, rate: { B: '0.30' } }),
    )
  })

  test('超过最高限价一分就无效，不进基准价', async () => {
    const bids = { A: 100, B: 101, C: 80 }
    expect(await scores({ weight: '0.30', bids, ceiling: 100 })).toMatchObject({
      invalid: ['B'],
      score: { A: '24.00', C: '30.00' },
    })
    expect(await scores({ weight: 30, bids, ceiling: 101 })).toMatchObject({ invalid: [] })
  })

  test('得分只在最后四舍五入一次', async () => {
    const bids = { A: 787_500, B: 1_000_000 }
    expect(await scores({ weight: 30, bids })).toMatchObject({ score: { B: '23.63' } })
    expect(await scores({ weight: 30, bids: { ...bids, A: 787_499 } })).toMatchObject({
      score: { B: '23.62' },
    })
  })
})

describe('同品牌与排序', () => {
  const lowest = { method: 'LOWEST_PRICE', bids: { A: 90, B: 89, C: 95, D: 97 } }

  test('最低评标价法：同品牌只留报价最低的，其余无效', async () => {
    const found = await scores({ ...lowest, brand: { A: 'X', B: 'X', C: 'Y', D: 'Z' } })
    expect(found).toMatchObject({ invalid: ['A'], countValid: 3, rank: ['B', 'C', 'D'] })
    expect(found).toMatchObject({ winner: 'B', notCandidate: [], tied: [] })
  })

  test('同品牌报价相同，机器不选', async () => {
    const bids = { A: 89, B: 89, C: 95, D: 97 }
    const brand = { A: 'X', B: 'X', C: 'Y', D: 'Z' }
    const found = await scores({ method: 'LOWEST_PRICE', bids, brand })
    expect(found).toMatchObject({ invalid: [], winner: null, tied: ['A', 'B'], countValid: 3 })
    expect(found).toMatchObject({ candidates: ['C', 'D'], undecided: [['A', 'B']] })
  })

  test('按品牌不足三家，没有候选人', async () => {
    const found = await scores({ ...lowest, brand: { A: 'X', B: 'X', C: 'X', D: 'Z' } })
    expect(found).toMatchObject({ countValid: 2, candidates: [], winner: null })
  })

  test('评标价相同就是并列，报价不再分先后；扣除后更低的在前', async () => {
    const bids = { A: 100, B: 90, C: 95 }
    const found = await scores({ method: 'LOWEST_PRICE', bids, rate: { A: '0.10' } })
    expect(found).toMatchObject({ rankGroups: [['A', 'B'], ['C']], tied: ['A', 'B'] })
    const second = await scores({ method: 'LOWEST_PRICE', bids, rate: { A: '0.11' } })
    expect(second).toMatchObject({ rank: ['A', 'B', 'C'], winner: 'A' })
  })

  test('综合评分：四个品牌取前三，同品牌第二名不是候选人但不无效', async () => {
    const totals = { A: '91', B: '90', C: '89', D: '88', E: '87' }
    const brand = { A: 'X', B: 'X', C: 'Y', D: 'Z' }
    const found = await scores({ method: 'COMPREHENSIVE', totals, brand })
    expect(found).toMatchObject({ countValid: 4, candidates: ['A', 'C', 'D'], invalid: [] })
    expect(found).toMatchObject({
      notCandidate: ['B'],
      winner: 'A',
      rank: ['A', 'B', 'C', 'D', 'E'],
    })
  })

  test('磋商：得分、最后报价、技术依次分先后，两家也可以', async () => {
    const given = { method: 'CONSULTATION', totals: { A: 88, B: 88 }, bids: { A: 98, B: 98 } }
    expect(await scores(given)).toMatchObject({ winner: null, tied: ['A', 'B'] })
    expect(await scores({ ...given, tech: { A: 40, B: '40.01' } })).toMatchObject({ winner: 'B' })
  })
})

describe('异常低价', () => {
  const ceiling = 100_000_000
  const sub = (suspect: number, ...others: number[]) => ({ bids: [suspect, ...others], suspect })

  test('严格小于才触发，差一分不同', async () => {
    const cases = [
      sub(30_000_000, 60_000_000, 90_000_000),
      sub(30_000_000, 60_000_000, 90_000_001),
      sub(30_000_000, 60_000_001, 89_999_999),
      sub(45_000_000, 80_000_000),
      sub(44_999_999, 80_000_000),
    ]
    expect(await subCases('scores-procurement', cases, { ceiling })).toEqual([
      { T1: false, T2: false, T3: true },
      { T1: true, T2: false, T3: true },
      { T1: false, T2: true, T3: true },
      { T1: false, T2: false, T3: false },
      { T1: false, T2: false, T3: true },
    ])
  })

  test('最高限价没有就用预算，都没有就不答第三项', async () => {
    const given = { bids: { A: 44, B: 100, C: 100 }, suspect: 'A' }
    const found = await scores({ ...given, budget: 100 })
    expect(found).toMatchObject({ T1: false, T2: true, T3: true })
    expect(found).toMatchObject(await scores(given))
    expect(Object.keys(await scores(given))).not.toContain('T3')
  })

  test('只看原报价：扣除后低于四成五不触发', async () => {
    const given = { bids: { A: 46, B: 60, C: 90 }, suspect: 'A', ceiling: 100 }
    expect(await scores({ ...given, rate: { A: '0.10' } })).toMatchObject({
      ...{ T3: false, base: '41.40' },
      adjusted: { A: '41.40', B: 60, C: 90 },
    })
  })
})

describe('小问题', () => {
  test('报价修正依次进行', async () => {
    const cases = [
      { qty: 100, unit: 128_000, sheetTotal: 1_280_000 },
      { qty: 100, unit: 128, total: 1_280_000 },
      { qty: 100, unit: 12_801, total: 1_280_000 },
      { sheetWords: 120, sheetDigits: 120, bodyTotal: 120 },
      { sheetWords: 120, sheetDigits: 128, bodyTotal: 130, qty: 2, unit: 61 },
      { sheetTotal: 99, bodyTotal: 98, ceiling: 98 },
      { sheetTotal: 99, bodyTotal: 98, ceiling: 99, confirmed: false },
    ]
    expect(await subCases('scores-procurement', cases)).toEqual([
      { result: 1_280_000, rule: 3, unitFixed: 12_800 },
      { result: 1_280_000, rule: 3, unitFixed: 12_800 },
      { result: 1_280_100, rule: 4 },
      { result: 120, rule: null },
      { result: 122, rule: [1, 2, 4] },
      { result: 99, rule: 1, ok: false },
      { result: 99, rule: 1, ok: false },
    ])
  })

  test('联合体：有关系就不扣，比例差一点也不扣，工程另有幅度', async () => {
    const cases = [
      { share: '0.30' },
      { share: '0.2999' },
      { share: 1, allSmall: true, related: true },
      { share: '0.5', object: 'works', rate: '0.02' },
    ]
    expect(await subCases('scores-procurement', cases, { rate: '0.06' })).toEqual([
      { deduct: '0.06' },
      { deduct: '0' },
      { deduct: '0' },
      { deduct: '0.02' },
    ])
  })

  test('框架协议：正好一成的尾数进一，一家不成', async () => {
    const cases = [{ n: 5 }, { n: 10 }, { n: 1 }].map((one) => ({ ...one, rate: '0.20' }))
    expect(await subCases('scores-procurement', cases)).toEqual([
      { out: 1 },
      { out: 2 },
      { out: null, ok: false },
    ])
  })

  test('价格分权重：两端都算在内', async () => {
    const of = (regime: string, object: string, weights: readonly string[]) =>
      weights.map((weight) => ({ regime, object, weight }))
    const cases = [
      ...of('O87', 'service', ['0.0999', '0.10', '1']),
      ...of('C214', 'goods', ['0.2999', '0.30', '0.60', '0.6001']),
      ...of('C214', 'service', ['0.0999', '0.10', '0.30', '0.3001']),
    ]
    const oks = [false, true, true, false, true, true, false, false, true, true, false]
    expect(await subCases('scores-procurement', cases)).toEqual(oks.map((ok) => ({ ok })))
  })
})

describe('评审委员会与钱', () => {
  test('专家三分之二，单数才合法', async () => {
    const cases = [{ size: 11 }, { size: 13 }, { size: 4 }]
    expect(await subCases('committee-procurement', cases)).toEqual([
      { minExperts: 8, maxReps: 3 },
      { minExperts: 9, maxReps: 4 },
      { minExperts: 3, maxReps: 1, ok: false },
    ])
    const tenderSize = [{ budgetYuan: '9999999.99' }, { budgetYuan: '10000000.00' }]
    expect(await answer('committee-procurement', { tenderSize })).toEqual({
      tenderSize: [{ min: 5 }, { min: 7 }],
    })
  })

  test('上限舍去零头，利息四舍五入，罚款下限进一', async () => {
    const late = { what: 'lateRefundInterest', principalFen: 2_000_000, baseRate: '0.0435' }
    const supplement = { what: 'supplementOk', originalFen: 1000, priorFen: 60 }
    const cases = [
      { what: 'bidDepositMax', budgetFen: 149 },
      { what: 'performanceBondMax', contractFen: 19 },
      { ...late, days: 10, basis: 360 },
      { ...late, days: 10, basis: 365 },
      { ...supplement, newFen: 40 },
      { ...supplement, newFen: 41 },
      { what: 'supplierFineRange', amountFen: 1001 },
      { what: 'smeLateInterestDefault', amountFen: 100_000_000, days: 30 },
      { what: 'smeLateInterestDefault', amountFen: 1000, days: 1 },
      { what: 'smeLateInterestDefault', amountFen: 999, days: 1 },
    ]
    expect(await subCases('money-procurement', cases)).toEqual([
      { maxFen: 2 },
      { maxFen: 1 },
      { interestFen: 2900 },
      { interestFen: 2860 },
      { ok: true },
      { ok: false },
      { minFen: 6, maxFen: 10 },
      { interestFen: 1_500_000 },
      { interestFen: 1 },
      { interestFen: 0 },
    ])
  })
})

describe('输入有错', () => {
  test.each([
    ['limits-procurement', '{"start":"2026-02-30","add":1,"unit":"D"}', 'start:'],
    ['limits-procurement', '{"start":"2026-02-03","add":1.5,"unit":"D"}', 'add:'],
    ['limits-procurement', '{"start":"2026-02-03","add":3661,"unit":"D"}', 'add:'],
    ['limits-procurement', '{"start":"2026-02-03","add":1,"unit":"day"}', 'unit:'],
    ['limits-procurement', '{"start":"2025-01-10","add":-20,"unit":"WD"}', 'start:'],
    ['limits-procurement', '{"id":"z","add":1,"unit":"D"}', 'z start:'],
    ['scores-procurement', '{"what":"nothing asked"}', 'bids:'],
    ['scores-procurement', '{"weight":101,"bids":{"A":1}}', 'weight:'],
    ['scores-procurement', '{"weight":30,"bids":{"A":0}}', 'bids.A:'],
    ['scores-procurement', '{"weight":30,"bids":{"A":1.5}}', 'bids.A:'],
    ['scores-procurement', '{"weight":30,"bids":{}}', 'bids:'],
    ['scores-procurement', '{"weight":30,"bids":{"A":1},"rate":{"B":"0.1"}}', 'rate.B:'],
    ['scores-procurement', '{"weight":30,"bids":{"A":1},"rate":{"A":"1"}}', 'rate.A:'],
    ['scores-procurement', '{"method":"BEST","totals":{"A":1}}', 'method:'],
    ['scores-procurement', '{"method":"LOWEST_PRICE","totals":{"A":1}}', 'bids:'],
    ['scores-procurement', '{"totals":{"A":1},"brand":{"B":"X"}}', 'brand.B:'],
    ['scores-procurement', '{"totals":{"A":1},"bids":{"A":1,"B":2}}', 'totals.B:'],
    ['scores-procurement', '{"bids":[3,4],"suspect":5}', 'suspect:'],
    ['scores-procurement', '{"bids":[3,4],"suspect":3,"rates":{"T1":"0.66"}}', 'rates.T1:'],
    ['scores-procurement', '{"bids":[3,4],"suspect":3,"rates":{"T3":"0.44"}}', 'rates.T3:'],
    ['scores-procurement', '{"cases":[{"id":"a"}]}', 'cases[0].suspect:'],
    ['scores-procurement', '{"rate":"0.07","cases":[{"share":"0.3"}]}', 'rate:'],
    ['scores-procurement', '{"rate":"0.05","cases":[{"share":"1.3"}]}', 'cases[0].share:'],
    ['scores-procurement', '{"cases":[{"n":3,"rate":"0.19"}]}', 'cases[0].rate:'],
    ['scores-procurement', '{"cases":[{"regime":"O18"}]}', 'cases[0].regime:'],
    ['scores-procurement', '{"cases":[{"qty":1}]}', 'cases[0].unit:'],
    ['committee-procurement', '{}', 'cases:'],
    ['committee-procurement', '{"cases":[{"size":0}]}', 'cases[0].size:'],
    ['committee-procurement', '{"tenderSize":[{"complex":true}]}', 'tenderSize[0].budgetYuan:'],
    ['money-procurement', '{"cases":[{"what":"gift"}]}', 'cases[0].what:'],
    ['money-procurement', '{"cases":[{"what":"bidDepositMax"}]}', 'cases[0].budgetFen:'],
    ['money-procurement', '{"cases":[{"what":"bidDepositMax","budgetFen":1.5}]}', 'budgetFen:'],
    [
      'money-procurement',
      '{"cases":[{"what":"lateRefundInterest","principalFen":1,"baseRate":4.35,"days":1}]}',
      'cases[0].baseRate:',
    ],
  ])('%s %s 指出字段', async (group, input, field) => {
    const wrong = await evaluated(group, input).then(
      () => '',
      (error: unknown) => (error instanceof WrongInput ? error.message : `broken: ${error}`),
    )
    expect(wrong.split('\n')).toHaveLength(1)
    expect(wrong).not.toContain('broken')
    expect(wrong).toContain(field)
  })
})
