// SPDX-License-Identifier: Apache-2.0
/** `gongxin witness`: mirrors a log, checks every entry, cosigns what holds, until told to stop. */

import { parseArgs } from 'node:util'
import { findNoteKey } from '@gongxin/trust/log'
import { startWitness, type WitnessOptions } from '../witness/index.ts'
import { answering, asksForHelp, type ExitCode, toldToStop, WrongInput } from './command.ts'

const usage = `gongxin witness --log URL --data DIR [--name NAME] [--host HOST] [--port PORT] [--key KEY]
  Follows the log at URL (https://platform.example/log/) and keeps its mirror and its key in DIR.
  --name  stands in every line it signs (witness)
  --host  address to listen on (127.0.0.1)
  --port  port to listen on (PORT, 3200)
  --key   key of the log; without it the first one the log shows is kept`

export async function run(args: readonly string[]): Promise<ExitCode> {
  if (asksForHelp(args)) {
    console.log(usage)
    return 0
  }
  return answering(async () => {
    const options = optionsIn(args)
    const stopped = toldToStop()
    const running = await startWitness(options)
    console.log(`witness ${options.name} ready ${running.url}`)
    await stopped
    await running.stop()
    return 0
  })
}

function optionsIn(args: readonly string[]): WitnessOptions {
  const { log, data, name, host, port, key: told } = valuesIn(args)
  if (log === undefined || !/^https?:\/\//.test(log) || !URL.canParse(log)) {
    throw new WrongInput('--log', 'the address of a log is needed')
  }
  if (data === undefined || data === '') throw new WrongInput('--data', 'a folder is needed')
  if (!/^[^\s+\p{Cc}]{1,100}$/u.test(name)) throw new WrongInput('--name', 'no blanks, no plus')
  const bound = Number(port)
  if (!(Number.isInteger(bound) && bound >= 0 && bound <= 65_535)) {
    throw new WrongInput('--port', 'a port is needed')
  }
  const key = told === undefined ? undefined : findNoteKey(told)
  if (told !== undefined && key?.kind !== 'sm2') throw new WrongInput('--key', 'no key of a log')
  const demo = process.env.GONGXIN_MODE === 'demo'
  const url = new URL(log.endsWith('/') ? log : `${log}/`)
  return { log: url, folder: data, name, host, port: bound, demo, ...(key ? { key } : {}) }
}

function valuesIn(args: readonly string[]) {
  const text = { type: 'string' } as const
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { log: text, data: text, name: text, host: text, port: text, key: text },
    })
    const { log, data, key } = values
    const { name = 'witness', host = '127.0.0.1', port = process.env.PORT || '3200' } = values
    return { log, data, key, name, host, port }
  } catch (error) {
    throw new WrongInput('witness', error instanceof Error ? error.message : String(error))
  }
}
