// SPDX-License-Identifier: Apache-2.0
/** 全过程留痕: each entry as it stands in the chain, and its body for whoever may read it. */

import { eventShapes, mayRead, type Reader } from '@gongxin/core/trading/tender'
import type { TrailLine } from '../http/contract/index.ts'
import type { StoredEvent } from '../store/index.ts'
import { findingsOf, type LoadedTender } from './streams.ts'

export function trailOf(
  { state, events, stored }: LoadedTender,
  reader: Reader,
  after: number,
): readonly TrailLine[] {
  return stored.flatMap((line, index) => {
    const event = events[index]
    if (line.seq <= after || event === undefined) return []
    const readable = mayRead(event, reader, state, line.seq)
    return [trailLine(line, readable, { ...eventShapes[event.type].title })]
  })
}

function trailLine(
  line: StoredEvent,
  readable: boolean,
  title: { zh: string; en: string },
): TrailLine {
  const entry = Buffer.from(line.entry).toString('utf8')
  const parsed: { actor: TrailLine['actor'] } = JSON.parse(entry)
  const { body } = line
  const data = typeof body === 'object' && body !== null && 'data' in body ? body.data : {}
  const shown = JSON.parse(JSON.stringify({ data, findings: findingsOf(line) }))
  return {
    seq: line.seq,
    type: line.type,
    title,
    at: line.at,
    actor: parsed.actor,
    entry,
    hash: Buffer.from(line.hash).toString('hex'),
    body: readable && body !== null ? shown : null,
    salt: readable && line.salt !== null ? Buffer.from(line.salt).toString('hex') : null,
  }
}
