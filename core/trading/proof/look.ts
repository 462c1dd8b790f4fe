// SPDX-License-Identifier: Apache-2.0
/** The tender as its bundle tells it: each entry with its body where there is one, folded as anywhere else. */

import { findBytes, isJsonObject, parseCanonical } from '@gongxin/trust/canonical'
import { type Envelope, findEnvelope, payloadDigest } from '@gongxin/trust/event'
import {
  findCheckpoint,
  findNote,
  leafHash,
  twinFault,
  verifyCheckpoint,
  verifyInclusion,
} from '@gongxin/trust/log'
import { readEntries } from '@gongxin/trust/witness'
import { isInstant } from '../../kernel/index.ts'
import { type Accredited, findAccredited } from '../bid/index.ts'
import { tenderGrammar } from '../grammar/index.ts'
import {
  emptyTender,
  eventShapes,
  evolve,
  evolveWithheld,
  isEventType,
  type TenderEvent,
  type TenderState,
} from '../tender/index.ts'
import { type PlatformEvent, platformShapes } from '../vault/index.ts'
import { type Bundle, entryFiles } from './bundle.ts'
import type { ProofCode } from './codes.ts'
import { findPolicy } from './policy.ts'

/** What was found wrong, and where: a file, an entry or a bid. */
export interface Found {
  readonly code: ProofCode
  readonly where: string
}

/** One entry of the tender: what stood before it, and what it says if that may be read. */
export interface Moment {
  readonly seq: number
  readonly envelope: Envelope
  readonly event: TenderEvent | null
  readonly before: TenderState
}

export interface Look {
  readonly bundle: Bundle
  readonly moments: readonly Moment[]
  /** After the last entry. */
  readonly state: TenderState
  /** Of the chains of bidders, in no order. */
  readonly sealed: readonly Envelope[]
  readonly ticks: readonly PlatformEvent[]
  /** Whose certificates count: as the reader says, else as the bundle; null where neither does. */
  readonly accredited: Accredited | null
}

/** What the reader trusts beforehand. */
export interface Pinned {
  /** Keys of log and witnesses, as a policy of C2SP. */
  readonly log?: string | undefined
  /** The accredited list of certificates, as it lies in bundles. */
  readonly accredited?: string | undefined
}

/** V1: who stands by the closing checkpoint, and whether the bundle trusts whom the reader trusts. */
export function checkpointFound(bundle: Bundle, pinned: Pinned): Found[] {
  const { policy, checkpoint, twin, accredited } = bundle
  const where = 'log/checkpoint'
  if (pinned.log !== undefined && pinned.log !== policy) {
    return [{ code: 'POLICY_MISMATCH', where: 'policy/log-policy.txt' }]
  }
  const list = pinned.accredited ?? accredited
  const other = accredited !== null && list !== accredited
  if (other || (list !== null && findAccredited(list) === undefined)) {
    return [{ code: 'POLICY_MISMATCH', where: 'policy/certificates.json' }]
  }
  const keys = findPolicy(policy)
  const [note, second] = [findNote(checkpoint), findNote(twin)]
  if (keys === undefined || note === undefined || second === undefined) {
    return [{ code: 'CHECKPOINT_FORM', where }]
  }
  const verdict = verifyCheckpoint(note, keys)
  if (!verdict.ok) return [{ code: verdict.fault, where }]
  // The twin carries the hand of the log alone: it says the same of the same size.
  const logAlone = { ...keys, witnesses: keys.logKeys, quorum: 1 }
  const alone = verifyCheckpoint(second, logAlone)
  if (!alone.ok) return [{ code: alone.fault, where: 'log/checkpoint.sha256' }]
  const fault = twinFault(verdict.checkpoint, alone.checkpoint)
  return fault === undefined ? [] : [{ code: 'INCONSISTENT_LOG', where: 'log/checkpoint.sha256' }]
}

/** V2: each entry under the checkpoint, each body under its entry. */
export function leavesFound(bundle: Bundle): Found[] {
  const note = findNote(bundle.checkpoint)
  const closing = note && findCheckpoint(note.text)
  if (closing === undefined) return [{ code: 'CHECKPOINT_FORM', where: 'log/checkpoint' }]
  const { size, root } = closing
  const astray = entryFiles.flatMap((file) =>
    bundle.entries[file].flatMap((bytes, at): Found[] => {
      const place = bundle.proofs[file][at]
      const proof = place?.path.map((hash) => findBytes(hash) ?? new Uint8Array(0)) ?? []
      const claim = { leaf: leafHash(bytes), index: place?.idx ?? -1, size, proof, root }
      return verifyInclusion(claim) ? [] : [{ code: 'LEAF_MISMATCH', where: `${file} ${at}` }]
    }),
  )
  return astray.length > 0 ? astray : bodiesFound(bundle)
}

function bodiesFound({ payloads }: Bundle): Found[] {
  return [...payloads].flatMap(([name, { salt, body }]): Found[] => {
    const bytes = findBytes(salt)
    const holds = bytes !== undefined && payloadDigest(bytes, body) === name
    return holds ? [] : [{ code: 'PAYLOAD_DIGEST', where: name }]
  })
}

/** What may not come before the opening has begun. */
const openingTypes = ['DecryptionSucceeded', 'BidDecrypted', 'ShareGiven', 'OpeningRecorded']

/** V3: the chains of the tender and of its bidders, read in the order of the log as a witness does. */
export function chainsFound({ entries, proofs, tender }: Bundle): Found[] {
  const all = [
    ...entries.tender.map((bytes, i) => ({ bytes, idx: proofs.tender[i]?.idx ?? 0, i })),
    ...entries.sealed.map((bytes, i) => ({ bytes, idx: proofs.sealed[i]?.idx ?? 0, i: -1 })),
  ].sort((a, b) => a.idx - b.idx)
  const twice = all.some(({ idx }, i) => i > 0 && all[i - 1]?.idx === idx)
  if (twice || entries.tender.length === 0) return [{ code: 'CHAIN_BROKEN', where: 'idx' }]
  const bytes = all.map((one) => one.bytes)
  const reading = readEntries(new Map(), bytes, tenderGrammar)
  if (!reading.ok) {
    const at = all[reading.place]
    const envelope = at && envelopeIn(at.bytes)
    const early = reading.fault === 'GRAMMAR' && openingTypes.includes(envelope?.type ?? '')
    const code = early ? 'EARLY_OPEN' : reading.fault
    return [{ code, where: `${envelope?.type ?? ''} ${envelope?.seq ?? reading.place}`.trim() }]
  }
  const foreign = bytes.map(envelopeIn).find((envelope) => envelope?.tender !== tender)
  return foreign === undefined ? [] : [{ code: 'CHAIN_BROKEN', where: foreign.tender }]
}

/** The fold of what may be read; only after V0 to V3 hold. */
export function lookInto(bundle: Bundle, pinned?: string): Look | Found {
  let state = emptyTender
  const moments: Moment[] = []
  for (const bytes of bundle.entries.tender) {
    const envelope = envelopeIn(bytes)
    if (envelope === undefined) return { code: 'ENTRY_FORM', where: String(moments.length) }
    const event = eventOf(bundle, envelope)
    if (event === undefined) {
      return { code: 'PAYLOAD_FORM', where: `${envelope.type} ${envelope.seq}` }
    }
    moments.push({ seq: envelope.seq, envelope, event, before: state })
    state = event === null ? evolveWithheld(state) : evolve(state, event)
  }
  const sealed = bundle.entries.sealed.map(envelopeIn).filter((one) => one !== undefined)
  const ticks = ticksIn(bundle)
  const list = pinned ?? bundle.accredited
  const accredited = (list === null ? undefined : findAccredited(list)) ?? null
  return { bundle, moments, state, sealed, ticks, accredited }
}

/** The roots of the city that the bundle holds. */
export function ticksIn(bundle: Bundle): readonly PlatformEvent[] {
  return bundle.entries.platform.flatMap((bytes) => tickIn(bundle, bytes))
}

export function envelopeIn(bytes: Uint8Array): Envelope | undefined {
  const parsed = parseCanonical(bytes)
  return parsed.ok ? findEnvelope(parsed.value) : undefined
}

/** Null where the body is withheld; nothing where it is not of its shape. */
function eventOf(bundle: Bundle, { type, at, payload }: Envelope): TenderEvent | null | undefined {
  const found = dataOf(bundle, payload.digest)
  if (found === null) return null
  const event = { type, at, data: found }
  return isTenderEvent(event) ? event : undefined
}

interface Told {
  readonly type: string
  readonly at: string
  readonly data: unknown
}

function isTenderEvent(told: Told): told is TenderEvent {
  return isEventType(told.type) && eventShapes[told.type].shape.safeParse(told.data).success
}

function dataOf({ payloads }: Bundle, digest: string) {
  const body = payloads.get(digest)?.body
  if (body === undefined) return null
  return isJsonObject(body) ? (body.data ?? undefined) : undefined
}

function tickIn(bundle: Bundle, bytes: Uint8Array): readonly PlatformEvent[] {
  const envelope = envelopeIn(bytes)
  if (envelope?.type !== 'VaultTicked') return []
  const data = dataOf(bundle, envelope.payload.digest)
  const read = platformShapes.VaultTicked.shape.safeParse(data)
  if (!read.success || !isInstant(envelope.at)) return []
  return [{ type: 'VaultTicked', at: envelope.at, data: read.data }]
}
