// SPDX-License-Identifier: Apache-2.0
/** 框架协议: how many of those who conform are left out of a closed framework. */

import { article, assert, day, type Rational, rational, rule } from '../../kernel/index.ts'

/** Fewer than two who conform make no framework. */
export const leastConforming = 2
export const leastEliminationRate = rational('0.20')
/** 质量优先法 for testing and laboratory equipment. */
export const leastEliminationRateByQuality = rational('0.40')

/** FA3: at least the rate of the document, at least one; parts of a supplier count as a whole one. */
export function eliminatedCount(conforming: number, rate: Rational): number {
  assert(conforming >= leastConforming, 'a framework needs two who conform')
  return Math.max(1, Number(rational(conforming).mul(rate).ceil().toString()))
}

export type EliminationCase = {
  conforming: number
  eliminated: number
  /** Testing and laboratory equipment by the quality method. */
  byQuality: boolean
}

export const frameworkElimination = rule<EliminationCase>()({
  id: 'framework-elimination',
  handbook: 'FA3',
  title: '框架协议淘汰比例',
  titleEn: 'Elimination from a closed framework',
  cites: [article('110号令', '淘汰比例')],
  restates:
    '封闭式框架协议符合要求的至少两家，淘汰不少于两成且至少一家；检测实验设备质量优先的不少于四成',
  versions: [{ from: day('2022-03-01') }],
  readings: ['R-061'],
  weight: 'block',
  holds: ({ conforming, eliminated, byQuality }) =>
    conforming >= leastConforming &&
    eliminated < conforming &&
    eliminated >= eliminatedCount(conforming, leastRate(byQuality)),
  explain: ({ conforming, eliminated, byQuality }) => {
    if (conforming < leastConforming) return `符合要求的只有${conforming}家，不足两家（110号令）。`
    const least = eliminatedCount(conforming, leastRate(byQuality))
    return `符合要求${conforming}家，至少淘汰${least}家，现淘汰${eliminated}家（110号令）。`
  },
})

export type SupplementCallCase = {
  original: number
  remaining: number
  affectsPerformance: boolean
}

/** FA6: fewer than seventy per cent of the original suppliers, and the work suffers from it. */
export const frameworkSupplementCall = rule<SupplementCallCase>()({
  id: 'framework-supplement-call',
  handbook: 'FA6',
  title: '补充征集',
  titleEn: 'Supplementary call',
  cites: [article('110号令', '补充征集')],
  restates: '剩余入围供应商不足原来的七成并且影响履行的，可以补充征集',
  versions: [{ from: day('2022-03-01'), percent: 70 }],
  readings: ['R-061'],
  weight: 'block',
  holds: ({ original, remaining, affectsPerformance }, { percent }) =>
    affectsPerformance && remaining * 100 < original * percent,
  explain: ({ original, remaining, affectsPerformance }, { percent }) =>
    `原入围${original}家，剩余${remaining}家，须不足${percent}%才可补充征集，${
      affectsPerformance ? '已' : '未'
    }影响协议履行（110号令）。`,
})

function leastRate(byQuality: boolean): Rational {
  return byQuality ? leastEliminationRateByQuality : leastEliminationRate
}

export type FrameworkTermCase = { object: 'goods' | 'service'; years: number }

export const frameworkTerm = rule<FrameworkTermCase>()({
  id: 'framework-term-by-object',
  handbook: 'FA8',
  title: '框架协议期限（按标的）',
  titleEn: 'Term of a framework by object',
  cites: [article('110号令', '协议期限')],
  restates: '货物一般不超过一年，服务一般不超过两年，更长的要有理由',
  versions: [{ from: day('2022-03-01'), years: { goods: 1, service: 2 } }],
  readings: ['R-061'],
  weight: 'reason',
  holds: ({ object, years }, { years: most }) => years <= most[object],
  explain: ({ object, years }, { years: most }) =>
    `${object === 'goods' ? '货物' : '服务'}协议期限${years}年，一般不超过${
      most[object]
    }年（110号令协议期限）。`,
})
