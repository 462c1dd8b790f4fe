// SPDX-License-Identifier: Apache-2.0
/** Bids sealed by their bidders (ADR 9): checked at the door without any key, opened by their master. */

import { buffer } from 'node:stream/consumers'
import { lot, refuseSeal, type SealFault, sealedSubmission } from '@gongxin/core/trading/bid'
import {
  type BidContent,
  bidContent,
  bytesOf,
  malformed,
  openingForm,
  type ShellFacts,
} from '@gongxin/core/trading/tender'
import { hex, parseCanonical } from '@gongxin/trust/canonical'
import {
  bidCommitment,
  checkedMaster,
  fileFault,
  findManifest,
  formKey,
  type HolderShare,
  type Holding,
  identityKey,
  type Manifest,
  manifestDigest,
  manifestFault,
  NotOpened,
  noCommitment,
  openedPart,
  partKey,
  partStart,
  type SealedPart,
  type StageManifest,
  sealedFileSize,
  unwrapByHolders,
} from '@gongxin/trust/seal'
import { verifyingKey, verifySm2 } from '@gongxin/trust/suites'
import { emptySlot, type SlotAction, slotMessage, slotValue } from '@gongxin/trust/vault'
import { storedType } from '../files/index.ts'
import type { TenderParts } from './parts.ts'
import type { LoadedBid } from './streams.ts'
import { bidStream } from './streams.ts'

const suite = 'SBID/1'

export interface OwnPlace {
  readonly tender: string
  readonly party: string
}

/** Only the first two parts have a meaning of their own; the rest are the documents in their order. */
const partKinds = ['form', 'content'] as const

/** A body that names the sealed bid as the platform keeps it, with the row of its manifest. */
export async function takenIn(
  parts: TenderParts,
  of: OwnPlace & { readonly holding: Holding; readonly act: string; readonly body: unknown },
  { state }: LoadedBid,
) {
  const parsed = sealedSubmission.safeParse(of.body)
  if (!parsed.success) return malformed(parsed.error)
  const { manifest: text, file, ticketSig } = parsed.data
  const bytes = Buffer.from(text, 'utf8')
  const read = findManifest(bytes)
  const [stage, ...more] = read?.stages ?? []
  if (read === undefined || stage === undefined || more.length > 0) return fault('MANIFEST_FORM')
  const verNo = (state.slot?.verNo ?? 0) + 1
  const ticketKey = state.slot === null ? read.ticketKey : bytesOf(state.slot.ticketKey)
  const prevCommit = state.envelope === null ? noCommitment : bytesOf(state.envelope.commitment)
  const place = { tender: of.tender, lot, ticketKey }
  const commitment = bidCommitment(bytes)
  const slot = slotOf(
    { ...place, before: state.slot === null ? emptySlot : bytesOf(state.slot.value) },
    { verNo, action: of.act === 'submit-bid' ? 'submit' : 'replace', commitment, ticketSig },
  )
  const found =
    manifestFault(bytes, { ...place, ...of.holding, verNo, prevCommit }) ??
    (partKinds.every((kind, j) => stage.parts[j]?.kind === kind) ? undefined : 'PARTS_MISSING') ??
    (slot === undefined ? 'TICKET_SIG' : undefined) ??
    (await storedFault(parts, file, stage.parts))
  if (found !== undefined || slot === undefined) return fault(found ?? 'TICKET_SIG')
  const envelope = { commitment: hex(commitment), suite, blob: file.digest, size: file.size }
  return {
    kind: 'taken',
    body: { envelope, slot },
    row: { stream: bidStream(of.tender, of.party), digest: hex(commitment), bytes },
  } as const
}

/** The entry of a withdrawal in the slot; nothing when the ticket did not sign it. */
export function withdrawnSlot({ state }: LoadedBid, tender: string, ticketSig: string) {
  if (state.slot === null) return undefined
  const { ticketKey, value, verNo } = state.slot
  return slotOf(
    { tender, lot, ticketKey: bytesOf(ticketKey), before: bytesOf(value) },
    { verNo: verNo + 1, action: 'withdraw', commitment: emptySlot, ticketSig },
  )
}

interface SlotPlace {
  readonly tender: string
  readonly lot: string
  readonly ticketKey: Uint8Array
  readonly before: Uint8Array
}

interface Signed {
  readonly verNo: number
  readonly action: SlotAction
  readonly commitment: Uint8Array
  readonly ticketSig: string
}

function slotOf({ before, ...ticket }: SlotPlace, { ticketSig, ...version }: Signed) {
  const key = verifyingKey(ticket.ticketKey)
  const signature = bytesOf(ticketSig)
  const message = slotMessage(ticket, version, before)
  if (key === undefined || !verifySm2(key, { message, signature })) return undefined
  const value = slotValue({ ...version, ticketSig: signature }, before)
  return { ticketKey: hex(ticket.ticketKey), verNo: version.verNo, ticketSig, value: hex(value) }
}

async function storedFault(
  { cabinet }: TenderParts,
  file: { readonly digest: string; readonly size: number },
  sealed: readonly SealedPart[],
): Promise<SealFault | undefined> {
  if (file.size !== sealedFileSize(sealed)) return 'STREAM_TRUNCATED'
  const stored = await cabinet.files.get(file.digest)
  return stored === null ? 'STREAM_TRUNCATED' : fileFault(sealed, stored)
}

function fault(code: SealFault) {
  return { kind: 'refused', refusal: refuseSeal(code) } as const
}

/** Manifest and sealed opening form as they were handed in; null where there is none. */
export async function shownOf(parts: TenderParts, place: OwnPlace, bid: LoadedBid) {
  const bytes = await manifestOf(place, bid)
  const [form] = (bytes === null ? undefined : findManifest(bytes))?.stages[0]?.parts ?? []
  const { envelope } = bid.state
  if (bytes === null || form === undefined || envelope === null) return null
  const first = partStart([], 0)
  const sealed = await parts.cabinet.files.get(envelope.blob, {
    first,
    last: first + form.ctLen - 1,
  })
  if (sealed === null) return null
  const manifest = Buffer.from(bytes).toString('utf8')
  return { manifest, form: (await buffer(sealed)).toString('base64') }
}

/** As it was handed in; null where there is none. */
export async function manifestOf(
  { tender, party }: OwnPlace,
  { state, home }: LoadedBid,
): Promise<Uint8Array | null> {
  if (state.envelope?.suite !== suite) return null
  return home.sealed.find(bidStream(tender, party), state.envelope.commitment)
}

/** What is at hand of a sealed bid that is to be opened. */
interface Sealed extends OwnPlace {
  readonly holding: Holding
  readonly bid: LoadedBid
}

/** Facts for `decrypt-bid`: the content, or what is wrong with the master. */
export async function openedBy(
  parts: TenderParts,
  sealed: Sealed,
  master: Uint8Array,
): Promise<ShellFacts> {
  const read = await readManifest(sealed)
  const checked = checkedMaster(read.toOpen, master)
  return checked.ok ? content(parts, sealed, { ...read, master }) : { notOpened: checked.fault }
}

/** Facts for `give-share`: a false share, too few yet, or the bid that two true ones open. */
export async function openedByShares(
  parts: TenderParts,
  sealed: Sealed,
  shares: readonly HolderShare[],
): Promise<ShellFacts> {
  const read = await readManifest(sealed)
  const unwrapped = unwrapByHolders(read.toOpen, shares)
  if (unwrapped.ok) return content(parts, sealed, { ...read, master: unwrapped.master })
  if (unwrapped.liars !== undefined) return { notOpened: 'SHARE_PROOF' }
  return unwrapped.fault === 'SHARES_MISSING' ? {} : { notOpened: unwrapped.fault }
}

async function readManifest({ bid, holding, ...place }: Sealed) {
  const bytes = await manifestOf(place, bid)
  const manifest = bytes === null ? undefined : findManifest(bytes)
  const [stage] = manifest?.stages ?? []
  if (manifest === undefined || stage === undefined)
    throw new Error('a sealed bid without manifest')
  const stagePlace = { tender: place.tender, lot, stage: stage.name }
  const toOpen = { place: stagePlace, ticketKey: manifest.ticketKey, stage, ...holding }
  return { manifest, stage, toOpen }
}

interface Opening {
  readonly manifest: Manifest
  readonly stage: StageManifest
  readonly master: Uint8Array
}

/** The whole content, its documents laid into the store under their own digests. */
async function content(parts: TenderParts, sealed: Sealed, opening: Opening): Promise<ShellFacts> {
  const { manifest, master, stage } = opening
  const place = { tender: sealed.tender, lot, stage: stage.name }
  try {
    const [form, rest] = await Promise.all([0, 1].map((j) => jsonOf(parts, sealed, opening, j)))
    const read = bidContent.safeParse({ ...Object(rest), form: openingForm.safeParse(form).data })
    if (!read.success) return { notOpened: 'CONTENT_FORM' }
    const documents = await keepDocuments(parts, sealed, { ...opening, opened: read.data })
    if (!documents) return { notOpened: 'FILE_DIGEST' }
    const key = keyShown(formKey(master, place))
    // Who it proves to be is judged with the record, and loses no bid (ADR 12).
    const digest = manifestDigest(manifest)
    const own = keyShown(identityKey({ place, master, digest }))
    return { opened: { content: read.data, key, identityKey: own } }
  } catch (error) {
    // The bytes were whole when they came in: a change since is the platform's fault, never the bidder's.
    if (!(error instanceof NotOpened) || ours.has(error.fault)) throw error
    return { notOpened: error.fault }
  }
}

function keyShown({
  content,
  nonce,
}: {
  readonly content: Uint8Array
  readonly nonce: Uint8Array
}) {
  return { content: hex(content), nonce: hex(nonce) }
}

const ours: ReadonlySet<string> = new Set(['PART_ROOT', 'STREAM_TRUNCATED'])

async function partOf(
  { cabinet, cipher }: TenderParts,
  { bid, tender }: Sealed,
  { stage, master }: Opening,
  j: number,
) {
  const sealed = stage.parts[j]
  const envelope = bid.state.envelope
  if (sealed === undefined || envelope === null) throw new Error('no such part')
  const place = { tender, lot, stage: stage.name }
  const first = partStart(stage.parts, j)
  const bytes = await cabinet.files.get(envelope.blob, { first, last: first + sealed.ctLen - 1 })
  if (bytes === null) throw new Error('the sealed file is gone')
  return openedPart({ place, sealed, key: partKey(master, place, j), cipher }, bytes)
}

async function jsonOf(parts: TenderParts, sealed: Sealed, opening: Opening, j: number) {
  const pieces: Uint8Array[] = []
  for await (const piece of await partOf(parts, sealed, opening, j)) pieces.push(piece)
  const parsed = parseCanonical(Buffer.concat(pieces))
  return parsed.ok ? parsed.value : undefined
}

/** Every document must be the one that the content names, by digest and size. */
async function keepDocuments(
  parts: TenderParts,
  sealed: Sealed,
  { opened, ...opening }: Opening & { readonly opened: BidContent },
): Promise<boolean> {
  const { files, store, clock } = parts
  if (opening.stage.parts.length !== partKinds.length + opened.files.length) return false
  for (const [place, { digest, size, name }] of opened.files.entries()) {
    const document = await partOf(parts, sealed, opening, partKinds.length + place)
    const stored = await files.put(document)
    if (stored === 'too-large' || stored.digest !== digest || stored.size !== size) return false
    const media_type = (await storedType(files, stored)) ?? 'application/octet-stream'
    await store.queries
      .insertInto('file')
      .values({ region: store.region, digest, size, media_type, name, stored_at: clock.now() })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  return true
}
