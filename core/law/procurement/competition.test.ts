// SPDX-License-Identifier: Apache-2.0
/** 竞争: how many, by which method, who is one competitor, who sits on the panel, when clocks end. */

import { describe, expect, test } from 'vitest'
import { article, check, day, rational } from '../../kernel/index.ts'
import * as law from '../index.ts'

const lawDay = day('2026-11-24')
const lights = { calendar: law.calendar }
const r = rational

describe('家数', () => {
  const least = (
    method: law.CompetitiveMethod,
    moment: law.CompetitionMoment,
    fewerBy: law.FewerGround | null = null,
    on = '2026-11-24',
  ) => law.competitionTest({ method, moment, fewerBy, on: day(on) })?.least ?? null

  test('招标数四次，每次后果不同', () => {
    const moments = ['deadline', 'qualified', 'conforming', 'brands'] as const
    const tests = moments.map((moment) => law.competitionTests['open-tender'][moment])
    expect(tests.map((one) => [one?.least, one?.otherwise])).toEqual([
      [3, '不得开标'],
      [3, '不得评标'],
      [3, '废标'],
      [3, '废标'],
    ])
    expect(least('open-tender', 'last-quotes')).toBeNull()
    expect(least('open-tender', 'invited')).toBeNull()
    expect(least('invited-tender', 'invited')).toBe(3)
  })

  test.each([
    ['negotiation', 'last-quotes', 'two-after-tender', '2026-11-24', 2],
    ['negotiation', 'last-quotes', 'research', '2026-11-24', 3],
    ['consultation', 'last-quotes', 'research', '2026-11-24', 2],
    ['consultation', 'last-quotes', 'public-service', '2015-06-30', 2],
    ['consultation', 'last-quotes', 'public-service', '2015-06-29', 3],
    ['consultation', 'last-quotes', 'two-after-tender', '2026-11-24', 3],
    ['inquiry', 'conforming', 'two-after-tender', '2026-11-24', 3],
    ['inquiry', 'conforming', 'emergency', '2026-09-30', 3],
    ['inquiry', 'conforming', 'emergency', '2026-10-01', 1],
    ['consultation', 'invited', 'research', '2026-11-24', 3],
    ['framework', 'conforming', null, '2026-11-24', 2],
  ] as const)('%s %s 凭 %s 于 %s 至少 %s 家', (method, moment, fewerBy, on, count) => {
    expect(least(method, moment, fewerBy, on)).toBe(count)
  })

  test('每一处家数都写明条款和后果', () => {
    const tests = Object.values(law.competitionTests).flatMap((of) => Object.values(of))
    expect(tests.length).toBeGreaterThan(20)
    for (const one of tests) {
      expect(law.citesOfTest(one).length).toBeGreaterThan(0)
      for (const cite of one.cites) expect(law.findDocument(cite.document)).toBeDefined()
    }
  })
})

describe('采购方式', () => {
  const lawful = (change: Partial<law.MethodCase>) =>
    check(
      law.methodLawful,
      {
        ...{ method: 'negotiation', ground: 'complex-demand', amountFen: 200_000_000 },
        ...{ thresholdFen: 200_000_000, verified: true, approved: false },
        ...change,
      },
      lawDay,
      lights,
    ).outcome

  test('正好达到标准就要批准，批准了也要有列明的情形', () => {
    expect(lawful({})).toBe('breached')
    expect(lawful({ approved: true })).toBe('met')
    expect(lawful({ approved: true, ground: null })).toBe('breached')
    expect(lawful({ approved: true, ground: 'uniform-goods' })).toBe('breached')
    expect(lawful({ method: 'open-tender', ground: null })).toBe('met')
  })

  test('广西的标准没有核实，不猜', () => {
    const of = { level: 'city', region: '广西', object: 'goods', on: lawDay } as const
    const figure = law.openTenderThreshold(of)
    expect(figure).toMatchObject({ openTenderFen: null, verified: false })
    expect(lawful({ thresholdFen: figure?.openTenderFen ?? null })).toBe('needs-judgement')
    expect(lawful({ verified: false, amountFen: 1 })).toBe('needs-judgement')
    expect(law.openTenderThreshold({ ...of, region: '某省' })).toBeNull()
  })

  test('标准按地区、级次和日期取，核实的新数从它的日子起用', () => {
    const central = { level: 'central', region: '中央', object: 'service' } as const
    const at = (on: string, rows?: readonly law.ThresholdRow[]) =>
      law.openTenderThreshold({ ...central, on: day(on) }, rows)?.openTenderFen ?? null
    expect([at('2019-12-31'), at('2020-01-01')]).toEqual([null, 200_000_000])
    const rows = law.thresholdRows.map((row) => ({
      ...row,
      versions: [
        ...row.versions,
        { from: day('2027-01-01'), openTenderFen: 400_000_000, verified: true },
      ],
    }))
    expect([at('2026-12-31', rows), at('2027-01-01', rows)]).toEqual([200_000_000, 400_000_000])
    expect(law.openTenderThreshold({ ...central, object: 'works', on: lawDay })).toBeNull()
  })

  test('柳州自己的标准是有依据、有日期的一行，此前开始的采购不变', () => {
    const ours: law.ThresholdRow = {
      levels: ['city'],
      region: '柳州',
      objects: ['goods', 'service'],
      cite: article('87号令', 4),
      versions: [{ from: day('2027-03-01'), openTenderFen: 300_000_000, verified: true }],
    }
    const of = { level: 'city', region: '柳州', object: 'goods' } as const
    const judged = (on: string) => {
      const figure = law.openTenderThreshold({ ...of, on: day(on) }, [...law.thresholdRows, ours])
      const thresholdFen = figure?.openTenderFen ?? null
      return lawful({ amountFen: 300_000_000, thresholdFen, verified: figure?.verified ?? false })
    }
    expect([judged('2027-02-28'), judged('2027-03-01')]).toEqual(['needs-judgement', 'breached'])
    expect(law.openTenderThreshold({ ...of, on: day('2027-03-01') })).toBeNull()
  })

  test('每种情形的条款都在目录里，每种竞争以外的方式都有情形', () => {
    for (const { cite } of law.methodGrounds) {
      expect(law.findDocument(cite.document)).toBeDefined()
    }
    expect(new Set(law.methodGrounds.map(({ method }) => method)).size).toBe(6)
  })
})

describe('同品牌与候选人', () => {
  const competitor = (id: string, brand: string | null, total: number, quote: number) => ({
    ...{ id, brand, total: r(total), quote: r(quote), adjusted: r(quote) },
    technical: null,
  })
  const scored = { method: 'comprehensive', leastBrands: 3, candidates: 3 } as const

  test('同品牌得分相同，报价低也不由机器定', () => {
    const found = law.evaluateCompetitors(
      [
        competitor('A', 'X', 90, 100),
        competitor('B', 'X', 90, 99),
        competitor('C', 'Y', 80, 98),
        competitor('D', 'Z', 70, 97),
      ],
      scored,
    )
    expect(found).toMatchObject({ winner: null, tied: ['A', 'B'], candidates: ['C', 'D'] })
    expect(found).toMatchObject({ invalid: [], notCandidate: [], countValid: 3 })
  })

  test('第三名并列的都列为候选人', () => {
    const bids = ['A', 'B', 'C', 'D', 'E'].map((id, i) =>
      competitor(id, null, [90, 85, 80, 80, 70][i] ?? 0, 100),
    )
    expect(law.evaluateCompetitors(bids, scored).candidates).toEqual(['A', 'B', 'C', 'D'])
    expect(law.evaluateCompetitors(bids, { ...scored, candidates: 2 }).candidates).toEqual([
      ...['A', 'B'],
    ])
  })

  test('没有写品牌的各算一家', () => {
    const bids = [competitor('A', null, 90, 1), competitor('B', null, 80, 1)]
    expect(law.evaluateCompetitors(bids, scored)).toMatchObject({ countValid: 2, winner: null })
    expect(law.evaluateCompetitors(bids, { ...scored, leastBrands: null }).winner).toBe('A')
  })
})

describe('最后报价', () => {
  const quoted = (id: string, firstFen: number, lastFen: number | null) => ({
    ...{ id, firstFen, lastFen },
  })
  const competition = { method: 'consultation', fewerBy: null, on: lawDay } as const
  const suppliers = [quoted('A', 90, 80), quoted('B', 95, 100), quoted('C', 90, null)]

  test('不交的视为退出，超一分的无效，抬高的有效但提示', () => {
    const found = law.lastQuotes([...suppliers, quoted('D', 90, 101)], {
      ...{ ceilingFen: 100, competition },
    })
    expect(found).toEqual({
      ...{ withdrawn: ['C'], invalid: ['D'], standing: ['A', 'B'], raised: ['B'] },
      terminated: true,
    })
  })

  test('三家最后报价才继续，列明的情形两家', () => {
    const ended = (fewerBy: law.FewerGround | null, last: number | null) =>
      law.lastQuotes([...suppliers.slice(0, 2), quoted('C', 90, last)], {
        ...{ ceilingFen: 100, competition: { ...competition, fewerBy } },
      }).terminated
    expect([ended(null, 90), ended(null, null), ended('public-service', null)]).toEqual([
      ...[false, true, false],
    ])
  })
})

describe('预留份额', () => {
  const facts: law.ReservationCase = {
    ...{ object: 'goods', amountFen: 200_000_000, suitable: true },
    ...{ reservedFen: 200_000_000, reservedForSmallFen: 0 },
  }
  const judged = (change: Partial<law.ReservationCase>) =>
    check(law.smallFirmReservation, { ...facts, ...change }, lawDay, lights).outcome

  test('二百万元正好全部预留，多一分的预留三成、其中六成给小微', () => {
    expect([judged({}), judged({ reservedFen: 199_999_999 })]).toEqual(['met', 'breached'])
    const above = { amountFen: 200_000_001, reservedFen: 60_000_001 }
    expect(judged({ ...above, reservedForSmallFen: 36_000_001 })).toBe('met')
    expect(judged({ ...above, reservedForSmallFen: 36_000_000 })).toBe('breached')
    expect(judged({ ...above, reservedFen: 60_000_000 })).toBe('breached')
    expect(judged({ reservedFen: 0, suitable: false })).toBe('not-applicable')
  })
})

describe('适用哪部法', () => {
  const facts: law.RegimeFacts = {
    ...{ publicPurchaser: true, fiscal: true, inCatalogue: false, atLimit: true, military: false },
    ...{ forceMajeure: false, stateSecret: false, works: false, tendered: false, on: lawDay },
  }

  test.each([
    [{}, 'procurement', true],
    [{ atLimit: false }, 'none', false],
    [{ atLimit: false, inCatalogue: true }, 'procurement', true],
    [{ fiscal: false }, 'none', false],
    [{ military: true }, 'military', false],
    [{ stateSecret: true }, 'excluded', false],
    [{ forceMajeure: true }, 'emergency', false],
    [{ forceMajeure: true, on: day('2026-09-30') }, 'excluded', false],
    [{ works: true, tendered: true }, 'tendering', true],
    [{ works: true }, 'works-not-tendered', true],
  ])('%o 适用 %s', (change, regime, policies) => {
    const found = law.regimeOf({ ...facts, ...change })
    expect([found.regime, found.policies]).toEqual([regime, policies])
    for (const { document } of found.cites) expect(law.findDocument(document)).toBeDefined()
  })
})

describe('评审委员会', () => {
  const panel: law.PanelCase = {
    ...{ method: 'tender', members: 5, experts: 4, budgetFen: 0, complex: false },
    atThreshold: false,
  }

  test.each([
    ['五人四专家', {}, true],
    ['五人三专家', { experts: 3 }, false],
    ['六人', { members: 6 }, false],
    ['复杂的要七人', { complex: true }, false],
    ['复杂的七人', { complex: true, members: 7, experts: 5 }, true],
    ['谈判三人', { method: 'negotiation', members: 3, experts: 2 }, true],
    ['谈判达到标准的三人', { method: 'negotiation', members: 3, atThreshold: true }, false],
    ['询价达到标准的五人', { method: 'inquiry', atThreshold: true }, true],
    [
      '磋商达到标准仍三人',
      { method: 'consultation', members: 3, experts: 2, atThreshold: true },
      true,
    ],
    ['专家比成员多', { members: 3, method: 'consultation' }, false],
  ] as const)('%s', (_, change, ok) => {
    expect(law.isPanelLawful({ ...panel, ...change })).toBe(ok)
  })
})

describe('期间', () => {
  const calendar = law.calendar

  test('投诉从答复期满起算，提前答复也一样', () => {
    expect(law.procurementComplaintEnd(day('2026-11-12'), calendar)).toBe('2026-12-14')
  })

  test('澄清不足十五天就顺延，够的不动', () => {
    const moved = (deadline: string) =>
      law.clarificationDeadline(day('2026-11-02'), day(deadline), {
        ...{ lawDay, calendar, limit: law.limitOf('TL-07') },
      })
    expect([moved('2026-11-16'), moved('2026-11-17')]).toEqual(['2026-11-17', '2026-11-17'])
    expect(moved('2026-11-18')).toBe('2026-11-18')
  })

  test('检测的日子加到处理期限上', () => {
    expect(law.complaintDecisionEnd(day('2026-11-16'), 0, calendar)).toBe('2026-12-28')
    expect(law.complaintDecisionEnd(day('2026-11-16'), 3, calendar)).toBe('2026-12-31')
    const facts = { receivedOn: day('2026-11-16'), decidedOn: day('2026-12-31') }
    const judged = (stoppedWorkdays: number) =>
      check(law.procurementComplaintDecision, { ...facts, stoppedWorkdays }, lawDay, lights).outcome
    expect([judged(3), judged(2)]).toEqual(['met', 'breached'])
  })

  test('付款：没有约定三十天，约定的按约定', () => {
    const facts = { deliveredOn: day('2026-11-02'), paidOn: day('2026-12-31') }
    const judged = (agreedDays: number | null) =>
      check(law.smallFirmPayment, { ...facts, agreedDays }, lawDay, lights).outcome
    expect([judged(null), judged(60), judged(58)]).toEqual(['breached', 'met', 'breached'])
  })

  test('直接起诉六个月，没有那一天的取月末', () => {
    expect(law.directSuitEnd(day('2026-08-31'))).toBe('2027-02-28')
  })

  test('期间到没有日历的年份就不答', () => {
    const period = { start: day('2025-01-03'), n: -3, unit: 'WD' } as const
    expect(law.periodEnd(period, calendar)).toBeNull()
    expect(law.periodEnd({ ...period, n: -1 }, calendar)).toBe('2025-01-02')
    expect(law.periodEnd({ ...period, unit: 'D' }, calendar)).toBe('2024-12-31')
  })

  test('框架协议期限按年数，遇休息日不顺延', () => {
    const of = { lawDay, calendar }
    expect(law.due(law.limitOf('TL-53'), day('2026-10-03'), of).safe).toBe('2027-10-03')
  })
})
