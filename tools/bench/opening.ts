// SPDX-License-Identifier: Apache-2.0
/** 开标 with 423 bids, the largest opening on record: closing, taking up, opening, the page. */

import { addMs, certain } from '@gongxin/core/kernel'
import { contentOf, owner, persona } from '@gongxin/core/testing'
import { connectWire, planFrom } from '../served/index.ts'
import { type Figure, median, percentile, shownMs } from './figures.ts'
import { act, type Ground, inParallel, openTenders } from './ground.ts'

const bids = 423

export async function opening(ground: Ground): Promise<readonly Figure[]> {
  const { clock, server, tenders } = ground
  const { deadline } = planFrom(clock.now())
  const tender = certain((await openTenders(ground, 1))[0], 'a tender')
  const list = Array.from({ length: bids }, (_, i) =>
    persona(`第${i + 1}建设公司`, 'bidder', `91450200MB${String(i).padStart(8, '0')}`),
  )
  await inParallel(list, (who, i) => {
    const content = contentOf({ priceFen: 900_000_000 + i * 10_000 })
    return act(ground, who, { tender, act: 'submit-bid', body: { content } })
  })
  // The server's own clock passes the deadline, and its clockwork closes before it answers.
  const closing = await timed(async () => {
    const answer = await fetch(`${server.url}/api/demo/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ to: addMs(deadline, 60_000) }),
    })
    if (!answer.ok) throw new Error(`the clock does not move: ${await answer.text()}`)
  })
  await clock.refresh()
  const started = await timed(() => act(ground, owner, { tender, act: 'start-opening' }))
  const decrypting: number[] = []
  for (const who of list) {
    decrypting.push(await timed(() => act(ground, who, { tender, act: 'decrypt-bid' })))
  }
  const announced = await timed(() => act(ground, owner, { tender, act: 'announce-opening' }))
  const view = await tenders.view(tender, owner.actor)
  if (view?.phase !== 'opened') throw new Error(`the tender is ${view?.phase}`)
  const wire = await connectWire(server.port)
  const pageMs: number[] = []
  for (let visit = 0; visit < 60; visit++) {
    const ask = () => wire.ask({ method: 'GET', path: `/tenders/${tender}/opening` })
    pageMs.push(await timed(ask))
  }
  wire.close()
  const [first = 0] = pageMs
  const spread = (times: readonly number[]) =>
    `${shownMs(median(times))} / ${shownMs(percentile(times, 0.95))}`
  return [
    { what: `closing and taking up ${bids} bids`, value: shownMs(closing) },
    { what: 'start of the opening', value: shownMs(started) },
    { what: 'opening one bid, p50 / p95', value: spread(decrypting) },
    { what: `record of ${bids} opened bids`, value: shownMs(announced) },
    { what: 'opening hall, first visit', value: shownMs(first) },
    { what: 'opening hall, p50 / p95', value: spread(pageMs.slice(1)) },
  ]
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
