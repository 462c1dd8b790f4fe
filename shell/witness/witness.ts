// SPDX-License-Identifier: Apache-2.0
/** A witness: mirrors the log, reads every entry, and signs only what its own mirror comes to. */

import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { utf8 } from '@gongxin/trust/canonical'
import {
  findNote,
  findNoteKey,
  type NoteKey,
  noteKeyText,
  type Tile,
  writeNote,
} from '@gongxin/trust/log'
import {
  examine,
  type Grammar,
  type WitnessAnswer,
  type WitnessState,
  witnessStep,
} from '@gongxin/trust/witness'
import { type BundleReader, readEntries, type Signer, signerIn } from '../log/index.ts'
import { type Memory, openMemory, recalled } from './memory.ts'
import { type Mirror, openMirror } from './mirror.ts'
import type { Shown } from './request.ts'

/** What the witness asks of the log it follows. */
export interface Followed {
  readonly bundle: BundleReader
  /** The key of its hand, by which it is known from the first day on; null where it is silent. */
  key(): Promise<NoteKey | null>
}

export interface WitnessParts {
  readonly folder: string
  readonly name: string
  readonly log: Followed
  readonly grammar: Grammar
  /** Seconds since 1970. */
  readonly now: () => Promise<number>
}

export type Judged =
  | Exclude<WitnessAnswer, { readonly kind: 'cosign' | 'forked' }>
  | { readonly kind: 'cosigned'; readonly line: Uint8Array }
  | { readonly kind: 'forked'; readonly size: number }
  /** Evidence against this log is at hand: nothing of it is signed any more. */
  | { readonly kind: 'halted' }
  | { readonly kind: 'unavailable' }

export interface Witness {
  readonly key: NoteKey
  /** One at a time: two at once could sign two histories. */
  judge(shown: Shown): Promise<Judged>
  /** The note last signed, with our line. */
  checkpoint(): Promise<Uint8Array | null>
  bundle(bundle: Omit<Tile, 'level'>): Promise<Uint8Array | null>
  /** The two notes that no log can both have signed. */
  conflict(): Promise<Uint8Array | null>
}

interface Open {
  readonly parts: WitnessParts
  readonly signer: Signer
  readonly memory: Memory
  readonly mirror: Mirror
  /** Known once the log has been met. */
  following: { readonly logKey: NoteKey; state: WitnessState } | undefined
}

export async function openWitness(parts: WitnessParts): Promise<Witness> {
  const { folder, name } = parts
  await mkdir(folder, { recursive: true })
  const signer = await signerIn(join(folder, 'witness.key'), name, 'sm2-cosigner')
  const memory = openMemory(folder)
  const mirror = openMirror(folder)
  const open: Open = { parts, signer, memory, mirror, following: undefined }
  await follow(open, false)
  let last: Promise<unknown> = Promise.resolve()
  return {
    key: signer.key,
    judge(shown) {
      const next = last.then(() => judged(open, shown))
      last = next.catch(() => {})
      return next
    },
    checkpoint: () => memory.read('checkpoint'),
    bundle: async (bundle) => {
      const size = open.following?.state.edge.size ?? 0
      return bundle.index * 256 + bundle.width > size ? null : mirror.bundle(bundle)
    },
    conflict: () => memory.read('conflict'),
  }
}

/** The first key a log shows is kept; what was signed before is read again from the mirror. */
async function follow(open: Open, mayAsk: boolean): Promise<void> {
  const { memory, mirror, parts } = open
  const kept = await memory.read('log-key')
  const text = kept === null ? '' : Buffer.from(kept).toString('utf8').trim()
  const logKey = kept === null && mayAsk ? await parts.log.key() : findNoteKey(text)
  if (logKey === undefined || logKey === null) return
  if (kept === null) await memory.write('log-key', utf8(`${noteKeyText(logKey)}\n`))
  const of = { origin: logKey.name, grammar: parts.grammar }
  open.following = { logKey, state: await recalled(await memory.read('checkpoint'), mirror, of) }
}

async function judged(open: Open, shown: Shown): Promise<Judged> {
  const { parts, memory } = open
  if (open.following === undefined) await follow(open, true)
  const { following } = open
  if (following === undefined) return { kind: 'unavailable' }
  if ((await memory.read('conflict')) !== null) return { kind: 'halted' }
  const { logKey, state } = following
  const examined = examine(state, shown, [logKey])
  const { size } = state.edge
  if (examined.kind === 'forked') {
    const notes = examined.notes.map((note) => Buffer.from(note).toString('utf8'))
    await memory.write('conflict', utf8(JSON.stringify({ notes })))
    return { kind: 'forked', size }
  }
  if (examined.kind !== 'grown') return examined
  const entries = await readEntries(parts.log.bundle, size, examined.checkpoint.size)
  if (entries === null) return { kind: 'unavailable' }
  const rules = { logKeys: [logKey], grammar: parts.grammar }
  const answer = witnessStep(state, { ...shown, entries }, rules)
  if (answer.kind === 'forked') return { kind: 'forked', size }
  if (answer.kind !== 'cosign') return answer
  return cosigned(open, following, { entries, shown, state: answer.state })
}

interface Step {
  readonly entries: readonly Uint8Array[]
  readonly shown: Shown
  readonly state: WitnessState
}

/** Entries first, then the checkpoint, and only then the answer: a crash repeats, it never forgets. */
async function cosigned(
  { parts, signer, memory, mirror }: Open,
  following: NonNullable<Open['following']>,
  { entries, shown, state }: Step,
): Promise<Judged> {
  const note = findNote(shown.note)
  if (note === undefined) return { kind: 'malformed' }
  await mirror.write(following.state.edge.size, entries)
  const line = signer.sign(note.text, await parts.now())
  const own = note.lines.filter(({ name }) => name === following.logKey.name)
  const signed = writeNote({ text: note.text, lines: [...own, line] })
  await memory.write('checkpoint', signed)
  following.state = { ...state, last: signed }
  const whole = writeNote({ text: note.text, lines: [line] })
  return { kind: 'cosigned', line: whole.slice(utf8(note.text).length + 1) }
}
