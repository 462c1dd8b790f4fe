// SPDX-License-Identifier: Apache-2.0
/** 价款与保证金: prices, limits and deposits. */

import type { Terms } from './shape.ts'

export const money = {
  bidPrice: { zh: '投标报价', en: 'bid price' },
  ceilingPrice: {
    zh: '最高投标限价',
    en: 'ceiling price',
    unlike: ['limit'],
    note: '报价高于此价的投标被否决',
  },
  estimate: { zh: '标底', en: 'estimate', note: '招标人的内部参考价，开标时公布' },
  reservePrice: { zh: '底价', en: 'reserve price', note: '出让或者转让时不得低于的价格' },
  contractEstimate: { zh: '合同估算价', en: 'estimated contract value' },
  evaluatedPrice: { zh: '评标价', en: 'evaluated price' },
  contractPrice: { zh: '合同价款', en: 'contract price' },
  bidDeposit: { zh: '投标保证金', en: 'bid deposit', unlike: ['bond'] },
  openTenderThreshold: {
    zh: '公开招标数额标准',
    en: 'open-tender threshold',
    note: '达到此数一般应当公开招标，按地区和日期确定',
  },
  supplement: { zh: '补充合同', en: 'supplement', note: '追加同样标的，合计不超过原合同一成' },
  performanceDeposit: { zh: '履约保证金', en: 'performance deposit', unlike: ['bond'] },
  letterOfGuarantee: { zh: '保函', en: 'letter of guarantee', note: '与现金保证金同等效力' },
  insurancePolicy: { zh: '保证保险', en: 'surety insurance' },
  depositPaper: { zh: '保函、保单或者凭证', en: 'paper of a deposit' },
  issuer: { zh: '开立机构', en: 'issuer', note: '开立保函的银行、保险公司、担保公司' },
  invoice: { zh: '发票', en: 'invoice' },
  payment: { zh: '付款', en: 'payment' },
  basicAccount: { zh: '基本账户', en: 'basic account' },
  refund: { zh: '退还', en: 'refund' },
  forfeiture: { zh: '不予退还', en: 'forfeiture' },
  interest: { zh: '银行同期存款利息', en: 'deposit interest' },
  fen: { zh: '分', en: 'fen', note: '系统内部金额一律以分计' },
} as const satisfies Terms
