// SPDX-License-Identifier: Apache-2.0
/** From a certificate to a pinned root: names, signatures, times and powers, all at one moment. */

import { sameBytes } from '../canonical/index.ts'
import { signatureFault, verifyingKey } from '../suites/index.ts'
import { identifiers } from './identifiers.ts'
import type { Certificate, KeyUse } from './read.ts'
import { type RevocationList, standingOf } from './revocation.ts'

export type CertificateFault =
  | 'CERT_UNTRUSTED'
  | 'CERT_SIGNATURE'
  | 'CERT_NOT_YET'
  | 'CERT_EXPIRED'
  | 'CERT_NOT_AUTHORITY'
  | 'CERT_PATH_LENGTH'
  | 'CERT_USAGE'
  | 'CERT_REVOKED'
  | 'CERT_REVOCATION_UNKNOWN'
  | 'SIG_SCHEME'

/** What the key is about to be trusted with. */
export type Trusted = 'sign' | 'encrypt' | 'timestamp' | 'document'

export interface PathFacts {
  /** The moment that counts: when the act arrived, never when somebody checks. */
  readonly at: string
  readonly use: Trusted
  /** Pinned by the verifier, known by all their bytes. */
  readonly roots: readonly Certificate[]
  readonly others?: readonly Certificate[]
  /** When given, each certificate below a root must be shown good by one of them. */
  readonly lists?: readonly RevocationList[]
}

export type Path =
  | { readonly ok: true; readonly path: readonly Certificate[] }
  | { readonly ok: false; readonly fault: CertificateFault; readonly subject: Certificate }

/** China's chains are two or three long; a longer one is somebody playing. */
const longestPath = 6

/** Tries every issuer whose name fits; the fault told is that of the longest way. */
export function verifyPath(leaf: Certificate, facts: PathFacts): Path {
  if (!mayBeUsed(leaf, facts.use)) return { ok: false, fault: 'CERT_USAGE', subject: leaf }
  return climb([leaf], facts)
}

function climb(path: readonly Certificate[], facts: PathFacts): Path {
  const top = path[path.length - 1]
  if (top === undefined) throw new RangeError('a path has a start')
  const untimely = timeFault(top, facts.at)
  if (untimely !== undefined) return { ok: false, fault: untimely, subject: top }
  if (facts.roots.some((root) => sameBytes(root.der, top.der))) return { ok: true, path }

  let fault: Path = { ok: false, fault: 'CERT_UNTRUSTED', subject: top }
  if (path.length >= longestPath) return fault
  for (const issuer of issuersOf(top, path, facts)) {
    const link = linkFault(top, { issuer, below: path.length - 1, facts })
    const rest: Path =
      link === undefined
        ? climb([...path, issuer], facts)
        : { ok: false, fault: link, subject: top }
    if (rest.ok) return rest
    fault = rest
  }
  return fault
}

function issuersOf(
  certificate: Certificate,
  path: readonly Certificate[],
  { roots, others = [] }: PathFacts,
): readonly Certificate[] {
  return [...roots, ...others].filter(
    (other) =>
      sameBytes(other.subject.der, certificate.issuer.der) &&
      !path.some((passed) => sameBytes(passed.der, other.der)) &&
      (certificate.issuerKey === undefined ||
        other.subjectKey === undefined ||
        sameBytes(certificate.issuerKey, other.subjectKey)),
  )
}

interface Link {
  readonly issuer: Certificate
  /** How many authorities already stand between this issuer and the leaf. */
  readonly below: number
  readonly facts: PathFacts
}

function linkFault(
  certificate: Certificate,
  { issuer, below, facts }: Link,
): CertificateFault | undefined {
  if (issuer.authority === undefined) return 'CERT_NOT_AUTHORITY'
  if (!(issuer.uses ?? []).includes('keyCertSign')) return 'CERT_NOT_AUTHORITY'
  if (below > (issuer.authority.pathLength ?? longestPath)) return 'CERT_PATH_LENGTH'
  const key = verifyingKey(issuer.publicKey)
  if (key === undefined) return 'CERT_SIGNATURE'
  const { signed: message, signature } = certificate
  const fault = signatureFault(key, { message, signature })
  if (fault !== undefined) return fault === 'SIG_SCHEME' ? fault : 'CERT_SIGNATURE'
  if (facts.lists === undefined) return undefined
  const standing = standingOf(certificate, issuer, { lists: facts.lists, at: facts.at })
  if (standing === 'good') return undefined
  return standing === 'revoked' ? 'CERT_REVOKED' : 'CERT_REVOCATION_UNKNOWN'
}

function timeFault({ notBefore, notAfter }: Certificate, at: string): CertificateFault | undefined {
  if (at < notBefore) return 'CERT_NOT_YET'
  return at > notAfter ? 'CERT_EXPIRED' : undefined
}

const usesFor: Readonly<Record<Trusted, readonly KeyUse[]>> = {
  sign: ['digitalSignature', 'nonRepudiation'],
  encrypt: ['keyEncipherment', 'dataEncipherment', 'keyAgreement'],
  timestamp: ['digitalSignature', 'nonRepudiation'],
  document: ['digitalSignature', 'nonRepudiation'],
}

/** What the certificate must be for, and for nothing beside it. */
const purposeFor: Partial<Record<Trusted, string>> = {
  timestamp: identifiers.timestamping,
  document: identifiers.documentSigning,
}

/** Signing and encrypting are two certificates in China: one that says neither may do neither. */
function mayBeUsed({ uses = [], purposes }: Certificate, use: Trusted): boolean {
  const wanted = purposeFor[use]
  if (wanted !== undefined && (purposes?.length !== 1 || purposes[0] !== wanted)) return false
  return usesFor[use].some((one) => uses.includes(one))
}
