// SPDX-License-Identifier: Apache-2.0
/** 监督、救济与存证: how an act is questioned, watched and proved. */

import type { Terms } from './shape.ts'

export const watching = {
  objection: { zh: '异议', en: 'objection', unlike: ['challenge'], note: '工程招标中向招标人提出' },
  challenge: { zh: '质疑', en: 'challenge', unlike: ['objection'], note: '政府采购中向采购人提出' },
  complaint: { zh: '投诉', en: 'complaint', unlike: ['appeal'], note: '向行政监督部门提出' },
  answer: { zh: '答复', en: 'answer' },
  order: { zh: '监督指令', en: 'supervision order' },
  warning: { zh: '预警', en: 'warning', unlike: ['alert'] },
  timeLimit: { zh: '期限', en: 'time limit' },
  workday: { zh: '工作日', en: 'working day' },
  provisional: { zh: '暂定', en: 'provisional', note: '官方日历公布后重新计算' },
  collusion: { zh: '串通投标', en: 'collusion' },
  fairCompetition: { zh: '公平竞争审查', en: 'fair-competition review' },
  penalty: { zh: '行政处罚', en: 'penalty' },
  finding: { zh: '核验结论', en: 'finding', note: '一条规则对一件事的适用结果，列明条文和依据' },
  reading: { zh: '规则理解', en: 'reading', note: '条文未明之处采用的理解，待有权机关确认' },
  needsJudgement: { zh: '需人工判断', en: 'needs judgement' },
  event: { zh: '事件', en: 'event', note: '已经发生、不可更改的一条记录' },
  stream: { zh: '事件链', en: 'stream' },
  fingerprint: { zh: '指纹', en: 'fingerprint', note: '由国密 SM3 算得，内容变动一字即不同' },
  commitment: { zh: '承诺值', en: 'commitment', note: '先公布、后揭示，用以证明中途未改' },
  salt: { zh: '盐值', en: 'salt' },
  seal: { zh: '密封', en: 'seal', note: '开标前任何人包括平台都不能读取' },
  log: { zh: '公开日志', en: 'public log' },
  root: { zh: '根指纹', en: 'root' },
  proof: { zh: '证明', en: 'proof' },
  verification: { zh: '验证', en: 'verification' },
  seed: { zh: '随机种子', en: 'seed', note: '由各方数字合成，任何一方不能操纵' },
  signature: { zh: '电子签名', en: 'electronic signature' },
  assurance: { zh: '身份确认方式', en: 'assurance' },
  stepUp: { zh: '再次确认身份', en: 'step-up sign-in', note: '演示确认，非可靠电子签名' },
  withheld: { zh: '依法不公开', en: 'withheld' },
} as const satisfies Terms
