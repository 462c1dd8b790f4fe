// SPDX-License-Identifier: Apache-2.0
/** Refusals about talks, changes of the demand and last quotes. */

import { because } from './words.ts'

export const roundRefusals = {
  'negotiation-open': because(
    '谈判和最后报价尚未结束。',
    'Talks and last quotes are not over yet.',
    '请在最后报价汇总后办理。',
    'Wait until the last quotes are concluded.',
  ),
  'negotiation-over': because(
    '谈判已经结束。',
    'The negotiation is over.',
    '请进行评审。',
    'Go on evaluating.',
  ),
  'others-first': because(
    '还有供应商没有谈到这一轮，不能先与{bid}号再谈。',
    'Others have not had this round yet; bid {bid} must wait.',
    '请先与其他供应商谈判，保证机会均等。',
    'Talk with the others first, so that chances are equal.',
  ),
  'talks-unequal': because(
    '与各供应商的谈判次数不相同，或者还没有谈判。',
    'The suppliers have not had the same number of talks.',
    '请与每一家谈相同的次数后再要求最后报价。',
    'Give each the same number of talks first.',
  ),
  'demand-change-pending': because(
    '拟变动的采购需求还没有经采购人代表确认。',
    'A change of the demand awaits the purchaser.',
    '请先由采购人代表确认。',
    'Let the representative of the purchaser confirm it.',
  ),
  'only-the-purchaser': because(
    '采购需求的变动由采购人代表确认。',
    'Only the representative of the purchaser may confirm it.',
    '请由采购人代表办理。',
    'The representative must do it.',
  ),
  'no-such-demand-change': because(
    '没有这项采购需求变动。',
    'There is no such change of the demand.',
    '请核对变动编号。',
    'Check its number.',
  ),
  'demand-unanswered': because(
    '采购需求变动后，还有{owing}份重新响应没有提交。',
    '{owing} answers to the changed demand are missing.',
    '请等待各供应商重新响应或者退出。',
    'Wait for each supplier to answer or to leave.',
  ),
  'has-left': because(
    '您已经退出，或者响应已被否决。',
    'You have left, or your response was rejected.',
    '保证金按规定退还。',
    'The deposit goes back as the rules say.',
  ),
  'last-quotes-called': because(
    '已经要求最后报价。',
    'Last quotes have been called for.',
    '请等待最后报价。',
    'Wait for the last quotes.',
  ),
  'last-quotes-not-called': because(
    '还没有要求最后报价。',
    'Last quotes have not been called for.',
    '请等待小组通知。',
    'Wait for the call.',
  ),
  'last-quotes-too-soon': because(
    '最后报价截止时间至少应在{least}以后。',
    'The deadline must not be before {least}.',
    '请给所有供应商留出相同的准备时间。',
    'Give all suppliers the same time to prepare.',
  ),
  'last-quotes-due': because(
    '最后报价已于{deadline}截止。',
    'Last quotes were due at {deadline}.',
    '截止后不能承诺、更换或者退出。',
    'Nothing can be promised, replaced or left after it.',
  ),
  'last-quotes-open': because(
    '最后报价{deadline}才截止，截止前不能出示。',
    'Last quotes are due at {deadline}; nothing is shown before it.',
    '请在截止后办理。',
    'Come back after the deadline.',
  ),
  'showing-over': because(
    '出示最后报价的时间已于{until}结束。',
    'The time to show ended at {until}.',
    '未出示的视为退出，保证金退还。',
    'Who has not shown has left; the deposit goes back.',
  ),
  'no-last-quote-promised': because(
    '截止前您没有承诺最后报价。',
    'You promised no last quote before the deadline.',
    '视为退出，保证金退还。',
    'This counts as leaving; the deposit goes back.',
  ),
  'no-last-quote': because(
    '{bid}号没有最后报价，恢复以后也不能参加排序。',
    'Bid {bid} has no last quote and could not be ranked.',
    '否决确有错误的，依法重新开展采购活动。',
    'If the rejection was wrong, the procurement begins again.',
  ),
  'already-shown': because(
    '您已经出示最后报价。',
    'You have shown your last quote already.',
    '请等待汇总。',
    'Wait for the conclusion.',
  ),
  'quote-breaks-promise': because(
    '出示的金额和随机数与承诺不一致。',
    'Amount and salt differ from what was promised.',
    '请按承诺时保存的金额和随机数出示。',
    'Show what you kept when you promised.',
  ),
  'quotes-not-shown': because(
    '还有{waiting}家没有出示，出示时间到{until}。',
    '{waiting} have not shown yet and have until {until}.',
    '请等待全部出示或者期满。',
    'Wait for them, or for the end of the time.',
  ),
}
