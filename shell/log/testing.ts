// SPDX-License-Identifier: Apache-2.0
/** For tests only: chains of true entries in a real store, and a log over them. */

import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Instant, instantOfEpoch } from '@gongxin/core/kernel'
import { hex } from '@gongxin/trust/canonical'
import { entryOf, noEntry } from '@gongxin/trust/event'
import { afterAll } from 'vitest'
import { createStore, type NewEvent, type Store } from '../store/index.ts'
import { type TestDatabase, testDatabase } from '../store/testing.ts'
import { logSigners } from './keys.ts'
import { createSequencer, type Sequencer, type SequencerParts } from './sequencer.ts'

export const testOrigin = 'gongxin/450200'
const start = Date.parse('2026-03-02T01:00:00.000Z')

export interface LogGround {
  readonly store: Store
  readonly parts: SequencerParts
  readonly sequencer: Sequencer
  readonly folder: string
  /** Events of one act at the end of a stream. */
  append(stream: string, ...types: string[]): Promise<void>
  /** Until nothing waits; answers how many entries were numbered. */
  number(): Promise<number>
}

export async function logGround(database?: TestDatabase): Promise<LogGround> {
  const store = createStore(database ?? (await testDatabase()))
  const folder = await mkdtemp(join(tmpdir(), 'gongxin-log-'))
  let minutes = 0
  const now = (): Instant => instantOfEpoch(start + minutes * 60_000)
  const signers = await logSigners(folder, testOrigin)
  const parts = { log: store.log, clock: { now }, signers, origin: testOrigin }
  const sequencer = createSequencer(parts)
  afterAll(async () => {
    await sequencer.close()
    await store.close()
    await rm(folder, { recursive: true, force: true })
  })
  const append = chainsIn(store, now)
  return {
    ...{ store, parts, sequencer, folder },
    append(stream, ...types) {
      minutes += 1
      return append(stream, ...types)
    },
    async number() {
      let all = 0
      for (let n = await sequencer.step(); n > 0; n = await sequencer.step()) all += n
      return all
    },
  }
}

/** Appends events to streams, each true to the one before it. */
export function chainsIn(store: Pick<Store, 'events'>, now: () => Instant) {
  const heads = new Map<string, { seq: number; hash: string }>()
  return async (stream: string, ...types: string[]): Promise<void> => {
    const head = heads.get(stream) ?? { seq: -1, hash: noEntry }
    const made = types.map((type) => {
      const event = entryAfter(stream, head, { type, at: now() })
      head.seq += 1
      head.hash = hex(event.hash)
      return event
    })
    heads.set(stream, head)
    const expectedVersion = head.seq - made.length
    await store.events.append({ stream, expectedVersion, events: made })
  }
}

function entryAfter(
  stream: string,
  head: { readonly seq: number; readonly hash: string },
  { type, at }: { readonly type: string; readonly at: Instant },
): NewEvent {
  const sealed = stream.startsWith('bid/')
  const { bytes, hash } = entryOf({
    type,
    tender: stream.split('/')[1] ?? '',
    lot: '1',
    seq: head.seq + 1,
    prev: head.hash,
    at,
    actor: { role: sealed ? 'bidder' : 'tenderOwner' },
    assurance: 'step-up',
    payload: {
      schema: `${type}/1`,
      digest: randomBytes(32).toString('hex'),
      access: sealed ? 'sealed' : 'public',
    },
    origin: randomBytes(32).toString('hex'),
  })
  const outside = { salt: null, body: null, originSalt: null, origin: null }
  return { type, at, entry: bytes, hash: Buffer.from(hash, 'hex'), ...outside }
}
