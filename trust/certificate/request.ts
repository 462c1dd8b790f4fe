// SPDX-License-Identifier: Apache-2.0
/** Requests for certificates (PKCS#10): a name and a key, signed by that key, so that it is held by whoever asks. */

import { countOf, inside, walk } from '../der/index.ts'
import { verifyingKey, verifySm2 } from '../suites/index.ts'
import { findName, type Name } from './names.ts'
import { findPublicKey, findSigned } from './read.ts'

export interface CertificateRequest {
  readonly subject: Name
  readonly publicKey: Uint8Array
}

/** Nothing on any other form, nor where another key has signed than the one asked for. */
export function findRequest(bytes: Uint8Array): CertificateRequest | undefined {
  const outer = findSigned(bytes)
  if (outer === undefined) return undefined
  const fields = walk(outer.body, 'sequence')
  const version = countOf(fields.take('integer'))
  const subject = findName(fields.take('sequence'))
  const publicKey = findPublicKey(fields.take('sequence'))
  const attributes = fields.take(inside(0))
  if (version !== 0 || attributes === undefined || !fields.ended()) return undefined
  if (subject === undefined || publicKey === undefined) return undefined
  const key = verifyingKey(publicKey)
  const claim = { message: outer.body.whole, signature: outer.signature }
  return key !== undefined && verifySm2(key, claim) ? { subject, publicKey } : undefined
}
