// SPDX-License-Identifier: Apache-2.0
/** SM2 against the standard and a second library, and against every forgery we know of. */

import fc from 'fast-check'
import { sm2 as second } from 'sm-crypto-v2'
import { describe, expect, test } from 'vitest'
import { concat, findBytes, hex, utf8 } from '../canonical/index.ts'
import {
  basePoint,
  curveOrder,
  decryptSm2,
  encryptSm2,
  findPoint,
  findSignatureInDer,
  inverseOf,
  numberBytes,
  numberOf,
  pointBytes,
  purposeMessage,
  reduced,
  shortPointBytes,
  signatureFault,
  signatureToDer,
  signSm2,
  sm2PublicKey,
  sm3Digest,
  timesSecret,
  verifyingKey,
  verifySm2,
} from './index.ts'
import { encryptionWith } from './sm2-encryption.ts'
import { identityDigest, messageDigest, signatureWith } from './sm2-signature.ts'

const bytes = (text: string) => findBytes(text) ?? new Uint8Array(0)
// GB/T 32918.5 annexes A and C.
const privateKey = bytes('3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8')
const publicKey = bytes(
  '0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020' +
    'ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13',
)
const nonce = numberOf(bytes('59276e27d506861a16680f3ad9c02dccef3cc1fa3cdbe4ce6d54b80deac1bc21'))
const message = utf8('message digest')
const published = bytes(
  'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3' +
    'b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa',
)
const entropy = sm3Digest(utf8('entropy'))
const secret = numberOf(privateKey)
const order = numberBytes(curveOrder)
const key = keyOf(publicKey)

function keyOf(point: Uint8Array, identity?: string) {
  const made = verifyingKey(point, identity === undefined ? {} : { identity })
  if (made === undefined) throw new Error('the key of the standard is a point')
  return made
}

describe('signing', () => {
  test('the published signature, from the published nonce', () => {
    const digest = messageDigest(key.identityDigest, message)
    expect(signatureWith({ secret, digest, nonce })).toEqual(published)
    expect(sm2PublicKey(privateKey)).toEqual(publicKey)
    expect(verifySm2(key, { message, signature: published })).toBe(true)
  })

  test('entropy changes the signature and not its truth; without change it repeats', () => {
    const once = signSm2({ privateKey, message, entropy })
    const other = signSm2({ privateKey, message, entropy: sm3Digest(entropy) })
    expect(signSm2({ privateKey, message, entropy })).toEqual(once)
    expect(other).not.toEqual(once)
    expect(verifySm2(key, { message, signature: once })).toBe(true)
    expect(verifySm2(key, { message, signature: other })).toBe(true)
  })

  test('a second library takes ours and we take its own', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 90 }), fc.integer({ min: 1 }), (text, n) => {
        const mine = numberBytes(reduced(BigInt(n) ** 7n))
        const open = sm2PublicKey(mine) ?? publicKey
        const ours = signSm2({ privateKey: mine, message: text, entropy })
        const options = { hash: true, der: false }
        expect(second.doVerifySignature(text, hex(ours), hex(open), options)).toBe(true)
        const theirs = bytes(second.doSignature(text, hex(mine), options))
        expect(verifySm2(keyOf(open), { message: text, signature: theirs })).toBe(true)
      }),
      { seed: 47, numRuns: 12 },
    )
  })

  test('what is no private key is not used', () => {
    for (const bad of [
      new Uint8Array(32),
      order,
      numberBytes(curveOrder - 1n),
      entropy.subarray(1),
    ]) {
      expect(() => signSm2({ privateKey: bad, message, entropy })).toThrow('private key')
      expect(sm2PublicKey(bad)).toBeUndefined()
    }
  })

  test('a purpose keeps a login from being a bid', () => {
    const signature = signSm2({ privateKey, message: purposeMessage('login', message), entropy })
    expect(verifySm2(key, { message: purposeMessage('bid', message), signature })).toBe(false)
  })
})

describe('a forged signature', () => {
  const r = published.subarray(0, 32)
  const s = published.subarray(32)
  const zero = new Uint8Array(32)
  const forms: readonly [name: string, signature: Uint8Array][] = [
    ['r of zero', concat(zero, s)],
    ['s of zero', concat(r, zero)],
    ['r of the order', concat(order, s)],
    ['s of the order', concat(r, order)],
    ['all ones', new Uint8Array(64).fill(255)],
    ['r + s of the order', concat(r, numberBytes(curveOrder - numberOf(r)))],
    ['a byte more', concat(published, Uint8Array.of(0))],
    ['a byte less', published.subarray(0, 63)],
    ['nothing', zero.subarray(32)],
  ]
  test.each(forms)('with %s is no signature', (_, signature) => {
    expect(signatureFault(key, { message, signature })).toBe('SIG_ENCODING')
    expect(verifySm2(key, { message, signature })).toBe(false)
  })

  test('with any one bit changed does not verify', () => {
    for (let bit = 0; bit < 512; bit += 37) {
      const signature = published.map((b, i) => (i === bit >> 3 ? b ^ (1 << (bit & 7)) : b))
      expect(verifySm2(key, { message, signature })).toBe(false)
    }
  })

  test('made without a key for an unhashed message is not taken', () => {
    // With e chosen freely anybody can solve for it; hashing takes that freedom away.
    const t = 12345n
    const point = timesSecret(basePoint, 999n).add(timesSecret(key.point, t))
    const forgedR = reduced(t - 999n)
    const forgedE = numberBytes(reduced(forgedR - point.x))
    const signature = concat(numberBytes(forgedR), numberBytes(999n))
    expect(second.doVerifySignature(forgedE, hex(signature), hex(publicKey))).toBe(true)
    expect(signatureFault(key, { message: forgedE, signature })).toBe('SIG_INVALID')
  })

  test('of another scheme is named', () => {
    const empty = messageDigest(identityDigest('', key.point), message)
    const withEmpty = signatureWith({ secret, digest: empty, nonce }) ?? published
    expect(signatureFault(key, { message, signature: withEmpty })).toBe('SIG_SCHEME')
    const x = reduced(timesSecret(basePoint, nonce).x)
    const e = numberOf(sm3Digest(message))
    const ecdsa = concat(numberBytes(x), numberBytes(reduced(inverseOf(nonce) * (e + x * secret))))
    expect(signatureFault(key, { message, signature: ecdsa })).toBe('SIG_SCHEME')
    expect(signatureFault(key, { message, signature: published })).toBeUndefined()
    expect(signatureFault(keyOf(publicKey, 'other'), { message, signature: published })).toBe(
      'SIG_INVALID',
    )
  })
})

describe('the DER form', () => {
  const der = signatureToDer(published)
  test('goes out and comes back', () => expect(findSignatureInDer(der)).toEqual(published))

  test.each([
    ['a trailing byte', concat(der, Uint8Array.of(0))],
    ['a cut end', der.subarray(0, -1)],
    ['a long length', concat(bytes('3081'), der.subarray(1))],
    ['an indefinite length', concat(bytes('3080'), der.subarray(2), bytes('0000'))],
    ['a padded number', bytes('300702020001020101')],
    ['a negative number', bytes('3006020181020101')],
    ['a zero', bytes('3006020100020101')],
    ['three numbers', bytes('3009020101020101020101')],
  ])('with %s is refused', (_, form) => expect(findSignatureInDer(form)).toBeUndefined())
})

describe('points', () => {
  test('are read in two forms and written back', () => {
    const point = key.point
    expect(findPoint(shortPointBytes(point))?.equals(point)).toBe(true)
    expect(pointBytes(point)).toEqual(publicKey)
  })

  test.each([
    ['infinity', '00'],
    ['infinity in full', '04'.padEnd(130, '0')],
    ['off the curve', `04${hex(publicKey.subarray(1, 64))}00`],
    ['a coordinate beyond the field', `04${'ff'.repeat(64)}`],
    ['without its form', hex(publicKey.subarray(1))],
    ['of the hybrid form', `06${hex(publicKey.subarray(1))}`],
    ['an x without a y', `02${'00'.repeat(31)}05`],
  ])('%s is no point', (_, form) => expect(findPoint(bytes(form))).toBeUndefined())
})

describe('encryption', () => {
  const plain = utf8('encryption standard')
  const cipher = bytes(
    '0404ebfc718e8d1798620432268e77feb6415e2ede0e073c0f4f640ecd2e149a73e8' +
      '58f9d81e5430a57b36daab8f950a3c64e6ee6a63094d99283aff767e124df0' +
      '59983c18f809e262923c53aec295d30383b54e39d609d160afcb1908d0bd8766' +
      '21886ca989ca9c7d58087307ca93092d651efa',
  )

  test('the published ciphertext, from the published nonce, and back', () => {
    expect(hex(encryptionWith(key.point, plain, nonce) ?? plain)).toBe(hex(cipher))
    expect(decryptSm2(privateKey, cipher)).toEqual(plain)
  })

  test('a second library agrees, and single bytes never go out unmasked', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 70 }), fc.nat(), (text, n) => {
        const ours = encryptSm2(publicKey, text, sm3Digest(utf8(String(n))))
        expect(decryptSm2(privateKey, ours)).toEqual(text)
        const plainHex = second.doDecrypt(hex(ours.subarray(1)), hex(privateKey), 1, {
          output: 'array',
        })
        expect(Uint8Array.from(plainHex)).toEqual(text)
      }),
      { seed: 53, numRuns: 12 },
    )
    for (let n = 0; n < 60; n++) {
      const one = encryptSm2(publicKey, Uint8Array.of(65), sm3Digest(utf8(`one ${n}`)))
      expect(one.at(-1)).not.toBe(65)
    }
  })

  test('nothing comes out when a byte has changed, or another key asks', () => {
    for (const at of [0, 1, 40, 64, 65, 80, 97, cipher.length - 1]) {
      const changed = cipher.map((byte, i) => (i === at ? byte ^ 1 : byte))
      expect(decryptSm2(privateKey, changed)).toBeUndefined()
    }
    expect(decryptSm2(entropy, cipher)).toBeUndefined()
    expect(decryptSm2(privateKey, cipher.subarray(0, 97))).toBeUndefined()
    const far = concat(Uint8Array.of(4), new Uint8Array(64), cipher.subarray(65))
    expect(decryptSm2(privateKey, far)).toBeUndefined()
  })

  test('to what is no point nothing is encrypted', () => {
    expect(() => encryptSm2(publicKey.subarray(1), plain, entropy)).toThrow('public key')
    expect(() => encryptSm2(publicKey, new Uint8Array(0), entropy)).toThrow('one byte')
    expect(() => encryptSm2(publicKey, plain, entropy.subarray(1))).toThrow('32')
  })
})
