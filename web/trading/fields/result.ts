// SPDX-License-Identifier: Apache-2.0
/** Fields of 公示 to 归档. */

export const resultTable = `
extraDays | 延长公示天数 | Extra days | 法定三日之外另加 | Beyond the three by law | count
publish-candidates/objections | 异议受理方式 | Where to object | 谁受理、怎么联系 | Who takes them
award/bid | 中标人 | Winner | 从公示的候选人选择 | One of the candidates | bid
reasonCode | 跳过前序候选人的理由 | Reason to pass over | 第一名中标的留空 | Empty for the first rank | pass-over
award/reason | 说明 | Explanation | 跳过时写明事实 | The facts, when passing over | long
issue-award-notice/number | 通知书编号 | Number | 中标通知书编号 | Of the award notice
summary | 书面报告内容 | Report | 范围、方式、评标和结果 | Scope, method, evaluation, result | long
record-performance-deposit/form | 形式 | Form | 转账、保函、保险、担保均可 | Any form will do
sign-contract/priceFen | 合同价 | Contract price | 应与中标价一致 | Must equal the award | money
sign-contract/files | 合同文本 | Contract | 上传签署文本 | The text to be signed
cause | 取消原因 | Cause | 法定情形 | As the law lists
cancel-award/reason | 说明 | Explanation | 写明事实 | The facts | long
cancel-award/next | 接下来 | Next | 递补或者重新招标 | Next candidate or a new tender
forfeit-deposit/bid | 撤销投标的投标文件 | Revoked bid | 自身原因解密失败的 | Not opened by own fault | bid
forfeit-deposit/reason | 理由 | Reason | 写明事实和证据，告知投标人 | Facts and evidence; the bidder is told | long
record-refund/party | 收款单位 | Payee | 投标人 | The bidder | party
party | 单位 | Party | 从名单选择 | From the list | hidden
retention | 保存期限 | Retention | 归档后按期保存 | How long it is kept
retender/next | 新一轮招标 | New round | 先登记新项目，再在此选择 | Register it first, then choose it | tender
`
