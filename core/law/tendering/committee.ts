// SPDX-License-Identifier: Apache-2.0
/** 评标委员会: its size, the share of outside experts, and who sits by draw. */

import { article, day, rule } from '../../kernel/index.ts'

export type CommitteeShape = { members: number; experts: number }

export interface CommitteeFigures {
  readonly leastMembers: number
}

/** RU-06: more experts than members, or no whole numbers, is not a committee at all. */
export function isCommitteeWellFormed({ members, experts }: CommitteeShape): boolean {
  const whole = Number.isSafeInteger(members) && Number.isSafeInteger(experts)
  return whole && members >= 0 && experts >= 0 && experts <= members
}

/** CM-2: the smallest whole number not below two thirds. */
export function leastExperts(members: number): number {
  return Math.ceil((members * 2) / 3)
}

/** CM-1 and CM-2: five or more, an odd number, two thirds of them outside experts. */
export function isCommitteeLawful(shape: CommitteeShape, leastMembers = 5): boolean {
  const { members, experts } = shape
  if (!isCommitteeWellFormed(shape)) return false
  return members >= leastMembers && members % 2 === 1 && experts * 3 >= members * 2
}

export const committeeShape = rule<CommitteeShape>()({
  id: 'committee-shape',
  handbook: 'CM-1',
  title: '评标委员会组成',
  titleEn: 'Shape of the evaluation committee',
  cites: [article('招标投标法', 37), article('评标委员会规定', 9)],
  restates: '评标委员会五人以上、单数，其中外部专家不少于三分之二',
  versions: [{ from: day('2017-12-28'), leastMembers: 5 }],
  readings: ['R-009'],
  weight: 'block',
  holds: (facts, { leastMembers }) => isCommitteeLawful(facts, leastMembers),
  explain: ({ members, experts }, { leastMembers }) => {
    const needed = `应为${leastMembers}人以上单数，专家至少${leastExperts(members)}人`
    return `评标委员会${members}人，其中专家${experts}人；${needed}（招标投标法第37条）。`
  },
})

export type SeatsFilled = { compulsory: boolean; specialProject: boolean; drawnAtRandom: boolean }

/** CM-3: direct appointment only where a draw would not find competent people. */
export const expertsByDraw = rule<SeatsFilled>()({
  id: 'experts-by-draw',
  handbook: 'CM-3',
  title: '评标专家随机抽取',
  titleEn: 'Experts by random draw',
  cites: [article('招标投标法', 37), article('实施条例', 46), article('实施条例', 47)],
  restates: '必须招标的项目从专家库里随机抽取，特殊项目才可直接确定',
  versions: [{ from: day('2019-03-02') }],
  weight: 'block',
  applies: ({ compulsory }) => compulsory,
  holds: ({ specialProject, drawnAtRandom }) =>
    drawnAtRandom || (specialProject ? 'needs-judgement' : false),
  explain: ({ specialProject, drawnAtRandom }) => {
    if (drawnAtRandom) return '专家从专家库随机抽取（实施条例第46条）。'
    return specialProject
      ? '按特殊招标项目直接确定专家，理由由招标人负责、监督部门核查（实施条例第47条）。'
      : '未随机抽取专家，也不是特殊招标项目（实施条例第46条）。'
  },
})

export type ExpertRecord = { years: number; seniorTitle: boolean }

export const expertSeniority = rule<ExpertRecord>()({
  id: 'expert-seniority',
  handbook: 'LIM-35',
  title: '评标专家资历',
  titleEn: 'Seniority of experts',
  cites: [article('招标投标法', 37)],
  restates: '专家要在本领域工作满八年，并有高级职称或同等水平',
  versions: [{ from: day('2017-12-28'), leastYears: 8 }],
  weight: 'block',
  holds: ({ years, seniorTitle }, { leastYears }) => years >= leastYears && seniorTitle,
  explain: ({ years, seniorTitle }, { leastYears }) =>
    `从业${years}年（要求满${leastYears}年），${
      seniorTitle ? '有' : '没有'
    }高级职称或同等专业水平（招标投标法第37条）。`,
})

export type EvaluationTime = { members: number; sayTooShort: number; extended: boolean }

export const evaluationExtension = rule<EvaluationTime>()({
  id: 'evaluation-extension',
  handbook: 'LIM-16',
  title: '评标时间延长',
  titleEn: 'More time to evaluate',
  cites: [article('实施条例', 48)],
  restates: '三分之一以上的评委觉得时间不够，招标人就得延长',
  versions: [{ from: day('2019-03-02') }],
  weight: 'block',
  applies: ({ members, sayTooShort }) => sayTooShort * 3 > members,
  holds: ({ extended }) => extended,
  explain: ({ members, sayTooShort, extended }) => {
    const done = extended ? '已延长' : '尚未延长'
    return `${members}名成员中${sayTooShort}名认为评标时间不够，${done}（实施条例第48条）。`
  },
})
