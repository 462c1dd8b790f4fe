// SPDX-License-Identifier: Apache-2.0
/** Fields and choices of 履约: contract, changes, acceptance, invoices, payments, deposit. */

export const performanceTable = `
record-performance-deposit/number | 保函、保单或者凭证号 | Number of the paper | 向开立机构核实 | The issuer is asked
sign-contract/payment | 付款条件 | Terms of payment | 合同没有约定的留空 | Empty where the contract is silent
smallFirm | 中小企业 | Small or middling firm | 按订约时的声明 | As declared at the signing
days | 付款期限（天） | Days to pay | 中小企业最长六十日 | Sixty at most for a small firm | count
acceptanceDays | 验收期（天） | Days for acceptance | 自交付起，可以留空 | From the delivery; may be empty | count
depositReturnDays | 退保期限（天） | Days to return it | 自验收合格起，可以留空 | From acceptance; may be empty | count
publish-contract/files | 公告文本 | Published text | 上传隐去秘密后的合同 | The contract without its secrets
redactions | 隐去的内容 | Left out | 没有的留空，每处写明理由 | Empty for none; each with its ground
part | 哪一部分 | Which part | 条款或者附件名称 | Clause or annex
redactions.ground | 理由种类 | Ground | 只有这三种可以不公开 | Only these three
redactions.reason | 理由 | Reason | 写明为什么不公开 | Why it is not published | long
office | 备案部门 | Office | 本级财政部门 | Finance department of this level
record-performance/id | 编号 | Number | 自动生成 | Made for you | generated
record-performance/kind | 记录种类 | Kind | 交付、进度、完工或者违约 | Delivery, progress, completion or fault
record-performance/what | 内容 | What | 做了什么、数量多少 | What was done, and how much | long
record-performance/on | 发生日期 | On | 实际发生的那一天 | The day it happened | day
record-performance/files | 证明材料 | Proof | 交接单、照片等 | Delivery notes, pictures
propose-contract-change/id | 编号 | Number | 自动生成 | Made for you | generated
propose-contract-change/kind | 变更种类 | Kind | 追加同样标的为补充合同 | Adding of the same object is a supplement
propose-contract-change/ground | 事由 | Ground | 双方协商不是事由 | Mere agreement is none
propose-contract-change/what | 变更内容 | What changes | 写明条款和前后内容 | Clauses, before and after | long
propose-contract-change/reason | 理由 | Reason | 写明事实和依据 | Facts and basis | long
addedFen | 增减金额 | Added | 减少为负数，不变为零 | Negative takes off, zero for none | signed-money
propose-contract-change/durationDays | 新的期限（天） | New duration | 不变的留空 | Empty where it stays | count
propose-contract-change/quality | 变更后的质量 | New quality | 不变的留空 | Empty where it stays
sameObject | 与原合同标的相同 | Same object | 补充合同必须相同 | A supplement must be
propose-contract-change/files | 依据材料 | Proof | 上传签证、函件等 | Orders, letters
answer-contract-change/id | 要答复的变更 | Change | 同意后变更生效 | In force once agreed | change
agreed | 同意 | Agreed | 不同意的写明理由 | Say why where not
answer-contract-change/reason | 理由 | Reason | 同意的可以留空 | May be empty when agreed | long
publish-contract-change/id | 要公告的变更 | Change | 全文公告 | Published in full | change
accept-performance/id | 编号 | Number | 自动生成 | Made for you | generated
items | 逐项结论 | Clause by clause | 按合同每一项写明结论 | A finding for each clause
clause | 条款 | Clause | 合同条款或者招标文件条款 | Of the contract or the document
items.standard | 标准 | Standard | 合同约定的标准 | As agreed | long
items.result | 结论 | Result | 符合或者不符合 | Met or unmet
items.note | 说明 | Note | 不符合的写明情况 | Say what is wrong | long
accept-performance/outcome | 验收结论 | Outcome | 有不符合的不能合格 | Nothing unmet may pass
rectifyUntil | 整改期限 | Mend until | 结论为整改的填写 | Only for rectification | day
what | 内容 | What | 做了什么、改了什么 | What was done or changed | long
outcome | 验收结论 | Outcome | 有不符合的不能合格 | Nothing unmet may pass
forPublic | 向公众提供的公共服务 | Service to the public | 请服务对象参加，结果公告 | Those served take part; published
attended | 参加验收的人员 | Who took part | 其他投标人、第三方、服务对象 | Others, third parties, those served
attended.name | 名称 | Name | 单位或者代表姓名 | Organisation or person
attended.as | 身份 | As | 以什么身份参加 | In which capacity
opinion | 验收意见 | Opinion | 概括结论和意见 | Conclusion in words | long
accept-performance/files | 验收材料 | Papers | 检测报告、签到等 | Test reports, attendance
record-invoice/id | 编号 | Number | 自动生成 | Made for you | generated
record-invoice/number | 发票号码 | Invoice number | 发票上的号码 | As printed on it
milestone | 对应的履约记录 | For which record | 全部价款的留空 | Empty for the whole
record-payment/invoice | 支付的发票 | Invoice | 按发票逐张登记 | One by one | invoice
invoice | 发票 | Invoice | 所付的发票 | The one that is paid
paidOn | 付款日期 | Paid on | 资金实际支付的那一天 | The day the money left | day
claim-performance-deposit/id | 编号 | Number | 自动生成 | Made for you | generated
claim-performance-deposit/ground | 事由 | Ground | 按合同约定的违约情形 | A default the contract names
claim-performance-deposit/reason | 事实 | Facts | 写明事实和计算 | Facts and reckoning | long
claim-performance-deposit/files | 证据 | Evidence | 通知、检测等材料 | Notices, test reports
return-performance-deposit/reason | 理由 | Reason | 验收合格后退还的留空 | Empty after a passed acceptance | long
record-performance-settlement/what | 事项 | What | 索赔付款或者退还解除 | Claim or return
record-performance-settlement/id | 索赔编号 | Claim | 退还的留空 | Empty for a return
publishedOn | 公告日期 | Published on | 实际公告日 | The day of publication
filedOn | 备案日期 | Filed on | 实际备案日 | The day of filing
receivedOn | 收到日期 | Received on | 收到发票的那一天 | The day it came
changedOn | 变更日期 | Changed on | 双方同意的那一天 | The day both agreed
totalFen | 变更后合同价 | Price after it | 以元为单位 | In yuan | money
dueOn | 应付日期 | Due on | 按法律和合同算出 | As law and contract count
lateDays | 逾期天数 | Days late | 从应付日起算 | From the due day
interestFen | 逾期利息 | Interest | 每天万分之五 | Five in ten thousand a day | money
issuer | 开立机构 | Issuer | 银行、保险公司或者担保公司 | Bank, insurer or guarantor
validUntil | 有效期 | Valid until | 转账的为空 | None for a transfer
`

export const performanceChoices = `
redactions.ground=state-secret | 国家秘密 | State secret
redactions.ground=trade-secret | 商业秘密 | Trade secret
redactions.ground=personal-data | 个人信息 | Personal data
record-performance/kind=delivery | 交付 | Delivery
record-performance/kind=progress | 进度 | Progress
record-performance/kind=completion | 完工 | Completion
record-performance/kind=fault | 违约 | Fault
PerformanceRecorded/kind=delivery | 交付 | Delivery
PerformanceRecorded/kind=progress | 进度 | Progress
PerformanceRecorded/kind=completion | 完工 | Completion
PerformanceRecorded/kind=fault | 违约 | Fault
PerformanceRecorded/by=owner | 招标人（采购人） | Owner
PerformanceRecorded/by=contractor | 中标人（供应商） | Contractor
kind=supplement | 补充合同（追加） | Supplement
kind=amendment | 变更 | Amendment
ground=supplement | 追加同样标的 | More of the same
ground=design-change | 设计变更 | Change of design
ground=measured-quantity | 按实计量 | Measured quantity
ground=price-clause | 合同调价条款 | Price clause
ground=public-interest | 公共利益 | Public interest
ground=force-majeure | 不可抗力 | Force majeure
ground=law-change | 法律变化 | Change of law
ground=agreement | 双方协商 | Mere agreement
items.result=met | 符合 | Met
items.result=unmet | 不符合 | Unmet
outcome=passed | 合格 | Passed
outcome=failed | 不合格 | Failed
outcome=rectify | 整改 | To be mended
attended.as=other-bidder | 其他投标人（供应商） | Another bidder
attended.as=third-party | 第三方机构 | Third party
attended.as=served | 服务对象 | Those served
ground=not-performed | 不履行合同 | Not performed
ground=late | 逾期履行 | Late
ground=defective | 质量不符 | Defective
ground=transferred | 转让或者违法分包 | Transferred
what=claim | 索赔付款 | Claim paid
what=return | 退还解除 | Returned or released
`
