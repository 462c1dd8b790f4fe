// SPDX-License-Identifier: Apache-2.0
/** A document and the signature beside it: whose it is, when it was made, and one reason where it does not hold. */

import {
  type Certificate,
  type CertificateFault,
  identifiers,
  type RevocationList,
  verifyPath,
} from '../certificate/index.ts'
import type { Signer } from '../suites/index.ts'
import {
  attributesToSign,
  findSignedData,
  type SignedData,
  type SignedFault,
  stampedOctets,
  verifySignedData,
  writeSignedData,
} from './signed.ts'
import { verifyTimestamp } from './timestamp.ts'

export interface DetachedFacts {
  readonly document: Uint8Array
  readonly signingTime: string
  /** The signer's first, then those above it. */
  readonly certificates: readonly [Certificate, ...Certificate[]]
  /** A token over these octets; nothing where no authority answered. */
  readonly stamp: (signature: Uint8Array) => Promise<Uint8Array | undefined>
}

/** GB/T 35275 SignedData without the document, its attributes signed by whatever holds the key. */
export async function signDetached(
  { document, signingTime, certificates, stamp }: DetachedFacts,
  signer: Signer,
): Promise<Uint8Array<ArrayBuffer>> {
  const contentType = identifiers.gmData
  const [certificate] = certificates
  const attributes = attributesToSign({ contentType, content: document, certificate, signingTime })
  const signature = await signer.sign(attributes)
  const timestamp = await stamp(stampedOctets(signature))
  const type = identifiers.gmSignedData
  return writeSignedData({ type, contentType, attributes, signature, certificates, timestamp })
}

export type DetachedFault =
  | SignedFault
  | CertificateFault
  /** No signature that lies apart, or one that does not say when it was made. */
  | 'CMS_FORM'
  | 'STAMP_MISMATCH'
  | 'STAMP_UNTRUSTED'
  | 'STAMP_TIME'

export interface DetachedTrust {
  readonly roots: readonly Certificate[]
  readonly stampingRoots: readonly Certificate[]
  /** When given, no certificate may stand in them, and each must be in the reach of one. */
  readonly lists?: readonly RevocationList[]
  /** The moment of the question: what no stamp dates might have been signed just now. */
  readonly now: string
}

export type DetachedVerdict =
  | {
      readonly ok: true
      readonly certificate: Certificate
      readonly signingTime: string
      /** Null where only the signer says when it was. */
      readonly stampedAt: string | null
    }
  | { readonly ok: false; readonly fault: DetachedFault }

export function verifyDetached(
  signature: Uint8Array,
  document: Uint8Array,
  trust: DetachedTrust,
): DetachedVerdict {
  const data = findSignedData(signature)
  const signingTime = data?.signer.attributes?.signingTime
  const apart = data?.content === undefined && data?.contentType === identifiers.gmData
  if (data === undefined || signingTime === undefined || !apart) return no('CMS_FORM')
  const signed = verifySignedData(data, document)
  if (!signed.ok) return no(signed.fault)
  const stamped = stampOf(data, signingTime, trust)
  if (!stamped.ok) return no(stamped.fault)
  const { certificate } = signed
  const { roots, lists } = trust
  const path = verifyPath(certificate, {
    ...{ at: stamped.at ?? signingTime, use: 'document', roots, others: data.certificates },
    ...(lists === undefined ? {} : { lists }),
  })
  if (!path.ok) return no(path.fault)
  // An old key could still write any time of its life under what it signs today.
  if (stamped.at === null && trust.now > certificate.notAfter) return no('CERT_EXPIRED')
  return { ok: true, certificate, signingTime, stampedAt: stamped.at }
}

type Stamped =
  | { readonly ok: true; readonly at: string | null }
  | { readonly ok: false; readonly fault: DetachedFault }

/** A stamp is asked for right after signing: one of another hour tells that the signer's time is not true. */
const mostApartMilliseconds = 10 * 60_000

function stampOf({ signer }: SignedData, signingTime: string, trust: DetachedTrust): Stamped {
  const { timestamp, signature } = signer
  if (timestamp === undefined) return { ok: true, at: null }
  const facts = { roots: trust.stampingRoots }
  const verdict = verifyTimestamp(timestamp, stampedOctets(signature), facts)
  if (!verdict.ok) return no(verdict.fault === 'TSA_IMPRINT' ? 'STAMP_MISMATCH' : 'STAMP_UNTRUSTED')
  const { at } = verdict.info
  const apart = Math.abs(Date.parse(at) - Date.parse(signingTime))
  return apart <= mostApartMilliseconds ? { ok: true, at } : no('STAMP_TIME')
}

function no<F extends DetachedFault>(fault: F): { readonly ok: false; readonly fault: F } {
  return { ok: false, fault }
}
