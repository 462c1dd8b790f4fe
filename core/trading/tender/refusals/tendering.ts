// SPDX-License-Identifier: Apache-2.0
/** Refusals from the notice to the deadline. */

import { because } from './words.ts'

export const tenderingRefusals = {
  'seal-faulty': because(
    '密封的投标文件不能接收：{what}（{fault}）。',
    'The sealed bid cannot be taken: {whatEn} ({fault}).',
    '请用投标工具重新密封递交；原来已经递交的不受影响。',
    'Seal it again with the bid tool; what was handed in before still stands.',
  ),
  'holders-missing': because(
    '还没有登记份额密钥：{missing}。三方都登记后才能发布招标公告。',
    'Keys of these holders are missing: {missing}. All three are needed before the notice.',
    '请通知他们登录登记；任何一方都不能单独打开投标文件。',
    'Ask them to sign in and provide the key; none can open a bid alone.',
  ),
  'holder-is-agency': because(
    '本项目委托了代理机构，由代理机构持有份额密钥。',
    'The agency of this tender holds the key.',
    '请由代理机构登录登记。',
    'The agency must sign in and provide it.',
  ),
  'possession-unproved': because(
    '密钥的持有证明不成立：它不是为本项目制作的，或者已经损坏。',
    'The proof of possession fails: made for another tender, or damaged.',
    '请在本页重新生成密钥。',
    'Make a new key on this page.',
  ),
  'no-notice': because(
    '招标公告尚未发布。',
    'No notice has been published.',
    '请先发布招标公告。',
    'Publish the notice first.',
  ),
  'schedule-out-of-order': because(
    '时间先后不对：文件获取开始、获取截止、投标截止应依次排列。',
    'The times are out of order: documents from, documents until, deadline.',
    '请按先后顺序重新填写。',
    'Put them in order.',
  ),
  'notice-breaches-law': because(
    '公告中有数字不符合法定要求，不能发布。',
    'A figure in the notice breaches the law, so it cannot be published.',
    '请按列出的条款修改后再发布。',
    'Mend the figures named and publish again.',
  ),
  'reason-needed': because(
    '有条款可能限制竞争，需要逐条说明理由后才能发布。',
    'Some clauses may limit competition; each needs a signed reason.',
    '请修改条款，或者逐条写明理由；理由将随公告公开。',
    'Change the clause or state the reason; it will be public.',
  ),
  'deadline-passed': because(
    '投标截止时间已过。',
    'The deadline has passed.',
    '截止后不能再澄清、修改或者踏勘。',
    'Nothing can be clarified or changed after the deadline.',
  ),
  'deadline-not-later': because(
    '新的截止时间应当晚于原定时间{from}。',
    'The new deadline must be later than {from}.',
    '请填写更晚的时间。',
    'Give a later time.',
  ),
  'deadline-held': because(
    '原截止时间{deadline}落在暂停期间，已经顺延等待，不能截止。',
    'The deadline {deadline} fell into a suspension and is held.',
    '请招标人发布新的截止时间。',
    'The owner publishes a new deadline.',
  ),
  'deadline-not-reached': because(
    '投标截止时间{deadline}未到。',
    'The deadline {deadline} has not been reached.',
    '请在截止时间到达后办理。',
    'Wait until the deadline.',
  ),
  'no-such-objection': because(
    '没有编号为{id}的异议。',
    'There is no objection {id}.',
    '请核对异议编号。',
    'Check the number of the objection.',
  ),
  'interest-needed': because(
    '您没有参加投标，提出异议应当说明与本项目的利害关系。',
    'You sent no bid; say how the result touches your interests.',
    '请写明利害关系，例如有意分包、联合投标或者权益受损的事实。',
    'Name the facts, such as a planned subcontract or a right that is harmed.',
  ),
  'already-answered': because(
    '已经答复，不能重复答复。',
    'This has been answered already.',
    '如需补充，请另行发布澄清。',
    'Publish a clarification if something is to be added.',
  ),
  'only-force-majeure': because(
    '工程施工和勘察设计招标公告发布后，除不可抗力外不得擅自终止。',
    'After publication a works or design tender may end only by force majeure.',
    '如属不可抗力，请勾选并写明情况。',
    'If it is force majeure, say so and describe it.',
  ),
  'no-deposit-asked': because(
    '招标文件没有要求投标保证金。',
    'The document asks for no deposit.',
    '无需提交。',
    'Nothing needs to be handed in.',
  ),
  'deposit-already-in': because(
    '投标保证金已经到账。',
    'The deposit has been credited already.',
    '无需重复提交。',
    'Nothing more is needed.',
  ),
  'deposit-too-low': because(
    '保证金金额不足，要求{wantedFen}分，实收{givenFen}分。',
    'The deposit is too low: {wantedFen} fen asked, {givenFen} given.',
    '请在截止前补足。',
    'Make it up before the deadline.',
  ),
  'credit-in-the-future': because(
    '到账日期不能晚于今天。',
    'The credit day cannot be in the future.',
    '请核对银行回单。',
    'Check the bank statement.',
  ),
  'already-submitted': because(
    '您已经递交过投标文件。',
    'You have submitted a bid already.',
    '如需变更，请使用“修改投标文件”。',
    'Use “replace the bid” to change it.',
  ),
  'nothing-submitted': because(
    '您还没有递交投标文件。',
    'You have submitted no bid.',
    '请先递交。',
    'Submit one first.',
  ),
  'bid-late': because(
    '投标截止时间已到，逾期送达的投标文件不予受理。',
    'The deadline has passed; late bids are not accepted.',
    '请关注本项目后续公告。',
    'Follow the later announcements of this tender.',
  ),
}
