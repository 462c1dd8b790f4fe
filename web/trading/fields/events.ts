// SPDX-License-Identifier: Apache-2.0
/** Fields that only the record shows: what events add to what was asked for. */

export const eventTable = `
name | 名称 | Name | | 
kind | 种类 | Kind | | 
compulsory | 依法必须招标 | Compulsory tendering | | 
region | 行政区划 | Region | | | hidden
owner | 招标人 | Tender owner | | 
procedure | 交易方式 | Procedure | | | hidden
agency | 招标代理机构 | Agency | | 
contract | 合同 | Contract | | 
lawDay | 适用法律日期 | Law as of | | | day
calendar | 工作日历 | Working calendar | | | hidden
from | 原时间 | From | | | moment
because | 原因 | Cause | | 
reason | 说明 | Explanation | | 
subject | 异议对象 | Subject | | 
by | 作出人 | By | | 
text | 内容 | Text | | 
late | 逾期提出 | Late | | 
answer | 答复 | Answer | | 
ref | 对应文书 | Reference | | | hidden
vault | 标箱 | Vault | | 
vault.commitment | 种子承诺 | Commitment to the seed | | | hidden
position | 标箱位置 | Place of the vault | | | hidden
capacity | 标位数 | Slots | | | count
tick | 时刻 | Tick | | | hidden
superPath | 证明路径 | Path to the root | | | hidden
slots | 已用标位 | Slots in use | | 
slot | 标位 | Slot | | | count
ticketKey | 递交凭据 | Ticket | | | hidden
versions | 版本 | Versions | | 
verNo | 版本号 | Version | | | count
ticketSig | 凭据签名 | Signature of the ticket | | | hidden
versions.action | 动作 | Action | | 
received | 收到份数 | Bids received | | | count
commitments | 承诺摘要 | Commitments | | | hidden
bids | 投标人名单 | Bids | | 
no | 序号 | Number | | | bid
bidder | 投标人 | Bidder | | 
receivedAt | 递交时间 | Received at | | | moment
deposit | 保证金 | Deposit | | 
deposits | 应退保证金 | Deposits to go back | | 
cause | 应退原因 | Because | | 
dueFrom | 起算日期 | Due from | | | day
explanation | 说明 | Explanation | | 
until | 截止 | Until | | | moment
CandidatesPublished/from | 公示开始 | From | | | day
CandidatesPublished/until | 公示结束 | Until | | | day
rows | 开标记录 | Rows | | 
decrypted | 解密成功 | Decrypted | | 
coefficient | 抽取的系数 | Coefficient | | 
list | 备选值 | Listed values | | 
chosen | 抽中 | Drawn | | 
numbersUntil | 等待随机数到 | Numbers until | | | moment
shown | 公开随机数的一方 | Numbers shown by | | 
coefficient.silent | 没有公开的一方 | Not shown by | | 
seed | 种子 | Seed | | | hidden
strata | 专业与人数 | Specialties | | 
rulesDigest | 规则摘要 | Rules | | | hidden
place | 地点 | Place | | 
wanted | 需要人数 | Wanted | | | count
eligible | 可选人数 | Eligible | | | count
stage | 阶段 | Stage | | 
contributors | 缺席的一方 | Missing | | 
salt | 盐值 | Salt | | | hidden
experts | 专家 | Experts | | 
expert | 专家 | Expert | | | hidden
employer | 工作单位代码 | Employer | | | hidden
employerName | 工作单位 | Employer | | 
root | 名册摘要 | Root of the pool | | | hidden
size | 数量 | Size | | | count
BidDecrypted/key | 开标一览表密钥 | Key of the form | | 
BidDecrypted/key.content | 内容密钥 | Content key | | 
BidDecrypted/key.nonce | 随机前缀 | Nonce | | 
BidDecrypted/by | 由谁打开 | Opened by | | 
BidDecrypted/identityKey | 投标人身份密钥 | Key of the identity | | 
BidDecrypted/identityKey.content | 内容密钥 | Content key | | 
BidDecrypted/identityKey.nonce | 随机数 | Nonce | | 
rows.key | 开标一览表密钥 | Key of the form | | 
rows.key.content | 内容密钥 | Content key | | 
rows.key.nonce | 随机前缀 | Nonce | | 
rows.by | 由谁打开 | Opened by | | 
rows.identityKey | 投标人身份密钥 | Key of the identity | | 
rows.identityKey.content | 内容密钥 | Content key | | 
rows.identityKey.nonce | 随机数 | Nonce | | 
rows.identity | 投标人证书 | Certificate | | 
revocationLists | 证书吊销列表 | Revocation lists | | 
office | 持有方 | Holder's office | | 
holder | 持有单位 | Holder | | 
contributor | 提交方 | Contributor | | 
number | 编号 | Number | | 
orders | 通知顺序 | Calling order | | 
ExpertsDrawn/orders.order | 顺序 | Order | | 
members | 人数 | Members | | 
CommitteeNamed/members | 委员 | Members | | 
chair | 主任委员 | Chair | | | member
representatives | 招标人代表 | Representatives | | 
out | 离席委员 | Out | | | member
in | 递补委员 | In | | | member
votesFor | 赞成票 | Votes for | | | count
votes | 总票数 | Votes | | | count
announcedFen | 唱标价 | Announced price | | | money
correctedFen | 修正后价格 | Corrected price | | | money
steps | 计算过程 | Working | | 
method | 办法 | Method | | | hidden
benchmark | 基准价 | Benchmark | | 
working | 计算过程 | Working | | 
ranking | 排名 | Ranking | | 
rank | 名次 | Rank | | | count
evaluatedFen | 评标价 | Evaluated price | | | money
priceMark | 价格分 | Price marks | | 
total | 总分 | Total | | 
ties | 并列 | Ties | | 
silent | 拒签未说明 | Refused in silence | | 
digest | 摘要 | Digest | | | hidden
flags | 提示 | Hints | | 
rejected | 被否决 | Rejected | | 
objections | 异议受理 | Objections to | | 
winner | 中标人 | Winner | | 
signUntil | 签约期限 | Sign until | | | day
letter | 结果通知书 | Letter | | 
winnerPriceFen | 中标价 | Winning price | | | money
winnerTotal | 中标人总分 | Winner’s total | | 
items | 分项 | Items | | 
own | 本单位 | Own | | 
lowest | 最低 | Lowest | | 
median | 中位 | Median | | 
best | 最高 | Best | | 
rejections | 否决理由 | Rejections | | 
complainUntil | 投诉期限 | Complaints until | | | day
signedOn | 签订日期 | Signed on | | | day
dueOn | 最迟日期 | Due on | | | day
principalFen | 本金 | Principal | | | money
interestFen | 利息 | Interest | | | money
days | 计息天数 | Days | | | count
at | 时间 | At | | | moment
next | 后续 | Next | | 
mediaType | 类型 | Type | | | hidden
`
