// SPDX-License-Identifier: Apache-2.0
/** Refusals of enquiries, objections, challenges and complaints. */

import { because } from './words.ts'

export const remedyRefusals = {
  'no-such-remedy': because(
    '现在不能对这一事项提出。',
    'This cannot be objected to at this stage.',
    '请按当前阶段选择事项；对其他违法行为可以依法投诉。',
    'Choose what this stage allows; other breaches may be complained of.',
  ),
  'knew-too-late': because(
    '知道有关情况的日期不能晚于今天。',
    'The day of knowing cannot be in the future.',
    '请核对日期。',
    'Check the day.',
  ),
  'evidence-unknown': because(
    '第{seq}号记录不能作为依据：没有这条记录、您无权查看，或者摘要不一致。',
    'Entry {seq} cannot be evidence: it is unknown, not yours to read, or its hash differs.',
    '请在项目的公开留痕中找到该记录，从那里提出。',
    'Find the entry in the trail of the project and start from there.',
  ),
  'effect-needs-upholding': because(
    '不成立的，不能同时作出这样的处理。',
    'What is not upheld cannot have this effect.',
    '请改为成立，或者不选处理结果。',
    'Uphold it, or choose no effect.',
  ),
  'effect-unknown': because(
    '对这一事项，法律没有规定这种处理结果。',
    'The law knows no such effect for this subject.',
    '请选择列出的处理结果。',
    'Choose one of the effects listed.',
  ),
  'effect-too-late': because(
    '项目目前的阶段已经不能这样处理。',
    'The trade is past the stage for this effect.',
    '请按目前阶段选择处理结果。',
    'Choose an effect that fits the stage.',
  ),
  'points-needed': because(
    '要求重新评审的，应当逐项列明需要重评的事项。',
    'A re-evaluation names each point that is reopened.',
    '请列明投标、评分项或者否决事项。',
    'Name the bid and the mark, price or rejection.',
  ),
  'no-other-candidate': because(
    '没有其他合格候选人可以另行确定。',
    'No other qualified candidate is left.',
    '请选择重新开展。',
    'Choose to start anew.',
  ),
  'held-by-remedy': because(
    '{id}自{since}起尚待答复，可能影响结果，答复前不能签订合同。',
    '{id} has waited for its answer since {since}; no contract is signed before it.',
    '请先答复（政府采购法实施条例第54条）。',
    'Answer it first.',
  ),
  'correction-owed': because(
    '{ref}成立后招标文件尚未修改，不能截止。',
    '{ref} was upheld and the document is not amended yet, so bidding cannot close.',
    '请先推后截止时间，再发布修改。',
    'Move the deadline, then publish the amendment.',
  ),
  'no-such-enquiry': because(
    '没有编号为{id}的询问。',
    'There is no enquiry {id}.',
    '请核对编号。',
    'Check the number.',
  ),
  'no-such-complaint': because(
    '没有编号为{id}的投诉。',
    'There is no complaint {id}.',
    '请核对编号。',
    'Check the number.',
  ),
  'not-your-complaint': because(
    '您没有编号为{id}的投诉。',
    'You have lodged no complaint {id}.',
    '请由投诉人办理。',
    'Only the complainant can do this.',
  ),
  'no-supplement-asked': because(
    '没有要求您补正，或者已经补正。',
    'No supplement is asked for, or it has come.',
    '无需补正。',
    'Nothing is to be added.',
  ),
  'complaint-closed': because(
    '编号为{id}的投诉已经办结。',
    'Complaint {id} is closed.',
    '请查看处理结果。',
    'See how it ended.',
  ),
  'not-notified': because(
    '没有向您发出编号为{id}的投诉答复通知。',
    'You have no notice of a complaint {id}.',
    '收到通知后再作说明。',
    'Respond once you are notified.',
  ),
  'complaint-accepted': because(
    '该投诉已经受理。',
    'The complaint has been accepted already.',
    '请通知、调查并作出决定。',
    'Notify, hear and decide it.',
  ),
  'complaint-not-accepted': because(
    '该投诉尚未受理。',
    'The complaint has not been accepted yet.',
    '请先审查。',
    'Check it first.',
  ),
  'supplement-only-once': because(
    '补正只能要求一次。',
    'A supplement may be asked for only once.',
    '请决定受理、不予受理或者移送。',
    'Accept it, refuse it or pass it on.',
  ),
  'check-incomplete': because(
    '审查结论不完整：不予受理要有法定理由，补正要写明内容和期限，移送要写明受理机关。',
    'A refusal names its ground, a supplement what and until when, a transfer to whom.',
    '请补全后提交。',
    'Complete it and send again.',
  ),
  'already-notified': because(
    '已经发出答复通知。',
    'The notice has been sent already.',
    '无需重复发出。',
    'It need not be sent again.',
  ),
  'trade-ended': because(
    '交易已经终结，没有可以暂停的活动。',
    'The trade has ended; there is nothing to suspend.',
    '请直接处理投诉。',
    'Go on with the complaint.',
  ),
  'suspended-before': because(
    '已经为该投诉通知过暂停，不能再次暂停。',
    'The trade was suspended for this complaint before.',
    '请在期限内作出处理决定。',
    'Decide within the time.',
  ),
  'no-evidence-asked': because(
    '没有编号为{id}的待收证据。',
    'No evidence {id} is awaited.',
    '请核对编号。',
    'Check the number.',
  ),
  'decision-incomplete': because(
    '决定不完整：驳回要有法定理由且不影响交易，成立的不写驳回理由。',
    'A dismissal has a ground and no effect; an upheld complaint has no such ground.',
    '请核对结论、理由和处理结果。',
    'Check outcome, ground and effect.',
  ),
}
