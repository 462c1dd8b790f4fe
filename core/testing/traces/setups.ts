// SPDX-License-Identifier: Apache-2.0
/** Beginnings that many traces share, each a table of its own. */

const head = '时间 | 谁 | 做什么 | 结果'

/** Works, published on a Monday three weeks before the deadline. */
export const published = `${head}
  2026-03-02 08:30 | 招标人 | 办妥施工项目登记、备案、入场和份额密钥 | 受理
  2026-03-02 09:00 | 招标人 | 发布招标公告，截止 2026-03-23 09:00 | 招标公告`

export const goodsPublished = `${head}
  2026-03-02 08:30 | 招标人 | 办妥货物项目登记、备案、入场和份额密钥 | 受理
  2026-03-02 09:00 | 招标人 | 发布招标公告，截止 2026-03-23 09:00 | 招标公告`

export const threeSent = `
  2026-03-20 10:00 | 甲公司 | 提交投标保证金 | 投标保证金到账
  2026-03-20 10:10 | 乙公司 | 提交投标保证金 | 投标保证金到账
  2026-03-20 10:20 | 丙公司 | 提交投标保证金 | 投标保证金到账
  2026-03-20 11:00 | 甲公司 | 递交投标文件，报价 9,800,000.00 元 | 递交投标文件
  2026-03-20 11:10 | 乙公司 | 递交投标文件，报价 9,500,000.00 元 | 递交投标文件
  2026-03-20 11:20 | 丙公司 | 递交投标文件，报价 9,700,000.00 元 | 递交投标文件`

export const threeBids = `${published}${threeSent}`
export const threeGoodsBids = `${goodsPublished}${threeSent}`

const openedRows = `
  2026-03-23 09:00 | 招标人 | 截止、开标、解密并公布 | 收到 3 份；开标记录`

const seatedRows = `
  2026-03-23 14:00 | 各方 | 抽取专家并组建评标委员会 | 专家抽取；组建评标委员会`

export const opened = `${threeGoodsBids}${openedRows}`
export const seated = `${opened}${seatedRows}`
export const worksSeated = `${threeBids}${openedRows}${seatedRows}`

export const reported = `${seated}
  2026-03-24 10:00 | 评标委员会 | 完成评标并签署报告 | 第一名乙公司；提交评标报告`

export const underReview = `${reported}
  2026-03-25 10:00 | 招标人 | 审查报告并公示中标候选人 | 公示至 2026-03-30`

export const notified = `${underReview}
  2026-03-31 09:30 | 招标人 | 定标，第1名 | 乙公司中标
  2026-03-31 10:00 | 招标人 | 发出中标通知书 | 中标通知书；结果通知书；中标结果公示`

/** Goods of three bids, where one has more to say: what each trace puts in between. */
export function goodsWith(bids: string): string {
  return `${goodsPublished}${bids}${openedRows}${seatedRows}`
}
