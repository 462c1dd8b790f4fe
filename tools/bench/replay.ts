// SPDX-License-Identifier: Apache-2.0
/** Events a second folded and verified, against reading and hashing the same bytes and no more. */

import { createHash } from 'node:crypto'
import { runWholeTender } from '@gongxin/core/testing'
import { emptyTender, evolve } from '@gongxin/core/trading/tender'
import type { Json } from '@gongxin/trust/canonical'
import { entryOf, noEntry, payloadDigest, verifyChain } from '@gongxin/trust/event'
import { type Figure, median, perSecond } from './figures.ts'

const rounds = 7
const sliceMs = 700
const digest = '0'.repeat(64)

export async function replay(): Promise<readonly Figure[]> {
  const events = runWholeTender().events()
  const chain = chained(events)
  const texts = chain.map(({ body, bytes }) => ({ text: JSON.stringify(body), bytes }))
  const entries = chain.map(({ bytes }) => bytes)
  const bodies = new Map(chain.map(({ salt, body }, seq) => [seq, { salt, body }]))
  const whole = () => {
    const verdict = verifyChain(entries, bodies)
    if (!verdict.ok || events.reduce(evolve, emptyTender).phase !== 'archived') {
      throw new Error('the replay does not end where the tender did')
    }
  }
  const bare = () => {
    for (const { text, bytes } of texts) {
      JSON.parse(text)
      JSON.parse(Buffer.from(bytes).toString())
      createHash('sm3').update(text).update(bytes).digest()
    }
  }
  const some = Array.from({ length: rounds }, () => ({
    limit: rate(bare) * events.length,
    ours: rate(whole) * events.length,
  }))
  const ours = median(some.map((one) => one.ours))
  return [
    {
      what: `events folded and verified, streams of ${events.length}`,
      value: `${ours.toFixed(0)}/s`,
      against: `${median(some.map((one) => one.limit)).toFixed(0)}/s parsed and hashed natively`,
      ratio: median(some.map((one) => one.ours / one.limit)),
    },
  ]
}

function rate(work: () => void): number {
  const began = performance.now()
  let done = 0
  while (performance.now() - began < sliceMs) {
    work()
    done += 1
  }
  return perSecond(done, performance.now() - began)
}

function chained(events: readonly { readonly type: string; readonly at: string }[]) {
  let prev = noEntry
  return events.map((event, seq) => {
    const salt = new Uint8Array(32).fill(seq)
    const body: Json = JSON.parse(JSON.stringify({ data: Object(event).data, findings: [] }))
    const entry = entryOf({
      ...{ type: event.type, tender: 'LZ2026-000001', lot: '1', seq, prev, at: event.at },
      ...{ actor: { role: 'tenderOwner' }, assurance: 'session', origin: digest },
      payload: { schema: `${event.type}/1`, digest: payloadDigest(salt, body), access: 'public' },
    })
    prev = entry.hash
    return { bytes: entry.bytes, salt, body }
  })
}
