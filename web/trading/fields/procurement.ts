// SPDX-License-Identifier: Apache-2.0
/** Fields and choices of 政府采购 and of invitations. */

export const procurementTable = `
procedure | 交易方式 | Procedure | 决定流程、期限和适用的规则 | Decides stages, limits and rules | procedure
register-project/procedure | 交易方式 | Procedure | 括号内为法律依据 | The law it rests on is in brackets | procedure
procurement | 政府采购事项 | Procurement | 判断采购方式是否合法 | Decides whether the method is lawful
level | 预算级次 | Budget level | 决定公开招标数额标准 | Decides the threshold
category | 采购品目 | Category | 财政部品目分类中的代码和名称 | Code and name in the catalogue of the ministry
plan | 采购计划备案号 | Number of the plan | 采购实施计划的备案号 | As filed
procurement.ground | 适用情形 | Ground | 公开招标留空，其他方式必选 | Empty for an open tender only | method-ground
procurement.approval | 财政部门批准文号 | Approval | 达到数额而用其他方式的填写 | If not tendered at the threshold
intentionOn | 采购意向公开日 | Intention published on | 依法不必公开的留空 | Empty where the law exempts it | day
complex | 技术复杂或者社会影响较大 | Complex | 影响评审委员会人数 | Decides the size of the panel
atThreshold | 达到公开招标数额标准 | At the threshold | 影响评审委员会人数 | Decides the size of the panel
fewerBy | 允许不足三家的情形 | Fewer than three | 法律列明的，没有的留空 | As the law lists; empty otherwise
importApproval | 进口产品核准文号 | Import approval | 不采购进口产品的留空 | Empty where none is bought
invitees | 受邀单位 | Invitees | 不少于三家，开标前保密 | Three or more; secret until the opening | party
invitees.name | 单位名称 | Name | 从已注册的单位选择 | Choose a registered one | hidden
source | 名单来源 | Source | 按办法确定 | As the rules say
name-invitees/reason | 说明 | Explanation | 写明邀请理由和确定过程 | Why these, and how they were chosen | long
qualified | 资格合格 | Qualified | | | bid
judge-qualification/faults | 资格不合格的 | Not qualified | 全部合格的直接提交 | Submit at once where all are
creditChecked | 已查询信用记录 | Credit checked | 开标当日查询并留存 | On the day of the opening, and kept
policy | 采购政策 | Policy | 扣除、预留和异常低价审查 | Deductions, reserves, low prices
uniformStandard | 技术和服务标准统一 | Uniform standards | 统一的应当用最低评标价法 | Then the lowest price decides
reserved | 专门面向中小企业 | Reserved for small firms | 预留的不再扣除 | Then nothing is deducted
smallFirmRate | 小微企业扣除比例 | Deduction for small firms | 如0.1，即扣除10% | Such as 0.1 for 10 % | decimal
sharedFirmRate | 联合体、分包扣除比例 | Deduction for consortia | 如0.04，没有的填0 | Such as 0.04; 0 for none | decimal
openToForeign | 允许非本国产品竞争 | Open to foreign products | 允许的，本国产品有扣除 | Then domestic ones count less
coreProduct | 核心产品 | Core product | 同品牌按一家计算，没有的留空 | One brand counts as one; empty for none
abnormalRates | 异常低价审查比例 | Low price rates | 只能高于规定，最高0.65 | May only be raised, to 0.65 at most
T1 | 低于平均报价 | Below the mean | 如0.5 | Such as 0.5 | decimal
T2 | 低于次低报价 | Below the second lowest | 如0.5 | Such as 0.5 | decimal
T3 | 低于最高限价 | Below the ceiling | 如0.45 | Such as 0.45 | decimal
pricePoints | 价格分 | Price marks | 货物不低于30，服务不低于10 | Goods 30 at least, services 10 | decimal
submit-bid/declared | 供应商声明 | Declarations | 随结果公开，虚假声明依法处理 | Published with the result
content.declared | 供应商声明 | Declarations | 随结果公开，虚假声明依法处理 | Published with the result
smallFirm | 小微企业 | Small firm | 按声明函填写 | As in the declaration
smallShare | 小微企业合同份额 | Share of small firms | 如0.3，没有的填0 | Such as 0.3; 0 for none | decimal
related | 与小微企业有投资管理关系 | Related to the small firm | 有的不享受扣除 | Then nothing is deducted
domestic | 本国产品 | Domestic product | 符合本国产品标准 | Meets the standard
domesticCost | 本国产品成本占比 | Share of domestic products | 多个产品时填写 | Where there are several | decimal
brand | 核心产品品牌 | Brand | 没有核心产品的留空 | Empty where there is no core product
`

export const procurementChoices = `
level=central | 中央 | Central
level=province | 自治区 | Region
level=city | 市 | City
level=county | 县（区） | County
fewerBy=two-after-tender | 招标后只有两家 | Two after a tender
fewerBy=research | 科研项目 | Research
fewerBy=public-service | 政府购买服务 | Public services
fewerBy=emergency | 紧急采购 | Emergency
source=own-choice | 自行选定 | Own choice
source=library-draw | 从供应商库随机抽取 | Drawn from the library
source=recommended | 推荐 | Recommended
method.kind=lowest-price | 最低评标价法 | Lowest evaluated price of procurement
method.kind=comprehensive | 综合评分法 | Comprehensive marks
smallFirm=none | 不是 | None
smallFirm=own | 本单位是 | Itself
smallFirm=shared | 联合体或者分包中有 | In a consortium or subcontract
because=too-few-qualified | 资格合格不足三家 | Fewer than three qualified
because=too-few-conforming | 实质性响应不足三家 | Fewer than three conforming
`
