// SPDX-License-Identifier: Apache-2.0
/** Writes what an authority signs, for authorities of demos and tests; the key may be elsewhere. */

import {
  inside,
  instead,
  writeBits,
  writeCount,
  writeDer,
  writeIdentifier,
  writeMoment,
  writeTruth,
  writeUnsigned,
} from '../der/index.ts'
import { signatureToDer, sm3Digest } from '../suites/index.ts'
import { identifiers } from './identifiers.ts'
import { type NamePart, writeName } from './names.ts'
import { type KeyUse, keyUses } from './read.ts'
import type { Revoked } from './revocation.ts'

export interface CertificateFacts {
  readonly serial: Uint8Array
  readonly issuer: readonly NamePart[]
  readonly subject: readonly NamePart[]
  readonly notBefore: string
  readonly notAfter: string
  readonly publicKey: Uint8Array
  readonly issuerPublicKey: Uint8Array
  readonly uses: readonly KeyUse[]
  readonly purposes?: readonly string[]
  readonly authority?: { readonly pathLength?: number }
}

/** The bytes to sign. Signature and key may come from a device, so signing is not done here. */
export function certificateToSign(facts: CertificateFacts): Uint8Array<ArrayBuffer> {
  return writeDer(
    'sequence',
    writeDer(inside(0), writeCount(2)),
    writeUnsigned(facts.serial),
    writeAlgorithm(identifiers.sm2WithSm3),
    writeName(facts.issuer),
    writeDer('sequence', writeMoment(facts.notBefore), writeMoment(facts.notAfter)),
    writeName(facts.subject),
    writePublicKey(facts.publicKey),
    writeDer(inside(3), writeDer('sequence', ...extensionsOf(facts))),
  )
}

export interface RevocationFacts {
  readonly issuer: readonly NamePart[]
  readonly thisUpdate: string
  readonly nextUpdate: string
  readonly revoked: readonly Revoked[]
}

export function revocationListToSign(facts: RevocationFacts): Uint8Array<ArrayBuffer> {
  const entries = facts.revoked.map(({ serial, at }) =>
    writeDer('sequence', writeUnsigned(serial), writeMoment(at)),
  )
  return writeDer(
    'sequence',
    writeCount(1),
    writeAlgorithm(identifiers.sm2WithSm3),
    writeName(facts.issuer),
    writeMoment(facts.thisUpdate),
    writeMoment(facts.nextUpdate),
    ...(entries.length === 0 ? [] : [writeDer('sequence', ...entries)]),
  )
}

/** What whoever asks for a certificate signs with the very key that it is for (PKCS#10). */
export function requestToSign(asked: {
  readonly subject: readonly NamePart[]
  readonly publicKey: Uint8Array
}): Uint8Array<ArrayBuffer> {
  return writeDer(
    'sequence',
    writeCount(0),
    writeName(asked.subject),
    writePublicKey(asked.publicKey),
    writeDer(inside(0)),
  )
}

/** Puts body and signature together: a certificate, a revocation list or a request. */
export function withSignature(body: Uint8Array, signature: Uint8Array): Uint8Array<ArrayBuffer> {
  const bits = writeBits(signatureToDer(signature))
  return writeDer('sequence', body, writeAlgorithm(identifiers.sm2WithSm3), bits)
}

export function writeAlgorithm(identifier: string): Uint8Array<ArrayBuffer> {
  return writeDer('sequence', writeIdentifier(identifier))
}

function writePublicKey(publicKey: Uint8Array): Uint8Array<ArrayBuffer> {
  const kind = writeDer(
    'sequence',
    writeIdentifier(identifiers.publicKey),
    writeIdentifier(identifiers.sm2Curve),
  )
  return writeDer('sequence', kind, writeBits(publicKey))
}

/** The first twenty bytes of the digest of a key: enough to find its certificate. */
export function keyIdentifier(publicKey: Uint8Array): Uint8Array {
  return sm3Digest(publicKey).subarray(0, 20)
}

function extensionsOf(facts: CertificateFacts): readonly Uint8Array[] {
  const { authority, purposes } = facts
  const constraints =
    authority === undefined
      ? []
      : [
          writeTruth(true),
          ...(authority.pathLength === undefined ? [] : [authority.pathLength].map(writeCount)),
        ]
  return [
    extension(identifiers.basicConstraints, writeDer('sequence', ...constraints), true),
    extension(identifiers.keyUsage, writeUses(facts.uses), true),
    ...(purposes === undefined
      ? []
      : [
          extension(
            identifiers.extendedKeyUsage,
            writeDer('sequence', ...purposes.map(writeIdentifier)),
            true,
          ),
        ]),
    extension(
      identifiers.subjectKey,
      writeDer('octetString', keyIdentifier(facts.publicKey)),
      false,
    ),
    extension(
      identifiers.authorityKey,
      writeDer('sequence', writeDer(instead(0), keyIdentifier(facts.issuerPublicKey))),
      false,
    ),
  ]
}

function extension(identifier: string, value: Uint8Array, critical: boolean): Uint8Array {
  const mark = critical ? [writeTruth(true)] : []
  return writeDer('sequence', writeIdentifier(identifier), ...mark, writeDer('octetString', value))
}

function writeUses(uses: readonly KeyUse[]): Uint8Array {
  const bits = keyUses.reduce((sum, use, i) => (uses.includes(use) ? sum | (0x80 >> i) : sum), 0)
  let unused = 0
  while (unused < 7 && ((bits >> unused) & 1) === 0) unused += 1
  return writeBits(Uint8Array.of(bits), unused)
}
