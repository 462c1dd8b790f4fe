// SPDX-License-Identifier: Apache-2.0
/** Reads the log as a witness does: every tender's chain must hold, entry by entry. */

import { hex, parseCanonical } from '../canonical/index.ts'
import { type Envelope, findEnvelope, firstSeq, noEntry } from '../event/index.ts'
import { leafHash } from '../log/index.ts'

export interface Chain {
  readonly seq: number
  readonly head: string
  readonly at: string
  /** Where the grammar of its procedure stands. */
  readonly state: string
}

/** By tender and lot. */
export type Chains = ReadonlyMap<string, Chain>

/** May this event follow in this state? Gives the next state, or nothing. */
export type Grammar = (state: string, event: Envelope) => string | undefined

export const grammarStart = ''

export type EntryFault =
  | 'NON_CANONICAL'
  | 'ENTRY_FORM'
  | 'CHAIN_BROKEN'
  | 'TIME_BACKWARDS'
  | 'GRAMMAR'

export type Reading =
  | { readonly ok: true; readonly chains: Chains; readonly leaves: readonly Uint8Array[] }
  | { readonly ok: false; readonly fault: EntryFault; readonly place: number }

export function readEntries(
  chains: Chains,
  entries: readonly Uint8Array[],
  grammar: Grammar,
): Reading {
  const now = new Map(chains)
  const leaves: Uint8Array[] = []
  for (const [place, bytes] of entries.entries()) {
    const parsed = parseCanonical(bytes)
    if (!parsed.ok) return { ok: false, fault: 'NON_CANONICAL', place }
    const envelope = findEnvelope(parsed.value)
    if (envelope === undefined) return { ok: false, fault: 'ENTRY_FORM', place }
    const name = `${envelope.tender}\n${envelope.lot}`
    const next = following(now.get(name), envelope, grammar)
    if (!next.ok) return { ok: false, fault: next.fault, place }
    const leaf = leafHash(bytes)
    now.set(name, { seq: envelope.seq, head: hex(leaf), at: envelope.at, state: next.state })
    leaves.push(leaf)
  }
  return { ok: true, chains: now, leaves }
}

type Next =
  | { readonly ok: true; readonly state: string }
  | { readonly ok: false; readonly fault: EntryFault }

function following(before: Chain | undefined, envelope: Envelope, grammar: Grammar): Next {
  const seq = before === undefined ? firstSeq : before.seq + 1
  if (envelope.seq !== seq || envelope.prev !== (before?.head ?? noEntry)) {
    return { ok: false, fault: 'CHAIN_BROKEN' }
  }
  if (before !== undefined && envelope.at < before.at) return { ok: false, fault: 'TIME_BACKWARDS' }
  const state = grammar(before?.state ?? grammarStart, envelope)
  return state === undefined ? { ok: false, fault: 'GRAMMAR' } : { ok: true, state }
}
