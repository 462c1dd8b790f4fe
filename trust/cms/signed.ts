// SPDX-License-Identifier: Apache-2.0
/** SignedData with one SM2 signer: read, checked against the text it is about, and written. */

import { concat, sameBytes } from '../canonical/index.ts'
import {
  algorithmOf,
  type Certificate,
  findCertificate,
  identifiers,
  writeAlgorithm,
} from '../certificate/index.ts'
import {
  countOf,
  type Der,
  findDer,
  findList,
  identifierOf,
  inside,
  listContent,
  momentOf,
  readOnly,
  unsignedOf,
  walk,
  writeCount,
  writeDer,
  writeIdentifier,
  writeMoment,
  writeSet,
  writeUnsigned,
} from '../der/index.ts'
import {
  findSignatureInDer,
  signatureFault,
  signatureToDer,
  sm3Digest,
  verifyingKey,
} from '../suites/index.ts'

export interface SignedData {
  /** What kind of content was signed. */
  readonly contentType: string
  /** Absent when the signature lies apart from its text. */
  readonly content?: Uint8Array
  readonly certificates: readonly Certificate[]
  readonly signer: SignerInfo
}

export interface SignerInfo {
  /** Issuer name and serial number, as DER: which certificate signed. */
  readonly issuer: Uint8Array
  readonly serial: Uint8Array
  readonly signature: Uint8Array
  /** Absent when the bare text was signed. */
  readonly attributes?: Attributes
  /** A time-stamp token over the signature, laid beside it afterwards and so not signed (RFC 3161 A). */
  readonly timestamp?: Uint8Array
}

export interface Attributes {
  /** As a set, which is the form that is signed. */
  readonly der: Uint8Array
  readonly contentType: string
  readonly messageDigest: Uint8Array
  readonly signingTime?: string
  /** Digest of the certificate that signed, by SM3. */
  readonly certificateDigest?: Uint8Array
}

export type SignedFault =
  | 'CMS_NO_CERTIFICATE'
  | 'CMS_CONTENT_TYPE'
  | 'CMS_DIGEST'
  | 'CMS_NO_CONTENT'
  | 'SIG_ENCODING'
  | 'SIG_SCHEME'
  | 'SIG_INVALID'

export type SignedVerdict =
  | { readonly ok: true; readonly certificate: Certificate; readonly content: Uint8Array }
  | { readonly ok: false; readonly fault: SignedFault }

export function findSignedData(bytes: Uint8Array): SignedData | undefined {
  const outer = walk(findDer(bytes), 'sequence')
  const type = identifierOf(outer.take('objectIdentifier'))
  const held = walk(outer.take(inside(0)), inside(0))
  const fields = walk(held.take('sequence'), 'sequence')
  const known = type === identifiers.gmSignedData || type === identifiers.signedData
  if (!known || !outer.ended() || !held.ended()) return undefined

  const version = countOf(fields.take('integer'))
  const digests = findList(fields.take('set'), 'set')?.map(algorithmOf)
  const inner = walk(fields.take('sequence'), 'sequence')
  const contentType = identifierOf(inner.take('objectIdentifier'))
  const wrapped = inner.take(inside(0))
  const content = walk(wrapped, inside(0)).take('octetString')?.content
  const certificates = certificatesIn(fields.take(inside(0)))
  fields.take(inside(1))
  const signers = findList(fields.take('set'), 'set')
  // One signer per message: a second could be looked at in place of the first.
  const signer = signers?.length === 1 ? findSigner(signers[0]) : undefined
  if (version === undefined || !fields.ended() || !inner.ended()) return undefined
  if (digests?.length !== 1 || digests[0] !== identifiers.sm3) return undefined
  if (wrapped !== undefined && content === undefined) return undefined
  if (contentType === undefined || certificates === undefined || signer === undefined)
    return undefined
  return { contentType, ...(content === undefined ? {} : { content }), certificates, signer }
}

/** The signature and its text belong together; whom the certificate belongs to is asked elsewhere. */
export function verifySignedData(data: SignedData, detached?: Uint8Array): SignedVerdict {
  const content = data.content ?? detached
  if (content === undefined) return { ok: false, fault: 'CMS_NO_CONTENT' }
  const inline = data.content !== undefined && detached !== undefined
  if (inline && !sameBytes(data.content, detached)) return { ok: false, fault: 'CMS_DIGEST' }
  const { signer } = data
  const certificate = data.certificates.find(
    ({ issuer, serial }) =>
      sameBytes(issuer.der, signer.issuer) && sameBytes(serial, signer.serial),
  )
  const key = certificate === undefined ? undefined : verifyingKey(certificate.publicKey)
  if (certificate === undefined || key === undefined)
    return { ok: false, fault: 'CMS_NO_CERTIFICATE' }
  const message = signer.attributes?.der ?? content
  // First: what attributes say counts only where they are the ones that were signed.
  const broken = signatureFault(key, { message, signature: signer.signature })
  const fault = broken ?? attributesFault(data, { content, certificate })
  return fault === undefined ? { ok: true, certificate, content } : { ok: false, fault }
}

export interface SigningFacts {
  readonly contentType: string
  readonly content: Uint8Array
  readonly certificate: Certificate
  readonly signingTime?: string
}

/** The set to be signed by whatever holds the key. */
export function attributesToSign(facts: SigningFacts): Uint8Array<ArrayBuffer> {
  const { contentType, content, certificate, signingTime } = facts
  const reference = writeDer(
    'sequence',
    writeDer(
      'sequence',
      writeDer(
        'sequence',
        writeAlgorithm(identifiers.sm3),
        writeDer('octetString', sm3Digest(certificate.der)),
      ),
    ),
  )
  return writeSet([
    attribute(identifiers.contentType, writeIdentifier(contentType)),
    attribute(identifiers.messageDigest, writeDer('octetString', sm3Digest(content))),
    attribute(identifiers.signingCertificate, reference),
    ...(signingTime === undefined
      ? []
      : [attribute(identifiers.signingTime, writeMoment(signingTime))]),
  ])
}

export interface SignedParts {
  readonly type: string
  readonly contentType: string
  /** Left out for a signature that lies apart. */
  readonly content?: Uint8Array
  readonly attributes: Uint8Array
  readonly signature: Uint8Array
  /** The signer's first, then those above it. */
  readonly certificates: readonly [Certificate, ...Certificate[]]
  readonly timestamp?: Uint8Array | undefined
}

/** What an authority of time stamps of a signature: its octets as the message carries them. */
export function stampedOctets(signature: Uint8Array): Uint8Array<ArrayBuffer> {
  return signatureToDer(signature)
}

export function writeSignedData(parts: SignedParts): Uint8Array<ArrayBuffer> {
  const [own] = parts.certificates
  const wrapped =
    parts.content === undefined ? [] : [writeDer(inside(0), writeDer('octetString', parts.content))]
  // Inside the message the set of attributes stands under [0]; signed it is as a set.
  const attributes = concat(Uint8Array.of(inside(0)), parts.attributes.subarray(1))
  const signer = writeDer(
    'sequence',
    writeCount(1),
    writeDer('sequence', own.issuer.der, writeUnsigned(own.serial)),
    writeAlgorithm(identifiers.sm3),
    attributes,
    writeAlgorithm(identifiers.sm2Signature),
    writeDer('octetString', stampedOctets(parts.signature)),
    ...(parts.timestamp === undefined ? [] : [unsignedWith(parts.timestamp)]),
  )
  const body = writeDer(
    'sequence',
    writeCount(parts.type === identifiers.gmSignedData ? 1 : 3),
    writeSet([writeAlgorithm(identifiers.sm3)]),
    writeDer('sequence', writeIdentifier(parts.contentType), ...wrapped),
    writeSet(
      parts.certificates.map(({ der }) => der),
      inside(0),
    ),
    writeSet([signer]),
  )
  return writeDer('sequence', writeIdentifier(parts.type), writeDer(inside(0), body))
}

function attributesFault(
  { contentType, signer }: SignedData,
  about: { readonly content: Uint8Array; readonly certificate: Certificate },
): SignedFault | undefined {
  const { attributes } = signer
  const plain = contentType === identifiers.gmData
  // A bare set could pass for content: only plain data may go without attributes (RFC 5652 §5.3).
  if (attributes === undefined) return plain ? undefined : 'CMS_CONTENT_TYPE'
  if (attributes.contentType !== contentType) return 'CMS_CONTENT_TYPE'
  if (!sameBytes(attributes.messageDigest, sm3Digest(about.content))) return 'CMS_DIGEST'
  const named = attributes.certificateDigest
  const other = named !== undefined && !sameBytes(named, sm3Digest(about.certificate.der))
  return other ? 'CMS_NO_CERTIFICATE' : undefined
}

function findSigner(der: Der | undefined): SignerInfo | undefined {
  const fields = walk(der, 'sequence')
  const version = countOf(fields.take('integer'))
  const whose = walk(fields.take('sequence'), 'sequence')
  const issuer = whose.take('sequence')?.whole
  const serial = unsignedOf(whose.take('integer'))
  const digest = algorithmOf(fields.take('sequence'))
  const list = fields.take(inside(0))
  const attributes = list === undefined ? undefined : findAttributes(list)
  const algorithm = algorithmOf(fields.take('sequence'))
  const octets = fields.take('octetString')
  const signature = octets === undefined ? undefined : findSignatureInDer(octets.content)
  const beside = fields.take(inside(1))
  const timestamp =
    beside === undefined ? undefined : attributesIn(beside)?.get(identifiers.signatureTimestamp)
  const signs = algorithm === identifiers.sm2Signature || algorithm === identifiers.sm2WithSm3
  if (version !== 1 || !fields.ended() || !whose.ended()) return undefined
  if (digest !== identifiers.sm3 || !signs || signature === undefined) return undefined
  if (issuer === undefined || serial === undefined) return undefined
  if (list !== undefined && attributes === undefined) return undefined
  return {
    ...{ issuer, serial, signature },
    ...(attributes === undefined ? {} : { attributes }),
    ...(timestamp === undefined ? {} : { timestamp: timestamp.whole }),
  }
}

function findAttributes(list: Der): Attributes | undefined {
  const der = asSet(list)
  const found = attributesIn(list)
  if (found === undefined) return undefined
  const contentType = identifierOf(found.get(identifiers.contentType))
  const digest = readOnly(found.get(identifiers.messageDigest), 'octetString')?.content
  if (contentType === undefined || digest === undefined) return undefined
  const time = found.get(identifiers.signingTime)
  const signingTime = momentOf(time)
  const reference = found.get(identifiers.signingCertificate)
  const certificateDigest = certificateDigestIn(reference)
  if (time !== undefined && signingTime === undefined) return undefined
  if (reference !== undefined && certificateDigest === undefined) return undefined
  return {
    der,
    contentType,
    messageDigest: digest,
    ...(signingTime === undefined ? {} : { signingTime }),
    ...(certificateDigest === undefined ? {} : { certificateDigest }),
  }
}

/** Inside the message a set of attributes stands under a number of its own. */
function asSet(list: Der): Uint8Array<ArrayBuffer> {
  return concat(Uint8Array.of(0x31), list.whole.subarray(1))
}

/** Each type once, with one value: a second could be looked at in place of the first. */
function attributesIn(list: Der): ReadonlyMap<string, Der> | undefined {
  const found = new Map<string, Der>()
  for (const item of findList(findDer(asSet(list)), 'set') ?? []) {
    const fields = walk(item, 'sequence')
    const type = identifierOf(fields.take('objectIdentifier'))
    const values = findList(fields.take('set'), 'set')
    const [value] = values ?? []
    if (type === undefined || values?.length !== 1 || value === undefined) return undefined
    if (!fields.ended() || found.has(type)) return undefined
    found.set(type, value)
  }
  return found
}

function unsignedWith(timestamp: Uint8Array): Uint8Array {
  const set = writeSet([attribute(identifiers.signatureTimestamp, timestamp)])
  return concat(Uint8Array.of(inside(1)), set.subarray(1))
}

/** RFC 5035 ESSCertIDv2, of which the first names the signer; the digest must be SM3. */
function certificateDigestIn(der: Der | undefined): Uint8Array | undefined {
  const first = walk(walk(der, 'sequence').take('sequence'), 'sequence').take('sequence')
  const fields = walk(first, 'sequence')
  const algorithm = algorithmOf(fields.take('sequence'))
  const digest = fields.take('octetString')
  return algorithm === identifiers.sm3 ? digest?.content : undefined
}

function certificatesIn(der: Der | undefined): readonly Certificate[] | undefined {
  if (der === undefined) return []
  const list = listContent(der)?.map(({ whole }) => findCertificate(whole))
  const found = list?.filter((certificate) => certificate !== undefined)
  return found?.length === list?.length ? found : undefined
}

function attribute(type: string, value: Uint8Array): Uint8Array {
  return writeDer('sequence', writeIdentifier(type), writeSet([value]))
}
