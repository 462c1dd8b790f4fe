// SPDX-License-Identifier: Apache-2.0
/** The seam between a bid and whatever seals it: types only, and the commitment they agree on. */

import { concat, domain, hex } from '../canonical/index.ts'
import { sm3Digest } from '../suites/index.ts'

/** What a sealed bid is bound to, so that it cannot be handed in for another tender. */
export interface SealContext {
  readonly tender: string
  readonly lot: string
  /** Number of this version of the bid, from 1. */
  readonly version: number
}

export interface SealedEnvelope {
  /** Names the format: an old envelope still opens as what it is. */
  readonly suite: string
  /** Lower-case hex; goes on the receipt and says nothing of the content. */
  readonly commitment: string
  readonly bytes: Uint8Array
}

export interface Sealer {
  seal(context: SealContext, plain: Uint8Array): Promise<SealedEnvelope>
  open(context: SealContext, envelope: SealedEnvelope): Promise<Uint8Array>
}

/** Thirty-two random bytes hide even a bid that could be guessed. */
export function sealCommitment(nonce: Uint8Array, bytes: Uint8Array): string {
  if (nonce.length !== 32) throw new RangeError('a nonce has 32 bytes')
  return hex(sm3Digest(concat(domain('SEAL/0 commit'), nonce, bytes)))
}
