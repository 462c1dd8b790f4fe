// SPDX-License-Identifier: Apache-2.0
/** 价格上的规则: deductions as a document or a panel applies them, and what an abnormal price asks for. */

import {
  article,
  day,
  type Fen,
  type Rational,
  rational,
  rule,
  yuanShown,
} from '../../kernel/index.ts'
import { type AbnormalFigures, type AbnormalRates, abnormalFigures } from './abnormal-price.ts'
import {
  type DeductedObject,
  domesticDeduction,
  domesticProductFrom,
  smallFirmRates,
} from './deductions.ts'

export type SmallFirmRateCase = {
  object: DeductedObject
  /** A consortium with or a subcontract to small firms, instead of a small firm itself. */
  shared: boolean
  /** As decimal text: 0.10. */
  rate: string
}

export const smallFirmRateInRange = rule<SmallFirmRateCase>()({
  id: 'small-firm-rate-in-range',
  handbook: 'PP-1',
  title: '小微企业价格扣除幅度',
  titleEn: 'Deduction for small firms',
  cites: [article('46号文', '价格扣除'), article('46号文', '联合体与分包')],
  restates: '扣除比例由文件在幅度内写明，二〇二二年七月起货物服务一成至两成、联合体百分之四至六',
  versions: smallFirmRates,
  readings: ['R-074', 'R-078'],
  weight: 'block',
  holds: ({ object, shared, rate }, { own, shared: ofShared }) => {
    const { least, most } = (shared ? ofShared : own)[object]
    const percent = rational(rate).mul(rational(100))
    return percent.gte(rational(least)) && percent.lte(rational(most))
  },
  explain: ({ object, shared, rate }, { own, shared: ofShared }) => {
    const { least, most } = (shared ? ofShared : own)[object]
    return `文件写明扣除${percentShown(rational(rate))}，应在${least}%至${most}%之间（46号文）。`
  },
})

export type DomesticDeductionCase = {
  bothCompete: boolean
  domestic: boolean
  /** Cost share of domestic products as decimal text; null for a single product. */
  domesticCost: string | null
  declared: boolean
  /** What the panel took off, as decimal text. */
  rate: string
}

export const domesticDeductionApplied = rule<DomesticDeductionCase>()({
  id: 'domestic-deduction-applied',
  handbook: 'PP-7',
  title: '本国产品价格扣除',
  titleEn: 'Deduction for domestic products',
  cites: [
    article('本国产品通知', '价格扣除'),
    article('本国产品通知', '多产品项目'),
    article('30号文', '叠加'),
  ],
  restates: '本国与非本国产品同场竞争，本国产品扣除两成；多种产品的成本占八成以上全部扣除',
  versions: [{ from: domesticProductFrom }],
  readings: ['R-077'],
  weight: 'block',
  holds: ({ rate, domesticCost, ...offer }, { from }) =>
    rational(rate).equals(domesticRate({ ...offer, domesticCost }, from)),
  explain: ({ rate, domesticCost, ...offer }, { from }) => {
    const due = domesticRate({ ...offer, domesticCost }, from)
    const taken = percentShown(rational(rate))
    return `应扣除${percentShown(due)}，实扣除${taken}（本国产品通知价格扣除）。`
  },
})

function domesticRate(
  of: Omit<DomesticDeductionCase, 'rate'>,
  on: Parameters<typeof domesticDeduction>[1],
): Rational {
  const domesticCost = of.domesticCost === null ? null : rational(of.domesticCost)
  return domesticDeduction({ ...of, domesticCost }, on)
}

export type AbnormalRateCase = { T1: string; T2: string; T3: string }

export const abnormalRatesInDocument = rule<AbnormalRateCase>()({
  id: 'abnormal-rates-in-document',
  handbook: '4.6',
  title: '异常低价审查比例',
  titleEn: 'Rates of the abnormal price review',
  cites: [article('2号文', '审查情形'), article('2号文', '提高比例')],
  restates: '文件写明四种审查情形，前三个比例可以提高，都不超过百分之六十五',
  versions: abnormalFigures.filter(({ rates }) => rates !== null),
  readings: ['R-076'],
  weight: 'block',
  holds: (facts, figures) => triggerNames.every((name) => isWithinFigures(facts, name, figures)),
  explain: (facts, { rates, most }) => {
    const shown = triggerNames.map((name) => percentShown(rational(facts[name]))).join('、')
    const least = rates === null ? '' : triggerNames.map((n) => percentShown(rates[n])).join('、')
    return `文件写明${shown}，不低于${least}，不高于${percentShown(most)}（2号文提高比例）。`
  },
})

const triggerNames = ['T1', 'T2', 'T3'] as const

function isWithinFigures(
  facts: AbnormalRateCase,
  name: keyof AbnormalRates,
  { rates, most }: AbnormalFigures,
): boolean {
  const rate = rational(facts[name])
  return rates !== null && rate.gte(rates[name]) && rate.lte(most)
}

export type AbnormalPriceCase = {
  /** T1, T2 or T3 in figures. */
  triggered: boolean
  /** T4: the panel itself finds the price too low. */
  judgedLow: boolean
  /** Asked in writing for an explanation with evidence of cost. */
  asked: boolean
  rejected: boolean
}

/** A figure alone never rejects; before 2026-02-01 a figure did not even ask. */
export const abnormalPriceAsked = rule<AbnormalPriceCase>()({
  id: 'abnormal-price-asked',
  handbook: 'INV-8',
  title: '异常低价先要求说明',
  titleEn: 'An abnormal price is asked about first',
  cites: [article('87号令', 60)],
  restates: '报价明显偏低的先要求书面说明，说不清才作无效处理，不能只凭比例判无效',
  versions: abnormalFigures,
  readings: ['R-076'],
  weight: 'block',
  holds: ({ triggered, judgedLow, asked, rejected }, { rates }) => {
    const mustAsk = judgedLow || rejected || (rates !== null && triggered)
    return asked || !mustAsk
  },
  explain: ({ triggered, judgedLow, asked, rejected }) => {
    const why = triggered ? '触发比例' : judgedLow ? '评审委员会认为过低' : '没有触发'
    const done = `${asked ? '已' : '未'}要求说明${rejected ? '，按无效处理' : ''}`
    return `${why}，${done}（87号令第60条）。`
  },
})

export type ExplanationTimeCase = { minutes: number }

export const abnormalExplanationTime = rule<ExplanationTimeCase>()({
  id: 'abnormal-explanation-time',
  handbook: 'TL-19',
  title: '异常低价说明时间',
  titleEn: 'Time to explain an abnormal price in a case',
  cites: [article('2号文', '说明时间')],
  restates: '现场说明一般给三十分钟以上，少给要有理由',
  versions: [{ from: day('2026-02-01'), least: 30 }],
  weight: 'reason',
  holds: ({ minutes }, { least }) => minutes >= least,
  explain: ({ minutes }, { least }) =>
    `给了${minutes}分钟，一般不少于${least}分钟（2号文说明时间）。`,
})

export type ProcurementPriceCase = {
  correctedFen: Fen
  ceilingFen: Fen
  confirmed: boolean
}

export const correctedPriceValid = rule<ProcurementPriceCase>()({
  id: 'corrected-price-valid',
  handbook: 'INV-4',
  title: '修正后的报价有效',
  titleEn: 'Validity of a corrected price',
  cites: [article('87号令', 59), article('87号令', 63)],
  restates: '修正后的报价经投标人确认，并且不超过预算或者最高限价，否则投标无效',
  versions: [{ from: day('2017-10-01') }],
  readings: ['R-072', 'R-073'],
  weight: 'block',
  holds: ({ correctedFen, ceilingFen, confirmed }) => confirmed && correctedFen <= ceilingFen,
  explain: ({ correctedFen, ceilingFen, confirmed }) =>
    `修正后${yuanShown(correctedFen)}元，上限${yuanShown(ceilingFen)}元，${
      confirmed ? '已' : '未'
    }确认（87号令第59条、第63条）。`,
})

function percentShown(share: Rational): string {
  return `${share.mul(rational(100)).toString()}%`
}
