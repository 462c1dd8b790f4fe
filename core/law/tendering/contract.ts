// SPDX-License-Identifier: Apache-2.0
/** 合同实质性内容: what tender and bid have fixed stays fixed after the award. */

import { article, day, rule } from '../../kernel/index.ts'

export type ContractChangeCase = {
  /** Whether price, time, quality or object would be another than awarded. */
  touched: boolean
  /** Whether the ground is one on which what was awarded may change. */
  grounded: boolean
}

export const contractSubstanceKept = rule<ContractChangeCase>()({
  id: 'contract-substance-kept',
  handbook: 'IV-17',
  title: '不得背离合同实质性内容',
  titleEn: 'The substance of the contract stays as awarded',
  cites: [article('招标投标法', 46), article('实施条例', 57)],
  restates: '不得再订立背离合同实质性内容的协议',
  versions: [{ from: day('2019-03-02') }],
  readings: ['R-102'],
  weight: 'block',
  applies: ({ touched }) => touched,
  holds: ({ grounded }) => grounded,
  explain: ({ grounded }) =>
    grounded
      ? '变更价款、期限或者质量有合同或者法律上的事由（招标投标法第46条）。'
      : '仅凭双方协商不得变更标的、价款、质量、履行期限（招标投标法第46条）。',
})
