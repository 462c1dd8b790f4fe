// SPDX-License-Identifier: Apache-2.0
/** Refusals shared by all stages. */

import { because } from './words.ts'

export const generalRefusals = {
  'proof-after-closing': because(
    '投标截止前不提供核验包。',
    'No bundle is given out before the bidding has closed.',
    '投标截止以后再下载；此前可以在公开日志里查看本项目已公开的记录。',
    'Come back after the closing; until then the public log shows what is public.',
  ),
  'not-your-act': because(
    '您的身份不能办理这项操作。',
    'Your role cannot do this act.',
    '请由有权办理的一方登录后办理。',
    'The party entitled to it must sign in and do it.',
  ),
  'wrong-phase': because(
    '本项目目前所处的阶段不能办理这项操作。',
    'The tender is not at a stage that allows this act.',
    '请查看项目进度，到相应阶段再办理。',
    'See the timeline and come back at the right stage.',
  ),
  'not-your-tender': because(
    '您不是本项目的当事人，不能办理这项操作。',
    'You are not a party to this tender.',
    '请核对项目和登录身份。',
    'Check the project and the organisation you signed in for.',
  ),
  'both-sides': because(
    '您同时为本项目的招标人一方和投标人办事，不能办理这项操作。',
    'You act for the owner and for a bidder of this tender, so you may not do this act.',
    '请由只为一方办事的人员登录办理。',
    'Somebody who acts for one side alone must do it.',
  ),
  suspended: because(
    '本项目自{since}起暂停，暂停期间不能办理这项操作。',
    'The tender has been suspended since {since}; this act must wait.',
    '待异议答复或者监督部门恢复后再办理。',
    'Wait for the answer to the objection or for the authority to resume.',
  ),
  'step-up-needed': because(
    '这项操作需要您再次确认身份后签署。',
    'This act must be confirmed again before it is signed.',
    '请在弹出的确认页核对内容并再次验证。',
    'Check the content on the confirmation page and verify again.',
  ),
  'file-not-yours': because(
    '文件“{name}”不是您上传的，也不是本项目已有的文件。',
    'You did not upload the file “{name}”, nor is it part of this tender.',
    '请先上传文件，再提交。',
    'Upload it first, then submit.',
  ),
  'id-taken': because(
    '这个编号已经用过。',
    'This number has been used already.',
    '请换一个编号。',
    'Use another number.',
  ),
  'deadline-in-the-past': because(
    '所填时间已经过去，现在是{now}。',
    'The time given is in the past; it is now {now}.',
    '请填写将来的时间。',
    'Give a time in the future.',
  ),
  'already-registered': because(
    '本项目已经登记。',
    'The project is registered already.',
    '请直接办理下一步。',
    'Go on with the next step.',
  ),
  'agency-is-owner': because(
    '代理机构不能是招标人自己。',
    'The agency cannot be the owner itself.',
    '请选择其他代理机构，或者自行招标。',
    'Choose another agency, or tender without one.',
  ),
  'no-agency-entrusted': because(
    '尚未委托代理机构。',
    'No agency has been entrusted.',
    '请先登记委托，或者选择自行招标。',
    'Record the mandate first, or tender without an agency.',
  ),
  'nothing-to-resume': because(
    '没有可以恢复的暂停。',
    'There is no suspension to lift.',
    '请核对原指令编号。',
    'Check the number of the earlier directive.',
  ),
}
