// SPDX-License-Identifier: Apache-2.0
/** The demo bank as a program: everything it needs comes from the environment. */

import { join } from 'node:path'
import { untilStopped } from '../serving/index.ts'
import { startBank } from './server.ts'

const { PORT, GONGXIN_DATA, GONGXIN_URL, GONGXIN_BANK_KEY } = process.env
const bank = await startBank({
  port: Number(PORT ?? 3101),
  ledger: join(GONGXIN_DATA || '.gongxin', 'demo-bank.jsonl'),
  platform: GONGXIN_URL || 'http://127.0.0.1:3000',
  key: GONGXIN_BANK_KEY ?? '',
})
await untilStopped('demo bank', bank)
