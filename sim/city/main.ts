// SPDX-License-Identifier: Apache-2.0
/** The demo city as a program: `--url`, `--seed`, `--first`, `--bank`; tells and leaves. */

import { parseArgs } from 'node:util'
import { usualBank } from './bank.ts'
import { run } from './run.ts'

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: `http://127.0.0.1:${process.env.PORT || 3000}` },
    seed: { type: 'string', default: process.env.GONGXIN_SEED || '1' },
    first: { type: 'string' },
    bank: { type: 'string', default: usualBank() },
  },
})
const whole = await run({
  url: values.url,
  seed: Number(values.seed),
  bank: values.bank,
  say: (line) => console.log(line),
  ...(values.first === undefined ? {} : { first: Number(values.first) }),
})
process.exitCode = whole ? 0 : 1
