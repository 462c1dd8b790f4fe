// SPDX-License-Identifier: Apache-2.0
/** The bidder's own tool (ADR 9): seals, signs with the ticket, opens, and takes back; chance is handed in. */

import { canonicalBytes, findText, hex, utf8 } from '@gongxin/trust/canonical'
import {
  bidCommitment,
  type Content,
  circleOf,
  findManifest,
  type Holding,
  manifestFault,
  noCommitment,
  type SealingHands,
  sealBid,
  unwrapByBidder,
  unwrapByDevice,
} from '@gongxin/trust/seal'
import { openShare } from '@gongxin/trust/sharing'
import { type Signer, signSm2, sm2PublicKey, type Unwrapper } from '@gongxin/trust/suites'
import { emptySlot, type SlotAction, slotMessage } from '@gongxin/trust/vault'
import { certain } from '../../kernel/index.ts'
import { type BidContent, bytesOf } from '../tender/index.ts'
import { identityOf, signerOf } from './certifying.ts'
import type { SlotEntry } from './events.ts'

/** One lot is one tender. */
export const lot = '1'

/** Private keys of one bidder for one lot, 32 bytes each: to be backed up before anything is sent. */
export interface BidderKeys {
  /** Signs every version handed in. */
  readonly ticket: Uint8Array
  /** Opens the bid at the opening. */
  readonly opening: Uint8Array
}

/** What stands in the bidder's own stream before this act. */
export interface Before {
  readonly slot: Pick<SlotEntry, 'verNo' | 'value'> | null
  /** Commitment of the bid that is replaced; null where none lies there. */
  readonly commitment: string | null
}

export interface OwnBid {
  readonly tender: string
  readonly holding: Holding
  readonly keys: BidderKeys
  readonly before: Before
  readonly bidder: { readonly uscc: string; readonly name: string }
  /** The own certificate first, as DER in hex; absent where no authority is at hand (ADR 12). */
  readonly certificates?: readonly string[]
  /** The device that the certificate is of; left out, the key of this tender signs. */
  readonly signer?: Signer
  readonly content: BidContent
  /** Bytes of the documents, in the order of `content.files`. */
  readonly documents: readonly Content['bytes'][]
}

export interface Sealed {
  /** Canonical JSON, as text. */
  readonly manifest: string
  readonly ticketSig: string
  readonly commitment: string
  /** Length of the sealed file. */
  readonly size: number
}

/**
 * Seals the bid and proves that it opens: the bidder's key gives the master back, and the deal is one
 * that the holders can open. Throws where it would not, so that nothing unopenable is ever sent.
 */
export async function sealOwnBid(own: OwnBid, hands: SealingHands): Promise<Sealed> {
  const { tender, holding, keys, before, bidder, content, documents } = own
  const { form, ...rest } = content
  const ticketKey = publicOf(keys.ticket)
  const verNo = (before.slot?.verNo ?? 0) + 1
  const prevCommit = before.commitment === null ? noCommitment : bytesOf(before.commitment)
  const place = { tender, lot, ticketKey, verNo, prevCommit }
  const { certificates = [], signer = signerOf(keys, hands.random) } = own
  const identity = identityOf({ bidder, certificates, signer })
  const contents: readonly Content[] = [
    jsonContent('form', form),
    jsonContent('content', rest),
    ...content.files.map(({ size }, i) => {
      return { kind: 'document', size, bytes: certain(documents[i], 'a document for every name') }
    }),
  ]
  const bidderKey = publicOf(keys.opening)
  const sealed = await sealBid({ ...place, ...holding, bidderKey, identity, contents }, hands)
  const fault = manifestFault(sealed.manifest, { ...place, ...holding })
  const manifest = textOf(sealed.manifest)
  if (fault !== undefined || masterOf({ tender, manifest, holding }, keys.opening) === undefined) {
    throw new RangeError(`the bid just sealed does not open: ${fault ?? 'WRAP_A'}`)
  }
  const commitment = bidCommitment(sealed.manifest)
  const action = before.commitment === null ? 'submit' : 'replace'
  const version = { verNo, action, commitment } as const
  const ticketSig = ticketSigned({ tender, keys, before }, version, hands.random(32))
  return { manifest, ticketSig, commitment: hex(commitment), size: sealed.size }
}

/** The ticket's signature under a withdrawal. */
export function withdrawalSig(
  own: Pick<OwnBid, 'tender' | 'keys' | 'before'>,
  entropy: Uint8Array,
): string {
  const verNo = (own.before.slot?.verNo ?? 0) + 1
  return ticketSigned(own, { verNo, action: 'withdraw', commitment: emptySlot }, entropy)
}

function ticketSigned(
  { tender, keys, before }: Pick<OwnBid, 'tender' | 'keys' | 'before'>,
  version: { readonly verNo: number; readonly action: SlotAction; readonly commitment: Uint8Array },
  entropy: Uint8Array,
): string {
  const ticket = { tender, lot, ticketKey: publicOf(keys.ticket) }
  const head = before.slot === null ? emptySlot : bytesOf(before.slot.value)
  const message = slotMessage(ticket, version, head)
  return hex(signSm2({ privateKey: keys.ticket, message, entropy }))
}

/** A sealed bid as it was handed in, and the holders it is sealed to. */
export interface HandedIn {
  readonly tender: string
  readonly manifest: string
  readonly holding: Holding
}

/** The master in hex, for `decrypt-bid`; nothing when this key opens another bid or none. */
export function masterOf(handed: HandedIn, openingKey: Uint8Array): string | undefined {
  const found = stageOf(handed)
  if (found === undefined) return undefined
  const opened = unwrapByBidder(found, openingKey)
  return opened.ok ? hex(opened.master) : undefined
}

/** The same by a key that may live in a device. Rejects where the device is not at hand. */
export async function masterBy(handed: HandedIn, device: Unwrapper): Promise<string | undefined> {
  const found = stageOf(handed)
  if (found === undefined) return undefined
  const opened = await unwrapByDevice(found, device)
  return opened.ok ? hex(opened.master) : undefined
}

/** A holder's share, for `give-share`; nothing when the key is no holder's of this tender. */
export function shareOf(
  handed: HandedIn,
  holderKey: Uint8Array,
  entropy: Uint8Array,
): { readonly share: string; readonly proof: string } | undefined {
  const found = stageOf(handed)
  if (found === undefined) return undefined
  const circle = circleOf(found.place, found.ticketKey, found)
  const { deal } = found.stage.wrapB
  const opened = openShare({ privateKey: holderKey, deal, entropy }, circle)
  return opened && { share: hex(opened.share), proof: hex(opened.proof) }
}

function stageOf({ tender, manifest, holding }: HandedIn) {
  const read = findManifest(utf8(manifest))
  const [stage] = read?.stages ?? []
  if (read === undefined || stage === undefined) return undefined
  const place = { tender, lot, stage: stage.name }
  return { place, ticketKey: read.ticketKey, stage, ...holding }
}

function jsonContent(kind: string, value: object): Content {
  // What is absent is no member of canonical JSON.
  const bytes = canonicalBytes(JSON.parse(JSON.stringify(value)))
  return { kind, size: bytes.length, bytes: [bytes] }
}

function publicOf(privateKey: Uint8Array): Uint8Array {
  return certain(sm2PublicKey(privateKey), 'a private key within the order of the curve')
}

function textOf(bytes: Uint8Array): string {
  return certain(findText(bytes), 'canonical JSON is text')
}
