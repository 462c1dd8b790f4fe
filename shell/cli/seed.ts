// SPDX-License-Identifier: Apache-2.0
/** `gongxin seed`: has the demo city tell its story to a running platform, as a program of its own. */

import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ExitCode } from './command.ts'

const usage = `gongxin seed [--url URL] [--seed N] [--first N] [--bank URL]
  Fills a running platform in demo mode with the demo city, through its public interface.
  --url    address of the platform (http://127.0.0.1:PORT)
  --seed   seed of the city (GONGXIN_SEED, 1)
  --first  only so many tenders
  --bank   address of the demo bank (GONGXIN_BANK_URL)`

const known = new Set(['--url', '--seed', '--first', '--bank'])

export async function run(args: readonly string[]): Promise<ExitCode> {
  if (args.includes('--help')) {
    console.log(usage)
    return 0
  }
  const wrong = args.find((arg, i) => (i % 2 === 0 ? !known.has(arg) : arg.startsWith('--')))
  if (wrong !== undefined || args.length % 2 !== 0) {
    console.error(`seed: unknown argument ${wrong ?? args.at(-1)}`)
    return 2
  }
  return (await tellCity(args)) === 0 ? 0 : 1
}

/** The product starts the city and never imports it. */
function tellCity(args: readonly string[]): Promise<number> {
  const here = dirname(fileURLToPath(import.meta.url))
  const root = process.env.GONGXIN_ROOT || join(here, '..', '..')
  const program = ['--import', 'tsx', join(root, 'sim', 'city', 'main.ts'), ...args]
  const city = spawn(process.execPath, program, { cwd: root, stdio: 'inherit' })
  const pass = (signal: NodeJS.Signals) => city.kill(signal)
  process.on('SIGINT', pass)
  process.on('SIGTERM', pass)
  return new Promise((resolve, reject) => {
    city.once('error', reject)
    city.once('exit', (code) => {
      process.off('SIGINT', pass)
      process.off('SIGTERM', pass)
      resolve(code ?? 1)
    })
  })
}
