// SPDX-License-Identifier: Apache-2.0
/** SBID/1: what every key and commitment of a sealed bid is bound to, and how it is spelt. */

import { concat, domain, prefixed, u32, utf8 } from '../canonical/index.ts'

export const sealedBidFormat = 'SBID/1'

/** Where a bid belongs: a ciphertext carried to another tender or lot opens nothing there. */
export interface BidPlace {
  readonly tender: string
  readonly lot: string
}

export interface StagePlace extends BidPlace {
  /** `all`, or `tech` and then `price`. */
  readonly stage: string
}

export const masterSize = 32

/** Both names with their lengths, so that no two places are spelt alike. */
export function placeBytes({ tender, lot }: BidPlace): Uint8Array<ArrayBuffer> {
  return concat(prefixed(utf8(tender)), prefixed(utf8(lot)))
}

/** A domain of this format, then the stage, then what else is to be told apart. */
export function stageInfo(
  name: string,
  stage: string,
  ...more: readonly number[]
): Uint8Array<ArrayBuffer> {
  return concat(domain(`${sealedBidFormat} ${name}`), prefixed(utf8(stage)), ...more.map(u32))
}
