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
import {
  hkdfSm3,
  type Signer,
  type SoftwareKey,
  signSm2,
  sm2PublicKey,
  softwareSigner,
} from '@gongxin/trust/suites'
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

/** What signs where the bidder has no device: the key of this tender. */
export function signerOf(
  keys: { readonly ticket: Uint8Array },
  random: SoftwareKey['random'],
): Signer {
  return softwareSigner({ privateKey: signingKey(keys), random })
}

interface Certified {
  readonly bidder: Named
  /** The own certificate first, as DER in hex; none where no authority is at hand. */
  readonly certificates: readonly string[]
  readonly signer: Signer
}

/** Throws where the certificate is another key's: such a signature would prove nothing. */
export function identityOf({ bidder, certificates, signer }: Certified) {
  const { uscc, name } = bidder
  const [own] = certificates
  if (own === undefined) return async (): Promise<Json> => ({ uscc, name })
  const certificate = findCertificate(findBytes(own) ?? new Uint8Array(0))
  if (certificate === undefined || !sameBytes(certificate.publicKey, signer.publicKey)) {
    throw new RangeError('the certificate is of another key')
  }
  return async (digest: Uint8Array): Promise<Json> => {
    const signature = await signer.sign(identityMessage(digest))
    return { uscc, name, certificates: [...certificates], signature: hex(signature) }
  }
}
