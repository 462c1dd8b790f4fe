// SPDX-License-Identifier: Apache-2.0
/** 差一点: one day, one bid, one 分 either side of every rule. */

import { describe, expect, test } from 'vitest'
import { check, day, type Facts, moment, type Rule, rational } from '../../kernel/index.ts'
import * as law from '../index.ts'

const lawDay = day('2025-09-01')
const lights = { calendar: law.calendar }
const d = day
const judge = <F extends Facts, V>(r: Rule<F, V>, facts: F) => check(r, facts, lawDay, lights)

describe('期限：差一天', () => {
  test.each([
    [
      '编标差一天',
      judge(law.bidPreparationTime, {
        compulsory: true,
        issuedOn: d('2025-09-01'),
        deadlineOn: d('2025-09-21'),
      }),
      'breached',
    ],
    [
      '编标正好',
      judge(law.bidPreparationTime, {
        compulsory: true,
        issuedOn: d('2025-09-01'),
        deadlineOn: d('2025-09-22'),
      }),
      'met',
    ],
    [
      '非必须招标不适用',
      judge(law.bidPreparationTime, {
        compulsory: false,
        issuedOn: d('2025-09-01'),
        deadlineOn: d('2025-09-02'),
      }),
      'not-applicable',
    ],
    [
      '获取期差一天',
      judge(law.documentAvailability, {
        issuedOn: d('2025-09-03'),
        availableUntil: d('2025-09-07'),
      }),
      'breached',
    ],
    [
      '获取期正好',
      judge(law.documentAvailability, {
        issuedOn: d('2025-09-03'),
        availableUntil: d('2025-09-08'),
      }),
      'met',
    ],
    [
      '补遗差一天',
      judge(law.clarificationTime, {
        affectsPreparation: true,
        publishedOn: d('2025-09-02'),
        deadlineOn: d('2025-09-16'),
      }),
      'breached',
    ],
    [
      '补遗正好',
      judge(law.clarificationTime, {
        affectsPreparation: true,
        publishedOn: d('2025-09-02'),
        deadlineOn: d('2025-09-17'),
      }),
      'met',
    ],
    [
      '文件异议最后一天',
      judge(law.documentObjectionWindow, {
        lodgedOn: d('2025-09-12'),
        deadlineOn: d('2025-09-22'),
      }),
      'met',
    ],
    [
      '文件异议晚一天',
      judge(law.documentObjectionWindow, {
        lodgedOn: d('2025-09-13'),
        deadlineOn: d('2025-09-22'),
      }),
      'breached',
    ],
    [
      '答复第三天',
      judge(law.objectionReplyTime, { receivedOn: d('2025-09-01'), answeredOn: d('2025-09-04') }),
      'met',
    ],
    [
      '答复第四天',
      judge(law.objectionReplyTime, { receivedOn: d('2025-09-01'), answeredOn: d('2025-09-05') }),
      'breached',
    ],
    [
      '公示差一天',
      judge(law.publicReviewPeriod, {
        compulsory: true,
        startedOn: d('2025-09-01'),
        endsOn: d('2025-09-03'),
      }),
      'breached',
    ],
    [
      '公示正好',
      judge(law.publicReviewPeriod, {
        compulsory: true,
        startedOn: d('2025-09-01'),
        endsOn: d('2025-09-04'),
      }),
      'met',
    ],
    [
      '书面报告从较早的起点',
      judge(law.writtenReportTime, {
        compulsory: true,
        decidedOn: d('2025-09-03'),
        noticeOn: d('2025-09-02'),
        filedOn: d('2025-09-18'),
      }),
      'breached',
    ],
    [
      '签约长假后第一天',
      judge(law.contractTime, { noticeOn: d('2025-09-01'), signedOn: d('2025-10-09') }),
      'met',
    ],
    [
      '签约再晚一天',
      judge(law.contractTime, { noticeOn: d('2025-09-01'), signedOn: d('2025-10-10') }),
      'breached',
    ],
    [
      '有效期按数满日',
      judge(law.bidValidity, {
        closedOn: d('2025-09-22'),
        validityDays: 90,
        actOn: d('2025-12-21'),
      }),
      'met',
    ],
    [
      '有效期不顺延',
      judge(law.bidValidity, {
        closedOn: d('2025-09-22'),
        validityDays: 90,
        actOn: d('2025-12-22'),
      }),
      'breached',
    ],
  ])('%s', (_, finding, outcome) => expect(finding.outcome).toBe(outcome))

  test('最长期限逾期只记录，最短期限不足才阻止', () => {
    expect(law.contractTime.weight).toBe('advice')
    expect(law.objectionReplyTime.weight).toBe('advice')
    expect(law.bidPreparationTime.weight).toBe('block')
    expect(law.publicReviewPeriod.weight).toBe('block')
  })

  test('没有官方日历时写明暂定', () => {
    const facts = { compulsory: true, issuedOn: d('2027-03-01'), deadlineOn: d('2027-03-22') }
    expect(judge(law.bidPreparationTime, facts)).toMatchObject({
      outcome: 'met',
      provisional: true,
    })
  })
})

describe('时刻：差一毫秒', () => {
  const deadlineAt = moment('2025-09-22T09:00:00.000+08:00')
  const before = moment('2025-09-22T08:59:59.999+08:00')

  test('截止那一刻送达已迟，开标不早', () => {
    expect(judge(law.bidOnTime, { receivedAt: before, deadlineAt }).outcome).toBe('met')
    expect(judge(law.bidOnTime, { receivedAt: deadlineAt, deadlineAt }).outcome).toBe('breached')
    const open = law.openingNotBeforeDeadline
    expect(judge(open, { openedAt: before, deadlineAt }).outcome).toBe('breached')
    expect(judge(open, { openedAt: deadlineAt, deadlineAt }).outcome).toBe('met')
  })
})

describe('家数和人数：差一个', () => {
  test.each([
    [5, 4, true],
    [5, 3, false],
    [7, 5, true],
    [7, 4, false],
    [9, 6, true],
    [9, 5, false],
    [6, 4, false],
    [3, 3, false],
    [4, 4, false],
    [11, 8, true],
    [11, 7, false],
    [5, 6, false],
  ])('%i 人中 %i 名专家', (members, experts, lawful) => {
    expect(law.isCommitteeLawful({ members, experts })).toBe(lawful)
  })

  test('两家不得开标，三家可以', () => {
    expect(judge(law.threeBiddersOrMore, { bidders: 2 }).outcome).toBe('breached')
    expect(judge(law.threeBiddersOrMore, { bidders: 3 }).outcome).toBe('met')
  })

  test('有效投标两个由评标委员会判断竞争', () => {
    const facts = { validBids: 2, competitionLacking: null }
    expect(judge(law.competitionAfterReview, facts).outcome).toBe('needs-judgement')
  })

  test('第二名中标须有前一名的列明理由', () => {
    const award = { stateControlledCompulsory: true, winnerRank: 2, separationBasis: null }
    const passed = (passedOver: readonly string[]) =>
      judge(law.firstRankedWins, { ...award, passedOver }).outcome
    expect([passed([]), passed(['liked-more']), passed(['gave-up'])]).toEqual([
      'breached',
      'breached',
      'met',
    ])
  })
})

describe('金额：差一分', () => {
  const base: law.CompulsoryFacts = {
    object: 'OB-2',
    kind: 'works',
    estimatesFen: [400_000_000],
    mergeable: false,
    listedService: true,
    budgetFen: null,
    investmentFen: null,
    epcParts: null,
  }

  test.each([
    ['施工四百万', {}, true],
    ['差一分', { estimatesFen: [399_999_999] }, false],
    ['货物二百万', { kind: 'goods' as const, estimatesFen: [200_000_000] }, true],
    ['设计一百万差一分', { kind: 'design' as const, estimatesFen: [99_999_999] }, false],
    [
      '可合并',
      { kind: 'service' as const, estimatesFen: [60_000_000, 50_000_000], mergeable: true },
      true,
    ],
    ['不可合并', { kind: 'service' as const, estimatesFen: [60_000_000, 50_000_000] }, false],
    [
      '未列名的服务',
      { kind: 'service' as const, listedService: false, estimatesFen: [900_000_000] },
      false,
    ],
    ['范围以外', { object: null, estimatesFen: [9_000_000_000] }, false],
    [
      '预算正好一成',
      { object: 'OB-1' as const, budgetFen: 200_000_000, investmentFen: 2_000_000_000 },
      true,
    ],
    [
      '预算不足一成',
      { object: 'OB-1' as const, budgetFen: 200_000_000, investmentFen: 2_000_000_001 },
      false,
    ],
    [
      '总承包货物达标',
      {
        kind: 'epc' as const,
        epcParts: { worksFen: 399_999_999, goodsFen: 200_000_000, serviceFen: null },
      },
      true,
    ],
    [
      '总承包都不达标',
      {
        kind: 'epc' as const,
        epcParts: { worksFen: 399_999_999, goodsFen: 199_999_999, serviceFen: null },
      },
      false,
    ],
  ])('%s', (_, change, compulsory) => {
    expect(law.isCompulsory({ ...base, ...change }).compulsory).toBe(compulsory)
  })

  test.each([
    ['works', 3_000_000_000, 60_000_000],
    ['works', 4_000_000_050, 80_000_000],
    ['works', 3_999_999_999, 79_999_999],
    ['goods', 6_000_000_000, 80_000_000],
    ['design', 800_000_000, 10_000_000],
    ['service', 6_000_000_000, 120_000_000],
  ] as const)('%s 估算 %i 分，保证金最多 %i 分', (kind, estimateFen, most) => {
    expect(law.maxBidDepositFen(kind, estimateFen)).toBe(most)
    const at = (depositFen: number) =>
      judge(law.bidDepositCap, { kind, estimateFen, depositFen }).outcome
    expect([at(most), at(most + 1)]).toEqual(['met', 'breached'])
  })

  test('履约保证金一成，利息进到分', () => {
    expect(law.maxPerformanceDepositFen(1_234_567_899)).toBe(123_456_789)
    const terms = { principalFen: 60_000_000, yearlyRate: rational('0.0035'), days: 45 }
    expect(law.interestFen(terms)).toBe(26_250)
  })

  test('最低限价不得有，报价以两个数较高者比最高限价', () => {
    expect(judge(law.noMinimumPrice, { ceilingFen: 100, floorFen: 1 }).outcome).toBe('breached')
    const at = (announcedFen: number, correctedFen: number) =>
      judge(law.priceWithinCeiling, { announcedFen, correctedFen, ceilingFen: 100 }).outcome
    expect([at(100, 100), at(101, 100), at(100, 101)]).toEqual(['met', 'breached', 'breached'])
  })
})

describe('公平竞争审查', () => {
  const scan = (text: string, publicBody = true) =>
    law
      .scanTexts([{ field: 'qualification', text }], { publicBody })
      .map((h) => `${h.id} ${h.level}`)

  test.each([
    ['投标人须在本市设立分支机构', ['FC-01 flag']],
    ['设备品牌为甲牌', ['FC-04 flag']],
    ['设备品牌为甲牌或相当于', []],
    ['投标报名时间为三日', ['FC-08 flag']],
    ['采用抽签方式确定中标人', ['FC-13 flag']],
    ['装订不符合要求的作否决处理', ['FC-18 warn']],
    ['投标人具有独立承担民事责任的能力', []],
  ])('%s', (text, hits) => expect([...new Set(scan(text))]).toEqual(hits))

  test('只引审查规则的条目，对其他招标人只作提示；文字从不阻止', () => {
    expect(scan('入围预选库内的单位方可投标', false)).not.toContain('FC-15 flag')
    const findings = law.fairnessFindings([{ field: 'a', text: '最低投标限价为一元' }], {
      publicBody: true,
    })
    expect(findings.map((f) => f.weight)).toEqual(['reason'])
  })
})
