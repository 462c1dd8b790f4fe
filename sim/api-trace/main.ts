// SPDX-License-Identifier: Apache-2.0
/** One tender from 立项 to 中标通知书 through the interface alone, printed as it goes. */

import { parseArgs } from 'node:util'
import { usualBank } from '../city/index.ts'
import { trace } from './trace.ts'

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: `http://127.0.0.1:${process.env.PORT || 3000}` },
    seed: { type: 'string', default: process.env.GONGXIN_SEED || '1' },
    bank: { type: 'string', default: usualBank() },
  },
})
const whole = await trace({
  url: values.url,
  seed: Number(values.seed),
  bank: values.bank,
  say: (line) => console.log(line),
})
process.exitCode = whole ? 0 : 1
