// SPDX-License-Identifier: Apache-2.0
/**
 * One tender from 立项 to 中标通知书 through the interface alone, printed as it goes, and then the
 * manual page of its procedure: `npm run api-trace`, or with `--url` against a running platform.
 */

import { parseArgs } from 'node:util'
import { getProcedure, usualProcedure } from '@gongxin/core/procedures'
import { handbookPage } from '@gongxin/core/testing'
import { usualBank } from '../city/index.ts'
import { startOwnPlatform } from './own-platform.ts'
import { trace } from './trace.ts'

const { values } = parseArgs({
  options: {
    url: { type: 'string' },
    seed: { type: 'string', default: process.env.GONGXIN_SEED || '1' },
    bank: { type: 'string', default: usualBank() },
  },
})
const seed = Number(values.seed)
const { url, bank, stop } =
  values.url === undefined
    ? await startOwnPlatform(seed)
    : { url: values.url, bank: values.bank, stop: async () => {} }
try {
  const whole = await trace({ url, seed, bank, say: (line) => console.log(line) })
  console.log(`\n${handbookPage(getProcedure(usualProcedure))}`)
  process.exitCode = whole ? 0 : 1
} finally {
  await stop()
}
