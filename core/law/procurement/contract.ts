// SPDX-License-Identifier: Apache-2.0
/** 采购合同的变更与验收: what may be added, what may be altered, and how it is taken over. */

import { article, day, rule } from '../../kernel/index.ts'
import type { ContractChangeCase } from '../tendering/contract.ts'

export const procurementContractKept = rule<ContractChangeCase>()({
  id: 'procurement-contract-kept',
  handbook: 'B4',
  title: '采购合同不得擅自变更',
  titleEn: 'A procurement contract is not altered at will',
  cites: [article('政府采购法', 50)],
  restates: '双方不得擅自变更合同，继续履行损害公共利益的应当变更',
  versions: [{ from: day('2014-08-31') }],
  readings: ['R-102'],
  weight: 'block',
  applies: ({ touched }) => touched,
  holds: ({ grounded }) => grounded,
  explain: ({ grounded }) =>
    grounded
      ? '变更合同有法律上的事由（政府采购法第50条）。'
      : '双方不得擅自变更采购合同（政府采购法第50条）。',
})

export const supplementSameObject = rule<{ sameObject: boolean; sameTerms: boolean }>()({
  id: 'supplement-same-object',
  handbook: 'MON-6',
  title: '补充合同标的和条款不变',
  titleEn: 'A supplement is of the same object and terms',
  cites: [article('政府采购法', 49)],
  restates: '追加的标的与原合同相同，其他条款不变',
  versions: [{ from: day('2014-08-31') }],
  weight: 'block',
  holds: ({ sameObject, sameTerms }) => sameObject && sameTerms,
  explain: ({ sameObject, sameTerms }) => {
    const object = sameObject ? '标的相同' : '标的不同'
    return `追加的${object}，其他条款${sameTerms ? '不变' : '有变'}（政府采购法第49条）。`
  },
})

export type AcceptanceCase = {
  /** Clauses of the contract that were judged one by one. */
  judged: number
  /** 政府向社会公众提供的公共服务. */
  forPublic: boolean
  /** Whether those served took part. */
  served: boolean
}

export const acceptanceItemised = rule<AcceptanceCase>()({
  id: 'acceptance-itemised',
  handbook: 'B5',
  title: '履约验收逐项、公共服务请服务对象参加',
  titleEn: 'Acceptance clause by clause',
  cites: [article('政府采购法实施条例', 45)],
  restates: '按合同逐项验收，公共服务请服务对象参加',
  versions: [{ from: day('2015-03-01') }],
  weight: 'block',
  holds: ({ judged, forPublic, served }) => judged >= 1 && (served || !forPublic),
  explain: ({ judged, forPublic, served }) => {
    const others = forPublic ? `，服务对象${served ? '已' : '没有'}参加` : ''
    return `逐项验收${judged}项${others}（政府采购法实施条例第45条）。`
  },
})
