// SPDX-License-Identifier: Apache-2.0
/** 回执第二部分: proof that the own version stood in the vault at a tick, checked without any server. */

import { hex, parseCanonical, utf8 } from '@gongxin/trust/canonical'
import { findEnvelope, payloadDigest } from '@gongxin/trust/event'
import { findCheckpoint, findNote, leafHash, verifyInclusion } from '@gongxin/trust/log'
import {
  type ReceiptFault,
  receiptFault,
  type TickProof,
  tickFault,
  verifySlot,
} from '@gongxin/trust/vault'
import { digest, z } from '../../kernel/index.ts'
import { bytesOf, type DataOf, type VaultPlace } from '../tender/index.ts'
import { platform, platformShapes } from '../vault/index.ts'
import { revealOf } from './revealed.ts'
import type { BidState } from './state.ts'
import { lot } from './tool.ts'

const hashes = (most: number) => z.array(digest).max(most)

/** As it is sent, kept and saved: bytes in lower-case hex. */
export const secondPart = z.object({
  proof: z.object({
    tick: z.int(),
    slot: z.int(),
    salt: digest,
    value: digest,
    vaultPath: hashes(16),
    position: z.int(),
    superPath: hashes(16),
  }),
  /** The entry of the tick as it is chained; its body is bound by a salted digest. */
  entry: z.string(),
  salt: digest,
  body: z.object({ data: platformShapes.VaultTicked.shape, findings: z.array(z.never()) }),
  /** Where the entry stands in the public log; null until witnesses have signed that far. */
  log: z
    .object({
      ...{ idx: z.int(), size: z.int(), root: digest, path: hashes(64) },
      /** The cosigned note, as it lies below `/log`. */
      checkpoint: z.string(),
    })
    .nullable(),
})
export type SecondPart = z.infer<typeof secondPart>

/** What the bidder knows without the platform: the notice, the own ticket, and what it signed. */
export interface OwnTicket {
  readonly tender: string
  readonly vault: VaultPlace
  /** Public key of the ticket, 65 bytes. */
  readonly ticketKey: Uint8Array
  readonly versions: BidState['versions']
}

export type SecondPartFault = ReceiptFault | 'TICK_ENTRY' | 'LOG_PROOF'

/** What is wrong with a second part; null where the last version stood in the vault at its tick. */
export function secondPartFault(part: SecondPart, own: OwnTicket): SecondPartFault | null {
  const { tick, root } = part.body.data
  const entry = parseCanonical(utf8(part.entry))
  const envelope = entry.ok ? findEnvelope(entry.value) : undefined
  const bound =
    envelope?.tender === platform &&
    envelope.type === 'VaultTicked' &&
    envelope.payload.digest === payloadDigest(bytesOf(part.salt), part.body)
  if (!bound) return 'TICK_ENTRY'
  const { capacity, position } = own.vault
  const facts = { capacity, position, tick, superRoot: bytesOf(root) }
  const fault = tickFault(proofOf(part), facts)
  if (fault !== undefined) return fault
  if (headOf(own) !== part.proof.value) return 'BID_MISSING'
  return part.log === null || isLogged(part.entry, part.log) ? null : 'LOG_PROOF'
}

/** Does the vault that was shown still hold what this receipt proves, and the last version as head? */
export function keptFault(
  part: SecondPart,
  own: OwnTicket,
  revealed: DataOf<'VaultRevealed'>,
): SecondPartFault | null {
  const { tender, ticketKey, vault } = own
  const reveal = revealOf(revealed, vault.capacity)
  const { capacity, position } = vault
  const { tick, root } = part.body.data
  const facts = { capacity, position, tick, superRoot: bytesOf(root) }
  const shown = { reveal, ticket: { tender, lot, ticketKey } }
  const head = headOf(own)
  const slot = revealed.slots.find((one) => one.ticketKey === hex(ticketKey))
  const isHead = head !== null && head === hex(reveal.values[slot?.slot ?? -1] ?? new Uint8Array())
  return receiptFault(proofOf(part), facts, shown) ?? (isHead ? null : 'BID_MISSING')
}

/** Value of the slot after all that the ticket signed; null where a signature is not its own. */
function headOf({ tender, ticketKey, versions }: OwnTicket): string | null {
  const signed = versions.map(({ commitment, ticketSig, ...version }) => {
    return { ...version, commitment: bytesOf(commitment), ticketSig: bytesOf(ticketSig) }
  })
  const verdict = verifySlot(signed, { tender, lot, ticketKey })
  const head = verdict.ok ? verdict.values.at(-1) : undefined
  return head === undefined ? null : hex(head)
}

function proofOf({ proof }: SecondPart): TickProof {
  const { salt, value, vaultPath, superPath, ...place } = proof
  return {
    ...{ ...place, salt: bytesOf(salt), value: bytesOf(value) },
    ...{ vaultPath: vaultPath.map(bytesOf), superPath: superPath.map(bytesOf) },
  }
}

/** The place in the log and the note must tell of one tree; whose hands signed it is for the verifier. */
function isLogged(entry: string, log: NonNullable<SecondPart['log']>): boolean {
  const note = findNote(utf8(log.checkpoint))
  const noted = note === undefined ? undefined : findCheckpoint(note.text)
  if (noted?.size !== log.size || hex(noted.root) !== log.root) return false
  return verifyInclusion({
    leaf: leafHash(utf8(entry)),
    index: log.idx,
    size: log.size,
    root: bytesOf(log.root),
    proof: log.path.map(bytesOf),
  })
}
