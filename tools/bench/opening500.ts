// SPDX-License-Identifier: Apache-2.0
/** 开标 with 500 sealed bids of two megabytes, every fifth opened by the holders: to the record in the log. */

import { createHash, randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { addMs, certain, type Instant } from '@gongxin/core/kernel'
import {
  auditOffice,
  bidderKeys,
  contentOf,
  holderKey,
  notary,
  owner,
  type Persona,
  persona,
  testRandom,
} from '@gongxin/core/testing'
import { masterOf, shareOf } from '@gongxin/core/trading/bid'
import { holdingOf } from '@gongxin/core/trading/tender'
import { connectWire, planFrom } from '../served/index.ts'
import { sealedBody, stateOf } from './bids.ts'
import { type Figure, median, percentile, shownMs } from './figures.ts'
import { act, type Ground, openTenders } from './ground.ts'

/** Fewer for a sample while something is changed. */
const bids = Number(process.env.BIDS || '500')
const documentSize = 2 * 2 ** 20
const goalSeconds = 60

export async function opening500(ground: Ground): Promise<readonly Figure[]> {
  const { clock, server } = ground
  const { deadline } = planFrom(clock.now())
  const tender = certain((await openTenders(ground, 1))[0], 'a tender')
  const list = Array.from({ length: bids }, (_, i) =>
    persona(`第${i + 1}建设公司`, 'bidder', `91450200MB${String(i).padStart(8, '0')}`),
  )
  const sending = await handIn(ground, tender, list)
  // The server's own clock passes the deadline, and its clockwork closes before it answers.
  const closing = await timed(() => moveClock(ground, addMs(deadline, 60_000)))
  const started = await timed(() => act(ground, owner, { tender, act: 'start-opening' }))
  const { own, lost } = await opened(ground, tender, list)
  const byMaster: number[] = []
  for (const { who, master } of own) {
    const doing = { tender, act: 'decrypt-bid', body: { master } }
    byMaster.push(await timed(() => act(ground, who, doing)))
  }
  const { opening } = await stateOf(ground, tender)
  await moveClock(ground, certain(opening, 'an opening').until)
  const byShares: number[] = []
  const whole = await timed(async () => {
    for (const shares of lost) byShares.push(await timed(() => give(ground, shares)))
    await act(ground, owner, { tender, act: 'announce-opening' })
    await logged(ground, tender)
  })
  const state = await stateOf(ground, tender)
  if (state.record?.rows.filter(({ decrypted }) => decrypted).length !== bids) {
    throw new Error('not every bid came open')
  }
  const wire = await connectWire(server.port)
  const pageMs: number[] = []
  for (let visit = 0; visit < 60; visit++) {
    const ask = () => wire.ask({ method: 'GET', path: `/tenders/${tender}/opening` })
    pageMs.push(await timed(ask))
  }
  wire.close()
  const seconds = whole / 1_000
  return [
    { what: 'taking a sealed bid of 2 MB, p50 / p95', value: spread(sending) },
    { what: `closing and taking up ${bids} bids`, value: shownMs(closing) },
    { what: 'start of the opening', value: shownMs(started) },
    { what: 'opening one bid by its master, p50 / p95', value: spread(byMaster) },
    { what: 'opening one bid by two shares, p50 / p95', value: spread(byShares) },
    {
      what: `end of the window to the record in the log, ${lost.length} bids by shares`,
      value: `${seconds.toFixed(1)} s`,
      goal: `<= ${goalSeconds} s`,
      met: seconds <= goalSeconds,
    },
    { what: 'opening hall, first visit', value: shownMs(pageMs[0] ?? 0) },
    { what: 'opening hall, p50 / p95', value: spread(pageMs.slice(1)) },
  ]
}

async function handIn(ground: Ground, tender: string, list: readonly Persona[]) {
  const state = await stateOf(ground, tender)
  const times: number[] = []
  for (const [i, who] of list.entries()) {
    const document = randomBytes(documentSize)
    const digest = createHash('sm3').update(document).digest('hex')
    const named = { name: '投标文件.pdf', digest, size: documentSize, mediaType: 'application/pdf' }
    const content = { ...contentOf({ priceFen: 900_000_000 + i * 10_000 }), files: [named] }
    const body = await sealedBody(ground, who, { tender, state, content, documents: [document] })
    times.push(await timed(() => act(ground, who, { tender, act: 'submit-bid', body })))
  }
  return times
}

const holders = [
  { who: notary, office: 'notary' },
  { who: auditOffice, office: 'audit' },
] as const

interface Share {
  readonly who: Persona
  readonly doing: { readonly tender: string; readonly act: string; readonly body: object }
}

/** What bidders and holders make on their own machines: masters, and shares of every fifth bid. */
async function opened(ground: Ground, tender: string, list: readonly Persona[]) {
  const state = await stateOf(ground, tender)
  const holding = certain(holdingOf(state), 'three holders')
  const manifests = new Map((await ground.tenders.manifests(tender))?.map((m) => [m.bid, m]))
  const own: { who: Persona; master: string }[] = []
  const lost: (readonly Share[])[] = []
  for (const [i, { no, bidder }] of state.bids.entries()) {
    const { manifest } = certain(manifests.get(no), 'a manifest')
    const handed = { tender, manifest, holding }
    const who = certain(
      list.find(({ actor }) => actor.party === bidder.party),
      'a bidder',
    )
    const master = certain(masterOf(handed, bidderKeys(who).opening), 'the own key')
    if (i % 5 !== 0) own.push({ who, master })
    else lost.push(holders.map((holder) => shareBy(holder, handed, no)))
  }
  return { own, lost }
}

function shareBy(
  { who, office }: (typeof holders)[number],
  handed: Parameters<typeof shareOf>[0],
  bid: string,
): Share {
  const share = certain(shareOf(handed, holderKey(office), testRandom(32)), 'a holder')
  return { who, doing: { tender: handed.tender, act: 'give-share', body: { bid, ...share } } }
}

async function give(ground: Ground, shares: readonly Share[]): Promise<void> {
  for (const { who, doing } of shares) await act(ground, who, doing)
}

/** Until the record has its number and a checkpoint that holds it is signed. */
async function logged({ store }: Ground, tender: string): Promise<void> {
  const stream = `tender/${tender}`
  const seq = await store.events.head(stream)
  for (;;) {
    const place = await store.log.placeOf(stream, seq)
    const size = (await store.log.newest())?.size ?? 0
    if (place !== null && place < size) return
    await wait(10)
  }
}

async function moveClock({ server, clock }: Ground, to: Instant): Promise<void> {
  const answer = await fetch(`${server.url}/api/demo/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ to }),
  })
  if (!answer.ok) throw new Error(`the clock does not move: ${await answer.text()}`)
  await clock.refresh()
}

function spread(times: readonly number[]): string {
  return `${shownMs(median(times))} / ${shownMs(percentile(times, 0.95))}`
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
