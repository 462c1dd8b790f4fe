// SPDX-License-Identifier: Apache-2.0
/** 政府采购的用语: what the parties and the papers of a tender are called in procurement. */

import type { Procedure } from '../procedure.ts'

type Speaks = Procedure['speaks']

export const procuring: Speaks = [
  ['招标人', '采购人'],
  ['招标备案', '采购计划备案'],
  ['招标方式', '采购方式'],
  ['招标轮次', '采购轮次'],
  ['自行招标', '自行采购'],
  ['招标投标情况书面报告', '采购情况报告'],
  ['行政监督部门', '财政部门'],
  ['招标失败', '废标'],
  ['提出异议', '提出质疑'],
  ['答复异议', '答复质疑'],
  ['异议答复', '质疑答复'],
  ['结果通知书', '未中标告知书'],
  ['中标结果公示', '中标结果公告'],
  ['owner', 'purchaser'],
  ['Owner', 'Purchaser'],
]

/** 非招标方式: nobody bids, suppliers respond. */
export const responding: Speaks = [
  ...procuring.filter(([usual]) => !['结果通知书', '中标结果公示', '招标失败'].includes(usual)),
  ['投标保证金', '响应保证金'],
  ['投标文件', '响应文件'],
  ['投标截止', '响应截止'],
  ['投标人', '供应商'],
  ['公告与投标', '公告与响应'],
  ['评标报告', '评审报告'],
  ['中标通知书', '成交通知书'],
  ['结果通知书', '未成交告知书'],
  ['中标结果公示', '成交结果公告'],
  ['中标候选人', '成交候选人'],
  ['中标人', '成交供应商'],
  ['中标结果', '成交结果'],
  ['中标价', '成交价'],
  ['中标资格', '成交资格'],
  ['招标失败', '采购终止'],
  ['终止招标', '终止采购'],
  ['重新招标', '重新采购'],
]
