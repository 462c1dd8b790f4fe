// SPDX-License-Identifier: Apache-2.0
/** Where the log stands, for people: what is recorded, what is attested, and by whom. */

import { hex, parseCanonical } from '@gongxin/trust/canonical'
import { type Envelope, findEnvelope } from '@gongxin/trust/event'
import { findCheckpoint, findNote, type NoteKey } from '@gongxin/trust/log'
import type { LogView } from '../http/contract/index.ts'
import type { KeptCheckpoint, LogStore } from '../store/index.ts'

export interface StandingParts {
  readonly log: LogStore
  readonly witnesses: readonly NoteKey[]
  readonly expected: number
  readonly quorum: number
}

const mostLines = 20

export async function standingOf(parts: StandingParts): Promise<LogView> {
  const { log, witnesses, expected, quorum } = parts
  const names = witnesses.map(({ name }) => name)
  const newest = await log.newest()
  const size = await log.cosignedSize(names, quorum)
  const attested = size === null ? null : await log.checkpoint(size)
  const last = new Map((await log.lastCosignatures(names)).map((one) => [one.witness, one]))
  const entries = newest === null ? [] : await log.latest(newest.size, mostLines)
  return {
    recorded: signedIn(newest),
    attested: signedIn(attested),
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

function signedIn(kept: KeptCheckpoint | null): LogView['recorded'] {
  if (kept === null) return null
  const { size, at, sm3Note } = kept
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
