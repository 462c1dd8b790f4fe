// SPDX-License-Identifier: Apache-2.0
/** Refusals about the procedure itself: its choice, its invitees, its qualification. */

import { because } from './words.ts'

export const procedureRefusals = {
  'procedure-not-for-this': because(
    '所选交易方式不适用于这类标的（{procedure}）。',
    'The procedure is not meant for this kind of object ({procedure}).',
    '请改选标的类别，或者选用适用的交易方式。',
    'Choose another kind, or a procedure that fits.',
  ),
  'procedure-not-in-force': because(
    '所选交易方式的依据在{today}尚未施行或者已经废止。',
    'The basis of the procedure is not in force on {today}.',
    '请选用现行有效的交易方式。',
    'Choose a procedure that is in force.',
  ),
  'procurement-facts-missing': because(
    '没有填写采购计划备案、品目和采购方式的适用情形。',
    'Plan, category and the ground of the method are missing.',
    '请补充政府采购信息后再登记。',
    'Add what procurement asks for and register again.',
  ),
  'procedure-without-ground': because(
    '按所填情形，不能采用这种采购方式。',
    'On these facts this method may not be used.',
    '请改用公开招标，或者填写法定适用情形和批准文号。',
    'Hold an open tender, or name the ground and the approval.',
  ),
  'method-not-of-procedure': because(
    '这种交易方式不能采用该评审方法（{method}）。',
    'This procedure does not allow the evaluation method ({method}).',
    '请在文件中改选适用的评审方法。',
    'Choose a method that the procedure allows.',
  ),
  'invitees-missing': because(
    '还没有确定受邀单位，不能发出邀请。',
    'No invitees have been named yet.',
    '请先确定不少于三家受邀单位。',
    'Name three or more first.',
  ),
  'invitee-named-twice': because(
    '同一单位在名单上出现了两次。',
    'The same organisation stands twice on the list.',
    '请删去重复的单位。',
    'Strike the repeated one.',
  ),
  'invitee-is-host': because(
    '招标人和代理机构不能受邀投标（{party}）。',
    'The owner and its agency cannot be invited ({party}).',
    '请改为邀请其他单位。',
    'Invite somebody else.',
  ),
  'too-few-invitees': because(
    '受邀单位家数不足。',
    'Too few are invited.',
    '请补足家数后再确定名单。',
    'Name more and try again.',
  ),
  'qualification-open': because(
    '资格审查还没有结论，不能组建评标委员会。',
    'Qualification has not been judged, so no committee is convened.',
    '请先提交资格审查结论。',
    'Judge the qualification first.',
  ),
  'qualification-over': because(
    '资格审查已有结论。',
    'Qualification has been judged already.',
    '结论有误的，按质疑、投诉程序处理。',
    'An error is mended through challenge or complaint.',
  ),
}
