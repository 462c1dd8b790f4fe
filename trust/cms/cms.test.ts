// SPDX-License-Identifier: Apache-2.0
/** Messages: a signature belongs to one text, an envelope to one key, a time-stamp to one moment. */

import { createCipheriv } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { concat, utf8 } from '../canonical/index.ts'
import {
  type Certificate,
  type CertificateFacts,
  certificateToSign,
  findCertificate,
  identifiers,
  withSignature,
  writeAlgorithm,
} from '../certificate/index.ts'
import {
  inside,
  instead,
  writeCount,
  writeDer,
  writeIdentifier,
  writeSet,
  writeUnsigned,
} from '../der/index.ts'
import { encryptSm2, signSm2, sm2PublicKey, sm3Digest } from '../suites/index.ts'
import {
  attributesToSign,
  cipherToDer,
  findCipherInDer,
  findSignedData,
  openEnvelope,
  type SignedParts,
  type TimestampInfo,
  verifySignedData,
  verifyTimestamp,
  writeEnvelope,
  writeSignedData,
  writeTimestampInfo,
} from './index.ts'

const privateKey = sm3Digest(utf8('signer'))
const publicKey = sm2PublicKey(privateKey) ?? privateKey
const entropy = sm3Digest(utf8('entropy'))
const text = utf8('中标通知书')

function made(change: Partial<CertificateFacts> = {}): Certificate {
  const name = [{ type: identifiers.commonName, value: 'Self' }]
  const body = certificateToSign({
    serial: Uint8Array.of(7),
    issuer: name,
    subject: name,
    notBefore: '2026-01-01T00:00:00.000Z',
    notAfter: '2028-01-01T00:00:00.000Z',
    publicKey,
    issuerPublicKey: publicKey,
    uses: ['digitalSignature'],
    ...change,
  })
  const signature = signSm2({ privateKey, message: body, entropy })
  const certificate = findCertificate(withSignature(body, signature))
  if (certificate === undefined) throw new Error('our own certificate is not read')
  return certificate
}

const own = made()

function message(change: Partial<SignedParts> & { signed?: Uint8Array } = {}): Uint8Array {
  const contentType = change.contentType ?? identifiers.gmData
  const attributes =
    change.attributes ??
    attributesToSign({
      contentType,
      content: change.signed ?? text,
      certificate: own,
      signingTime: '2026-06-01T00:00:00.000Z',
    })
  return writeSignedData({
    type: identifiers.gmSignedData,
    contentType,
    attributes,
    signature: signSm2({ privateKey, message: attributes, entropy }),
    certificates: [own],
    ...change,
  })
}

function verdictOf(bytes: Uint8Array, detached?: Uint8Array) {
  const data = findSignedData(bytes)
  if (data === undefined) return 'unread'
  const verdict = verifySignedData(data, detached)
  return verdict.ok ? 'holds' : verdict.fault
}

describe('SignedData', () => {
  test('apart from its text holds for that text only', () => {
    expect(verdictOf(message(), text)).toBe('holds')
    expect(verdictOf(message(), utf8('废标'))).toBe('CMS_DIGEST')
    expect(verdictOf(message())).toBe('CMS_NO_CONTENT')
    expect(findSignedData(message())?.signer.attributes?.signingTime).toBe(
      '2026-06-01T00:00:00.000Z',
    )
  })

  test('with its text holds by itself, and not beside another text', () => {
    expect(verdictOf(message({ content: text }))).toBe('holds')
    expect(verdictOf(message({ content: text }), text)).toBe('holds')
    expect(verdictOf(message({ content: text }), utf8('废标'))).toBe('CMS_DIGEST')
  })

  test('of another key, kind or certificate does not hold', () => {
    const forged = signSm2({ privateKey: entropy, message: text, entropy })
    expect(verdictOf(message({ signature: forged }), text)).toBe('SIG_INVALID')
    const kind = attributesToSign({
      contentType: identifiers.timestampInfo,
      content: text,
      certificate: own,
    })
    expect(verdictOf(message({ attributes: kind }), text)).toBe('CMS_CONTENT_TYPE')
    const other = made({ uses: ['nonRepudiation'] })
    expect(verdictOf(message({ certificates: [other] }), text)).toBe('CMS_NO_CERTIFICATE')
    const elsewhere = made({ serial: Uint8Array.of(8) })
    const bytes = message({ certificates: [own] })
    const data = findSignedData(bytes)
    if (data === undefined) throw new Error('our own message is not read')
    expect(verifySignedData({ ...data, certificates: [elsewhere] }, text)).toEqual({
      ok: false,
      fault: 'CMS_NO_CERTIFICATE',
    })
  })

  test('cut or altered is unread or does not hold', () => {
    const bytes = message()
    for (let at = 0; at < bytes.length; at += 5) {
      expect(findSignedData(bytes.subarray(0, at))).toBeUndefined()
      const changed = bytes.map((byte, i) => (i === at ? byte ^ 0x10 : byte))
      // What stands outside signature, attributes and certificate says nothing that is relied on.
      const verdict = verdictOf(changed, text)
      if (verdict === 'holds')
        expect(findSignedData(changed)?.signer).toEqual(findSignedData(bytes)?.signer)
    }
    expect(findSignedData(concat(bytes, Uint8Array.of(0)))).toBeUndefined()
  })
})

describe('a time-stamp', () => {
  const stamper = made({ purposes: [identifiers.timestamping] })
  const facts = { roots: [stamper] }
  const info: TimestampInfo = {
    policy: '1.2.156.1.1',
    imprint: sm3Digest(text),
    serial: Uint8Array.of(1, 2),
    at: '2026-06-01T00:00:00.250Z',
    accuracyMilliseconds: 1500,
    nonce: Uint8Array.of(9),
  }

  function token(change: Partial<TimestampInfo> = {}, by = stamper): Uint8Array {
    const content = writeTimestampInfo({ ...info, ...change })
    const contentType = identifiers.timestampInfo
    const attributes = attributesToSign({ contentType, content, certificate: by })
    return writeSignedData({
      type: identifiers.signedData,
      contentType,
      content,
      attributes,
      signature: signSm2({ privateKey, message: attributes, entropy }),
      certificates: [by],
    })
  }

  test('says when its text was there', () => {
    expect(verifyTimestamp(token(), text, facts)).toMatchObject({ ok: true, info })
  })

  test.each([
    ['another text', token({ imprint: sm3Digest(entropy) }), 'TSA_IMPRINT'],
    ['a time outside the certificate', token({ at: '2029-01-01T00:00:00.000Z' }), 'CERT_EXPIRED'],
    ['one who may not stamp', token({}, own), 'CERT_USAGE'],
    ['a message that is none', message({ content: text }), 'TSA_FORM'],
    ['bytes that are none', text, 'TSA_FORM'],
  ])('of %s is refused', (_, bytes, fault) => {
    expect(verifyTimestamp(bytes, text, { roots: [stamper, own] })).toEqual({ ok: false, fault })
  })

  test('under other roots is not trusted', () => {
    expect(verifyTimestamp(token(), text, { roots: [own] })).toMatchObject({
      ok: false,
    })
  })
})

describe('an envelope', () => {
  const plain = sm3Digest(utf8('master'))
  const sealed = writeEnvelope({ publicKey, plain, entropy })

  test('opens to its own key only', () => {
    expect(openEnvelope(sealed, privateKey)).toEqual(plain)
    expect(openEnvelope(sealed, entropy)).toBeUndefined()
  })

  test('does not say whom it is for, unless asked to', () => {
    const { der: issuer } = own.issuer
    const named = writeEnvelope({
      publicKey,
      plain,
      entropy,
      recipient: { issuer, serial: own.serial },
    })
    expect(openEnvelope(named, privateKey)).toEqual(plain)
    const shows = (bytes: Uint8Array) => Buffer.from(bytes).includes(Buffer.from('Self'))
    expect([shows(named), shows(sealed)]).toEqual([true, false])
  })

  test('altered in any byte releases nothing but its own content', () => {
    for (let at = 0; at < sealed.length; at++) {
      const changed = sealed.map((byte, i) => (i === at ? byte ^ 1 : byte))
      const opened = openEnvelope(changed, privateKey)
      expect(opened ?? plain).toEqual(plain)
    }
    expect(openEnvelope(sealed.subarray(0, -1), privateKey)).toBeUndefined()
  })

  test('of older middleware is read', () => {
    const key = entropy.subarray(0, 16)
    const iv = entropy.subarray(16)
    const cipher = createCipheriv('sm4-cbc', key, iv)
    const recipient = writeDer(
      'sequence',
      writeCount(1),
      writeDer('sequence', own.issuer.der, writeUnsigned(own.serial)),
      writeAlgorithm(identifiers.sm2Encryption),
      writeDer('octetString', cipherToDer(encryptSm2(publicKey, key, entropy))),
    )
    const old = (body: Uint8Array) =>
      writeDer(
        'sequence',
        writeIdentifier(identifiers.gmEnvelopedData),
        writeDer(
          inside(0),
          writeDer(
            'sequence',
            writeCount(1),
            writeSet([recipient]),
            writeDer(
              'sequence',
              writeIdentifier(identifiers.gmData),
              writeDer(
                'sequence',
                writeIdentifier(identifiers.sm4Cbc),
                writeDer('octetString', iv),
              ),
              writeDer(instead(0), body),
            ),
          ),
        ),
      )
    const body = Buffer.concat([cipher.update(plain), cipher.final()])
    expect(openEnvelope(old(body), privateKey)).toEqual(plain)
    expect(openEnvelope(old(body.subarray(0, 16)), privateKey)).toBeUndefined()
    expect(openEnvelope(old(body.subarray(0, 15)), privateKey)).toBeUndefined()
  })

  test('a ciphertext in DER comes back, in its strict form only', () => {
    const cipher = encryptSm2(publicKey, plain, entropy)
    expect(findCipherInDer(cipherToDer(cipher))).toEqual(cipher)
    expect(findCipherInDer(cipherToDer(cipher).subarray(1))).toBeUndefined()
  })
})
