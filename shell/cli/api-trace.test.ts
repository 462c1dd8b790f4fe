// SPDX-License-Identifier: Apache-2.0
/** The one command that shows a whole tender through the interface alone, run as people run it. */

import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findBidAct } from '@gongxin/core/trading/bid'
import { findAct } from '@gongxin/core/trading/tender'
import { expect, test } from 'vitest'
import { emptyTestDatabase } from '../store/testing.ts'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const database = await emptyTestDatabase()

const milestones = [
  ...['register-project', 'publish-notice', 'submit-bid', 'start-opening', 'decrypt-bid'],
  ...['convene-committee', 'lock-scores', 'sign-report', 'award', 'issue-award-notice'],
]

function printed(program: readonly string[]): Promise<{ code: number | null; text: string }> {
  const child = spawn(process.execPath, program, {
    cwd: root,
    env: { ...process.env, DATABASE_URL: database.url, GONGXIN_SEED: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    text += part
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, text }))
  })
}

test('a tender comes from 立项 to the award notice over HTTP, and its manual page follows', async () => {
  const { code, text } = await printed(['--import', 'tsx', join('sim', 'api-trace', 'main.ts')])
  expect(code).toBe(0)
  const [told = '', manual = ''] = text.split('\n# ')
  const requests = told.split('\n').filter((line) => /^(?:GET|POST|PUT|DELETE) +\/api\//.test(line))
  expect(requests.length).toBeGreaterThan(100)
  for (const act of milestones) {
    const title = (findAct(act) ?? findBidAct(act))?.title.zh
    expect(told).toContain(`· ${title} → 201 已办理`)
  }
  // Every bidder is certified by the demo's own authority before sealing.
  expect(told).toMatch(/POST +\/api\/certificates/)
  expect(told).not.toMatch(/→ (?:4|5)\d\d /)
  expect(told).toContain('现处于“中标通知书”')
  expect(told).toMatch(/投标人证书：([1-9]\d*)份投标中\1份有效/)
  expect(told).toMatch(/Z 中标通知书\n/)
  expect(manual).toContain('公开招标')
  expect(manual).toContain('## 推演')
}, 120_000)
