// SPDX-License-Identifier: Apache-2.0
/** A witness signs one history, in which every tender's chain holds, and keeps what contradicts it. */

import { describe, expect, test } from 'vitest'
import { hex, utf8 } from '../canonical/index.ts'
import { type Envelope, entryOf, noEntry } from '../event/index.ts'
import {
  checkpointText,
  consistencyProof,
  leafHash,
  type NoteKey,
  signNote,
  treeRoot,
  writeNote,
} from '../log/index.ts'
import { sm2PublicKey, sm3Digest } from '../suites/index.ts'
import {
  type Grammar,
  newWitness,
  readEntries,
  type WitnessRequest,
  type WitnessState,
  witnessStep,
} from './index.ts'

const secret = sm3Digest(utf8('log'))
const log: NoteKey = { name: 'log', kind: 'sm2', publicKey: sm2PublicKey(secret) ?? secret }
const origin = 'liuzhou/log'
const digest = hex(sm3Digest(utf8('body')))

function envelope(tender: string, seq: number, prev: string, type = 'NoticePublished'): Envelope {
  return {
    type,
    tender,
    lot: '1',
    seq,
    prev,
    at: `2026-03-0${seq + 1}T01:00:00.000Z`,
    actor: { role: 'tenderOwner' },
    assurance: 'step-up',
    payload: { schema: `${type}/1`, digest, access: 'public' },
    origin: digest,
  }
}

const a0 = entryOf(envelope('A', 0, noEntry))
const b0 = entryOf(envelope('B', 0, noEntry))
const a1 = entryOf(envelope('A', 1, a0.hash, 'BiddingClosed'))
const a2 = entryOf(envelope('A', 2, a1.hash, 'BidsOpened'))
const entries = [a0, b0, a1, a2].map(({ bytes }) => bytes)

/** Notice, closing, opening: in this order. */
const order = ['NoticePublished', 'BiddingClosed', 'BidsOpened']
const grammar: Grammar = (state, { type }) =>
  order[order.indexOf(state) + 1] === type ? type : undefined
const rules = { logKeys: [log], grammar }

function noteOver(list: readonly Uint8Array[], change: { origin?: string; key?: NoteKey } = {}) {
  const text = checkpointText({
    origin: change.origin ?? origin,
    size: list.length,
    root: treeRoot(list.map((bytes) => leafHash(bytes))),
    algorithm: 'SM3',
    time: '2026-03-09T00:00:00.000Z',
  })
  const key = change.key ?? log
  return writeNote({ text, lines: [signNote(text, { key, privateKey: secret, entropy: secret })] })
}

function request(list: readonly Uint8Array[], oldSize: number): WitnessRequest {
  const leaves = list.map((bytes) => leafHash(bytes))
  return {
    oldSize,
    proof: consistencyProof(leaves, oldSize),
    note: noteOver(list),
    entries: list.slice(oldSize),
  }
}

function after(size: number): WitnessState {
  const answer = witnessStep(newWitness(origin), request(entries.slice(0, size), 0), rules)
  if (answer.kind !== 'cosign') throw new Error(answer.kind)
  return answer.state
}

describe('a witness', () => {
  test('grows with the log, in one step or in many', () => {
    const whole = after(4)
    const step = witnessStep(after(2), request(entries, 2), rules)
    if (step.kind !== 'cosign') throw new Error(step.kind)
    expect(step.state.root).toEqual(whole.root)
    expect(step.checkpoint.size).toBe(4)
    const again = witnessStep(whole, request(entries, 4), rules)
    expect(again.kind).toBe('cosign')
  })

  test('answers a log that believes it elsewhere with where it stands', () => {
    expect(witnessStep(after(2), request(entries, 0), rules)).toEqual({ kind: 'conflict', size: 2 })
    expect(witnessStep(after(4), request(entries.slice(0, 2), 2), rules)).toEqual({
      kind: 'conflict',
      size: 4,
    })
  })

  test('keeps two signed notes of one size as evidence', () => {
    const other = entryOf(envelope('C', 0, noEntry)).bytes
    const forked = request([a0.bytes, other], 2)
    const answer = witnessStep(after(2), forked, rules)
    expect(answer).toEqual({
      kind: 'forked',
      notes: [noteOver(entries.slice(0, 2)), forked.note],
    })
  })

  test('signs no history that leaves its own', () => {
    const other = entryOf(envelope('C', 0, noEntry)).bytes
    const forked = [a0.bytes, other, ...entries.slice(2)]
    expect(witnessStep(after(2), request(forked, 2), rules).kind).toBe('proof-fails')
    const lying = { ...request(entries, 2), entries: [a1.bytes, other] }
    expect(witnessStep(after(2), lying, rules).kind).toBe('proof-fails')
    const few = { ...request(entries, 2), entries: [a1.bytes] }
    expect(witnessStep(after(2), few, rules).kind).toBe('malformed')
  })

  test('knows its log and the hand of it', () => {
    const good = request(entries, 0)
    const start = newWitness(origin)
    const named = { ...good, note: noteOver(entries, { origin: 'other/log' }) }
    expect(witnessStep(start, named, rules).kind).toBe('unknown-log')
    const unsigned = { ...good, note: noteOver(entries, { key: { ...log, name: 'other' } }) }
    expect(witnessStep(start, unsigned, rules).kind).toBe('unsigned')
    expect(witnessStep(start, { ...good, note: utf8('x\n') }, rules).kind).toBe('malformed')
    expect(witnessStep(start, { ...good, oldSize: 9 }, rules).kind).toBe('malformed')
  })

  test.each([
    ['CHAIN_BROKEN', entryOf(envelope('A', 2, a0.hash, 'BidsOpened')).bytes],
    ['CHAIN_BROKEN', entryOf(envelope('A', 3, a1.hash, 'BidsOpened')).bytes],
    ['GRAMMAR', entryOf(envelope('A', 2, a1.hash, 'NoticePublished')).bytes],
    ['GRAMMAR', entryOf(envelope('C', 0, noEntry, 'BidsOpened')).bytes],
    ['NON_CANONICAL', utf8('{"a" :1}')],
    ['ENTRY_FORM', utf8('{"a":1}')],
    [
      'TIME_BACKWARDS',
      entryOf({ ...envelope('A', 2, a1.hash, 'BidsOpened'), at: '2026-01-01T00:00:00.000Z' }).bytes,
    ],
  ])('refuses %s, and says where', (fault, bytes) => {
    const list = [...entries.slice(0, 3), bytes]
    expect(witnessStep(after(2), request(list, 2), rules)).toEqual({
      kind: 'refused',
      fault,
      index: 3,
    })
  })

  test('follows sealed chains without a name by what they chain to', () => {
    const sealed = (seq: number, prev: string, salt: string) => {
      const payload = {
        schema: 's/1',
        digest: hex(sm3Digest(utf8(salt))),
        access: 'sealed',
      } as const
      return entryOf({ ...envelope('A', seq, prev, 'BidSubmitted'), payload })
    }
    const [x0, y0] = [sealed(0, noEntry, 'x'), sealed(0, noEntry, 'y')]
    const [x1, y1] = [sealed(1, x0.hash, 'x'), sealed(1, y0.hash, 'y')]
    const sealing: Grammar = (state, event, ofTender) => {
      if (event.payload.access !== 'sealed') return grammar(state, event, ofTender)
      return ofTender === 'BiddingClosed' ? 'sent' : undefined
    }
    const read = (list: readonly { bytes: Uint8Array }[]) => {
      const reading = readEntries(
        new Map(),
        list.map(({ bytes }) => bytes),
        sealing,
      )
      return reading.ok ? reading.chains.size : [reading.fault, reading.place]
    }
    expect(read([a0, a1, x0, y0, y1, x1])).toBe(3)
    expect(read([a0, a1, x0, x1, sealed(1, x0.hash, 'other')])).toEqual(['CHAIN_BROKEN', 4])
    expect(read([a0, a1, x1])).toEqual(['CHAIN_BROKEN', 2])
    expect(read([a0, x0])).toEqual(['GRAMMAR', 1])
  })

  test('lets the chains of two lots stand side by side', () => {
    const reading = readEntries(new Map(), entries, grammar)
    expect(reading.ok && [...reading.chains.values()].map(({ seq, head }) => [seq, head])).toEqual([
      [2, a2.hash],
      [0, b0.hash],
    ])
  })
})
