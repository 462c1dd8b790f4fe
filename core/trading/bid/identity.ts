// SPDX-License-Identifier: Apache-2.0
/** 投标人身份: whether the certificate inside a seal is the bidder's, and signed this very manifest (ADR 12). */

import { findBytes, sameBytes } from '@gongxin/trust/canonical'
import {
  type Certificate,
  type CertificateFault,
  findCertificate,
  isMisspelt,
  partOf,
  type RevocationList,
  verifyPath,
} from '@gongxin/trust/certificate'
import {
  type IdentityKey,
  identityMessage,
  type Manifest,
  manifestDigest,
  openIdentityWith,
} from '@gongxin/trust/seal'
import { signatureFault, verifyingKey } from '@gongxin/trust/suites'
import { line, z } from '../../kernel/index.ts'
import type { IdentityFault, IdentityVerdict } from '../tender/index.ts'
import type { Accredited, AccreditedRoot } from './accredited.ts'

/** What lies under the seal; a bid without certificate has a name and a code alone. */
export const sealedIdentity = z.strictObject({
  uscc: line(64),
  name: line(80),
  /** The signer's first, as DER in hex. */
  certificates: z.array(z.string().max(16_000)).min(1).max(6).optional(),
  /** `r ‖ s` in hex. */
  signature: z.string().max(1_000).optional(),
})
export type SealedIdentity = z.infer<typeof sealedIdentity>

export interface IdentityClaim {
  readonly manifest: Manifest
  readonly key: IdentityKey
  /** In whose stream the bid lay. */
  readonly party: string
  /** The moment that counts for certificates. */
  readonly receivedAt: string
}

export interface Judging {
  readonly accredited: Accredited
  readonly lists: readonly RevocationList[]
}

export function identityVerdict(claim: IdentityClaim, judging: Judging): IdentityVerdict {
  const { manifest, key, party } = claim
  const opened = openIdentityWith(key, manifestDigest(manifest), manifest.sealedIdentity)
  const identity = sealedIdentity.safeParse(opened).data
  if (identity === undefined) return 'IDENTITY_FORM'
  if (identity.uscc !== party) return 'CERT_NAME'
  const { certificates: texts, signature } = identity
  if (texts === undefined && signature === undefined) return 'uncertified'
  if (texts === undefined || signature === undefined) return 'IDENTITY_FORM'
  const chain = chainOf(texts)
  if (typeof chain === 'string') return chain
  const [leaf] = chain
  if (leaf === undefined) return 'CERT_CHAIN'
  const led = ledToRoot(leaf, chain, { ...claim, ...judging })
  if ('fault' in led) return led.fault
  if (partOf(leaf.subject, led.root.uscc) !== party) return 'CERT_NAME'
  return signedFault(leaf, manifest, signature) ?? (led.unrevoked ? 'proved' : 'unchecked')
}

function chainOf(texts: readonly string[]): readonly Certificate[] | IdentityFault {
  const chain: Certificate[] = []
  for (const text of texts) {
    const bytes = findBytes(text)
    const certificate = bytes === undefined ? undefined : findCertificate(bytes)
    if (certificate === undefined) {
      return bytes !== undefined && isMisspelt(bytes) ? 'SIG_ENCODING' : 'CERT_CHAIN'
    }
    chain.push(certificate)
  }
  return chain
}

type Led =
  | { readonly root: AccreditedRoot; readonly unrevoked: boolean }
  | { readonly fault: IdentityFault }

/** A list made before the arrival cannot say that nothing was revoked by then. */
function ledToRoot(
  leaf: Certificate,
  others: readonly Certificate[],
  { accredited, lists, receivedAt: at }: Pick<IdentityClaim, 'receivedAt'> & Judging,
): Led {
  const standing = accredited.roots.filter(
    ({ from = '', until }) => from <= at && (until === undefined || at < until),
  )
  const roots = standing.map(({ certificate }) => certificate)
  const facts = { at, use: 'sign', roots, others } as const
  const knowing = lists.filter(({ thisUpdate }) => thisUpdate >= at)
  const sure = verifyPath(leaf, { ...facts, lists: knowing })
  const blind = !sure.ok && sure.fault === 'CERT_REVOCATION_UNKNOWN'
  const path = blind ? verifyPath(leaf, facts) : sure
  if (!path.ok) return { fault: faults[path.fault] }
  const top = path.path.at(-1)
  // A root may also lie in the bid: it is the pinned one by all its bytes.
  const root = standing.find(({ certificate }) => top && sameBytes(certificate.der, top.der))
  return root === undefined ? { fault: 'CERT_CHAIN' } : { root, unrevoked: !blind }
}

const faults: Readonly<Record<CertificateFault, IdentityFault>> = {
  CERT_UNTRUSTED: 'CERT_CHAIN',
  CERT_SIGNATURE: 'CERT_CHAIN',
  CERT_NOT_YET: 'CERT_EXPIRED',
  CERT_EXPIRED: 'CERT_EXPIRED',
  CERT_NOT_AUTHORITY: 'CERT_CHAIN',
  CERT_PATH_LENGTH: 'CERT_CHAIN',
  CERT_USAGE: 'CERT_USAGE',
  CERT_REVOKED: 'CERT_REVOKED',
  CERT_REVOCATION_UNKNOWN: 'CERT_CHAIN',
  SIG_SCHEME: 'SIG_SCHEME',
}

function signedFault(
  { publicKey }: Certificate,
  manifest: Manifest,
  text: string,
): IdentityFault | undefined {
  const signature = findBytes(text)
  const key = verifyingKey(publicKey)
  if (key === undefined) return 'CERT_CHAIN'
  if (signature === undefined) return 'SIG_ENCODING'
  const message = identityMessage(manifestDigest(manifest))
  return signatureFault(key, { message, signature })
}
