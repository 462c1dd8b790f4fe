// SPDX-License-Identifier: Apache-2.0
/** The demo cryptographic module as a program: PORT, GONGXIN_DATA and GONGXIN_HSM_PIN from the environment. */

import { join } from 'node:path'
import { untilStopped } from '../serving/index.ts'
import { startModule } from './server.ts'

const { PORT, GONGXIN_DATA, GONGXIN_HSM_PIN } = process.env
if (!GONGXIN_HSM_PIN) throw new Error('GONGXIN_HSM_PIN is missing')
const module = await startModule({
  port: Number(PORT ?? 3105),
  folder: join(GONGXIN_DATA || '.gongxin', 'demo-hsm'),
  pin: GONGXIN_HSM_PIN,
})
await untilStopped('demo cryptographic module', module)
