// SPDX-License-Identifier: Apache-2.0
/** One step of a witness (C2SP tlog-witness, made semantic): grow with the log, or refuse it. */

import { sameBytes } from '../canonical/index.ts'
import {
  appended,
  type Checkpoint,
  edgeRoot,
  emptyEdge,
  findCheckpoint,
  findNote,
  type NoteKey,
  type TreeEdge,
  verifyConsistency,
  verifyNote,
} from '../log/index.ts'
import { type Chains, type EntryFault, type Grammar, readEntries } from './chains.ts'

/** Kept in one atomic place: lost or rolled back, the witness could sign two histories. */
export interface WitnessState {
  readonly origin: string
  readonly edge: TreeEdge
  readonly root: Uint8Array
  readonly chains: Chains
  /** The note last cosigned: evidence, should a conflicting one come. */
  readonly last?: Uint8Array
}

export interface WitnessRequest {
  /** From which size the log believes us to stand. */
  readonly oldSize: number
  readonly proof: readonly Uint8Array[]
  readonly note: Uint8Array
  /** All entries from the old size to the new. */
  readonly entries: readonly Uint8Array[]
}

export interface WitnessRules {
  readonly logKeys: readonly NoteKey[]
  readonly grammar: Grammar
}

/** The first five are the answers of the specification; `refused` and `forked` are ours. */
export type WitnessAnswer =
  | { readonly kind: 'cosign'; readonly state: WitnessState; readonly checkpoint: Checkpoint }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'unknown-log' }
  | { readonly kind: 'unsigned' }
  | { readonly kind: 'conflict'; readonly size: number }
  | { readonly kind: 'proof-fails' }
  | { readonly kind: 'refused'; readonly fault: EntryFault; readonly index: number }
  /** Two signed notes that no log can both have made: to be published. */
  | { readonly kind: 'forked'; readonly notes: readonly [Uint8Array, Uint8Array] }

export function newWitness(origin: string): WitnessState {
  return { origin, edge: emptyEdge, root: edgeRoot(emptyEdge), chains: new Map() }
}

/** What can be said of a request before its entries are at hand. */
export type Examined =
  | Exclude<WitnessAnswer, { readonly kind: 'cosign' | 'refused' }>
  /** A later state of the same log: its entries are worth fetching. */
  | { readonly kind: 'grown'; readonly checkpoint: Checkpoint }

export function examine(
  state: WitnessState,
  request: Omit<WitnessRequest, 'entries'>,
  logKeys: readonly NoteKey[],
): Examined {
  const note = findNote(request.note)
  const checkpoint = note === undefined ? undefined : findCheckpoint(note.text)
  if (note === undefined || checkpoint?.algorithm !== 'SM3') return { kind: 'malformed' }
  if (checkpoint.origin !== state.origin) return { kind: 'unknown-log' }
  const verdict = verifyNote(note, logKeys)
  if (!verdict.ok || verdict.signatures.length === 0) return { kind: 'unsigned' }
  if (request.oldSize > checkpoint.size) return { kind: 'malformed' }

  const { size } = state.edge
  const sameSize = checkpoint.size === size && !sameBytes(checkpoint.root, state.root)
  if (sameSize && state.last !== undefined) {
    return { kind: 'forked', notes: [state.last, request.note] }
  }
  if (request.oldSize !== size) return { kind: 'conflict', size }
  const consistent = verifyConsistency({
    firstSize: size,
    firstRoot: state.root,
    secondSize: checkpoint.size,
    secondRoot: checkpoint.root,
    proof: request.proof,
  })
  return consistent ? { kind: 'grown', checkpoint } : { kind: 'proof-fails' }
}

export function witnessStep(
  state: WitnessState,
  request: WitnessRequest,
  rules: WitnessRules,
): WitnessAnswer {
  const examined = examine(state, request, rules.logKeys)
  if (examined.kind !== 'grown') return examined
  const { checkpoint } = examined
  const { size } = state.edge
  if (request.entries.length !== checkpoint.size - size) return { kind: 'malformed' }
  const reading = readEntries(state.chains, request.entries, rules.grammar)
  if (!reading.ok) return { kind: 'refused', fault: reading.fault, index: size + reading.place }
  const { edge } = appended(state.edge, reading.leaves)
  const root = edgeRoot(edge)
  // The mirror must come to the same root by itself: then the entries are those of the log.
  if (!sameBytes(root, checkpoint.root)) return { kind: 'proof-fails' }
  const next = { ...state, edge, root, chains: reading.chains, last: request.note }
  return { kind: 'cosign', state: next, checkpoint }
}
