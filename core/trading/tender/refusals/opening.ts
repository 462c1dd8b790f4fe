// SPDX-License-Identifier: Apache-2.0
/** Refusals of the opening and the draw. */

import { because } from './words.ts'

export const openingRefusals = {
  'no-bid': because(
    '您没有递交投标文件。',
    'You have no bid in this tender.',
    '无需解密。',
    'Nothing to decrypt.',
  ),
  'no-such-bid': because(
    '没有这份投标文件，或者它已经出局。',
    'There is no such bid, or it is out.',
    '请核对投标编号。',
    'Check the number of the bid.',
  ),
  'already-opened': because(
    '投标文件已经处理，不能重复解密。',
    'This bid has been dealt with already.',
    '请查看开标记录。',
    'See the opening record.',
  ),
  'decryption-window-over': because(
    '解密时间已于{until}结束。',
    'The decryption window ended at {until}.',
    '可以当场对失败原因提出异议。',
    'You may object on the spot to the cause recorded.',
  ),
  'decryption-window-open': because(
    '解密时间到{until}才结束，现在不能认定解密失败。',
    'The window runs until {until}; no failure can be recorded yet.',
    '请等待解密时间结束。',
    'Wait for the window to end.',
  ),
  'bids-still-sealed': because(
    '还有{waiting}份投标文件没有解密，也没有认定原因。',
    '{waiting} bids are neither decrypted nor accounted for.',
    '请等待解密，或者在时间结束后记录原因。',
    'Wait, or record the cause after the window.',
  ),
  'opening-session-over': because(
    '开标已于{until}结束，对开标的异议应当当场提出。',
    'The opening ended at {until}; objections to it are raised on the spot.',
    '对评标结果的异议可以在公示期间提出。',
    'You may object to the result in the public review.',
  ),
  'opening-objections-open': because(
    '还有{open}件开标异议没有当场答复。',
    '{open} objections at the opening are not answered.',
    '请先答复并记入开标记录。',
    'Answer them on the record first.',
  ),
  'draw-already-requested': because(
    '已经申请过专家抽取。',
    'The draw has been requested already.',
    '请查看抽取进度。',
    'See the progress of the draw.',
  ),
  'no-draw': because(
    '尚未申请专家抽取，或者名册尚未封存。',
    'No draw has been requested, or the pool is not frozen.',
    '请先申请抽取并等待名册封存。',
    'Request the draw and wait for the pool.',
  ),
  'pool-already-frozen': because(
    '专家名册已经封存。',
    'The pool is frozen already.',
    '请继续提交随机数。',
    'Go on with the numbers.',
  ),
  'pool-too-small': because(
    '专业{specialty}的可选专家不足。',
    'Too few experts are eligible for {specialty}.',
    '请依法从其他专家库抽取。',
    'Draw from another lawful library.',
  ),
  'already-committed': because(
    '您一方已经提交随机数承诺。',
    'Your side has committed a number already.',
    '请等待其他方提交。',
    'Wait for the others.',
  ),
  'commitments-missing': because(
    '三方承诺还没有到齐，已提交{committed}方。',
    'Only {committed} of three commitments are in.',
    '请等待全部承诺到齐后公开随机数。',
    'Reveal after all three are in.',
  ),
  'not-committed': because(
    '您一方没有提交过承诺。',
    'Your side committed no number.',
    '请先提交承诺。',
    'Commit one first.',
  ),
  'already-revealed': because(
    '您一方的随机数已经公开。',
    'Your number has been revealed already.',
    '请等待其他方公开。',
    'Wait for the others.',
  ),
  'number-breaks-promise': because(
    '公开的随机数与承诺不一致。',
    'The number does not match its commitment.',
    '请使用承诺时保存的随机数。',
    'Use the number kept when you committed.',
  ),
  'seats-filled': because(
    '该专业的席位已经满员。',
    'All seats of this specialty are filled.',
    '无需继续通知。',
    'No more calls are needed.',
  ),
  'pool-exhausted': because(
    '专业{specialty}的名册已经用完。',
    'The pool of {specialty} is exhausted.',
    '请重新申请抽取。',
    'Request a new draw.',
  ),
  'not-next-in-order': because(
    '必须按抽取顺序通知，下一位是第{next}号。',
    'Calls follow the drawn order; number {next} is next.',
    '请按顺序通知。',
    'Follow the order.',
  ),
  'must-recuse': because(
    '该专家与本项目当事人有利害关系，应当回避。',
    'This expert must be recused.',
    '请登记为回避，并通知下一位。',
    'Record the recusal and call the next.',
  ),
  'already-checked-in': because(
    '您已经签到。',
    'You have checked in already.',
    '请等待评标开始。',
    'Wait for the evaluation.',
  ),
  'not-drawn': because(
    '您不在本次抽取结果中。',
    'You were not drawn for this tender.',
    '请核对通知。',
    'Check your message.',
  ),
  'representatives-differ': because(
    '招标人代表人数应为{seats}人。',
    'The owner has {seats} seats.',
    '请按招标文件规定的人数填写。',
    'Name as many as the document says.',
  ),
  'experts-missing': because(
    '已签到专家{present}人，人数不足。',
    'Only {present} experts have checked in.',
    '请等待签到，或者递补。',
    'Wait, or call the next in order.',
  ),
  'committee-unlawful': because(
    '评标委员会的组成不符合法定要求。',
    'The committee does not have the lawful shape.',
    '请调整人数和比例。',
    'Change its size or its shares.',
  ),
}
