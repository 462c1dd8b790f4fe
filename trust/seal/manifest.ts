// SPDX-License-Identifier: Apache-2.0
/** SBID/1: the manifest, all that is handed in of a bid at the deadline, and its one commitment. */

import {
  canonicalBytes,
  concat,
  domain,
  findBytes,
  hex,
  isJsonObject,
  type Json,
  type JsonObject,
  parseCanonical,
  sameBytes,
} from '../canonical/index.ts'
import { dealFault } from '../sharing/index.ts'
import { sm3Digest } from '../suites/index.ts'
import { plainSizeOf } from './part.ts'
import { type BidPlace, sealedBidFormat } from './place.ts'
import type { SealedPart } from './sealing.ts'
import { circleOf, type Holding, type StageManifest } from './wraps.ts'

/** Without the identity: what the bidder signs, and what the identity is sealed to. */
export interface ManifestBody extends BidPlace {
  readonly ticketKey: Uint8Array
  /** From 1; each replacement counts on. */
  readonly verNo: number
  /** Commitment of the version before, or zeros. */
  readonly prevCommit: Uint8Array
  readonly stages: readonly StageManifest[]
  /** Goes into draws after the opening. */
  readonly drawNonce: Uint8Array
  /** Makes the commitment hide what it binds. */
  readonly nonce32: Uint8Array
}

export interface Manifest extends ManifestBody {
  readonly sealedIdentity: Uint8Array
}

export const noCommitment = new Uint8Array(32)
/** Either everything at once, or 双信封. */
const stageOrders: readonly string[] = ['all', 'tech,price']

export function manifestBytes(manifest: Manifest): Uint8Array {
  return canonicalBytes({
    ...bodyJson(manifest),
    sealedIdentity: hex(manifest.sealedIdentity),
  })
}

/** What the signature of the bidder is over, with a name of its own before it. */
export function manifestDigest(body: ManifestBody): Uint8Array {
  return sm3Digest(concat(domain(`${sealedBidFormat} manifest`), canonicalBytes(bodyJson(body))))
}

/** `C`: over the bytes as they came, so that nothing depends on how they are read. */
export function bidCommitment(bytes: Uint8Array): Uint8Array {
  return sm3Digest(concat(domain(`${sealedBidFormat} commit`), bytes))
}

/** Nothing unless every field is there, none more, and all sizes are right. */
export function findManifest(bytes: Uint8Array): Manifest | undefined {
  const parsed = parseCanonical(bytes)
  if (!parsed.ok || !hasKeys(parsed.value, manifestKeys)) return undefined
  const { v, tender, lot, verNo, stages: list } = parsed.value
  const stages = findAll(list, findStage)
  const ticketKey = sized(parsed.value.ticketKey, 65)
  const prevCommit = sized(parsed.value.prevCommit, 32)
  const drawNonce = sized(parsed.value.drawNonce, 32)
  const nonce32 = sized(parsed.value.nonce32, 32)
  const sealedIdentity = sized(parsed.value.sealedIdentity)
  if (v !== sealedBidFormat || !isText(tender) || !isText(lot) || !isCount(verNo)) return undefined
  if (verNo < 1 || stages === undefined || ticketKey === undefined) return undefined
  if (!stageOrders.includes(stages.map(({ name }) => name).join())) return undefined
  if (prevCommit === undefined || drawNonce === undefined || nonce32 === undefined) return undefined
  if (sealedIdentity === undefined) return undefined
  const bound = { tender, lot, ticketKey, verNo, prevCommit }
  return { ...bound, stages, drawNonce, nonce32, sealedIdentity }
}

export type ManifestFault =
  | 'MANIFEST_FORM'
  | 'COMMIT_MISMATCH'
  | 'CONTEXT_MISMATCH'
  | 'DEAL_INVALID'

/** What whoever receives a manifest knows of where it must belong. */
export interface Expected extends BidPlace, Holding {
  readonly ticketKey: Uint8Array
  readonly verNo: number
  readonly prevCommit: Uint8Array
  /** Left out when it is being handed in. */
  readonly commitment?: Uint8Array
}

/** Asked at the door, with no secret: an unopenable fallback is refused before it counts. */
export function manifestFault(bytes: Uint8Array, expected: Expected): ManifestFault | undefined {
  const { commitment } = expected
  if (commitment !== undefined && !sameBytes(bidCommitment(bytes), commitment)) {
    return 'COMMIT_MISMATCH'
  }
  const manifest = findManifest(bytes)
  if (manifest === undefined) return 'MANIFEST_FORM'
  const belongs =
    manifest.tender === expected.tender &&
    manifest.lot === expected.lot &&
    manifest.verNo === expected.verNo &&
    sameBytes(manifest.ticketKey, expected.ticketKey) &&
    sameBytes(manifest.prevCommit, expected.prevCommit)
  if (!belongs) return 'CONTEXT_MISMATCH'
  const { tender, lot, ticketKey } = manifest
  const dealt = manifest.stages.every(({ name, wrapB }) => {
    const circle = circleOf({ tender, lot, stage: name }, ticketKey, expected)
    return dealFault(wrapB.deal, circle) === undefined
  })
  return dealt ? undefined : 'DEAL_INVALID'
}

const manifestKeys = [
  'drawNonce',
  'lot',
  'nonce32',
  'prevCommit',
  'sealedIdentity',
  'stages',
  'tender',
  'ticketKey',
  'v',
  'verNo',
]
const stageKeys = ['name', 'parts', 'stageKC', 'wrapA', 'wrapB']
const partKeys = ['chunks', 'ctLen', 'j', 'kind', 'partKC', 'partRoot']

function bodyJson(body: ManifestBody): JsonObject {
  return {
    v: sealedBidFormat,
    tender: body.tender,
    lot: body.lot,
    ticketKey: hex(body.ticketKey),
    verNo: body.verNo,
    prevCommit: hex(body.prevCommit),
    stages: body.stages.map(({ name, stageKC, parts, wrapA, wrapB }) => ({
      name,
      stageKC: hex(stageKC),
      parts: parts.map((part) => ({
        ...part,
        partRoot: hex(part.partRoot),
        partKC: hex(part.partKC),
      })),
      wrapA: hex(wrapA),
      wrapB: { deal: hex(wrapB.deal), wrappedM: hex(wrapB.wrappedM) },
    })),
    drawNonce: hex(body.drawNonce),
    nonce32: hex(body.nonce32),
  }
}

function findStage(value: Json): StageManifest | undefined {
  if (!hasKeys(value, stageKeys) || !hasKeys(value.wrapB, ['deal', 'wrappedM'])) return undefined
  const { name, parts: list } = value
  const parts = findAll(list, findPart)
  const stageKC = sized(value.stageKC, 32)
  const wrapA = sized(value.wrapA)
  const deal = sized(value.wrapB.deal)
  const wrappedM = sized(value.wrapB.wrappedM, 48)
  if (!isText(name) || parts === undefined || stageKC === undefined) return undefined
  // Part 0 is the opening form; the rest count on without a gap.
  if (parts.length === 0 || parts.some(({ j }, place) => j !== place)) return undefined
  if (wrapA === undefined || deal === undefined || wrappedM === undefined) return undefined
  return { name, stageKC, parts, wrapA, wrapB: { deal, wrappedM } }
}

function findPart(value: Json): SealedPart | undefined {
  if (!hasKeys(value, partKeys)) return undefined
  const { j, kind, chunks, ctLen } = value
  const partRoot = sized(value.partRoot, 32)
  const partKC = sized(value.partKC, 32)
  if (!isCount(j) || !isCount(chunks) || !isCount(ctLen) || !isText(kind)) return undefined
  if (partRoot === undefined || partKC === undefined) return undefined
  if (plainSizeOf({ chunks, ctLen }) === undefined) return undefined
  return { j, kind, chunks, ctLen, partRoot, partKC }
}

function findAll<T>(
  value: Json | undefined,
  find: (item: Json) => T | undefined,
): readonly T[] | undefined {
  if (!Array.isArray(value)) return undefined
  const list: readonly Json[] = value
  const found = list.map(find).filter((item) => item !== undefined)
  return found.length === list.length ? found : undefined
}

function hasKeys(value: Json | undefined, keys: readonly string[]): value is JsonObject {
  return isJsonObject(value) && Object.keys(value).toSorted().join() === keys.join()
}

function sized(value: Json | undefined, size?: number): Uint8Array | undefined {
  const bytes = typeof value === 'string' ? findBytes(value) : undefined
  return size === undefined || bytes?.length === size ? bytes : undefined
}

function isText(value: Json | undefined): value is string {
  return typeof value === 'string' && value !== ''
}

function isCount(value: Json | undefined): value is number {
  return typeof value === 'number' && value >= 0
}
