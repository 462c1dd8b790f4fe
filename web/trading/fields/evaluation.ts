// SPDX-License-Identifier: Apache-2.0
/** Fields of 开标, 抽取 and 评标. */

export const evaluationTable = `
bid | 投标人 | Bid | 从开标名单选择 | From the opened list | bid
fault | 责任方 | At fault | 按证据认定 | On evidence
record-decryption-failure/evidence | 证据 | Evidence | 写明查到的事实 | What was found | long
object-opening/text | 异议内容 | Objection | 当场提出，当场答复 | Raised and answered on the spot | long
answer-opening-objection/id | 要答复的异议 | Objection | 当场答复并记录 | Answered and recorded | opening-objection
answer-opening-objection/answer | 答复内容 | Answer | 写入开标记录 | Goes into the record | long
draw | 抽取编号 | Draw | 自动生成 | Made for you | generated
evaluationAt | 评标时间 | Evaluation at | 专家到场时间 | When experts come | moment
request-draw/place | 评标地点 | Place | 封闭评标区 | The closed area
commitment | 承诺摘要 | Commitment | 由本机随机数算出 | From the number made here | hidden
commit-draw-number/commitment | 承诺摘要 | Commitment | 由本机随机数算出 | From the number made here | line
reveal-draw-number/number | 随机数 | Number | 本机保存的随机数 | Kept on this machine | line
record-call/specialty | 专业 | Specialty | 空缺的专业 | With an empty seat | specialty
specialty | 专业 | Specialty | 专家库中的专业 | Of the library | specialty
index | 名册序号 | Place in the pool | 按抽取顺序 | In the drawn order | count
record-call/answer | 通知结果 | Answer | 按顺序，不得跳过 | In order, none skipped
request-redraw/draw | 抽取编号 | Draw | 自动生成 | Made for you | generated
request-redraw/place | 评标地点 | Place | 封闭评标区 | The closed area
library | 其他专家库 | Another library | 依法组建的其他专家库，同库留空 | By name; empty for the same one
widen | 增加相近专业 | Neighbouring classes | 本专业人数不足时由招标人签署 | Signed for where the class is short
widen.specialty | 专业 | Specialty | 人数不足的专业 | The class that is short | specialty
also | 相近专业 | Neighbouring classes | 可以递补的专业代码 | Codes that may fill the seat | specialty
request-redraw/reason | 理由 | Reason | 写明为何重新抽取 | Why it is drawn again | long
record-absence/draw | 抽取编号 | Draw | 通知所属的抽取 | Of which draw
record-absence/specialty | 专业 | Specialty | 通知时的专业 | As called | specialty
record-absence/ground | 缺席情形 | Absence | 未到场或者离场 | No show, or left
out | 离席代表 | Out | 空缺的席位 | The vacant seat | member
name-representative/name | 姓名 | Name | 新代表姓名 | Of the new representative
declared | 回避声明 | Declaration | 声明没有应当回避的情形 | I know of no ground to step aside
convene-committee/representatives | 招标人代表 | Representatives | 人数按招标文件 | As many as the document says
account | 代表账号 | Account | 代表的登录账号编号 | The representative’s account
representatives.name | 姓名 | Name | 代表姓名 | Of the representative
member | 委员 | Member | 从名单选择 | From the list | member
recuse-member/ground | 回避情形 | Ground | 法定情形或者缺席、健康 | By law, absence or health
recuse-member/reason | 说明 | Explanation | 写明事实 | The facts | long
faults | 初步评审发现的问题 | Faults found | 没有问题的直接提交 | Submit at once where there are none
ground | 否决情形 | Ground | 只能用列明的情形 | Listed grounds only | ground
clause | 依据条款 | Clause | 招标文件或法规条款 | Of the document or the law
facts | 事实 | Facts | 看到了什么 | What was seen | long
page | 页码 | Page | 投标文件页码 | Of the bid
vote-rejection/bid | 投标人 | Bid | 留空表示因缺乏竞争否决全部 | Empty: all, for want of competition | bid
ask-clarification/kind | 澄清事项 | About | 只限含义不明、计算错误、低价 | Unclear, arithmetic or low price
ask-clarification/question | 问题 | Question | 不得引导、不得要求改变实质 | No leading questions; substance stays | long
due | 答复期限 | Answer by | 合理时间 | A reasonable time | moment
reply-clarification/id | 要答复的问题 | Question | 评标委员会提出 | Asked by the committee | clarification
reply-clarification/answer | 答复 | Answer | 不得改变实质性内容 | Substance may not change | long
accepted | 接受修正 | Accept the correction | 不接受的投标将被否决 | Declining leads to rejection
reasonable | 说明合理 | Explanation is fair | 能证明不低于成本 | Shows it is not below cost
judge-low-price/reason | 理由 | Reason | 写明判断依据 | On what it rests | long
marks | 评分 | Marks | 独立打分，互不可见 | Alone; nobody sees the others
factor | 评分因素 | Factor | 招标文件列明 | Of the document | factor
mark | 得分 | Mark | 不超过满分 | Not above full | decimal
order | 排列顺序 | Order | 并列的投标，靠前的先列 | The tied bids, the better one first | bid
vote-tie/reason | 理由 | Reason | 写明为何这样排 | Why in this order | long
dissent | 不同意见 | Dissent | 没有的留空 | Empty where there is none | long
stop-evaluation/reason | 停止原因 | Reason | 招标文件使评标无法进行 | The document makes it impossible | long
remarks | 审查意见 | Remarks | 写明查看了什么、发现什么 | What was read and found | long
points | 复核事项 | Points | 只复核列明的事项 | Only what is listed
about | 错在哪里 | What is wrong | 评分、报价或者否决 | A mark, a price or a rejection
points.factor | 评分因素 | Factor | 报价和否决留空，留空也指全部因素 | Empty for price and rejection, or all | factor
defect | 错误说明 | Defect | 写明与投标文件何处不符 | Where it differs from the bid | long
vote-restoration/reason | 理由 | Reason | 写明否决错在哪里 | Why the rejection was wrong | long
`
