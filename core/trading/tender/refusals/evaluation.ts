// SPDX-License-Identifier: Apache-2.0
/** Refusals of the committee’s work. */

import { because } from './words.ts'

export const evaluationRefusals = {
  'preliminary-over': because(
    '初步评审已经结束。',
    'The preliminary review is over.',
    '请进行详细评审。',
    'Go on with the detailed review.',
  ),
  'preliminary-open': because(
    '初步评审尚未结束。',
    'The preliminary review is still open.',
    '请等待其他委员提交意见。',
    'Wait for the other members.',
  ),
  'already-locked': because(
    '您已经提交，提交后不能更改。',
    'Your sheet is locked and cannot be changed.',
    '请等待其他委员。',
    'Wait for the other members.',
  ),
  'unknown-ground-or-bid': because(
    '否决理由代码或者投标编号不正确。',
    'The ground code or the bid number is unknown.',
    '请从列表中选择。',
    'Choose from the list.',
  ),
  'no-such-point': because(
    '有{outside}项复核事项在评标报告里找不到。',
    '{outside} of the points are not in the report.',
    '请写明哪份投标的哪项评分、报价或者否决有错。',
    'Name the bid and the mark, the price or the rejection that is wrong.',
  ),
  'outside-points': because(
    '{bid}号投标的这一项不在复核事项之内。',
    'This is not among the points to be looked at again (bid {bid}).',
    '只更正列明的事项，其余结论不变。',
    'Mend what is listed; the rest stands.',
  ),
  'evaluation-concluded': because(
    '评审已经汇总，不能再办理这项操作。',
    'The evaluation has been concluded.',
    '如有错误，请由招标人要求复核。',
    'If there is an error, the owner may order a re-evaluation.',
  ),
  'competition-remains': because(
    '仍有三家以上有效投标，不能否决全部投标。',
    'Three or more bids remain; all cannot be rejected.',
    '请继续评审。',
    'Go on evaluating.',
  ),
  'already-voted': because(
    '您已经表决。',
    'You have voted already.',
    '请等待其他委员表决。',
    'Wait for the other members.',
  ),
  'no-such-clarification': because(
    '没有需要您答复的澄清。',
    'There is no clarification for you to answer.',
    '投标人不得主动澄清。',
    'A bidder may not start a clarification.',
  ),
  'clarification-overdue': because(
    '澄清答复时间已于{due}截止。',
    'The time to reply ended at {due}.',
    '由评标委员会依据现有材料认定。',
    'The committee judges on what it has.',
  ),
  'clarification-pending': because(
    '投标人答复时间到{due}，尚未届满。',
    'The bidder has until {due} to reply.',
    '请等待答复或者期满。',
    'Wait for the reply or the end of the time.',
  ),
  'already-corrected': because(
    '该投标报价已经修正。',
    'This price has been corrected already.',
    '请等待投标人确认。',
    'Wait for the bidder to confirm.',
  ),
  'nothing-to-correct': because(
    '没有发现算术错误。',
    'No arithmetic error was found.',
    '无需修正。',
    'Nothing to correct.',
  ),
  'nothing-to-confirm': because(
    '没有需要您确认的算术修正。',
    'There is no correction for you to confirm.',
    '无需办理。',
    'Nothing to do.',
  ),
  'correction-pending': because(
    '{bid}号投标的算术修正等待投标人确认。',
    'The correction of bid {bid} awaits the bidder.',
    '请等待确认。',
    'Wait for the confirmation.',
  ),
  'correction-declined': because(
    '{bid}号投标人不接受算术修正，委员会应当先作出处理。',
    'Bid {bid} declined the correction; the committee must deal with it first.',
    '请表决是否否决（RJ-17）。',
    'Vote on rejection (RJ-17).',
  ),
  'low-price-not-asked': because(
    '{bid}号投标报价明显偏低，应当先要求说明。',
    'The price of bid {bid} is very low; an explanation must be asked first.',
    '请发出异常低价澄清。',
    'Ask for the explanation.',
  ),
  'low-price-not-judged': because(
    '{bid}号投标的低价说明尚未经多数委员认定。',
    'The explanation of bid {bid} is not yet judged by a majority.',
    '请逐人认定。',
    'Each member judges it.',
  ),
  'no-bids-left': because(
    '没有有效投标。',
    'No valid bid is left.',
    '请表决否决所有投标。',
    'Vote to reject all.',
  ),
  'mark-given-twice': because(
    '同一投标的同一因素打了两次分。',
    'One factor of one bid was marked twice.',
    '请删去重复的一项。',
    'Remove one of them.',
  ),
  'mark-outside-document': because(
    '评分项不在招标文件规定之内。',
    'The mark is outside the document.',
    '只能按招标文件的因素打分。',
    'Mark only the factors of the document.',
  ),
  'mark-above-full': because(
    '{factor}打了{mark}分，超过满分{full}分。',
    '{factor} was given {mark}, above its full {full}.',
    '请改为不超过满分。',
    'Give no more than the full marks.',
  ),
  'page-needed': because(
    '{factor}要求注明依据的页码。',
    '{factor} asks for the page the mark rests on.',
    '请填写投标文件页码。',
    'Give the page of the bid.',
  ),
  'marks-missing': because(
    '评分不完整，应有{expected}项。',
    'Marks are missing; {expected} are needed.',
    '请补齐后提交。',
    'Complete them and lock.',
  ),
  'report-not-ready': because(
    '评标报告尚未形成。',
    'The report is not ready.',
    '请等待评审汇总。',
    'Wait for the conclusion.',
  ),
  'already-signed': because(
    '已经签署。',
    'It has been signed already.',
    '无需重复签署。',
    'Nothing more to sign.',
  ),
  'only-the-chair': because(
    '只有主任委员可以办理这项操作。',
    'Only the chair may do this.',
    '请由主任委员办理。',
    'The chair must do it.',
  ),
  'only-oneself': because(
    '委员只能声明自己回避。',
    'A member may recuse only oneself.',
    '如需更换他人，请由招标人依法办理。',
    'The owner may replace another for a lawful cause.',
  ),
  'no-such-member': because(
    '没有这位委员。',
    'There is no such member.',
    '请核对名单。',
    'Check the list.',
  ),
  'already-recused': because(
    '该委员已经回避。',
    'This member is recused already.',
    '请等待递补。',
    'Wait for the replacement.',
  ),
}
