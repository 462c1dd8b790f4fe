// SPDX-License-Identifier: Apache-2.0
/** SBID/1: keys from one master, and the commitments that give a bid one meaning only. */

import { concat, domain } from '../canonical/index.ts'
import { hkdfSm3, sm3Digest } from '../suites/index.ts'
import { masterSize, placeBytes, type StagePlace, sealedBidFormat, stageInfo } from './place.ts'

/** Showing these opens one part and tells nothing of any other. */
export interface PartKey {
  /** `cek_j`, 16 bytes. */
  readonly content: Uint8Array
  /** `np_j`, 7 bytes: the beginning of every nonce of the part. */
  readonly nonce: Uint8Array
}

export const contentKeySize = 16
export const noncePrefixSize = 7

export function partKey(master: Uint8Array, place: StagePlace, j: number): PartKey {
  if (master.length !== masterSize) throw new RangeError(`a master has ${masterSize} bytes`)
  const salt = placeBytes(place)
  const from = (name: string, size: number) =>
    hkdfSm3({ secret: master, salt, info: stageInfo(name, place.stage, j) }, size)
  return { content: from('cek', contentKeySize), nonce: from('nonce', noncePrefixSize) }
}

/** `partKC_j`. GCM opens under more than one key; this does not. */
export function partKeyCommitment(key: PartKey, place: StagePlace, j: number): Uint8Array {
  const { content, nonce } = key
  return committed('part-key', place, [j], concat(content, nonce))
}

/** `stageKC`. */
export function stageKeyCommitment(master: Uint8Array, place: StagePlace): Uint8Array {
  return committed('stage-key', place, [], master)
}

function committed(
  name: string,
  place: StagePlace,
  numbers: readonly number[],
  key: Uint8Array,
): Uint8Array {
  const rest = stageInfo(name, place.stage, ...numbers)
  const mark = domain(`${sealedBidFormat} ${name}`)
  // Domain first, as everywhere; then place, stage, numbers and the key.
  return sm3Digest(concat(mark, placeBytes(place), rest.subarray(mark.length), key))
}
