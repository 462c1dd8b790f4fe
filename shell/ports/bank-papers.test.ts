// SPDX-License-Identifier: Apache-2.0
/** The port of the bank against the demo bank as a program of its own. */

import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Unavailable } from '../store/index.ts'
import type { Bank } from '../tenders/index.ts'
import { bankOverHttp } from './index.ts'

const root = join(import.meta.dirname, '..', '..')
const impatient = { timeoutMs: 2_000, attempts: 1, pauseMs: 1 }
const key = 'key-of-the-test-bank'
const stopping: (() => Promise<unknown>)[] = []
let [url, bank]: [string, Bank] = ['', bankOverHttp({ url: 'http://127.0.0.1:1', key })]

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gongxin-papers-'))
  stopping.push(() => rm(folder, { recursive: true, force: true }))
  const program = ['--import', 'tsx', join(root, 'sim', 'bank', 'main.ts')]
  // No platform answers there: the bank keeps the machine's own day.
  const own = { PORT: '0', GONGXIN_DATA: folder, GONGXIN_URL: 'http://127.0.0.1:1' }
  const env = { ...process.env, ...own, GONGXIN_BANK_KEY: key }
  const child = spawn(process.execPath, program, {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  stopping.push(async () => child.kill('SIGTERM'))
  for await (const said of createInterface({ input: child.stdout })) {
    url = / ready (\S+)$/.exec(said)?.[1] ?? ''
    if (url !== '') break
  }
  bank = bankOverHttp({ url, key, patience: impatient })
}, 60_000)

afterAll(async () => {
  for (const stop of stopping.reverse()) await stop()
})

const asked = {
  ...{ form: 'guarantee', applicant: '91450200MA60000002', beneficiary: '91450200MA5L000001' },
  ...{ amountFen: 47_500_001, validUntil: '2099-12-31' },
}

async function post(path: string, body: unknown): Promise<{ number: string; statement: string }> {
  const response = await fetch(new URL(path, url), { method: 'POST', body: JSON.stringify(body) })
  expect(response.status).toBe(201)
  return response.json()
}

describe.each([
  ['guarantee', '演示银行（柳州）'],
  ['insurance', '演示财产保险公司'],
  ['surety', '演示融资担保公司'],
])('a paper of the form %s', (form, issuer) => {
  test('is confirmed as issued, claimed once, and paid no more once released', async () => {
    const { number } = await post('/guarantees', { ...asked, form, reference: `R-${form}` })
    const shown = { ...asked, form, issuer, number, standing: 'in-force' }
    expect(await bank.paper(number)).toEqual(shown)
    const claim = { number, amountFen: 7_500_001, ground: '质量不符', reference: `K-${form}` }
    const paid = await bank.claim(claim)
    expect(await bank.claim(claim)).toBe(paid)
    const most = { ...claim, reference: `K2-${form}`, amountFen: 40_000_001 }
    await expect(bank.claim(most)).rejects.toThrow(Unavailable)
    const back = { number, reference: `B-${form}` }
    expect(await bank.release(back)).toBe(await bank.release(back))
    expect(await bank.paper(number)).toMatchObject({ standing: 'released' })
    const late = { ...most, reference: `K3-${form}`, amountFen: 1 }
    await expect(bank.claim(late)).rejects.toThrow(Unavailable)
  })
})

test('money paid in is confirmed by its statement, through the same three questions', async () => {
  const account = '6232000000000000007'
  const money = { account, form: 'transfer', amountFen: 47_500_001, from: '基本账户' }
  const payer = asked.applicant
  const sent = { ...money, reference: 'T-1', payer, purpose: 'performance' }
  const { statement: number } = await post('/transfers', sent)
  const shown = { form: 'transfer', applicant: payer, beneficiary: account, validUntil: null }
  expect(await bank.paper(number)).toMatchObject({ ...shown, standing: 'in-force' })
  expect(await bank.release({ number, reference: 'T-back' })).toMatch(/^R/)
  expect(await bank.paper(number)).toMatchObject({ standing: 'released' })
})

test('a number nobody gave is no paper, and a bank that is silent is unavailable', async () => {
  expect(await bank.paper('G99999999')).toBeNull()
  const silent = bankOverHttp({ url: 'http://127.0.0.1:1', key, patience: impatient })
  await expect(silent.paper('G00000001')).rejects.toThrow(Unavailable)
})
