// SPDX-License-Identifier: Apache-2.0
/** Fields from 立项 to 投标: key, name, name, help, help, widget. */

export const preparationTable = `
projectCode | 项目代码 | Project code | 投资项目在线审批监管平台赋的代码 | Code given by the investment platform
projectName | 项目名称 | Project name | 立项批复中的名称 | As in the approval
register-project/name | 标段名称 | Name of the lot | 一个标段一次招标 | One lot is one tender
register-project/kind | 招标类别 | Kind | 决定适用的限额和评标办法 | Decides thresholds and method
approval | 立项审批 | Approval | 审批、核准或者备案文件 | The approving document
approval.document | 文号 | Number of the document | 批复文件的文号 | As printed on it
approval.by | 审批部门 | Approving body | 作出批复的机关 | Who approved
approval.organisation | 招标组织形式 | Who organises | 自行招标或者委托代理 | The owner alone or an agency
funds | 资金与规模 | Funds and size | 判断是否依法必须招标 | Decides whether tendering is compulsory
funds.object | 必须招标情形 | Compulsory because | 都不属于的留空 | Leave empty where none applies
funds.source | 资金来源 | Source of funds | 如：财政资金60%，自筹40% | Such as budget 60 %, own 40 %
budgetFen | 预算资金 | Budget money | 项目中使用的预算资金 | Public budget in the project | money
investFen | 总投资 | Total investment | 项目的总投资额 | Of the whole project | money
estimateFen | 合同估算价 | Contract estimate | 本标段的估算价 | Of this lot | money
stateControlled | 国有资金控股或者主导 | State funds dominate | 决定第一名必须中标 | Then the first rank must win
district | 区域 | District | 项目所在县区 | Where it lies | district
industry | 行业 | Industry | 如：市政、水利、房建 | Such as municipal, water, building
authority | 行政监督部门 | Supervising authority | 由哪个部门监督本项目 | Who watches this tender | party
authority.party | 部门代码 | Office | 从列表选择 | Choose from the list | hidden
authority.name | 部门名称 | Name of the office | 从列表选择 | Choose from the list | hidden
previous | 上一轮招标 | Earlier round | 重新招标时选择 | Where this is a new round | tender
round | 第几轮 | Round | 首次招标为1 | 1 for the first time | count
agency.party | 代理机构代码 | Agency | 从已注册的机构选择 | Choose a registered one | hidden
agency.name | 代理机构名称 | Name of the agency | 从已注册的机构选择 | Choose a registered one | hidden
entrust-agency/agency | 代理机构 | Agency | 自由选择，任何单位不得指定 | Chosen freely; nobody may impose one | party
mandate | 委托事项 | Mandate | 委托办理哪些事项 | What the agency does | long
entrust-agency/contract | 委托合同 | Contract | 上传双方签署的合同 | Signed by both
notify-filing/form | 招标组织形式 | Who organises | 备案是告知，提交即有回执 | A notification with an instant receipt
publicKey | 份额公钥 | Public key | 在本机生成，只用于本项目 | Made on this machine, for this tender only
possession | 持有证明 | Proof of possession | 由私钥对本项目签出 | Signed with the private key for this tender
openingRoom | 开标室 | Opening room | 安排的开标场地 | Where bids are opened
evaluationRoom | 评标室 | Evaluation room | 安排的封闭评标区 | The closed area
return-entry/reason | 退回理由 | Ground | 只有这三种理由 | There are only these three
missing | 需要补正的内容 | What is missing | 一次说清全部 | All of it, at once | long
schedule | 时间安排 | Schedule | 全部为北京时间 | All in Beijing time
documentFrom | 招标文件发出时间 | Documents from | 从发布时起可以下载 | Free to download from then on | moment
documentUntil | 招标文件发售截止 | Documents until | 不少于五日 | Five days at least | moment
schedule.deadline | 投标截止和开标时间 | Deadline and opening | 发出后至少二十日 | At least twenty days later | moment
files | 附件 | Files | 图纸、清单、承诺书等，可续传 | Drawings, lists, letters; uploads resume
files.name | 文件名 | File name | 上传时取得 | Taken from the upload | hidden
files.digest | 文件摘要 | Digest | SM3，上传后计算 | SM3, computed after upload | hidden
files.size | 文件大小 | Size | 上传时取得 | Taken from the upload | hidden
files.mediaType | 文件类型 | Type | 按内容识别 | Told from the bytes | hidden
contract.name | 文件名 | File name | 上传时取得 | Taken from the upload | hidden
contract.digest | 文件摘要 | Digest | SM3，上传后计算 | SM3, computed after upload | hidden
contract.size | 文件大小 | Size | 上传时取得 | Taken from the upload | hidden
contract.mediaType | 文件类型 | Type | 按内容识别 | Told from the bytes | hidden
reasons | 保留理由 | Signed reasons | 对提示的条款说明为什么保留 | Why a flagged clause stays
reasons.rule | 对应的提示 | Finding | 由检查给出 | Comes from the check | rule
reasons.reason | 理由 | Reason | 署名公开 | Signed and public | long
id | 编号 | Number | 自动生成 | Made for you | generated
answers | 问题与答复 | Questions and answers | 不写提问人 | Never who asked
question | 问题 | Question | 投标人提出的问题，可留空 | May be empty | long
answers.answer | 答复 | Answer | 对所有投标人一样 | The same for all bidders | long
affectsBids | 可能影响投标文件编制 | May affect bids | 是则自动顺延到合法日期 | Then the deadline moves by law
clarify/terms | 修改后的招标文件 | Amended document | 没有修改条款的留空 | Empty where no clause changes
to | 新的截止时间 | New deadline | 只能推后 | Only later | moment
move-deadline/because | 顺延原因 | Cause | 公开显示 | Shown in public
move-deadline/reason | 说明 | Explanation | 公开显示 | Shown in public | long
on | 踏勘时间 | Time of the visit | 对所有人公开 | Told to everybody | moment
announce-site-visit/place | 集合地点 | Meeting place | 写明到门牌 | To the door
details | 注意事项 | Details | 只介绍现场，不解释招标文件 | The site only, not the document | long
lodge-objection/text | 异议内容 | Objection | 写明事实、依据和请求 | Facts, grounds and request | long
interest | 利害关系 | Your interest | 没有投标的写明与本项目的关系 | If you sent no bid | long
answer-objection/id | 要答复的异议 | Objection | 三日内答复，答复前暂停 | Within three days; all stops | objection
answer-objection/answer | 答复内容 | Answer | 逐项回应 | Point by point | long
upheld | 异议成立 | Upheld | 成立的应当纠正 | Then it must be put right
issue-directive/kind | 指令种类 | Kind of directive | 监督部门不代替当事人办理 | The authority never acts for a party
number | 文号 | Number | 指令的文号 | Of the directive
basis | 依据 | Basis | 规则目录内的条款 | Articles of the catalogue
issue-directive/text | 指令内容 | Directive | 事实、依据、要求和期限 | Facts, basis, order and date | long
lifts | 解除哪一次暂停 | Suspension to lift | 恢复时选择原指令 | The earlier directive | directive
terminate/reason | 终止原因 | Reason | 向社会公开 | Public | long
forceMajeure | 属于不可抗力 | Force majeure | 施工招标发布后只限不可抗力 | Works: nothing else after the notice
record-deposit/form | 保证金形式 | Form | 转账、保函、保险、担保均可 | Any form will do
amountFen | 金额 | Amount | 以元为单位 | In yuan | money
reference | 凭证号 | Reference | 流水号、保函号或者保单号 | Of the transfer or paper
creditedOn | 到账日期 | Credited on | 以银行到账为准 | As the bank says | day
receipt | 回执编号 | Receipt | 自动生成 | Made for you | generated
manifest | 密封清单 | Manifest | 由投标工具制作 | Made by the bid tool | hidden
ticketSig | 递交凭据签名 | Ticket signature | 由投标工具制作 | Made by the bid tool | hidden
slot | 递交记录 | Slot | 由投标工具制作 | Made by the bid tool | hidden
slot.ticketKey | 递交凭据 | Ticket | 由投标工具制作 | Made by the bid tool | hidden
slot.verNo | 版本 | Version | 由投标工具制作 | Made by the bid tool | hidden
slot.ticketSig | 递交凭据签名 | Ticket signature | 由投标工具制作 | Made by the bid tool | hidden
slot.value | 递交记录摘要 | Value | 由投标工具制作 | Made by the bid tool | hidden
master | 投标文件密钥 | Key of the bid | 由投标工具取得 | Taken by the bid tool | hidden
share | 密钥份额 | Share | 由份额密钥算出 | Made with the holder key | hidden
proof | 份额证明 | Proof | 由份额密钥算出 | Made with the holder key | hidden
give-share/bid | 投标编号 | Bid | 补救解密的投标文件 | The bid to open | hidden
envelope | 加密投标文件 | Sealed bid | 由系统密封 | Sealed by the platform | hidden
envelope.commitment | 承诺摘要 | Commitment | 由系统密封 | Made by the platform | hidden
envelope.suite | 密封方式 | Suite | 由系统密封 | Made by the platform | hidden
envelope.blob | 密文摘要 | Blob | 由系统密封 | Made by the platform | hidden
envelope.size | 密文大小 | Size | 由系统密封 | Made by the platform | hidden
`
