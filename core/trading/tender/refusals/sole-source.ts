// SPDX-License-Identifier: Apache-2.0
/** Refusals about a sole source: its public review and the talks with it. */

import { because } from './words.ts'

export const soleSourceRefusals = {
  'supplier-is-host': because(
    '采购人和代理机构不能作为供应商。',
    'Purchaser and agency cannot be the supplier.',
    '请核对供应商。',
    'Check the supplier.',
  ),
  'sole-source-review-short': because(
    '单一来源公示期限不足。',
    'The public review is too short.',
    '请延长公示期。',
    'Make it longer.',
  ),
  'no-sole-source': because(
    '没有单一来源公示。',
    'No sole source has been published.',
    '请在公示后办理。',
    'Wait until it is published.',
  ),
  'sole-source-review-over': because(
    '公示期已于{endsOn}结束。',
    'The public review ended on {endsOn}.',
    '可以依法提出质疑。',
    'A challenge is still open to you.',
  ),
  'no-sole-source-objection': because(
    '没有这项异议。',
    'There is no such objection.',
    '请核对异议编号。',
    'Check its number.',
  ),
  'sole-source-not-shown': because(
    '只能从唯一供应商采购且达到公开招标数额标准的，应当先公示。',
    'A sole source of this size must be under public review first.',
    '请先发布单一来源公示。',
    'Publish the sole source first.',
  ),
  'sole-source-review-running': because(
    '公示期到{endsOn}，尚未届满。',
    'The public review runs until {endsOn}.',
    '请在期满后协商。',
    'Consult after it has ended.',
  ),
  'supplier-differs': because(
    '协商的供应商与公示的不是同一家。',
    'The supplier is not the one that was published.',
    '请与公示的供应商协商。',
    'Consult with the one published.',
  ),
  'sole-source-objections-open': because(
    '还有{open}项异议没有结论。',
    '{open} objections have no conclusion yet.',
    '请先补充论证并答复。',
    'Argue again and answer first.',
  ),
  'approval-missing': because(
    '达到公开招标数额标准，还没有填写批准文号。',
    'At this amount the approval must be named.',
    '请在取得批准后填写文号。',
    'Name it once it has been given.',
  ),
}
