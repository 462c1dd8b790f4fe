// SPDX-License-Identifier: Apache-2.0
/** A signature beside a document: it holds for that document, that signer and that hour, and says why not. */

import { describe, expect, test } from 'vitest'
import { concat, utf8 } from '../canonical/index.ts'
import {
  type Certificate,
  type CertificateFacts,
  certificateToSign,
  findCertificate,
  identifiers,
  withSignature,
} from '../certificate/index.ts'
import { signSm2, sm2PublicKey, sm3Digest, softwareSigner } from '../suites/index.ts'
import {
  attributesToSign,
  findSignedData,
  signDetached,
  verifyDetached,
  writeSignedData,
  writeTimestampInfo,
} from './index.ts'

const document = utf8('中标通知书')
const forged = utf8('中标结果通知书')
const signedAt = '2026-06-01T00:00:00.000Z'
const now = '2026-06-02T00:00:00.000Z'
const keyOf = (label: string) => sm3Digest(utf8(label))
const publicOf = (key: Uint8Array) => sm2PublicKey(key) ?? key
const random = (size: number) => sm3Digest(utf8('chance')).subarray(0, size)
const nameOf = (value: string) => [{ type: identifiers.organisation, value }]
const root = certified('root', 'root', { uses: ['keyCertSign'], authority: {} })

function certified(
  issuer: string,
  subject: string,
  change: Partial<CertificateFacts> = {},
): Certificate {
  const body = certificateToSign({
    ...{ serial: Uint8Array.of(7), issuer: nameOf(issuer), subject: nameOf(subject) },
    ...{ notBefore: '2026-01-01T00:00:00.000Z', notAfter: '2028-01-01T00:00:00.000Z' },
    publicKey: publicOf(keyOf(subject)),
    issuerPublicKey: publicOf(keyOf(issuer)),
    uses: ['digitalSignature', 'nonRepudiation'],
    ...(subject === 'root' ? {} : { purposes: [identifiers.documentSigning] }),
    ...change,
  })
  const signature = signSm2({ privateKey: keyOf(issuer), message: body, entropy: random(32) })
  const certificate = findCertificate(withSignature(body, signature))
  if (certificate === undefined) throw new Error('our own certificate is not read')
  return certificate
}

interface Making {
  readonly certificate?: Certificate
  readonly signer?: string
  readonly stamped?: (octets: Uint8Array) => Uint8Array
  readonly stampTime?: string
  readonly stamper?: Certificate
  readonly signingTime?: string
  readonly stamp?: boolean
}

function stampOver(octets: Uint8Array, making: Making): Uint8Array {
  const certificate =
    making.stamper ?? certified('root', 'tsa', { purposes: [identifiers.timestamping] })
  const content = writeTimestampInfo({
    ...{ policy: '2.999.1', imprint: sm3Digest(octets), serial: Uint8Array.of(1) },
    at: making.stampTime ?? '2026-06-01T00:00:01.000Z',
  })
  const contentType = identifiers.timestampInfo
  const attributes = attributesToSign({ contentType, content, certificate })
  const signature = signSm2({ privateKey: keyOf('tsa'), message: attributes, entropy: random(32) })
  return writeSignedData({
    ...{ type: identifiers.signedData, contentType, content, attributes, signature },
    certificates: [certificate],
  })
}

const platform = certified('root', 'platform')

function made(making: Making = {}): Promise<Uint8Array> {
  const { certificate = platform, signer = 'platform', stamped = (octets) => octets } = making
  return signDetached(
    {
      document,
      signingTime: making.signingTime ?? signedAt,
      certificates: [certificate],
      stamp: async (octets) =>
        making.stamp === false ? undefined : stampOver(stamped(octets), making),
    },
    softwareSigner({ privateKey: keyOf(signer), random }),
  )
}

const trust = { roots: [root], stampingRoots: [root], now }

test('holds for its document, and says who signed and when both of them say it was', async () => {
  const verdict = verifyDetached(await made(), document, trust)
  expect(verdict).toMatchObject({
    ...{ ok: true, signingTime: signedAt, stampedAt: '2026-06-01T00:00:01.000Z' },
    certificate: { der: platform.der },
  })
  const unstamped = await made({ stamp: false })
  expect(verifyDetached(unstamped, document, trust)).toMatchObject({ ok: true, stampedAt: null })
})

describe('a fault has one name:', () => {
  const elsewhere = certified('other', 'platform')
  const old = certified('root', 'platform', { notAfter: '2026-05-31T00:00:00.000Z' })
  const bidder = certified('root', 'platform', { purposes: ['1.3.6.1.5.5.7.3.2'] })
  const short = certified('root', 'platform', { notAfter: '2026-06-01T12:00:00.000Z' })
  test.each([
    ['a certificate of another authority', { certificate: elsewhere }, 'CERT_UNTRUSTED'],
    ['a certificate that had run out', { certificate: old }, 'CERT_EXPIRED'],
    ['a certificate that is for bids', { certificate: bidder }, 'CERT_USAGE'],
    ['a key that is not the certificate’s', { signer: 'stranger' }, 'SIG_INVALID'],
    ['a stamp of something else', { stamped: () => forged }, 'STAMP_MISMATCH'],
    ['a stamp by nobody known', { stamper: certified('other', 'tsa') }, 'STAMP_UNTRUSTED'],
    ['a stamp of another day', { stampTime: '2026-06-02T00:00:00.000Z' }, 'STAMP_TIME'],
    [
      'no stamp, and a certificate that runs out',
      { certificate: short, stamp: false },
      'CERT_EXPIRED',
    ],
  ] satisfies (readonly [string, Making, string])[])('%s', async (_, making, fault) => {
    expect(verifyDetached(await made(making), document, trust)).toEqual({ ok: false, fault })
  })

  test('another document', async () => {
    expect(verifyDetached(await made(), forged, trust)).toEqual({ ok: false, fault: 'CMS_DIGEST' })
  })

  test('a stamp keeps a certificate that ran out since', async () => {
    const bytes = await made({ certificate: short })
    expect(verifyDetached(bytes, document, trust)).toMatchObject({ ok: true })
  })

  test('attributes altered after signing, even to the digest of the other document', async () => {
    const bytes = await made()
    const [from, to] = [sm3Digest(document), sm3Digest(forged)]
    const altered = replaced(bytes, from, to)
    expect(verifyDetached(altered, forged, trust)).toEqual({ ok: false, fault: 'SIG_INVALID' })
  })

  test('what is no signature, or carries a document of its own', async () => {
    expect(verifyDetached(document, document, trust)).toMatchObject({ fault: 'CMS_FORM' })
    const signed = findSignedData(await made())
    const attributes = signed?.signer.attributes?.der ?? document
    const whole = writeSignedData({
      ...{ type: identifiers.gmSignedData, contentType: identifiers.gmData, content: document },
      ...{ attributes, signature: signed?.signer.signature ?? document },
      certificates: [platform],
    })
    expect(verifyDetached(whole, document, trust)).toMatchObject({ fault: 'CMS_FORM' })
  })

  test('any byte changed leaves the same signer, the same time, or nothing', async () => {
    const bytes = await made()
    const before = verifyDetached(bytes, document, trust)
    for (let at = 0; at < bytes.length; at += 23) {
      const changed = bytes.map((byte, i) => (i === at ? byte ^ 0x20 : byte))
      const verdict = verifyDetached(changed, document, trust)
      if (!verdict.ok) continue
      expect({ ...verdict, stampedAt: null }).toEqual({ ...before, stampedAt: null })
    }
  })
})

function replaced(bytes: Uint8Array, from: Uint8Array, to: Uint8Array): Uint8Array {
  const at = Buffer.from(bytes).indexOf(Buffer.from(from))
  return concat(bytes.subarray(0, at), to, bytes.subarray(at + from.length))
}
