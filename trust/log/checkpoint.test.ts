// SPDX-License-Identifier: Apache-2.0
/** Checkpoints count when the log and enough witnesses signed them, and only forward. */

import { describe, expect, test } from 'vitest'
import { concat, hex, u32, utf8 } from '../canonical/index.ts'
import { ed25519PublicKey, sm2PublicKey, sm3Digest } from '../suites/index.ts'
import {
  type Checkpoint,
  checkpointText,
  consistencyProof,
  findBase64,
  findCheckpoint,
  findNote,
  findNoteKey,
  growthFault,
  keyId,
  type LogPolicy,
  leafHash,
  type NoteKey,
  type NoteKind,
  type NoteLine,
  noteKeyText,
  signNote,
  treeHash,
  treeRoot,
  twinFault,
  verifyCheckpoint,
  verifyNote,
  writeNote,
} from './index.ts'

const secretOf = (name: string) => sm3Digest(utf8(`key of ${name}`))

function keyOf(name: string, kind: NoteKind): NoteKey {
  const secret = secretOf(name)
  const sm2 = sm2PublicKey(secret) ?? secret
  return { name, kind, publicKey: kind.startsWith('sm2') ? sm2 : ed25519PublicKey(secret) }
}

const log = keyOf('log.liuzhou', 'sm2')
const witnesses = ['监督', '审计', '高校', '协会', '南宁'].map((name) =>
  keyOf(name, 'sm2-cosigner'),
)
const policy: LogPolicy = { origin: 'liuzhou/log', logKeys: [log], witnesses, quorum: 4 }
const leaves = Array.from({ length: 9 }, (_, i) => leafHash(u32(i)))

function checkpointOf(size: number, change: Partial<Checkpoint> = {}): Checkpoint {
  return {
    origin: 'liuzhou/log',
    size,
    root: treeRoot(leaves.slice(0, size)),
    algorithm: 'SM3',
    time: '2026-11-24T02:15:00.000Z',
    ...change,
  }
}

const text = checkpointText(checkpointOf(9))

function sign(key: NoteKey, about = text, as = key.name): NoteLine {
  const timed = key.kind.endsWith('-cosigner') ? { time: 1_795_486_500 } : {}
  const privateKey = secretOf(as)
  return signNote(about, { key, privateKey, entropy: utf8('entropy'), ...timed })
}

const all = [log, ...witnesses].map((key) => sign(key))

function faultOf(lines: readonly NoteLine[], about = text, rules = policy) {
  const note = findNote(writeNote({ text: about, lines }))
  if (note === undefined) return 'unread'
  const verdict = verifyCheckpoint(note, rules)
  return verdict.ok ? undefined : verdict.fault
}

describe('a note', () => {
  const published = utf8(
    'If you think cryptography is the answer to your problem,\n' +
      "then you don't know what your problem is.\n\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBti" +
      'FupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n',
  )
  const bytes = findBase64('ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW')
  const neumann: NoteKey = {
    name: 'PeterNeumann',
    kind: 'ed25519',
    publicKey: bytes?.subarray(1) ?? published,
  }

  test('of an outside tool is read, known by its key, and written again as it was', () => {
    const note = findNote(published)
    if (note === undefined) throw new Error('the published note is not read')
    expect(hex(keyId(neumann))).toBe('c74f20a3')
    expect(verifyNote(note, [neumann])).toMatchObject({ ok: true, signatures: [{ key: neumann }] })
    expect(writeNote(note)).toEqual(published)
    expect(verifyNote({ ...note, text: `${note.text}x\n` }, [neumann])).toMatchObject({ ok: false })
    expect(verifyNote(note, [log])).toEqual({ ok: true, signatures: [] })
  })

  test('is verified by keys that are told as text', () => {
    const told = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
    expect(findNoteKey(told)).toEqual(neumann)
    for (const key of [neumann, log, ...witnesses]) {
      expect(findNoteKey(noteKeyText(key))).toEqual(key)
    }
    expect(findNoteKey(told.replace('c74f', 'c74e'))).toBeUndefined()
    expect(findNoteKey(told.replace('Peter', 'Paul'))).toBeUndefined()
    expect(findNoteKey(told.slice(0, -4))).toBeUndefined()
  })

  test.each([
    ['no signature', 'text\n\n'],
    ['no empty line', 'text\n— a AAAAAAA=\n'],
    ['a hyphen for a dash', 'text\n\n- a AAAAAAA=\n'],
    ['a name with a plus', 'text\n\n— a+b AAAAAAA=\n'],
    ['a short signature', 'text\n\n— a AAAA\n'],
    ['loose base64', 'text\n\n— a AAAAAAB=\n'],
    ['a control character', 'te\txt\n\n— a AAAAAAA=\n'],
    ['no end', 'text\n\n— a AAAAAAA='],
    ['too many lines', `text\n\n${'— a AAAAAAA=\n'.repeat(101)}`],
  ])('with %s is none', (_, written) => expect(findNote(utf8(written))).toBeUndefined())

  test('is bound to its kind: a cosignature is no signature of the log', () => {
    const cosigner = keyOf('log.liuzhou', 'sm2-cosigner')
    expect(keyId(cosigner)).not.toEqual(keyId(log))
    const moved = { ...sign(cosigner), keyId: keyId(log) }
    expect(verifyNote({ text, lines: [moved] }, [log])).toMatchObject({ ok: false })
    expect(() =>
      signNote(text, { key: log, privateKey: log.publicKey, entropy: log.publicKey, time: 1 }),
    ).toThrow('time')
    expect(() => writeNote({ text: 'no end', lines: [] })).toThrow('line feed')
  })

  test('of the twin is signed as outside tools do, the time included', () => {
    const cosigner = keyOf('监督', 'ed25519-cosigner')
    const line = sign(cosigner)
    const note = { text, lines: [line] }
    expect(verifyNote(note, [cosigner])).toMatchObject({ signatures: [{ time: 1_795_486_500 }] })
    const later = concat(
      line.signature.subarray(0, 7),
      Uint8Array.of(1),
      line.signature.subarray(8),
    )
    const moved = { ...line, signature: later }
    expect(verifyNote({ text, lines: [moved] }, [cosigner])).toMatchObject({ ok: false })
  })
})

describe('a checkpoint', () => {
  test('comes back from its text', () => {
    expect(findCheckpoint(text)).toEqual(checkpointOf(9))
    expect(findCheckpoint(`${text}more of others\n`)).toEqual(checkpointOf(9))
  })

  test.each([
    ['a size with a zero before it', text.replace('\n9\n', '\n09\n')],
    ['a short root', text.replace(/\n[A-Za-z0-9+/]{40}/, '\n')],
    ['no algorithm', text.replace('alg SM3\n', '')],
    ['another algorithm', text.replace('SM3', 'MD5')],
    ['no time', text.replace(/time.*\n/, '')],
    ['no origin', text.replace('liuzhou/log', '')],
    ['an empty line', `${text}\nmore\n`],
    ['no end', text.slice(0, -1)],
  ])('with %s is none', (_, wrong) => expect(findCheckpoint(wrong)).toBeUndefined())

  test('counts with its log and four of five witnesses', () => {
    expect(faultOf(all)).toBeUndefined()
    expect(faultOf(all.slice(0, 5))).toBeUndefined()
  })

  test('T-19: does not count short of its quorum, unsigned, or signed by strangers', () => {
    expect(faultOf(all.slice(0, 4))).toBe('QUORUM')
    expect(faultOf(all.slice(1))).toBe('QUORUM')
    const stranger = sign(keyOf('路人', 'sm2-cosigner'))
    expect(faultOf([...all.slice(0, 4), stranger])).toBe('QUORUM')
    const [, first] = all
    if (first === undefined) throw new Error('a first witness')
    expect(faultOf([...all.slice(0, 4), first])).toBe('QUORUM')
    const [one] = witnesses
    if (one === undefined) throw new Error('a first witness')
    const renamed = { ...one, name: '另名' }
    const rules = { ...policy, witnesses: [...witnesses, renamed] }
    expect(faultOf([...all.slice(0, 4), sign(renamed, text, one.name)], text, rules)).toBe('QUORUM')
    expect(faultOf(all, checkpointText(checkpointOf(8)))).toBe('QUORUM')
    expect(faultOf([], text)).toBe('unread')
    const other = checkpointText(checkpointOf(9, { origin: 'other/log' }))
    expect(
      faultOf(
        [log, ...witnesses].map((key) => sign(key, other)),
        other,
      ),
    ).toBe('CHECKPOINT_FORM')
  })
})

describe('between two checkpoints', () => {
  const first = checkpointOf(4)
  const second = checkpointOf(9)
  const proof = consistencyProof(leaves, 4)

  test('a log has grown, or has been caught', () => {
    expect(growthFault(first, second, proof)).toBeUndefined()
    expect(growthFault(first, first, [])).toBeUndefined()
    expect(growthFault(second, first, proof)).toBe('ROLLBACK')
    const split = { ...second, root: treeRoot(leaves.toReversed()) }
    expect(growthFault(first, split, proof)).toBe('INCONSISTENT_LOG')
    expect(growthFault({ ...first, origin: 'x' }, second, proof)).toBe('INCONSISTENT_LOG')
  })

  test('the twin speaks of the same size, under its own hash', () => {
    const hash = treeHash('SHA-256')
    const twins = Array.from({ length: 9 }, (_, i) => leafHash(u32(i), hash))
    const twin = checkpointOf(9, { algorithm: 'SHA-256', root: treeRoot(twins, hash) })
    expect(twinFault(second, twin)).toBeUndefined()
    expect(twinFault(first, twin)).toBe('INCONSISTENT_LOG')
    expect(twinFault(second, second)).toBe('INCONSISTENT_LOG')
    const before = { ...twin, size: 4, root: treeRoot(twins.slice(0, 4), hash) }
    expect(growthFault(before, twin, consistencyProof(twins, 4, hash))).toBeUndefined()
    expect(growthFault(before, twin, proof)).toBe('INCONSISTENT_LOG')
  })
})
