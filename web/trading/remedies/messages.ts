// SPDX-License-Identifier: Apache-2.0
/** What the pages of 异议, 质疑 and 投诉 say. */

import { catalogue } from '../../app/index.ts'

export const messages = catalogue({
  object: ['据此提出{remedy}', 'Base {remedy} on this'],
  outlook: ['提出以前请看清', 'Before you lodge it'],
  lodgeUntil: ['最晚提出', 'To be lodged by'],
  answerUntil: ['今天提出的，最晚答复', 'If lodged today, answered by'],
  stay: ['停什么、停到何时', 'What stands still'],
  noTime: ['没有期限', 'no limit'],
  notBegun: ['期限尚未起算', 'not begun yet'],
  entryNumber: ['第{seq}号记录', 'Entry {seq}'],
  noEvidence: [
    '没有选记录。回到项目室，在“全过程留痕”里点一条记录下的“据此提出”即可带入。',
    'No entry chosen. Go back to the room and base it on an entry of the trail.',
  ],
})
