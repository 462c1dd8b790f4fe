// SPDX-License-Identifier: Apache-2.0
/** 验标 of a tender with 30 bids and of one with 423: by the command's code, and by the page in Chromium. */

import { rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { verifyBundle } from '@gongxin/core/trading/proof'
import { unzipBundle } from '@gongxin/shell/bundles'
import { kernelCurve } from '@gongxin/trust/kernel'
import { setQuickCurve } from '@gongxin/trust/suites'
import { launchBrowser } from '../browser/index.ts'
import { compileCurve } from '../kernel/index.ts'
import { openWitnesses } from '../kills/index.ts'
import { buildProgram, freePort, startServer } from '../served/index.ts'
import type { Figure } from './figures.ts'
import { tellWhole } from './whole.ts'

/** Seconds that the page may take for so many bids. */
const goals = new Map([
  [30, 2],
  [423, 20],
])
const attestedMs = 120_000

export async function bundles(): Promise<readonly Figure[]> {
  const wanted = (process.env.BIDS ?? '30,423').split(',').map(Number)
  const program = await buildProgram()
  setQuickCurve(kernelCurve(await compileCurve()))
  const figures: Figure[] = []
  for (const bids of wanted) figures.push(...(await bundleOf(program, bids)))
  await rm(dirname(program), { recursive: true, force: true })
  return figures
}

async function bundleOf(program: string, bids: number): Promise<readonly Figure[]> {
  const { tender, events, folder } = await tellWhole(bids)
  const port = await freePort()
  const witnesses = await openWitnesses(program, { folder, platformPort: port })
  const server = await startServer(program, {
    ...{ dataFolder: folder, port, witnesses: witnesses.places },
  })
  try {
    const bytes = await attested(`${server.url}/api/tenders/${tender}/bundle.pvb`)
    const files = unzipBundle(bytes)
    if (files === null) throw new Error('the bundle does not open')
    const began = performance.now()
    const { verdict } = await verifyBundle(files)
    const here = (performance.now() - began) / 1_000
    if (verdict.verdict !== 'pass') throw new Error('the bundle does not pass')
    const there = await onPage(server.url, tender)
    const goal = goals.get(bids)
    const what = `bundle of ${bids} bids, ${events} entries, ${(bytes.length / 1e6).toFixed(1)} MB`
    return [
      { what: `${what}, in Node`, value: `${here.toFixed(2)} s` },
      {
        what: `${what}, on the page in Chromium`,
        value: `${there.toFixed(2)} s`,
        ...(goal === undefined ? {} : { goal: `<= ${goal} s`, met: there <= goal }),
      },
    ]
  } finally {
    await server.stop()
    await witnesses.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** The last entries are numbered and cosigned a moment after the platform is up. */
async function attested(address: string): Promise<Uint8Array> {
  for (let spent = 0; spent < attestedMs; spent += 200) {
    const answer = await fetch(address)
    const bytes = new Uint8Array(await answer.arrayBuffer())
    if (answer.ok) return bytes
    await wait(200)
  }
  throw new Error('the bundle is not to be had')
}

/** Seconds as the page itself shows them. */
async function onPage(url: string, tender: string): Promise<number> {
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    await page.goto(`${url}/app/verify/?tender=${tender}`)
    const verdict = page.locator('.verdict')
    await verdict.waitFor({ timeout: 180_000 })
    const text = (await page.locator('main').textContent()) ?? ''
    const [, seconds] = /用时 ([\d.]+) 秒/.exec(text) ?? []
    if (!text.includes('查到的都通过') || seconds === undefined) throw new Error(text)
    return Number(seconds)
  } finally {
    await browser.close()
  }
}
