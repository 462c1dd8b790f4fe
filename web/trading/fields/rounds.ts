// SPDX-License-Identifier: Apache-2.0
/** Fields and choices of 谈判、磋商 and 单一来源: talks, changes, last quotes, the one supplier. */

export const roundTable = `
call-last-quotes/deadline | 最后报价截止 | Quotes due | 各家相同，至少提前十分钟 | Ten minutes ahead | moment
LastQuotesCalled/deadline | 最后报价截止时间 | Last quotes due
showUntil | 出示截止时间 | To be shown until
promise | 最后报价承诺 | Promise | 由金额和随机数算出，截止前可以更换 | Made of amount and salt; may be replaced
show-last-quote/salt | 随机数 | Salt | 承诺时保存的随机数 | Kept when you promised
LastQuoteShown/salt | 随机数 | Salt
LastQuotesConcluded/quotes | 最后报价 | Last quotes
LastQuotesConcluded/left | 退出 | Left
LastQuotesConcluded/invalid | 高于限价 | Above the ceiling
LastQuotesConcluded/raised | 高于首次报价 | Above the first quote
confirm-demand-change/agreed | 同意变动 | Agreed | 不同意的需求不变 | Where not, nothing changes
change-demand/text | 变动内容 | Change | 写明变动前后的要求 | Say what it was and what it becomes | long
answer-demand/answer | 重新响应 | Answer | 逐项响应变动后的要求 | Answer the changed demand | long
leave-negotiation/reason | 退出理由 | Reason | 可以不写，保证金退还 | May be empty; the deposit goes back | long
publish-sole-source/object | 采购内容 | What is bought | 货物或者服务的说明 | What the goods or services are | long
SoleSourcePublished/object | 采购内容 | What is bought
publish-sole-source/reason | 采用单一来源的理由 | Why only one | 写明唯一的原因和依据 | Facts and basis | long
publish-sole-source/supplier | 拟定供应商 | Supplier | 唯一的供应商 | The only one
SoleSourcePublished/supplier | 拟定供应商 | Supplier
publish-sole-source/supplier.name | 供应商名称 | Name | 营业执照上的名称 | As registered
opinions | 专业人员论证意见 | Opinions | 写明姓名、单位和职称 | With name, unit and title
opinions.name | 姓名 | Name | 专业人员姓名 | Of the professional
endsOn | 公示截止日 | Review ends on | 不少于五个工作日 | Five working days at least | day
publish-sole-source/objections | 异议受理 | Objections to | 受理单位、地址和电话 | Office, address and telephone
object-sole-source/text | 异议内容 | Objection | 写明事实和理由 | Facts and reasons | long
answer-sole-source/conclusion | 补充论证结论 | Conclusion | 逐项说明 | Point by point | long
SoleSourceAnswered/conclusion | 补充论证结论 | Conclusion
record-consultation/supplier | 供应商 | Supplier | 与公示的一致 | The one that was published
ConsultationRecorded/supplier | 供应商 | Supplier
record-consultation/supplier.name | 供应商名称 | Name | 营业执照上的名称 | As registered
professionals | 参加协商的专业人员 | Professionals | 有相关经验的人员 | Who know the field
professionals.name | 姓名 | Name | 专业人员姓名 | Of the professional
cost | 成本说明 | Cost | 供应商提供的成本构成 | As the supplier states it | long
references | 同类价格 | Comparable prices | 同类项目的合同价格 | Contracts of the same kind | long
record | 协商情况 | The talks | 协商的内容和结果 | What was said and agreed | long
`

export const roundChoices = `
about=technical | 技术要求 | Technical requirements
about=service | 服务要求 | Service requirements
about=contract | 合同条款 | Terms of the contract
because=too-few-last-quotes | 最后报价家数不足 | Too few last quotes
because=sole-source-refuted | 单一来源异议成立 | The objection to the sole source was right
because=price-above-budget | 协商价格高于预算 | Price above the budget
`
