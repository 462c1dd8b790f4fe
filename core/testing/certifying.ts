// SPDX-License-Identifier: Apache-2.0
/** For tests only: an authority whose every key is made from a label, and the certificates it gives out. */

import { canonicalize, hex, utf8 } from '@gongxin/trust/canonical'
import {
  type CertificateFacts,
  certificateToSign,
  findCertificate,
  identifiers,
  type NamePart,
  type Revoked,
  revocationListToSign,
  withSignature,
} from '@gongxin/trust/certificate'
import { attributesToSign, writeSignedData, writeTimestampInfo } from '@gongxin/trust/cms'
import { signatureToDer, signSm2, sm2PublicKey, sm3Digest } from '@gongxin/trust/suites'
import { addMinutes, certain, type Instant } from '../kernel/index.ts'

export interface TestHand {
  readonly privateKey: Uint8Array
  readonly publicKey: Uint8Array
  readonly name: readonly NamePart[]
}

export function testHand(label: string): TestHand {
  const privateKey = sm3Digest(utf8(`authority ${label}`))
  const publicKey = certain(sm2PublicKey(privateKey), 'a digest is a key')
  return { privateKey, publicKey, name: [{ type: identifiers.commonName, value: label }] }
}

export const testAuthority = testHand('试验认证机构')

/** Signs as the authority does. */
export function certifiedBy(
  { privateKey, publicKey, name }: TestHand,
  facts: Omit<CertificateFacts, 'issuer' | 'issuerPublicKey'>,
): Uint8Array {
  const message = certificateToSign({ ...facts, issuer: name, issuerPublicKey: publicKey })
  return withSignature(message, signSm2({ privateKey, message, entropy: sm3Digest(message) }))
}

export function rootOf(hand: TestHand): Uint8Array {
  const span = { notBefore: '2020-01-01T00:00:00.000Z', notAfter: '2049-12-31T23:59:59.000Z' }
  const { publicKey, name: subject } = hand
  const kind = { uses: ['keyCertSign', 'crlSign'], authority: {} } as const
  return certifiedBy(hand, { serial: Uint8Array.of(1), subject, publicKey, ...span, ...kind })
}

/** For a bidder by the code, with whatever a test wants otherwise. */
export function certificateFor(
  bidder: { readonly uscc: string; readonly name: string },
  publicKey: Uint8Array,
  change: Partial<CertificateFacts> = {},
): Uint8Array {
  return certifiedBy(testAuthority, {
    serial: sm3Digest(publicKey).subarray(0, 8).fill(1, 0, 1),
    subject: [
      { type: identifiers.organisation, value: bidder.name },
      { type: identifiers.organisationIdentifier, value: bidder.uscc },
    ],
    publicKey,
    ...{ notBefore: '2026-01-01T00:00:00.000Z', notAfter: '2029-01-01T00:00:00.000Z' },
    uses: ['digitalSignature', 'nonRepudiation'],
    ...change,
  })
}

export function revocationListAt(at: Instant, revoked: readonly Revoked[] = []): Uint8Array {
  const { privateKey, name: issuer } = testAuthority
  const nextUpdate = addMinutes(at, 7 * 24 * 60)
  const message = revocationListToSign({ issuer, thisUpdate: at, nextUpdate, revoked })
  return withSignature(message, signSm2({ privateKey, message, entropy: sm3Digest(message) }))
}

/** A token of the test authority over these bytes at this moment; all are of one length, as hashes are. */
export function stampedAt(at: Instant, bytes: Uint8Array, nonce?: Uint8Array): Uint8Array {
  const { privateKey, publicKey } = testHand('试验时间戳机构')
  const subject = [{ type: identifiers.organisation, value: '试验时间戳机构' }]
  const certificate = certain(
    findCertificate(
      certifiedBy(testAuthority, {
        ...{ serial: Uint8Array.of(3), subject, publicKey, uses: ['digitalSignature'] },
        purposes: [identifiers.timestamping],
        ...{ notBefore: '2026-01-01T00:00:00.000Z', notAfter: '2029-01-01T00:00:00.000Z' },
      }),
    ),
    'a certificate',
  )
  const imprint = sm3Digest(bytes)
  const serial = imprint.slice(0, 8).fill(1, 0, 1)
  const asked = nonce === undefined ? {} : { nonce }
  const content = writeTimestampInfo({ policy: '2.999.1', imprint, serial, at, ...asked })
  const contentType = identifiers.timestampInfo
  const attributes = attributesToSign({ contentType, content, certificate, signingTime: at })
  return writeSignedData({
    ...{ type: identifiers.signedData, contentType, content, attributes },
    signature: signedAlike(privateKey, attributes),
    certificates: [certificate],
  })
}

/** DER spells a signature in seventy to seventy-two bytes: one of seventy is one in four. */
function signedAlike(privateKey: Uint8Array, message: Uint8Array): Uint8Array {
  for (let entropy = sm3Digest(message); ; entropy = sm3Digest(entropy)) {
    const signature = signSm2({ privateKey, message, entropy })
    if (signatureToDer(signature).length === 70) return signature
  }
}

/** What the reader of these bundles trusts beforehand. */
export const testAccredited = canonicalize({
  v: 'GXCERT/1',
  roots: [
    {
      name: '试验认证机构',
      der: hex(rootOf(testAuthority)),
      uscc: identifiers.organisationIdentifier,
    },
  ],
  stamping: [{ name: '试验认证机构', der: hex(rootOf(testAuthority)) }],
})
