// SPDX-License-Identifier: Apache-2.0
/** Fields of 询问, 异议, 质疑 and 投诉: key, name, name, help, help, widget. */

export const remedyTable = `
ask-enquiry/text | 询问内容 | Question | 对采购活动事项有疑问的，直接写明 | Whatever is unclear about it | long
answer-enquiry/id | 要答复的询问 | Enquiry | 三个工作日内答复 | Within three working days | enquiry
answer-enquiry/answer | 答复内容 | Answer | 不得涉及商业秘密 | Without trade secrets | long
lodge-objection/subject | 异议对象 | Subject | 不选的按当前阶段确定 | The stage decides where none is chosen
knewOn | 知道或者应当知道之日 | Day of knowing | 期限从这一天起算，不能晚于今天 | The time counts from it | day
lodge-objection/evidence | 依据的记录 | Evidence | 从公开留痕里选中的记录 | Entries chosen from the trail | evidence
lodge-complaint/evidence | 依据的记录 | Evidence | 从公开留痕里选中的记录 | Entries chosen from the trail | evidence
ObjectionLodged/evidence | 依据的记录 | Evidence | | 
ComplaintLodged/evidence | 依据的记录 | Evidence | | 
ComplaintNotified/evidence | 依据的记录 | Evidence | | 
evidence.seq | 记录序号 | Entry | 从留痕带入 | Taken from the trail | hidden
evidence.entry | 记录摘要 | Hash | 从留痕带入，提交时核对 | Taken from the trail and checked | hidden
evidence.clause | 违反的条款 | Clause | 写明条款，可以不写 | The clause, if you know it
evidence.note | 问题是什么 | What is wrong | 写明这条记录错在哪里 | What is wrong with it | long
evidence.type | 记录种类 | Kind of entry | | | hidden
evidence.logged | 日志序号 | Place in the log | | | hidden
answer-objection/effect | 处理结果 | Effect | 成立的选择，不成立的不选 | Choose one where it is upheld
points | 重新评审的事项 | Points | 选择重新评审的逐项列明 | Each point that is reopened
lodge-complaint/subject | 投诉事项 | Subject | 多数须先提出异议或者质疑 | Most need an objection first
after | 先前的异议或者质疑 | Earlier objection | 没有的留空，由监督部门审查 | Empty where there is none | own-objection
onAnswer | 针对答复内容 | Rests on the answer | 针对答复的不受原事项范围限制 | Then the earlier scope does not bind
lodge-complaint/facts | 事实和理由 | Facts | 写明被投诉人、事实、线索 | Respondent, facts, leads | long
facts | 事实和理由 | Facts | | | long
requests | 请求 | Requests | 要求怎样处理 | What should be done | long
supplement-complaint/id | 要补正的投诉 | Complaint | 按通知补正 | As the notice asks | complaint
supplement-complaint/text | 补正内容 | Supplement | 逐项补正 | Point by point | long
withdraw-complaint/id | 要撤回的投诉 | Complaint | 撤回即终止，同一事实不能再投诉 | It ends the case | complaint
withdraw-complaint/reason | 撤回理由 | Reason | 书面说明 | In writing | long
check-complaint/id | 要审查的投诉 | Complaint | 按收到先后 | In the order received | complaint
result | 审查结论 | Result | 受理的以收到之日为受理之日 | Accepted as of the day of receipt
check-complaint/ground | 不予受理的理由 | Ground | 只限法定情形 | Only what the law lists
check-complaint/reason | 说明 | Explanation | 补正什么、为何不受理或者移送哪里 | What is missing, why, to whom | long
supplementUntil | 补正期限 | Supplement until | 要求补正的填写 | Where a supplement is asked | day
notify-complaint/id | 要通知的投诉 | Complaint | 同时送投诉书副本 | With a copy of it | complaint
notify-complaint/to | 有关供应商 | Suppliers concerned | 招标人和代理机构自动通知 | Owner and agency are told
notify-complaint/to.party | 单位代码 | Party | 统一社会信用代码 | Unified code
notify-complaint/to.name | 单位名称 | Name | 单位全称 | Full name
respond-complaint/id | 要说明的投诉 | Complaint | 按通知写明的期限 | By the day in the notice | complaint
statement | 说明 | Statement | 附证据和依据 | With evidence and grounds | long
suspend-for-complaint/id | 哪一件投诉 | Complaint | 投诉本身不暂停交易 | A complaint alone stops nothing | complaint
suspend-for-complaint/number | 通知文号 | Number of the notice | 书面通知，政府采购最长三十日 | In writing
resume-after-complaint/id | 哪一件投诉 | Complaint | 恢复后可以继续办理 | Then the trade goes on | complaint
ask-evidence/id | 哪一件投诉 | Complaint | 检测、评审、质证期间不计 | Such days do not count | complaint
ask-evidence/evidence | 证据编号 | Number | 自动生成 | Made for you | generated
ask-evidence/kind | 方式 | Means | 期间停止计算 | The clock stops
ask-evidence/text | 需要查明的事项 | What is asked | 交给谁、查什么 | Whom and what | long
receive-evidence/id | 哪一件投诉 | Complaint | 收到后继续计算 | The clock goes on | complaint
receive-evidence/evidence | 证据编号 | Number | 送检时的编号 | As given when asked | stop
receive-evidence/result | 结果 | Result | 写明结论 | What was found | long
decide-complaint/id | 要决定的投诉 | Complaint | 三十个工作日内 | Within thirty working days | complaint
decide-complaint/number | 决定文号 | Number | 处理决定的文号 | Of the decision
outcome | 结论 | Outcome | 驳回或者成立 | Dismissed or upheld
decide-complaint/ground | 驳回理由 | Ground | 驳回的填写 | For a dismissal only
decide-complaint/effect | 处理结果 | Effect | 驳回的选不影响结果 | A dismissal changes nothing
decide-complaint/text | 决定内容 | Decision | 公告的文本，不得涉及商业秘密 | As published, without secrets | long
remedy | 救济种类 | Remedy | | | hidden
doubts | 疑点 | Doubts | | 
acceptedOn | 受理日 | Accepted as of | | | day
answerUntil | 说明期限 | Respond until | | | day
complaint | 投诉 | Complaint | | | hidden
effect | 处理结果 | Effect | | 
ComplaintNotified/to | 通知对象 | Notified | | 
ComplaintChecked/ground | 不予受理的理由 | Ground | | 
ComplaintDecided/ground | 驳回理由 | Ground | | 
Suspended/until | 最长至 | At the latest until | | | day
`

export const remedyChoices = `
subject=process | 采购过程 | The process
subject=other | 其他违法行为 | Another breach
effect=continue | 不影响结果，继续 | The trade goes on
effect=amend-document | 修改文件并顺延 | Amend the document
effect=re-evaluate | 就列明事项重新评审 | Evaluate again
effect=next-candidate | 另行确定下一名候选人 | The next candidate
effect=restart | 重新开展 | Start anew
effect=revoke-contract | 撤销合同，重新开展 | Revoke the contract
result=accepted | 受理 | Accepted
result=supplement | 要求补正 | Supplement asked
result=refused | 不予受理 | Not accepted
result=transferred | 移送有权机关 | Passed on
check-complaint/ground=no-standing | 不是投标人、供应商或者利害关系人 | No standing
ground=no-standing | 不是投标人、供应商或者利害关系人 | No standing
ground=vague | 事项不具体，没有线索 | Vague
ground=unsigned | 没有署名、签章 | Unsigned
ground=late | 逾期 | Late
ground=decided-before | 已经处理，没有新证据 | Decided before
ground=objection-missing | 没有先提出异议或者质疑 | No objection first
ground=beyond-scope | 超出异议或者质疑的范围 | Beyond its scope
ground=before-a-court | 已经复议或者诉讼 | Before a court
doubts=no-standing | 不是投标人、供应商或者利害关系人 | No standing
doubts=vague | 事项不具体，没有线索 | Vague
doubts=unsigned | 没有署名、签章 | Unsigned
doubts=late | 逾期 | Late
doubts=decided-before | 已经处理，没有新证据 | Decided before
doubts=objection-missing | 没有先提出异议或者质疑 | No objection first
doubts=beyond-scope | 超出异议或者质疑的范围 | Beyond its scope
doubts=before-a-court | 已经复议或者诉讼 | Before a court
kind=test | 检验、检测、鉴定 | Test or appraisal
kind=expert-review | 专家评审 | Expert review
kind=hearing | 质证 | Hearing
outcome=dismissed | 驳回 | Dismissed
outcome=upheld | 成立 | Upheld
ground=unfounded | 缺乏事实依据 | Unfounded
ground=fabricated | 捏造事实、提供虚假材料 | Fabricated
ground=illegal-evidence | 证据取得不合法 | Evidence illegally obtained
ground=inadmissible-after-all | 受理后发现不符合受理条件 | Inadmissible after all
because=complaint | 投诉处理中暂停 | Suspended for a complaint
because=remedy-upheld | 异议、质疑或者投诉成立 | A remedy was upheld
cause=remedy-upheld | 异议、质疑或者投诉成立 | A remedy was upheld
`
