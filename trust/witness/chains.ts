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

/**
 * The chain of a tender by its name and lot. Sealed chains stand beside it without a name of their
 * own: each is found by its head, so that a second entry after the same one finds nothing.
 */
export type Chains = ReadonlyMap<string, Chain>

/**
 * May this event follow in this state? Gives the next state, or nothing. A sealed chain is judged
 * with the state of its tender beside it; for the tender itself that is its own state.
 */
export type Grammar = (state: string, event: Envelope, ofTender: string) => string | undefined

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
    const tender = `${envelope.tender}\n${envelope.lot}`
    const sealed = envelope.payload.access === 'sealed'
    const before = now.get(sealed ? `${tender}\n${envelope.prev}` : tender)
    const ofTender = now.get(tender)?.state ?? grammarStart
    const next = following(before, envelope, (state) => grammar(state, envelope, ofTender))
    if (!next.ok) return { ok: false, fault: next.fault, place }
    const leaf = leafHash(bytes)
    const head = hex(leaf)
    if (sealed) now.delete(`${tender}\n${envelope.prev}`)
    const { seq, at } = envelope
    now.set(sealed ? `${tender}\n${head}` : tender, { seq, head, at, state: next.state })
    leaves.push(leaf)
  }
  return { ok: true, chains: now, leaves }
}

type Next =
  | { readonly ok: true; readonly state: string }
  | { readonly ok: false; readonly fault: EntryFault }

function following(
  before: Chain | undefined,
  envelope: Envelope,
  grammar: (state: string) => string | undefined,
): Next {
  const seq = before === undefined ? firstSeq : before.seq + 1
  if (envelope.seq !== seq || envelope.prev !== (before?.head ?? noEntry)) {
    return { ok: false, fault: 'CHAIN_BROKEN' }
  }
  if (before !== undefined && envelope.at < before.at) return { ok: false, fault: 'TIME_BACKWARDS' }
  const state = grammar(before?.state ?? grammarStart)
  return state === undefined ? { ok: false, fault: 'GRAMMAR' } : { ok: true, state }
}
