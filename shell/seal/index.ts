// SPDX-License-Identifier: Apache-2.0
/** Seals bids on the server behind the seam of trust: bytes at rest are never a readable bid. */

import { createCipheriv, createDecipheriv } from 'node:crypto'
import { canonicalBytes } from '@gongxin/trust/canonical'
import {
  type SealContext,
  type SealedEnvelope,
  type Sealer,
  sealCommitment,
} from '@gongxin/trust/seal'
import { freshBytes } from '../chance/index.ts'
import { keyIn } from '../keys/index.ts'

/** Nonce of the commitment (32), nonce of the cipher (12), tag (16), then ciphertext. */
const suite = 'SEAL/0'
const [commitSize, nonceSize, tagSize] = [32, 12, 16]

export class SealBroken extends Error {
  override readonly name = 'SealBroken'
}

/** The key lies in a file only this user may read; it is made at first use. */
export async function createFileSealer(keyFile: string): Promise<Sealer> {
  const key = await keyIn(keyFile)
  return {
    async seal(context, plain) {
      const commitNonce = freshBytes(commitSize)
      const nonce = freshBytes(nonceSize)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      cipher.setAAD(boundTo(context))
      const sealed = Buffer.concat([cipher.update(plain), cipher.final()])
      const bytes = Buffer.concat([commitNonce, nonce, cipher.getAuthTag(), sealed])
      return { suite, commitment: sealCommitment(commitNonce, bytes), bytes }
    },
    async open(context, envelope) {
      return opened(key, context, envelope)
    },
  }
}

function opened(key: Uint8Array, context: SealContext, envelope: SealedEnvelope): Uint8Array {
  const bytes = Buffer.from(envelope.bytes)
  const commitNonce = bytes.subarray(0, commitSize)
  if (sealCommitment(commitNonce, bytes) !== envelope.commitment) {
    throw new SealBroken('the envelope is not the one the receipt names')
  }
  const nonce = bytes.subarray(commitSize, commitSize + nonceSize)
  const tag = bytes.subarray(commitSize + nonceSize, commitSize + nonceSize + tagSize)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce)
  decipher.setAAD(boundTo(context))
  decipher.setAuthTag(tag)
  const sealed = bytes.subarray(commitSize + nonceSize + tagSize)
  try {
    return Buffer.concat([decipher.update(sealed), decipher.final()])
  } catch {
    throw new SealBroken('the envelope does not open for this tender')
  }
}

function boundTo({ tender, lot, version }: SealContext): Uint8Array {
  return canonicalBytes({ tender, lot, version })
}
