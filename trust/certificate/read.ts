// SPDX-License-Identifier: Apache-2.0
/** Reads X.509 certificates as GM/T 0015 narrows them: version 3, an SM2 key, an SM2 signature. */

import {
  bitsOf,
  countOf,
  type Der,
  findDer,
  findList,
  identifierOf,
  inside,
  instead,
  momentOf,
  octetsInBits,
  readOnly,
  truthOf,
  unsignedOf,
  type Walk,
  walk,
} from '../der/index.ts'
import { findPoint, findSignatureInDer } from '../suites/index.ts'
import { identifiers } from './identifiers.ts'
import { findName, type Name } from './names.ts'

export type KeyUse =
  | 'digitalSignature'
  | 'nonRepudiation'
  | 'keyEncipherment'
  | 'dataEncipherment'
  | 'keyAgreement'
  | 'keyCertSign'
  | 'crlSign'

/** In the order of their bits, the first being the highest. */
export const keyUses: readonly KeyUse[] = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'crlSign',
]

export interface Certificate {
  /** All its bytes: what a fingerprint is over. */
  readonly der: Uint8Array
  /** The part that is signed. */
  readonly signed: Uint8Array
  /** `r ‖ s`. */
  readonly signature: Uint8Array
  /** Big-endian, without sign byte. */
  readonly serial: Uint8Array
  readonly issuer: Name
  readonly subject: Name
  readonly notBefore: string
  readonly notAfter: string
  /** `04 ‖ x ‖ y`, on the curve. */
  readonly publicKey: Uint8Array
  /** Absent when the certificate does not say. */
  readonly uses?: readonly KeyUse[]
  readonly purposes?: readonly string[]
  readonly authority?: { readonly pathLength?: number }
  readonly subjectKey?: Uint8Array
  readonly issuerKey?: Uint8Array
}

/** A structure signed by an authority: its signed part, and the signature in 64 bytes. */
export interface Signed {
  readonly body: Der
  readonly signature: Uint8Array
}

export function findCertificate(bytes: Uint8Array): Certificate | undefined {
  const outer = findSigned(bytes)
  if (outer === undefined) return undefined
  const fields = walk(outer.body, 'sequence')
  const version = countOf(walk(fields.take(inside(0)), inside(0)).take('integer'))
  const serial = unsignedOf(fields.take('integer'))
  const algorithm = algorithmOf(fields.take('sequence'))
  const issuer = findName(fields.take('sequence'))
  const validity = walk(fields.take('sequence'), 'sequence')
  const notBefore = momentOf(validity.takeAny())
  const notAfter = momentOf(validity.takeAny())
  const subject = findName(fields.take('sequence'))
  const publicKey = findPublicKey(fields.take('sequence'))
  // Identifiers of issuer and subject are long out of use; they may stand here and are not read.
  for (const tag of [instead(1), instead(2)]) fields.take(tag)
  const extensions = findExtensions(walk(fields.take(inside(3)), inside(3)).take('sequence'))
  if (version !== 2 || serial === undefined || serial.length > 20) return undefined
  if (algorithm !== identifiers.sm2WithSm3 || !fields.ended() || !validity.ended()) return undefined
  if (issuer === undefined || subject === undefined || publicKey === undefined) return undefined
  if (notBefore === undefined || notAfter === undefined || extensions === undefined)
    return undefined
  const { body, signature } = outer
  const parties = { issuer, subject, notBefore, notAfter, publicKey }
  return { der: bytes, signed: body.whole, signature, serial, ...parties, ...extensions }
}

/** The outer shape that certificates and revocation lists have in common. */
export function findSigned(bytes: Uint8Array): Signed | undefined {
  const fields = walk(findDer(bytes), 'sequence')
  const body = fields.take('sequence')
  const algorithm = algorithmOf(fields.take('sequence'))
  const bits = octetsInBits(fields.take('bitString'))
  const signature = bits === undefined ? undefined : findSignatureInDer(bits)
  const known = algorithm === identifiers.sm2WithSm3 && fields.ended()
  return known && body !== undefined && signature !== undefined ? { body, signature } : undefined
}

/** Would it be read but for the spelling of its signature? A second spelling makes a second file of one certificate. */
export function isMisspelt(bytes: Uint8Array): boolean {
  const fields = walk(findDer(bytes), 'sequence')
  const body = fields.take('sequence')
  const algorithm = algorithmOf(fields.take('sequence'))
  const bits = octetsInBits(fields.take('bitString'))
  const formed = body !== undefined && algorithm === identifiers.sm2WithSm3 && fields.ended()
  return formed && bits !== undefined && findSignatureInDer(bits) === undefined
}

/** The identifier of an algorithm without parameters; a null in their place is common and meant so. */
export function algorithmOf(der: Der | undefined): string | undefined {
  const fields = walk(der, 'sequence')
  const identifier = identifierOf(fields.take('objectIdentifier'))
  const nothing = fields.take('nothing')
  return fields.ended() && (nothing?.content.length ?? 0) === 0 ? identifier : undefined
}

export interface Extension {
  readonly identifier: string
  readonly critical: boolean
  readonly value: Der
}

/** Each kind once, each value whole DER; nothing on any other shape. */
export function findExtensionList(der: Der | undefined): readonly Extension[] | undefined {
  const list = findList(der, 'sequence')
  if (list === undefined || list.length === 0) return undefined
  const found: Extension[] = []
  for (const item of list) {
    const fields = walk(item, 'sequence')
    const identifier = identifierOf(fields.take('objectIdentifier'))
    const mark = fields.take('boolean')
    const octets = fields.take('octetString')
    const value = octets === undefined ? undefined : findDer(octets.content)
    // DER leaves a default out: a written "false" is a second spelling.
    const critical = mark !== undefined
    if ((critical && truthOf(mark) !== true) || !fields.ended()) return undefined
    if (identifier === undefined || value === undefined) return undefined
    if (found.some((other) => other.identifier === identifier)) return undefined
    found.push({ identifier, critical, value })
  }
  return found
}

export function findPublicKey(der: Der | undefined): Uint8Array | undefined {
  const fields = walk(der, 'sequence')
  const algorithm = walk(fields.take('sequence'), 'sequence')
  const kind = identifierOf(algorithm.take('objectIdentifier'))
  const curve = identifierOf(algorithm.take('objectIdentifier'))
  const key = octetsInBits(fields.take('bitString'))
  if (!algorithm.ended() || !fields.ended() || key?.length !== 65) return undefined
  if (kind !== identifiers.publicKey || curve !== identifiers.sm2Curve) return undefined
  return findPoint(key) === undefined ? undefined : key
}

type Known = Pick<Certificate, 'uses' | 'purposes' | 'authority' | 'subjectKey' | 'issuerKey'>

/** A critical extension that we do not understand forbids the whole certificate (RFC 5280 §4.2). */
function findExtensions(der: Der | undefined): Known | undefined {
  const list = findExtensionList(der)
  if (list === undefined) return undefined
  let known: Known = {}
  for (const { identifier, critical, value } of list) {
    const read = readers.get(identifier)
    const more = read === undefined ? (critical ? undefined : {}) : read(value)
    if (more === undefined) return undefined
    known = { ...known, ...more }
  }
  return known
}

const readers = new Map<string, (value: Der) => Known | undefined>([
  [identifiers.keyUsage, usesIn],
  [identifiers.extendedKeyUsage, purposesIn],
  [identifiers.basicConstraints, authorityIn],
  [identifiers.subjectKey, subjectKeyIn],
  [identifiers.authorityKey, issuerKeyIn],
])

function usesIn(value: Der): Known | undefined {
  const bits = bitsOf(value)
  if (bits === undefined || bits.bytes.length === 0) return undefined
  return { uses: keyUses.filter((_, i) => ((bits.bytes[0] ?? 0) & (0x80 >> i)) !== 0) }
}

function purposesIn(value: Der): Known | undefined {
  const list = findList(value, 'sequence')?.map(identifierOf)
  if (list === undefined || list.length === 0) return undefined
  const purposes = list.filter((item) => item !== undefined)
  return purposes.length === list.length ? { purposes } : undefined
}

function authorityIn(value: Der): Known | undefined {
  const fields = walk(value, 'sequence')
  const mark = fields.take('boolean')
  const most = fields.take('integer')
  const pathLength = countOf(most)
  if (!fields.ended() || (most !== undefined && pathLength === undefined)) return undefined
  if (mark === undefined) return most === undefined ? {} : undefined
  if (truthOf(mark) !== true) return undefined
  return { authority: pathLength === undefined ? {} : { pathLength } }
}

function subjectKeyIn(value: Der): Known | undefined {
  const octets = readOnly(value, 'octetString')
  return octets === undefined ? undefined : { subjectKey: octets.content }
}

function issuerKeyIn(value: Der): Known | undefined {
  const fields: Walk = walk(value, 'sequence')
  const key = fields.take(instead(0))
  return key === undefined ? {} : { issuerKey: key.content }
}
