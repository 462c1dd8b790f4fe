// SPDX-License-Identifier: Apache-2.0
/** What the panel of the expert draw says. */

import { catalogue } from '../../app/index.ts'

export const messages = catalogue({
  draw: ['专家抽取', 'Expert draw'],
  notYet: ['尚未申请抽取。', 'No draw has been requested.'],
  strata: ['抽取{specialty}{count}人', '{count} of {specialty}'],
  pool: ['名册', 'Pool'],
  poolWaiting: ['正在封存专家名册。', 'The pool is being frozen.'],
  poolFrozen: ['已封存{size}人，名册摘要已公布', '{size} experts frozen; digest published'],
  numbers: ['三方随机数', 'Three numbers'],
  why: [
    '三方各自先承诺、后公开一个随机数；只要一方诚实，谁也操纵不了结果。',
    'Three parties promise a number, then show it; one honest one is enough.',
  ],
  committed: ['已承诺', 'Promised'],
  revealed: ['已公开，与承诺一致', 'Shown, as promised'],
  mismatch: ['已公开，与承诺不一致', 'Shown, not as promised'],
  waiting: ['待承诺', 'Waiting'],
  commit: ['生成随机数并提交承诺', 'Make a number and promise it'],
  reveal: ['公开随机数', 'Show the number'],
  keepNote: [
    '随机数只保存在这台电脑的浏览器里，公开之前请不要清除浏览数据或者换电脑。',
    'The number is kept only in this browser; do not clear it or change the machine before showing.',
  ],
  lostNumber: [
    '这台电脑上没有您承诺的随机数，请回到提交承诺时的电脑和浏览器。',
    'Your number is not on this machine; go back to the browser where you promised it.',
  ],
  result: ['抽取结果', 'Result'],
  seed: ['种子', 'Seed'],
  calls: ['通知记录', 'Calls'],
  nextCall: [
    '{specialty}：下一位是名册第{index}号，还缺{open}人',
    '{specialty}: next is no. {index} of the pool; {open} seats open',
  ],
  exhausted: [
    '{specialty}：名册已经用完，还缺{open}人，请重新申请抽取',
    '{specialty}: the pool is used up, {open} seats open; request another draw',
  ],
  short: [
    '{specialty}：专家库人数不足，请重新申请抽取',
    '{specialty}: too few in the library; request another draw',
  ],
  filled: ['{specialty}：人数已满', '{specialty}: all seats filled'],
  call: ['{specialty} · 名册第{index}号', '{specialty} · no. {index}'],
  noCalls: ['还没有通知记录。', 'No calls yet.'],
  replay: ['任何人都可以用公开的种子重做这次抽取。', 'Anybody can repeat the draw from the seed.'],
})
