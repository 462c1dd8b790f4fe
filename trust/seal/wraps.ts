// SPDX-License-Identifier: Apache-2.0
/** SBID/1: the master of a stage, wrapped once to the bidder and once to the holders together. */

import { concat, domain, prefixed, sameBytes, utf8 } from '../canonical/index.ts'
import { openEnvelope, openEnvelopeBy, writeEnvelope } from '../cms/index.ts'
import {
  type Circle,
  combineShares,
  dealOf,
  type OpenedShare,
  openersFault,
  shareFault,
} from '../sharing/index.ts'
import { hkdfSm3, sm4Gcm, type Unwrapper } from '../suites/index.ts'
import { type PartKey, partKey, partKeyCommitment, stageKeyCommitment } from './keys.ts'
import { masterSize, placeBytes, type StagePlace, sealedBidFormat, stageInfo } from './place.ts'
import type { SealedPart } from './sealing.ts'

/** One stage in the manifest. */
export interface StageManifest {
  readonly name: string
  readonly stageKC: Uint8Array
  readonly parts: readonly SealedPart[]
  /** The master in an envelope to the bidder; a bad one harms only its maker. */
  readonly wrapA: Uint8Array
  readonly wrapB: { readonly deal: Uint8Array; readonly wrappedM: Uint8Array }
}

/** The holders of a tender, as the notice names them. */
export interface Holding {
  readonly holders: readonly Uint8Array[]
  readonly threshold: number
}

export interface Wrapping extends Holding {
  readonly place: StagePlace
  readonly ticketKey: Uint8Array
  readonly master: Uint8Array
  /** `04 ‖ x ‖ y` of the bidder's own encryption certificate. */
  readonly bidderKey: Uint8Array
  readonly entropy: Uint8Array
}

/** A share made for one bid, stage and ticket opens no other. */
export function circleOf(place: StagePlace, ticketKey: Uint8Array, holding: Holding): Circle {
  const { holders, threshold } = holding
  const context = concat(
    domain(`${sealedBidFormat} sharing`),
    placeBytes(place),
    prefixed(utf8(place.stage)),
    prefixed(ticketKey),
  )
  return { holders, threshold, context }
}

export function wrapStage(
  wrapping: Wrapping,
): Pick<StageManifest, 'name' | 'stageKC' | 'wrapA' | 'wrapB'> {
  const { place, master, bidderKey, entropy } = wrapping
  const stageKC = stageKeyCommitment(master, place)
  return {
    name: place.stage,
    stageKC,
    wrapA: writeEnvelope({ publicKey: bidderKey, plain: master, entropy }),
    wrapB: wrapForHolders(master, place, circleOf(place, wrapping.ticketKey, wrapping)),
  }
}

export type WrapFault =
  | 'WRAP_A'
  | 'KEY_COMMIT'
  | 'DEAL_INVALID'
  | 'SHARE_PROOF'
  | 'HOLDER_SOD'
  | 'SHARES_MISSING'

export type Unwrapped =
  | { readonly ok: true; readonly master: Uint8Array }
  | {
      readonly ok: false
      readonly fault: WrapFault
      /** Places of holders whose proof failed. */
      readonly liars?: readonly number[]
    }

/** Whose stage is opened, and by which circle it could be. */
export interface StageToOpen extends Holding {
  readonly place: StagePlace
  readonly ticketKey: Uint8Array
  readonly stage: StageManifest
}

/** The bidder opens: the usual way. */
export function unwrapByBidder(toOpen: StageToOpen, privateKey: Uint8Array): Unwrapped {
  return openedBy(toOpen, openEnvelope(toOpen.stage.wrapA, privateKey))
}

/** The same with a key that never leaves its device. Rejects where the device is not at hand. */
export async function unwrapByDevice(toOpen: StageToOpen, device: Unwrapper): Promise<Unwrapped> {
  return openedBy(toOpen, await openEnvelopeBy(toOpen.stage.wrapA, device))
}

function openedBy(toOpen: StageToOpen, master: Uint8Array | undefined): Unwrapped {
  if (master?.length !== masterSize) return { ok: false, fault: 'WRAP_A' }
  return checkedMaster(toOpen, master)
}

export interface HolderShare extends OpenedShare {
  readonly institution: string
}

/** The holders open what stayed closed: a false share is left out and its holder named. */
export function unwrapByHolders(toOpen: StageToOpen, shares: readonly HolderShare[]): Unwrapped {
  const { place, stage } = toOpen
  const { deal, wrappedM } = stage.wrapB
  const circle = circleOf(place, toOpen.ticketKey, toOpen)
  const liars = shares.filter((share) => shareFault(share, deal, circle) !== undefined)
  const honest = shares.filter((share) => !liars.includes(share))
  const secret = combineShares(honest, circle)
  if (secret === undefined) {
    const places = liars.map(({ index }) => index)
    if (places.length > 0) return { ok: false, fault: 'SHARE_PROOF', liars: places }
    return { ok: false, fault: 'SHARES_MISSING' }
  }
  if (openersFault(honest, circle.threshold) !== undefined)
    return { ok: false, fault: 'HOLDER_SOD' }
  const key = holdersKey(secret, place)
  const master = sm4Gcm(key).open(zeroNonce, wrappedM, stage.stageKC)
  // The deal was sound and the key is known, so a wrap that fails was never a wrap of the master.
  if (master?.length !== masterSize) return { ok: false, fault: 'KEY_COMMIT' }
  return checkedMaster(toOpen, master)
}

/**
 * Whoever has the master can make everything again: the stage commitment, the deal byte for byte,
 * and the commitment of every part. What does not come out the same was made to mislead.
 */
export function checkedMaster(toOpen: StageToOpen, master: Uint8Array): Unwrapped {
  const { place, stage } = toOpen
  if (
    master.length !== masterSize ||
    !sameBytes(stageKeyCommitment(master, place), stage.stageKC)
  ) {
    return { ok: false, fault: 'KEY_COMMIT' }
  }
  const kept = stage.parts.every(({ j, partKC }) =>
    sameBytes(partKeyCommitment(partKey(master, place, j), place, j), partKC),
  )
  if (!kept) return { ok: false, fault: 'KEY_COMMIT' }
  const again = wrapForHolders(master, place, circleOf(place, toOpen.ticketKey, toOpen))
  const same =
    sameBytes(again.deal, stage.wrapB.deal) && sameBytes(again.wrappedM, stage.wrapB.wrappedM)
  return same ? { ok: true, master } : { ok: false, fault: 'DEAL_INVALID' }
}

/** What is published of an opened stage: the key of its form and of nothing else. */
export function formKey(master: Uint8Array, place: StagePlace): PartKey {
  return partKey(master, place, 0)
}

function wrapForHolders(
  master: Uint8Array,
  place: StagePlace,
  circle: Circle,
): StageManifest['wrapB'] {
  const { deal, secret } = dealOf(master, circle)
  const aad = stageKeyCommitment(master, place)
  return { deal, wrappedM: sm4Gcm(holdersKey(secret, place)).seal(zeroNonce, master, aad) }
}

// One key, one message: the key comes from a secret that is dealt once.
const zeroNonce = new Uint8Array(12)

function holdersKey(secret: Uint8Array, place: StagePlace): Uint8Array {
  return hkdfSm3({ secret, salt: placeBytes(place), info: stageInfo('kek', place.stage) }, 16)
}
