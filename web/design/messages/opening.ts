// SPDX-License-Identifier: Apache-2.0
/** Sentences of the opening hall and the calendar. */

import { words } from '@gongxin/core/kernel'

export const openingMessages = {
  hallTitle: words('开标大厅', 'Opening hall'),
  hallNotYet: words('还没有发布招标公告。', 'The notice is not out yet.'),
  hallCountdown: words('距开标还有{left}', '{left} to the opening'),
  hallCountdownText: words(
    '开标时间{time}。本页每分钟自动刷新，以服务器时间为准。',
    'Opening at {time}. The page reloads every minute; the server’s clock counts.',
  ),
  hallSecret: words(
    '截止以前没有人知道有几家投标，包括本平台。',
    'Before the deadline nobody is told how many bids there are.',
  ),
  hallClosed: words('投标已截止，等待招标人主持开标。', 'Bids are closed; waiting for the host.'),
  hallReceived: words('收到投标{count}家', '{count} bids received'),
  hallOpening: words(
    '正在解密，{until}前完成。全部解密后一次公布报价。',
    'Decrypting until {until}. All prices are announced together.',
  ),
  hallFailed: words('本项目没有开标。', 'There was no opening.'),
  recordTitle: words('开标记录', 'Opening record'),
  recordAt: words('{time}公布', 'Announced {time}'),
  recordNone: words('没有投标。', 'No bids.'),
  bidder: words('投标人', 'Bidder'),
  price: words('报价（元）', 'Price (CNY)'),
  duration: words('工期（日）', 'Duration (days)'),
  quality: words('质量', 'Quality'),
  projectManager: words('项目负责人', 'Project manager'),
  deposit: words('投标保证金', 'Deposit'),
  decryption: words('解密', 'Decryption'),
  decrypted: words('成功', 'opened'),
  notDecrypted: words('失败', 'failed'),
  commitmentColumn: words('递交时的指纹', 'Fingerprint at submission'),
  coefficientTitle: words('现场抽取的下浮系数', 'Coefficient drawn at the opening'),
  coefficientShown: words(
    '从公布的{count}个数中抽得{chosen}，随机种子{seed}。',
    '{chosen} of {count} published numbers, seed {seed}.',
  ),
  openingObjections: words('开标异议', 'Objections at the opening'),
  openingObjectionOpen: words('尚未答复', 'not answered yet'),
  calendarTitle: words('开标日历', 'Calendar of openings'),
  calendarLead: words(
    '今后三十天的开标，按日期排列。',
    'Openings of the next thirty days, by day.',
  ),
  calendarNone: words('今后三十天没有开标。', 'No openings in the next thirty days.'),
} as const
