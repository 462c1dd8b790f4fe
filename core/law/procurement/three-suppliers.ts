// SPDX-License-Identifier: Apache-2.0
/** 三家: the same number tested at several moments, each with its clause and its own consequence. */

import { article, type Citation, type CivilDate, citeText, day, rule } from '../../kernel/index.ts'
import { citeShown } from '../limit.ts'

export type CompetitiveMethod =
  | 'open-tender'
  | 'invited-tender'
  | 'negotiation'
  | 'consultation'
  | 'inquiry'
  | 'framework'

/** When the number is asked: invited, at the deadline, qualified, conforming, by brand, last quotes. */
export type CompetitionMoment =
  | 'invited'
  | 'deadline'
  | 'qualified'
  | 'conforming'
  | 'brands'
  | 'last-quotes'

/** Why fewer may do: 74号令 27, 214号文 21, 124号文, and the emergency measures of 2026. */
export type FewerGround = 'two-after-tender' | 'research' | 'public-service' | 'emergency'

export interface CompetitionTest {
  readonly least: number
  readonly cites: readonly Citation[]
  /** What follows where there are fewer. */
  readonly otherwise: string
}

const o87 = (number: number) => article('87号令', number)
const law36 = article('政府采购法', 36)

const tender: Partial<Record<CompetitionMoment, CompetitionTest>> = {
  deadline: { least: 3, cites: [o87(41)], otherwise: '不得开标' },
  qualified: { least: 3, cites: [o87(44)], otherwise: '不得评标' },
  conforming: { least: 3, cites: [law36, o87(43)], otherwise: '废标' },
  brands: { least: 3, cites: [law36, o87(31)], otherwise: '废标' },
}

function nonTender(endedBy: Citation, quoted: Citation) {
  const ended = { least: 3, cites: [endedBy], otherwise: '终止采购活动' }
  return {
    deadline: ended,
    qualified: ended,
    conforming: ended,
    'last-quotes': { ...ended, cites: [quoted, endedBy] },
  }
}

/** Moments a method does not know are absent: an inquiry has one quote, a framework needs two. */
export const competitionTests: Readonly<
  Record<CompetitiveMethod, Partial<Record<CompetitionMoment, CompetitionTest>>>
> = {
  'open-tender': tender,
  'invited-tender': {
    ...tender,
    invited: { least: 3, cites: [o87(14)], otherwise: '不得发出投标邀请书' },
  },
  negotiation: {
    invited: { least: 3, cites: [article('74号令', 12)], otherwise: '不得开始谈判' },
    ...nonTender(article('74号令', 37), article('74号令', 33)),
  },
  consultation: {
    invited: { least: 3, cites: [article('214号文', 6)], otherwise: '不得开始磋商' },
    ...nonTender(article('214号文', 34), article('214号文', 21)),
  },
  inquiry: {
    invited: { least: 3, cites: [article('74号令', 12)], otherwise: '不得开始询价' },
    ...nonTender(article('74号令', 50), article('74号令', 48)),
  },
  framework: {
    conforming: { least: 2, cites: [article('110号令', '淘汰比例')], otherwise: '征集失败' },
  },
}

/** In force from; before that day the ground does not exist. */
const fewer: Readonly<
  Record<
    FewerGround,
    {
      readonly methods: readonly CompetitiveMethod[]
      readonly least: number
      readonly from: CivilDate
      readonly cite: Citation
    }
  >
> = {
  'two-after-tender': {
    methods: ['negotiation'],
    least: 2,
    from: day('2014-02-01'),
    cite: article('74号令', 27),
  },
  research: {
    methods: ['consultation'],
    least: 2,
    from: day('2014-12-31'),
    cite: article('214号文', 21),
  },
  'public-service': {
    methods: ['consultation'],
    least: 2,
    from: day('2015-06-30'),
    cite: article('124号文', '两家磋商'),
  },
  emergency: {
    methods: ['open-tender', 'invited-tender', 'negotiation', 'consultation', 'inquiry'],
    least: 1,
    from: day('2026-10-01'),
    cite: article('12号文', '家数'),
  },
}

export interface CompetitionCase {
  readonly method: CompetitiveMethod
  readonly moment: CompetitionMoment
  /** Approved where it needs approval; null where none is claimed. */
  readonly fewerBy: FewerGround | null
  readonly on: CivilDate
}

/** Null where the method does not ask for a number at that moment. */
export function competitionTest(of: CompetitionCase): CompetitionTest | null {
  const test = competitionTests[of.method][of.moment]
  if (test === undefined) return null
  if (of.fewerBy === null || of.moment === 'invited') return test
  const ground = fewer[of.fewerBy]
  if (!ground.methods.includes(of.method) || of.on < ground.from) return test
  return { ...test, least: Math.min(test.least, ground.least), cites: [...test.cites, ground.cite] }
}

export type EnoughSuppliersCase = {
  method: CompetitiveMethod
  moment: CompetitionMoment
  fewerBy: FewerGround | null
  on: CivilDate
  suppliers: number
}

export const enoughSuppliers = rule<EnoughSuppliersCase>()({
  id: 'enough-suppliers',
  handbook: '18.3',
  title: '供应商家数',
  titleEn: 'Number of suppliers',
  cites: [law36, o87(31), o87(41), o87(43), o87(44)],
  restates: '截止、资格、符合性、品牌各数一次，都不少于三家；列明的情形可以两家',
  versions: [{ from: day('2017-10-01') }],
  readings: ['R-061', 'R-084'],
  weight: 'block',
  applies: (facts) => competitionTest(facts) !== null,
  holds: (facts) => facts.suppliers >= (competitionTest(facts)?.least ?? 0),
  explain: (facts) => {
    const test = competitionTest(facts)
    if (test === null) return '这种方式在这一步不数家数。'
    const clause = test.cites.map(citeShown).join('、')
    const held = facts.suppliers >= test.least ? '符合' : test.otherwise
    return `${momentTitles[facts.moment]}${facts.suppliers}家，至少${test.least}家，${held}（${clause}）。`
  },
})

export const momentTitles: Readonly<Record<CompetitionMoment, string>> = {
  invited: '受邀供应商',
  deadline: '截止时递交文件的',
  qualified: '资格合格的',
  conforming: '实质性响应的',
  brands: '按品牌计算的有效投标人',
  'last-quotes': '最后报价的',
}

/** As people write them, for a page that prints the whole table. */
export function citesOfTest({ cites }: CompetitionTest): readonly string[] {
  return cites.map(citeText)
}
