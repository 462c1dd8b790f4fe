// SPDX-License-Identifier: Apache-2.0
/** The demo certification authority as a program: PORT, GONGXIN_DATA and GONGXIN_URL from the environment. */

import { join } from 'node:path'
import { untilStopped } from '../serving/index.ts'
import { startAuthority } from './server.ts'

const { PORT, GONGXIN_DATA, GONGXIN_URL } = process.env
const authority = await startAuthority({
  port: Number(PORT ?? 3103),
  folder: join(GONGXIN_DATA || '.gongxin', 'demo-ca'),
  platform: GONGXIN_URL || 'http://127.0.0.1:3000',
})
await untilStopped('demo certification authority', authority)
