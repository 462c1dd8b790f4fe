// SPDX-License-Identifier: Apache-2.0
/** Signed notes (C2SP signed-note): a text, and below it whoever stands by it. */

import { concat, findText, hex, sameBytes, utf8 } from '../canonical/index.ts'
import {
  purposeMessage,
  sha256Digest,
  signEd25519,
  signSm2,
  verifyEd25519,
  verifyingKey,
  verifySm2,
} from '../suites/index.ts'
import { base64, findBase64 } from './base64.ts'

/** Ed25519 kinds are those of outside tools; SM2 has no number there and goes by a name of ours. */
export type NoteKind = (typeof noteKinds)[number]

export interface NoteKey {
  readonly name: string
  readonly kind: NoteKind
  /** `04 ‖ x ‖ y`, or the 32 bytes of Ed25519. */
  readonly publicKey: Uint8Array
}

export interface NoteLine {
  readonly name: string
  /** First four bytes of a digest of name, kind and key. */
  readonly keyId: Uint8Array
  readonly signature: Uint8Array
}

export interface Note {
  /** With its last line feed; what signatures are over. */
  readonly text: string
  readonly lines: readonly NoteLine[]
}

const longest = 1_000_000
const mostLines = 100
const lineForm = /^— ([^\s+]+) ([A-Za-z0-9+/=]+)$/u
const keyForm = /^([^\s+]+)\+([0-9a-f]{8})\+(.+)$/u
const noteKinds = ['sm2', 'sm2-cosigner', 'ed25519', 'ed25519-cosigner'] as const
/** The tag of each kind, as the specification hashes it into a key's number. */
const kinds: Readonly<Record<NoteKind, Uint8Array>> = {
  ed25519: Uint8Array.of(0x01),
  'ed25519-cosigner': Uint8Array.of(0x04),
  sm2: concat(Uint8Array.of(0xff), utf8('SM2-SM3 note/v1')),
  'sm2-cosigner': concat(Uint8Array.of(0xff), utf8('SM2-SM3 cosignature/v1')),
}

export function keyId({ name, kind, publicKey }: NoteKey): Uint8Array {
  return sha256Digest(concat(utf8(`${name}\n`), kinds[kind], publicKey)).subarray(0, 4)
}

/** `name+number+key`: how a key is told to whoever is to verify with it. */
export function noteKeyText(key: NoteKey): string {
  return `${key.name}+${hex(keyId(key))}+${base64(concat(kinds[key.kind], key.publicKey))}`
}

/** Nothing where the form, the kind or the number of the key is wrong. */
export function findNoteKey(text: string): NoteKey | undefined {
  const [, name, number, encoded = ''] = keyForm.exec(text) ?? []
  const bytes = findBase64(encoded)
  if (name === undefined || bytes === undefined) return undefined
  for (const kind of noteKinds) {
    const mark = kinds[kind]
    const publicKey = bytes.subarray(mark.length)
    const size = kind.startsWith('sm2') ? 65 : 32
    if (publicKey.length !== size || !sameBytes(bytes.subarray(0, mark.length), mark)) continue
    const key = { name, kind, publicKey }
    return hex(keyId(key)) === number ? key : undefined
  }
  return undefined
}

export function findNote(bytes: Uint8Array): Note | undefined {
  const whole = bytes.length > longest ? undefined : findText(bytes)
  if (whole === undefined || hasControl(whole) || !whole.endsWith('\n')) return undefined
  const split = whole.lastIndexOf('\n\n')
  if (split < 0) return undefined
  const text = whole.slice(0, split + 1)
  const written = whole.slice(split + 2, -1).split('\n')
  if (written.length > mostLines) return undefined
  const lines = written.map(findLine).filter((line) => line !== undefined)
  return lines.length === written.length ? { text, lines } : undefined
}

export function writeNote({ text, lines }: Note): Uint8Array<ArrayBuffer> {
  if (hasControl(text) || !text.endsWith('\n')) throw new RangeError('a note ends with a line feed')
  const signed = lines.map(
    (line) => `— ${line.name} ${base64(concat(line.keyId, line.signature))}\n`,
  )
  return utf8(`${text}\n${signed.join('')}`)
}

export interface NoteSigning {
  readonly key: NoteKey
  readonly privateKey: Uint8Array
  readonly entropy: Uint8Array
  /** Seconds since 1970, for a cosigner: when it saw the text. */
  readonly time?: number
}

export function signNote(text: string, signing: NoteSigning): NoteLine {
  const { key, privateKey, entropy, time } = signing
  if (isCosigner(key.kind) !== (time !== undefined))
    throw new RangeError('only a cosigner has a time')
  const message = messageOf(text, key.kind, time ?? 0)
  const bare = key.kind.startsWith('sm2')
    ? signSm2({ privateKey, message, entropy })
    : signEd25519(privateKey, message)
  const signature = time === undefined ? bare : concat(u64(time), bare)
  return { name: key.name, keyId: keyId(key), signature }
}

export interface Signature {
  readonly key: NoteKey
  /** Seconds since 1970; of a cosigner only. */
  readonly time?: number
}

export type NoteVerdict =
  | { readonly ok: true; readonly signatures: readonly Signature[] }
  | { readonly ok: false; readonly key: NoteKey }

/** Lines of unknown keys say nothing; a line of a known key that fails condemns the note. */
export function verifyNote(note: Note, keys: readonly NoteKey[]): NoteVerdict {
  const signatures: Signature[] = []
  for (const line of note.lines) {
    for (const key of keys) {
      if (key.name !== line.name || !sameBytes(keyId(key), line.keyId)) continue
      const signature = signatureIn(note.text, line, key)
      if (signature === undefined) return { ok: false, key }
      signatures.push(signature)
    }
  }
  return { ok: true, signatures }
}

function signatureIn(text: string, line: NoteLine, key: NoteKey): Signature | undefined {
  const timed = isCosigner(key.kind)
  if (line.signature.length !== (timed ? 72 : 64)) return undefined
  const time = timed ? numberIn(line.signature.subarray(0, 8)) : 0
  const signature = line.signature.subarray(timed ? 8 : 0)
  if (!Number.isSafeInteger(time)) return undefined
  const message = messageOf(text, key.kind, time)
  if (!holds(key, message, signature)) return undefined
  return timed ? { key, time } : { key }
}

function holds(key: NoteKey, message: Uint8Array, signature: Uint8Array): boolean {
  if (!key.kind.startsWith('sm2')) return verifyEd25519(key.publicKey, message, signature)
  const verifying = verifyingKey(key.publicKey)
  return verifying !== undefined && verifySm2(verifying, { message, signature })
}

function messageOf(text: string, kind: NoteKind, time: number): Uint8Array {
  const timed = isCosigner(kind) ? `cosignature/v1\ntime ${time}\n${text}` : text
  return kind.startsWith('sm2') ? purposeMessage('NOTE/1', utf8(timed)) : utf8(timed)
}

function isCosigner(kind: NoteKind): boolean {
  return kind.endsWith('-cosigner')
}

function findLine(line: string): NoteLine | undefined {
  const [, name, encoded] = lineForm.exec(line) ?? []
  const bytes = encoded === undefined ? undefined : findBase64(encoded)
  if (name === undefined || bytes === undefined || bytes.length < 5) return undefined
  return { name, keyId: bytes.subarray(0, 4), signature: bytes.subarray(4) }
}

function hasControl(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a note may not hold.
  return /[\u0000-\u0009\u000b-\u001f\u007f]/.test(text)
}

function u64(value: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(8))
  view.setBigUint64(0, BigInt(value))
  return new Uint8Array(view.buffer)
}

function numberIn(bytes: Uint8Array): number {
  return bytes.reduce((value, byte) => value * 256 + byte, 0)
}
