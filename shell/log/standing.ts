// SPDX-License-Identifier: Apache-2.0
/** Where the log stands, for people: what is recorded, what is attested, and by whom. */

import type { Instant } from '@gongxin/core/kernel'
import { hex, parseCanonical } from '@gongxin/trust/canonical'
import { type Envelope, findEnvelope } from '@gongxin/trust/event'
import { findCheckpoint, findNote, type NoteKey } from '@gongxin/trust/log'
import type { KeptCheckpoint, LogStore } from '../store/index.ts'

export interface Signed {
  readonly size: number
  /** Root under SM3, lower-case hex. */
  readonly root: string
  readonly at: Instant
}

export interface LoggedLine {
  readonly idx: number
  readonly type: string
  readonly tender: string
  readonly at: string
  readonly sealed: boolean
  /** Leaf under SM3, lower-case hex. */
  readonly leaf: string
}

export interface SeenBy {
  readonly name: string
  /** Null for one that has signed nothing yet. */
  readonly seen: { readonly size: number; readonly at: Instant } | null
}

export interface LogStanding {
  /** Numbered and committed. */
  readonly recorded: Signed | null
  /** Cosigned by a quorum. */
  readonly attested: Signed | null
  readonly quorum: number
  /** How many witnesses there are to be. */
  readonly expected: number
  readonly witnesses: readonly SeenBy[]
  readonly latest: readonly LoggedLine[]
}

export interface StandingParts {
  readonly log: LogStore
  readonly witnesses: readonly NoteKey[]
  readonly expected: number
  readonly quorum: number
}

const mostLines = 20

export async function standingOf(parts: StandingParts): Promise<LogStanding> {
  const { log, witnesses, expected, quorum } = parts
  const names = witnesses.map(({ name }) => name)
  const newest = await log.newest()
  const size = await log.cosignedSize(names, quorum)
  const attested = size === null ? null : await log.checkpoint(size)
  const last = new Map((await log.lastCosignatures(names)).map((one) => [one.witness, one]))
  const entries = newest === null ? [] : await log.latest(newest.size, mostLines)
  return {
    recorded: newest && signedIn(newest),
    attested: attested && signedIn(attested),
    quorum,
    expected,
    witnesses: names.map((name) => {
      const one = last.get(name)
      return { name, seen: one === undefined ? null : { size: one.size, at: one.at } }
    }),
    latest: entries.map(({ idx, entry, leaf }) => {
      const { type, tender, at, payload } = envelopeIn(entry)
      return { idx, type, tender, at, sealed: payload.access === 'sealed', leaf: hex(leaf) }
    }),
  }
}

function signedIn({ size, at, sm3Note }: KeptCheckpoint): Signed {
  const found = findCheckpoint(findNote(sm3Note)?.text ?? '')
  if (found === undefined) throw new Error(`checkpoint ${size} is no note`)
  return { size, at, root: hex(found.root) }
}

function envelopeIn(entry: Uint8Array): Envelope {
  const parsed = parseCanonical(entry)
  const envelope = parsed.ok ? findEnvelope(parsed.value) : undefined
  if (envelope === undefined) throw new Error('an entry of the log is no event')
  return envelope
}
