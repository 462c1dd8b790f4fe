// SPDX-License-Identifier: Apache-2.0
/** Checkpoints: how large the log was, with which root, and who saw it so. */

import { sameBytes } from '../canonical/index.ts'
import { type Hash, sha256Digest, sm3Digest } from '../suites/index.ts'
import { base64, findBase64 } from './base64.ts'
import { type Note, type NoteKey, type Signature, verifyNote } from './note.ts'
import { verifyConsistency } from './tree.ts'

export type TreeAlgorithm = 'SM3' | 'SHA-256'

export interface Checkpoint {
  /** Which log this is, for life. */
  readonly origin: string
  readonly size: number
  readonly root: Uint8Array
  readonly algorithm: TreeAlgorithm
  /** When the log says it was so. */
  readonly time: string
}

const sizeForm = /^(?:0|[1-9]\d{0,15})$/

export function checkpointText({ origin, size, root, algorithm, time }: Checkpoint): string {
  return `${origin}\n${size}\n${base64(root)}\nalg ${algorithm}\ntime ${time}\n`
}

/** Nothing unless both our extension lines are there once; lines of others may follow. */
export function findCheckpoint(text: string): Checkpoint | undefined {
  const [origin, digits, encoded, alg, at, ...rest] = text.split('\n')
  const root = encoded === undefined ? undefined : findBase64(encoded)
  const size = digits !== undefined && sizeForm.test(digits) ? Number(digits) : undefined
  const algorithm = algorithmIn(alg)
  const time = at?.startsWith('time ') ? at.slice(5) : undefined
  if (origin === undefined || origin === '' || root?.length !== 32) return undefined
  if (size === undefined || !Number.isSafeInteger(size)) return undefined
  if (algorithm === undefined || time === undefined || rest.at(-1) !== '') return undefined
  const blank = rest.slice(0, -1).some((line) => line === '')
  return blank ? undefined : { origin, size, root, algorithm, time }
}

/** Pinned by the verifier: whose word counts, and how many of them are needed. */
export interface LogPolicy {
  readonly origin: string
  readonly logKeys: readonly NoteKey[]
  readonly witnesses: readonly NoteKey[]
  readonly quorum: number
}

export type CheckpointFault = 'CHECKPOINT_FORM' | 'QUORUM'

export type CheckpointVerdict =
  | {
      readonly ok: true
      readonly checkpoint: Checkpoint
      /** Of witnesses, each once, with the time it saw the checkpoint. */
      readonly cosignatures: readonly Signature[]
    }
  | { readonly ok: false; readonly fault: CheckpointFault }

/** Signed by the log and by enough witnesses, none of them counted twice. */
export function verifyCheckpoint(note: Note, policy: LogPolicy): CheckpointVerdict {
  const checkpoint = findCheckpoint(note.text)
  if (checkpoint?.origin !== policy.origin) return { ok: false, fault: 'CHECKPOINT_FORM' }
  const verdict = verifyNote(note, [...policy.logKeys, ...policy.witnesses])
  if (!verdict.ok) return { ok: false, fault: 'QUORUM' }
  const byLog = verdict.signatures.some(({ key }) => policy.logKeys.includes(key))
  // The key makes the witness: one key under two names is one witness.
  const seen = new Map<string, Signature>()
  for (const signature of verdict.signatures) {
    const { key } = signature
    if (policy.witnesses.includes(key) && !seen.has(key.publicKey.join())) {
      seen.set(key.publicKey.join(), signature)
    }
  }
  const enough = byLog && seen.size >= policy.quorum && policy.quorum > 0
  return enough
    ? { ok: true, checkpoint, cosignatures: [...seen.values()] }
    : { ok: false, fault: 'QUORUM' }
}

export type GrowthFault = 'ROLLBACK' | 'INCONSISTENT_LOG'

/** Is the second checkpoint what the first has grown into? */
export function growthFault(
  first: Checkpoint,
  second: Checkpoint,
  proof: readonly Uint8Array[],
): GrowthFault | undefined {
  if (first.origin !== second.origin || first.algorithm !== second.algorithm) {
    return 'INCONSISTENT_LOG'
  }
  if (second.size < first.size) return 'ROLLBACK'
  const sizes = { firstSize: first.size, secondSize: second.size }
  const roots = { firstRoot: first.root, secondRoot: second.root }
  const grown = verifyConsistency({ ...sizes, ...roots, proof }, treeHash(second.algorithm))
  return grown ? undefined : 'INCONSISTENT_LOG'
}

/** The twin under the other hash must speak of the same log at the same size. */
export function twinFault(one: Checkpoint, twin: Checkpoint): GrowthFault | undefined {
  const agree =
    one.origin === twin.origin &&
    one.size === twin.size &&
    one.algorithm !== twin.algorithm &&
    !sameBytes(one.root, twin.root)
  return agree ? undefined : 'INCONSISTENT_LOG'
}

export function treeHash(algorithm: TreeAlgorithm): Hash {
  return algorithm === 'SM3' ? sm3Digest : sha256Digest
}

function algorithmIn(line: string | undefined): TreeAlgorithm | undefined {
  if (line === 'alg SM3') return 'SM3'
  return line === 'alg SHA-256' ? 'SHA-256' : undefined
}
