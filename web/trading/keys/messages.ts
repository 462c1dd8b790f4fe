// SPDX-License-Identifier: Apache-2.0
/** What the pages about keys say. */

import { catalogue } from '../../app/index.ts'

export const messages = catalogue({
  whyBid: [
    '投标文件在您的电脑上加密后才上传，平台不持有密钥，截止前任何人都打不开。',
    'The bid is sealed on your machine before it is uploaded; nobody, the platform included, can open it.',
  ],
  keepBid: [
    '密钥只保存在这台电脑的浏览器里。请先保存备份：换电脑解密、修改或者撤回都要用它。',
    'The key lives in this browser only. Keep the backup: you need it to open, replace or withdraw elsewhere.',
  ],
  whyHolder: [
    '每份投标文件同时封给三方，任何一方单独都打不开；投标人未能解密的，开标时由其中两方打开。',
    'Every bid is also sealed to three holders; none can open it alone, any two can if its bidder does not.',
  ],
  keepHolder: [
    '份额密钥只用于本项目，只保存在这台电脑的浏览器里，请先保存备份。',
    'The holder key is for this tender only and lives in this browser; keep the backup first.',
  ],
  make: ['生成密钥', 'Make the key'],
  save: ['保存密钥备份', 'Keep a backup of the key'],
  saved: ['备份已保存', 'The backup is kept'],
  import: ['导入密钥备份', 'Import a backup'],
  importFailed: [
    '这不是本项目、本单位的密钥备份。',
    'This is no backup of the key of this tender and organisation.',
  ],
  here: ['密钥在本机', 'The key is here'],
  missing: ['本机没有密钥', 'No key on this machine'],
  publicKey: ['公钥', 'Public key'],
  provide: ['登记份额密钥', 'Provide the holder key'],
  provided: ['已登记', 'Provided'],
  again: [
    '已经登记过；公告发布前可以重新登记，以最后一次为准。',
    'Provided already; until the notice a new one takes its place.',
  ],
  holders: ['密钥份额保管人', 'Holders'],
  waiting: ['未登记', 'Not yet'],
  shares: ['补救解密', 'Opening by the holders'],
  sharesWhy: [
    '下列投标人在规定时间内没有解密。两方提交份额即打开；假份额会被当场识别。',
    'These bidders did not decrypt in time. Two shares open each bid; a false share is found out at once.',
  ],
  give: ['提交密钥份额', 'Give the share'],
  given: ['已提交份额：{count}方', 'Shares given: {count}'],
  wrongKey: ['这把密钥打不开这份投标文件。', 'This key does not open this bid.'],
})
