// SPDX-License-Identifier: Apache-2.0
/** The demo expert library as a program: PORT and GONGXIN_SEED from the environment. */

import { untilStopped } from '../serving/index.ts'
import { startLibrary } from './server.ts'

const port = Number(process.env.PORT ?? 3102)
const seed = Number(process.env.GONGXIN_SEED ?? 1)
await untilStopped('demo expert library', await startLibrary({ port, seed }))
