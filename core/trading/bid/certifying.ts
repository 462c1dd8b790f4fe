// SPDX-License-Identifier: Apache-2.0
/** The bidder's side of the identity: a key that signs for one tender, its certificate, and what it signs. */

import { concat, domain, findBytes, hex, type Json, sameBytes, u32 } from '@gongxin/trust/canonical'
import {
  findCertificate,
  identifiers,
  requestToSign,
  withSignature,
} from '@gongxin/trust/certificate'
import { identityMessage } from '@gongxin/trust/seal'
import { hkdfSm3, signSm2, sm2PublicKey } from '@gongxin/trust/suites'
import { certain } from '../../kernel/index.ts'

/** From the ticket key, so that a backup of the one is a backup of both; neither follows from it in public. */
export function signingKey({ ticket }: { readonly ticket: Uint8Array }): Uint8Array {
  for (let turn = 0; ; turn += 1) {
    const info = concat(domain('SBID/1 signing'), u32(turn))
    const key = hkdfSm3({ secret: ticket, salt: new Uint8Array(0), info }, 32)
    if (sm2PublicKey(key) !== undefined) return key
  }
}

interface Named {
  readonly uscc: string
  readonly name: string
}

/** What is asked of an authority, in hex: whose the key is to be, signed by the key itself. */
export function certificateRequest(
  keys: { readonly ticket: Uint8Array },
  { uscc, name }: Named,
  entropy: Uint8Array,
): string {
  const privateKey = signingKey(keys)
  const message = requestToSign({
    subject: [
      { type: identifiers.country, value: 'CN' },
      { type: identifiers.organisation, value: name },
      { type: identifiers.organisationIdentifier, value: uscc },
    ],
    publicKey: certain(sm2PublicKey(privateKey), 'a signing key is a key'),
  })
  return hex(withSignature(message, signSm2({ privateKey, message, entropy })))
}

interface Certified {
  readonly keys: { readonly ticket: Uint8Array }
  readonly bidder: Named
  /** The own certificate first, as DER in hex; none where no authority is at hand. */
  readonly certificates: readonly string[]
  readonly entropy: Uint8Array
}

/** Throws where the certificate is another key's: such a signature would prove nothing. */
export function identityOf({ keys, bidder, certificates, entropy }: Certified) {
  const { uscc, name } = bidder
  const [own] = certificates
  if (own === undefined) return (): Json => ({ uscc, name })
  const privateKey = signingKey(keys)
  const certificate = findCertificate(findBytes(own) ?? new Uint8Array(0))
  const publicKey = certain(sm2PublicKey(privateKey), 'a signing key is a key')
  if (certificate === undefined || !sameBytes(certificate.publicKey, publicKey)) {
    throw new RangeError('the certificate is of another key')
  }
  return (digest: Uint8Array): Json => {
    const signature = signSm2({ privateKey, message: identityMessage(digest), entropy })
    return { uscc, name, certificates: [...certificates], signature: hex(signature) }
  }
}
