// SPDX-License-Identifier: Apache-2.0
/** What the opening hall says. */

import { catalogue } from '../../app/index.ts'

export const messages = catalogue({
  hall: ['开标大厅', 'Opening hall'],
  beforeDeadline: ['距投标截止', 'Until the deadline'],
  waitingStart: ['投标已截止，等待主持人开标', 'Bidding is closed; waiting for the host'],
  received: ['收到投标文件{count}份', '{count} bids received'],
  decrypting: ['距解密截止', 'Until decryption ends'],
  decryptOver: ['解密时间已到', 'The decryption window is over'],
  recorded: ['开标记录已公布', 'The record is announced'],
  ended: ['本次招标已结束', 'This tender has ended'],
  bids: ['投标人与解密', 'Bidders and decryption'],
  bidder: ['投标人', 'Bidder'],
  state: ['状态', 'State'],
  sealed: ['待解密', 'Sealed'],
  openedBid: ['已解密', 'Decrypted'],
  failedBid: ['解密失败', 'Failed'],
  noPrice: [
    '公布开标记录之前，任何人都看不到报价。',
    'Nobody sees a price before the record is announced.',
  ],
  notListed: ['开标后公布投标人名单。', 'Bidders are listed once the opening has started.'],
  mine: ['本单位', 'Yours'],
  record: ['开标记录', 'Record of the opening'],
  price: ['投标报价（元）', 'Price (yuan)'],
  duration: ['工期（天）', 'Duration (days)'],
  quality: ['质量', 'Quality'],
  manager: ['项目负责人', 'Project manager'],
  deposit: ['保证金', 'Deposit'],
  openedBy: ['由谁解密', 'Opened by'],
  coefficient: ['从{list}中随机抽取下浮系数：{chosen}', 'Down rate drawn from {list}: {chosen}'],
  objections: ['现场异议', 'Objections'],
  answer: ['答复：{text}', 'Answer: {text}'],
  unanswered: ['尚未答复', 'Not answered yet'],
  live: ['实时', 'Live'],
  polling: ['实时连接中断，每两秒刷新', 'Live connection lost; refreshing every two seconds'],
})
