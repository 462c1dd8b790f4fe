// SPDX-License-Identifier: Apache-2.0
/** What the overseer's pages say. */

import { catalogue } from '../app/index.ts'

export const messages = catalogue({
  board: ['监督看板', 'Supervision board'],
  clocks: ['正在计时的法定期限', 'Running clocks'],
  noClocks: ['没有正在计时的期限。', 'No clock is running.'],
  green: ['正常', 'In order'],
  amber: ['关注', 'Attention'],
  red: ['预警', 'Warning'],
  breaches: ['{count}项不符合', '{count} breaches'],
  owes: ['由{who}办理', 'owed by {who}'],
  empty: ['没有在监督的项目。', 'No project to watch.'],
  findings: ['检查结论', 'Findings'],
  onlyBreaches: ['不符合与需说明的', 'Breached or to be explained'],
  allFindings: ['全部结论（{count}）', 'All findings ({count})'],
  directive: ['监督指令', 'Directive'],
  readOnly: [
    '监督只查看、提示和下达书面指令，不代替任何一方办理。',
    'Supervision watches and directs in writing; it never acts for a party.',
  ],
  backToBoard: ['返回看板', 'Back to the board'],
  signal: ['状态', 'Signal'],
})
