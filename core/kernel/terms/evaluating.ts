// SPDX-License-Identifier: Apache-2.0
/** 评审因素与办法: how bids are compared. */

import type { Terms } from './shape.ts'

export const evaluating = {
  evaluationMethod: { zh: '评标办法', en: 'evaluation method' },
  lowestEvaluatedPrice: { zh: '经评审的最低投标价法', en: 'lowest evaluated price' },
  combinedScore: { zh: '综合评估法', en: 'combined score' },
  lowestPriceMethod: { zh: '最低评标价法', en: 'lowest price method' },
  comprehensiveScore: { zh: '综合评分法', en: 'comprehensive score' },
  factor: { zh: '评审因素', en: 'factor' },
  weight: { zh: '权重', en: 'weight' },
  priceScore: { zh: '投标报价得分', en: 'price score' },
  technicalScore: { zh: '技术得分', en: 'technical score' },
  benchmarkPrice: {
    zh: '评标基准价',
    en: 'benchmark price',
    note: '计算报价得分的基准，按招标文件的公式得出',
  },
  deviationRate: { zh: '偏差率', en: 'deviation rate', note: '报价高于或者低于基准价的百分比' },
  drawnCoefficient: {
    zh: '下浮系数',
    en: 'drawn coefficient',
    note: '从招标文件公布的数值中当场抽取',
  },
  arithmeticCorrection: { zh: '算术性修正', en: 'arithmetic correction' },
  abnormallyLowBid: {
    zh: '异常低价',
    en: 'abnormally low bid',
    note: '可能低于成本，须要求书面说明',
  },
  sameBrand: { zh: '同品牌', en: 'same brand', note: '同一品牌的几家按一家计算' },
  policyDeduction: {
    zh: '政策性价格扣除',
    en: 'policy deduction',
    note: '只用于评审，合同仍按实际报价',
  },
  adjustedPrice: { zh: '评审价格', en: 'adjusted price', note: '扣除政策优惠以后用于评审的价格' },
  lastQuote: { zh: '最后报价', en: 'last quote' },
  quotePromise: {
    zh: '最后报价承诺',
    en: 'promise of a last quote',
    note: '只交摘要，截止以后出示金额，与承诺不符的不予受理',
  },
  demandChange: {
    zh: '采购需求变动',
    en: 'change of the demand',
    note: '谈判、磋商中只能变动技术、服务要求和合同条款，并同时告知所有参加的供应商',
  },
  formReview: { zh: '形式评审', en: 'form review' },
  qualificationReview: { zh: '资格评审', en: 'qualification review' },
  responsivenessReview: { zh: '响应性评审', en: 'responsiveness review' },
  constructionPlan: { zh: '施工组织设计', en: 'construction plan' },
  projectTeam: { zh: '项目管理机构', en: 'project team' },
  pastPerformance: { zh: '业绩', en: 'past performance' },
  grade: { zh: '资质等级', en: 'grade of qualification' },
  creditRating: { zh: '信用评价', en: 'credit rating' },
  bidValidity: { zh: '投标有效期', en: 'bid validity', note: '投标人受其投标约束的期间' },
  deliveryPeriod: { zh: '工期', en: 'period of works' },
  quality: { zh: '质量', en: 'quality' },
  ranking: { zh: '排序', en: 'ranking' },
} as const satisfies Terms
