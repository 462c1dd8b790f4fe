// SPDX-License-Identifier: Apache-2.0
/** A stream that was touched anywhere is found out, and says where. */

import { describe, expect, test } from 'vitest'
import { canonicalBytes, concat, hex, type Json, parseCanonical, utf8 } from '../canonical/index.ts'
import { leafHash } from '../log/index.ts'
import { sm3Digest } from '../suites/index.ts'
import {
  type ChainFault,
  type Entry,
  type Envelope,
  entryOf,
  findEnvelope,
  firstSeq,
  noEntry,
  type Opened,
  originDigest,
  payloadDigest,
  verifyChain,
} from './index.ts'

const saltOf = (seq: number) => sm3Digest(utf8(`salt ${seq}`))
const bodyOf = (seq: number): Json => ({ notice: `公告${seq}`, ceilingPriceFen: 100 * seq })
const openedOf = (seq: number): Opened => ({ salt: saltOf(seq), body: bodyOf(seq) })
const bodies = new Map([0, 1, 2, 3].map((seq) => [seq, openedOf(seq)]))

function envelopeOf(seq: number, prev: string): Envelope {
  return {
    type: 'NoticePublished',
    tender: 'LZ2026-000123',
    lot: '1',
    seq,
    prev,
    at: `2026-03-0${seq + 1}T01:00:00.000Z`,
    actor: { role: 'tenderOwner', organisation: '91450200MA5L000000' },
    assurance: 'step-up',
    payload: {
      schema: 'NoticePublished/1',
      digest: payloadDigest(saltOf(seq), bodyOf(seq)),
      access: 'public',
    },
    origin: originDigest(saltOf(seq), { address: '10.0.0.1' }),
  }
}

/** A stream of four, each entry after `change`; later entries follow whatever came out. */
function streamOf(change: (envelope: Envelope) => Envelope = (same) => same) {
  const entries: Entry[] = []
  for (let seq = firstSeq; seq < 4; seq++) {
    entries.push(entryOf(change(envelopeOf(seq, entries.at(-1)?.hash ?? noEntry))))
  }
  return entries.map((entry) => entry.bytes)
}

const atTwo = (change: Partial<Envelope>) =>
  streamOf((envelope) => (envelope.seq === 2 ? { ...envelope, ...change } : envelope))

describe('digests', () => {
  test('the payload digest is the one of the specification', () => {
    const salt = saltOf(1)
    const spelt = concat(utf8('EVT/1 payload'), Uint8Array.of(0), salt, utf8('{"a":"柳州"}'))
    expect(payloadDigest(salt, { a: '柳州' })).toBe(hex(sm3Digest(spelt)))
  })

  test('payload and origin of the same words have nothing in common', () => {
    expect(payloadDigest(saltOf(1), 'x')).not.toBe(originDigest(saltOf(1), 'x'))
  })

  test('another salt hides the same body', () => {
    expect(payloadDigest(saltOf(1), 'x')).not.toBe(payloadDigest(saltOf(2), 'x'))
  })

  test('a short salt is not taken', () => {
    expect(() => payloadDigest(utf8('short'), 'x')).toThrow('32')
  })
})

describe('an entry', () => {
  test('is canonical JSON with its version, and hashes as a leaf', () => {
    const entry = entryOf(envelopeOf(0, noEntry))
    expect(parseCanonical(entry.bytes)).toMatchObject({ ok: true, value: { v: 1, seq: 0 } })
    expect(entry.hash).toBe(hex(leafHash(entry.bytes)))
  })

  test('is read back as what was written', () => {
    const { organisation: _, ...alone } = { role: 'clock', organisation: '' }
    for (const actor of [alone, envelopeOf(1, noEntry).actor]) {
      const envelope = { ...envelopeOf(2, noEntry), actor }
      const parsed = parseCanonical(entryOf(envelope).bytes)
      expect(parsed.ok && findEnvelope(parsed.value)).toEqual(envelope)
    }
  })
})

describe('a stream', () => {
  test('that is whole is ok, and ends in the hash of its last entry', () => {
    const entries = streamOf()
    const last = entries.at(-1) ?? utf8('')
    expect(verifyChain(entries, bodies)).toMatchObject({
      ok: true,
      head: hex(leafHash(last)),
      withheld: [],
    })
  })

  test('of nothing has no head', () => {
    expect(verifyChain([], bodies)).toMatchObject({ ok: true, head: noEntry })
  })

  test('with a body kept back says so', () => {
    const shown = new Map([...bodies].filter(([seq]) => seq !== 1))
    expect(verifyChain(streamOf(), shown)).toMatchObject({ ok: true, withheld: [1] })
  })

  const odd = (value: Json) => streamOf().with(2, canonicalBytes(value))
  const without = (place: number) => streamOf().toSpliced(place - 1, 1)

  test.each<[ChainFault, number, string, readonly Uint8Array[]]>([
    ['entry-not-canonical', 2, 'spaces in an entry', streamOf().with(2, utf8('{ "v":1}'))],
    ['entry-shape', 2, 'an entry of other fields', odd({ v: 1 })],
    ['entry-shape', 2, 'no object at all', odd('x')],
    ['entry-shape', 2, 'a moment without milliseconds', atTwo({ at: '2026-03-03T01:00:00Z' })],
    ['entry-shape', 2, 'an empty type', atTwo({ type: '' })],
    ['entry-shape', 2, 'an origin that is no digest', atTwo({ origin: 'AB' })],
    ['seq-gap', 1, 'an entry taken out', without(2)],
    ['seq-gap', 0, 'the first taken out', without(1)],
    ['seq-gap', 2, 'an entry twice', streamOf().toSpliced(2, 0, ...streamOf().slice(1, 2))],
    ['prev-mismatch', 2, 'an entry from another history', atTwo({ prev: noEntry })],
    [
      'prev-mismatch',
      3,
      'an entry changed later',
      streamOf().with(2, atTwo({ type: 'X' })[2] ?? utf8('')),
    ],
    ['tender-mixed', 2, 'an entry of another tender', atTwo({ tender: 'LZ2026-000124' })],
    ['time-backwards', 2, 'a clock that ran back', atTwo({ at: '2026-03-02T00:59:59.999Z' })],
  ])('%s at %i: %s', (fault, seq, _what, entries) => {
    expect(verifyChain(entries, bodies)).toEqual({ ok: false, fault, seq })
  })

  test.each<[ChainFault, string, Opened]>([
    ['payload-digest', 'another body', { salt: saltOf(2), body: bodyOf(1) }],
    ['payload-digest', 'another salt', { salt: saltOf(1), body: bodyOf(2) }],
    ['payload-digest', 'no salt', { salt: utf8(''), body: bodyOf(2) }],
    ['payload-not-canonical', 'half a fen', { salt: saltOf(2), body: 0.5 }],
  ])('%s at 2: %s', (fault, _what, opened) => {
    const swapped = new Map([...bodies, [2, opened]])
    expect(verifyChain(streamOf(), swapped)).toEqual({ ok: false, fault, seq: 2 })
  })
})
