// SPDX-License-Identifier: Apache-2.0
/** Envelopes to an SM2 certificate: AuthEnvelopedData written and read, EnvelopedData only read. */

import { concat, utf8 } from '../canonical/index.ts'
import { algorithmOf, identifiers, writeAlgorithm } from '../certificate/index.ts'
import {
  countOf,
  type Der,
  findDer,
  findList,
  identifierOf,
  inside,
  instead,
  unsignedOf,
  type Walk,
  walk,
  writeCount,
  writeDer,
  writeIdentifier,
  writeSet,
  writeUnsigned,
} from '../der/index.ts'
import {
  decryptSm2,
  encryptSm2,
  gcmNonceSize,
  gcmTagSize,
  hkdfSm3,
  numberBytes,
  numberOf,
  sm4Backwards,
  sm4Block,
  sm4BlockSize,
  sm4Gcm,
  sm4KeySize,
  sm4Schedule,
  type Unwrapper,
} from '../suites/index.ts'

export interface EnvelopeFacts {
  /** `04 ‖ x ‖ y` of the recipient's encryption certificate. */
  readonly publicKey: Uint8Array
  readonly plain: Uint8Array
  /** Thirty-two fresh random bytes: content key, nonce and the SM2 nonce come from them. */
  readonly entropy: Uint8Array
  /** Issuer name (DER) and serial; left out, the envelope does not say whom it is for. */
  readonly recipient?: { readonly issuer: Uint8Array; readonly serial: Uint8Array }
}

const none = new Uint8Array(0)
/** An empty name and serial zero, which no authority gives out. */
const nobody = { issuer: writeDer('sequence'), serial: Uint8Array.of(0) }

export function writeEnvelope(facts: EnvelopeFacts): Uint8Array<ArrayBuffer> {
  if (facts.entropy.length < 32) throw new RangeError('entropy has at least 32 bytes')
  const derived = hkdfSm3({ secret: facts.entropy, salt: facts.publicKey, info: label }, 60)
  const key = derived.subarray(0, sm4KeySize)
  const nonce = derived.subarray(sm4KeySize, sm4KeySize + gcmNonceSize)
  const sealed = sm4Gcm(key).seal(nonce, facts.plain, none)
  const wrapped = encryptSm2(facts.publicKey, key, derived.subarray(28))
  const { issuer, serial } = facts.recipient ?? nobody
  const recipient = writeDer(
    'sequence',
    writeCount(1),
    writeDer('sequence', issuer, writeUnsigned(serial)),
    writeAlgorithm(identifiers.sm2Encryption),
    writeDer('octetString', cipherToDer(wrapped)),
  )
  const parameters = writeDer('sequence', writeDer('octetString', nonce), writeCount(gcmTagSize))
  const content = writeDer(
    'sequence',
    writeIdentifier(identifiers.gmData),
    writeDer('sequence', writeIdentifier(identifiers.sm4Gcm), parameters),
    writeDer(instead(0), sealed.subarray(0, -gcmTagSize)),
  )
  const body = writeDer(
    'sequence',
    writeCount(0),
    writeSet([recipient]),
    content,
    writeDer('octetString', sealed.subarray(-gcmTagSize)),
  )
  const type = writeIdentifier(identifiers.authEnvelopedData)
  return writeDer('sequence', type, writeDer(inside(0), body))
}

/** The content, or nothing: not for this key, altered, or of a shape we do not read. */
export function openEnvelope(
  bytes: Uint8Array,
  privateKey: Uint8Array,
): Uint8Array<ArrayBuffer> | undefined {
  const envelope = findEnvelope(bytes)
  for (const wrapped of envelope?.wrapped ?? []) {
    const key = decryptSm2(privateKey, wrapped)
    if (key?.length === sm4KeySize) return envelope?.open(key)
  }
  return undefined
}

/** The same, by a key that may live in a device. Rejects where the device is not at hand. */
export async function openEnvelopeBy(
  bytes: Uint8Array,
  device: Unwrapper,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const envelope = findEnvelope(bytes)
  for (const wrapped of envelope?.wrapped ?? []) {
    const key = await device.unwrap(wrapped)
    if (key?.length === sm4KeySize) return envelope?.open(key)
  }
  return undefined
}

interface Envelope {
  /** One for each recipient: what names nobody cannot say which we are, so each is tried. */
  readonly wrapped: readonly Uint8Array[]
  readonly open: (key: Uint8Array) => Uint8Array<ArrayBuffer> | undefined
}

function findEnvelope(bytes: Uint8Array): Envelope | undefined {
  const outer = walk(findDer(bytes), 'sequence')
  const type = identifierOf(outer.take('objectIdentifier'))
  const held = walk(outer.take(inside(0)), inside(0))
  const fields = walk(held.take('sequence'), 'sequence')
  if (!outer.ended() || !held.ended()) return undefined
  const version = countOf(fields.take('integer'))
  const recipients = findList(fields.take('set'), 'set') ?? []
  const content = walk(fields.take('sequence'), 'sequence')
  if (version === undefined) return undefined
  return {
    wrapped: recipients.map(wrappedKeyIn).filter((wrapped) => wrapped !== undefined),
    open(key) {
      if (type === identifiers.authEnvelopedData) return authenticated(key, content, fields)
      const older = type === identifiers.gmEnvelopedData && fields.ended()
      return older ? unauthenticated(key, content) : undefined
    },
  }
}

/** `SEQUENCE { x, y, C3, C2 }` as GM/T 0009 writes a ciphertext. */
export function cipherToDer(cipher: Uint8Array): Uint8Array<ArrayBuffer> {
  return writeDer(
    'sequence',
    writeUnsigned(cipher.subarray(1, 33)),
    writeUnsigned(cipher.subarray(33, 65)),
    writeDer('octetString', cipher.subarray(65, 97)),
    writeDer('octetString', cipher.subarray(97)),
  )
}

export function findCipherInDer(der: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const fields = walk(findDer(der), 'sequence')
  const x = unsignedOf(fields.take('integer'))
  const y = unsignedOf(fields.take('integer'))
  const digest = fields.take('octetString')?.content
  const masked = fields.take('octetString')?.content
  if (!fields.ended() || masked === undefined || digest?.length !== 32) return undefined
  if (x === undefined || y === undefined || x.length > 32 || y.length > 32) return undefined
  const point = [x, y].map((part) => numberBytes(numberOf(part)))
  return concat(Uint8Array.of(4), ...point, digest, masked)
}

const label = utf8('CMS/1 envelope\0')

function wrappedKeyIn(der: Der): Uint8Array | undefined {
  const fields = walk(der, 'sequence')
  const version = countOf(fields.take('integer'))
  const whose = fields.take('sequence')
  const algorithm = algorithmOf(fields.take('sequence'))
  const octets = fields.take('octetString')
  if (version === undefined || whose === undefined || !fields.ended()) return undefined
  if (algorithm !== identifiers.sm2Encryption || octets === undefined) return undefined
  return findCipherInDer(octets.content)
}

function authenticated(
  key: Uint8Array,
  content: Walk,
  fields: Walk,
): Uint8Array<ArrayBuffer> | undefined {
  const type = identifierOf(content.take('objectIdentifier'))
  const algorithm = walk(content.take('sequence'), 'sequence')
  const identifier = identifierOf(algorithm.take('objectIdentifier'))
  const parameters = walk(algorithm.take('sequence'), 'sequence')
  const nonce = parameters.take('octetString')?.content
  const tagSize = countOf(parameters.take('integer'))
  const cipher = content.take(instead(0))?.content
  const tag = fields.take('octetString')?.content
  const whole = [content, algorithm, parameters, fields].every((part) => part.ended())
  if (!whole || type === undefined || identifier !== identifiers.sm4Gcm) return undefined
  if (nonce === undefined || tagSize !== gcmTagSize || tag?.length !== gcmTagSize) return undefined
  return cipher === undefined ? undefined : sm4Gcm(key).open(nonce, concat(cipher, tag), none)
}

/** SM4-CBC of older middleware proves nothing about its content: only keys with a commitment fit. */
function unauthenticated(key: Uint8Array, content: Walk): Uint8Array<ArrayBuffer> | undefined {
  const type = identifierOf(content.take('objectIdentifier'))
  const algorithm = walk(content.take('sequence'), 'sequence')
  const identifier = identifierOf(algorithm.take('objectIdentifier'))
  const start = algorithm.take('octetString')?.content
  const cipher = content.take(instead(0))?.content
  const known = identifier === identifiers.sm4Cbc || identifier === identifiers.sm4
  if (!known || type === undefined || !content.ended() || !algorithm.ended()) return undefined
  if (start?.length !== sm4BlockSize || cipher === undefined || cipher.length === 0)
    return undefined
  if (cipher.length % sm4BlockSize !== 0) return undefined
  const backwards = sm4Backwards(sm4Schedule(key))
  const chained = concat(start, cipher)
  const plain = new Uint8Array(cipher.length)
  for (let at = 0; at < cipher.length; at += sm4BlockSize) {
    const block = sm4Block(backwards, cipher.subarray(at, at + sm4BlockSize))
    plain.set(
      block.map((byte, i) => byte ^ (chained[at + i] ?? 0)),
      at,
    )
  }
  const fill = plain.at(-1) ?? 0
  const padded = fill > 0 && fill <= sm4BlockSize
  return padded && plain.subarray(-fill).every((byte) => byte === fill)
    ? plain.slice(0, -fill)
    : undefined
}
