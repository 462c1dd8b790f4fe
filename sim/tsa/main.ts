// SPDX-License-Identifier: Apache-2.0
/** The demo time-stamp authority as a program: PORT, GONGXIN_CA_URL and GONGXIN_URL from the environment. */

import { untilStopped } from '../serving/index.ts'
import { startStamping } from './server.ts'

const { PORT, GONGXIN_CA_URL, GONGXIN_URL } = process.env
const stamping = await startStamping({
  port: Number(PORT ?? 3104),
  authority: GONGXIN_CA_URL || 'http://127.0.0.1:3103',
  platform: GONGXIN_URL || 'http://127.0.0.1:3000',
})
await untilStopped('demo time-stamp authority', stamping)
