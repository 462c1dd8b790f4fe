// SPDX-License-Identifier: Apache-2.0
/** Checks one stream from its bytes alone, in the order in which a sceptic would ask. */

import { hex, type Json, parseCanonical } from '../canonical/index.ts'
import { leafHash } from '../log/index.ts'
import {
  type Envelope,
  findEnvelope,
  firstSeq,
  noEntry,
  payloadDigest,
  saltSize,
} from './envelope.ts'

export type ChainFault =
  | 'entry-not-canonical'
  | 'entry-shape'
  | 'tender-mixed'
  | 'seq-gap'
  | 'prev-mismatch'
  | 'time-backwards'
  | 'payload-digest'
  | 'payload-not-canonical'

/** A body with its salt; a body that is withheld or erased is simply not handed in. */
export interface Opened {
  readonly salt: Uint8Array
  readonly body: Json
}

export type ChainVerdict =
  | {
      readonly ok: true
      readonly envelopes: readonly Envelope[]
      /** Hash of the last entry, to be compared with what others saw. */
      readonly head: string
      /** Places whose body was not handed in: reported as withheld, never as passed. */
      readonly withheld: readonly number[]
    }
  | { readonly ok: false; readonly fault: ChainFault; readonly seq: number }

/** Bodies are found by the `seq` of their entry. The first fault ends the walk. */
export function verifyChain(
  entries: readonly Uint8Array[],
  bodies: ReadonlyMap<number, Opened>,
): ChainVerdict {
  const envelopes: Envelope[] = []
  const withheld: number[] = []
  let head = noEntry
  for (const bytes of entries) {
    const seq = firstSeq + envelopes.length
    const parsed = parseCanonical(bytes)
    if (!parsed.ok) return { ok: false, fault: 'entry-not-canonical', seq }
    const envelope = findEnvelope(parsed.value)
    if (envelope === undefined) return { ok: false, fault: 'entry-shape', seq }

    const opened = bodies.get(seq)
    const fault =
      linkFault(envelope, { seq, head, before: envelopes.at(-1) }) ?? bodyFault(envelope, opened)
    if (fault !== undefined) return { ok: false, fault, seq }

    if (opened === undefined) withheld.push(seq)
    envelopes.push(envelope)
    head = hex(leafHash(bytes))
  }
  return { ok: true, envelopes, head, withheld }
}

interface Link {
  readonly seq: number
  readonly head: string
  readonly before: Envelope | undefined
}

function linkFault(envelope: Envelope, { seq, head, before }: Link): ChainFault | undefined {
  if (envelope.seq !== seq) return 'seq-gap'
  if (envelope.prev !== head) return 'prev-mismatch'
  if (before === undefined) return undefined
  if (before.tender !== envelope.tender || before.lot !== envelope.lot) return 'tender-mixed'
  return envelope.at < before.at ? 'time-backwards' : undefined
}

function bodyFault(envelope: Envelope, opened: Opened | undefined): ChainFault | undefined {
  if (opened === undefined) return undefined
  if (opened.salt.length !== saltSize) return 'payload-digest'
  const digest = findDigest(opened)
  if (digest === undefined) return 'payload-not-canonical'
  return digest === envelope.payload.digest ? undefined : 'payload-digest'
}

/** Bodies come from strangers, so one that cannot be written canonically is a fault, not a crash. */
function findDigest({ salt, body }: Opened): string | undefined {
  try {
    return payloadDigest(salt, body)
  } catch {
    return undefined
  }
}
