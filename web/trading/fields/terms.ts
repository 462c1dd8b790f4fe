// SPDX-License-Identifier: Apache-2.0
/** Fields of the tender document and of the bid that answers it. */

export const termsTable = `
terms | 招标文件 | Tender document | 结构化条款，公告同时生成 | Clauses; the notice is printed from them
scope | 招标范围 | Scope | 做什么、规模多大 | What, and how much | long
terms.place | 建设或交货地点 | Place | 项目所在地 | Where
durationDays | 工期（天） | Duration (days) | 日历天 | Calendar days | count
quality | 质量标准 | Quality | 如：合格 | Such as: passed
fundsSource | 资金来源 | Funds | 已落实的资金 | As secured
qualifications | 资格条件 | Qualifications | 与项目相适应，不得量身定做 | In proportion to the work
title | 名称 | Title | 简短 | Short
qualifications.text | 要求 | Requirement | 投标人应当满足的条件 | What a bidder must meet | long
evidence | 证明材料 | Evidence | 用什么证明 | What proves it
terms.consortium | 接受联合体 | Consortium allowed | 是否允许联合体投标 | Whether bidders may join
starred | 实质性要求（★） | Starred terms | 不响应即否决，慎用 | Not answered means rejected
starred.text | 要求 | Term | 一条一项 | One thing each | long
ceilingFen | 最高投标限价 | Ceiling price | 不设的留空；不得设最低价 | Empty for none; no minimum | money
terms.deposit | 投标保证金 | Bid deposit | 不收的留空；不超过估算价2% | Empty for none; 2 % at most
deposit.amountFen | 保证金金额 | Amount | 以元为单位 | In yuan | money
instructions | 提交方式 | How to hand it in | 不得限定形式 | No form may be excluded | long
performanceDepositRate | 履约保证金比例 | Performance deposit | 不超过10% | 10 % at most | percent
validityDays | 投标有效期（天） | Validity (days) | 从投标截止起算 | From the deadline on | count
decryptMinutes | 解密时间（分钟） | Decryption (minutes) | 开标后解密窗口 | Window after opening | count
decryptExtensionMinutes | 解密延长（分钟） | Extension (minutes) | 统一延长 | The same for all | count
decryptRemedy | 解密失败的补救 | If decryption fails | 因平台原因的处理 | Where the platform failed | long
failIfOpenedFewerThanThree | 解密成功不足三家即失败 | Fails below three opened | 写入招标文件 | Said in the document
terms.method | 评标办法 | Method | 综合评估法或者经评审的最低投标价法 | One of the two lawful methods
method.kind | 办法 | Method | 选择后显示对应条款 | The clauses follow
adjustments | 价格折算 | Adjustments | 每单位加减的金额 | Per unit, up or down
perUnitFen | 每单位折算 | Per unit | 减为负数 | Negative takes off | signed-money
unit | 单位 | Unit | 如：周、台 | Such as week, piece
factors | 评分因素 | Factors | 分值合计与价格分为一百 | Together with price: 100
factors.standard | 评分标准 | Standard | 怎样得多少分 | How marks are earned | long
full | 满分 | Full marks | 十进制小数 | A decimal | decimal
objective | 客观分 | Objective | 各专家应当一致 | All experts must agree
needsPage | 打分须写页码 | Page needed | 每个分数注明投标文件页码 | Every mark names a page
benchmark | 评标基准价 | Benchmark | 价格分的基准 | What the price is held against
benchmark.kind | 计算方法 | Formula | 按有效报价计算 | From the valid prices
downRates | 下浮系数 | Down rates | 多个则开标时随机抽取 | Several: drawn at the opening | decimal
trim | 去极值方法 | Trimming | 报价多时去掉最高最低 | Cuts the extremes
weight | 权重 | Weight | 限价所占权重 | Of the ceiling | decimal
ceilingDownRate | 限价下浮 | Ceiling down rate | 限价参与计算时的下浮 | Where the ceiling counts | decimal
method.price | 价格分 | Price marks | 报价怎样折成分 | How a price becomes marks
price.kind | 折算方法 | Formula | 偏离基准价的扣分方式 | How deviation costs
price.up | 高于基准每1%扣分 | Off per 1 % above | 十进制小数 | A decimal | decimal
price.down | 低于基准每1%扣分 | Off per 1 % below | 十进制小数 | A decimal | decimal
factorUp | 高于系数 | Factor above | 十进制小数 | A decimal | decimal
factorDown | 低于系数 | Factor below | 十进制小数 | A decimal | decimal
step | 分级取整 | Step | 不足一级的处理 | What a part of a step counts
floor | 最低分 | Least marks | 价格分下限 | The price marks never fall below | decimal
belowFull | 低于基准得满分 | Below gets full | 低于基准不扣分 | No marks off below
deviationScale | 偏离率小数位 | Deviation places | 计算中的取舍 | Rounding on the way
trimExperts | 去掉最高最低专家分 | Trim experts | 其余取平均 | The rest is averaged
lowPriceAlarm | 异常低价预警线 | Low price lines | 低于的必须询问，不直接否决 | Must be asked, never just rejected
ratioOfMean | 占平均报价比例 | Share of the mean | 如0.85 | Such as 0.85 | decimal
ratioOfCeiling | 占限价比例 | Share of the ceiling | 如0.80 | Such as 0.80 | decimal
bill | 工程量清单 | Bill of quantities | 逐项报价 | Priced line by line
bill.title | 项目名称 | Item | 清单项 | Line of the bill
bill.unit | 计量单位 | Unit | 如：米、吨 | Such as m, t
quantity | 工程量 | Quantity | 十进制小数 | A decimal | decimal
committeeMembers | 评标委员会人数 | Committee members | 五人以上单数 | Odd, five at least | count
ownerSeats | 招标人代表人数 | Seats of the owner | 不超过三分之一 | A third at most | count
specialties | 抽取专业 | Specialties | 各专业抽取人数 | How many of each
specialties.code | 专业 | Specialty | 专家库中的专业 | Of the library | specialty
count | 人数 | Number | 抽取人数 | How many | count
candidates | 推荐候选人数 | Candidates | 一至三名 | One to three | count
tieFactors | 再并列时比较的因素 | Parting factors | 依次比较 | Compared in turn | factor
tieRule | 并列时的排序 | Ties | 得分或价格相同怎么排 | How equals are ranked | long
contractTerms | 合同主要条款 | Contract terms | 不得有不合理条件 | No unreasonable terms | long
payment | 付款方式 | Payment | 比例和时间 | Shares and times | long
terms.owner | 招标人联系方式 | The owner’s contact | 公告中公布 | Printed in the notice
terms.agency | 代理机构联系方式 | The agency’s contact | 自行招标的留空 | Empty without an agency
terms.objections | 异议受理方式 | Where to object | 谁受理、怎么联系 | Who takes them
organisation | 单位 | Organisation | 全称 | Full name
address | 地址 | Address | 到门牌 | To the door
person | 联系人 | Person | 姓名 | Name
phone | 电话 | Telephone | 区号-号码 | With the area code
content | 投标文件 | Bid | 密封前只有您能看到 | Only you see it before it is sealed
form | 开标一览表 | Opening form | 开标时公布的内容 | What is read out
priceFen | 投标报价 | Price | 以元为单位 | In yuan | money
projectManager | 项目负责人 | Project manager | 姓名与证书 | Name and certificate
projectManager.name | 姓名 | Name | 与证书一致 | As on the certificate
certificate | 证书编号 | Certificate | 可留空 | May be empty
unitPrice | 单价（元） | Unit price (yuan) | 最多六位小数 | Six places at most | decimal
totalFen | 合价 | Total | 单价乘数量 | Unit price times quantity | money
priceInWords | 大写报价 | Price in words | 与小写一致，不一致以大写为准 | Words win over figures
qualifications.statement | 响应说明 | Statement | 写明怎样满足 | How it is met | long
starredAccepted | 接受的实质性要求 | Starred terms accepted | 逐条确认 | One by one
units | 承诺数量 | Units offered | 整数 | Whole units | count
consortium | 联合体成员 | Consortium | 独立投标的留空 | Empty when alone
uscc | 统一社会信用代码 | Credit code | 18位 | 18 characters
consortium.name | 成员名称 | Member | 全称 | Full name
share | 分工 | Share | 承担的部分 | What the member does
`
