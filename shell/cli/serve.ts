// SPDX-License-Identifier: Apache-2.0
/** `gongxin serve`: runs the platform until it is told to stop. */

import { tickPlans } from '@gongxin/core/trading/vault'
import { quickCipher } from '../ciphers/index.ts'
import { ConfigFault, readConfig } from '../config/index.ts'
import { registerPages } from '../http/index.ts'
import { type Parts, serve } from '../main.ts'
import { connectPorts } from '../ports/index.ts'
import { createTenders } from '../tenders/index.ts'
import { type ExitCode, toldToStop } from './command.ts'

const usage = `gongxin serve
  Serves the platform on PORT (3000) until SIGINT or SIGTERM.`

/** The one place where the parts of the running platform are put together. */
const parts: Parts = {
  createTenders: async ({ config, ...needs }) => {
    const { mail: _, paperKey: __, ...neighbours } = connectPorts(config.dataFolder)
    const ticks = tickPlans[config.mode]
    const cipher = await quickCipher()
    const { vaultSlots } = config
    return createTenders({ ...needs, ...neighbours, cipher, ticks, vaultSlots })
  },
  pages: registerPages,
  authority: ({ dataFolder }) => connectPorts(dataFolder).authority,
  signing({ dataFolder }) {
    const { paperKey: key, stamping, authority } = connectPorts(dataFolder)
    return key && { key, stamping, authority }
  },
  mail: ({ dataFolder }) => connectPorts(dataFolder).mail,
}

export async function run(args: readonly string[]): Promise<ExitCode> {
  if (args.includes('--help')) {
    console.log(usage)
    return 0
  }
  if (args.length > 0) {
    console.error(`serve: unknown argument ${args[0]}`)
    return 2
  }
  try {
    const stopped = toldToStop()
    const running = await serve(readConfig(), parts)
    console.log(`公信已就绪：${running.url}`)
    await stopped
    console.log('正在停止 …')
    await running.stop()
    return 0
  } catch (error) {
    if (!(error instanceof ConfigFault)) throw error
    console.error(error.message)
    return 2
  }
}
