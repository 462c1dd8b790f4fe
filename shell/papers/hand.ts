// SPDX-License-Identifier: Apache-2.0
/** Whose hand signs papers: a key that may be elsewhere, and the certificate that says it is the platform's. */

import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Instant } from '@gongxin/core/kernel'
import { platformName } from '@gongxin/core/trading/tender'
import { findBytes, hex, sameBytes } from '@gongxin/trust/canonical'
import {
  type Certificate,
  findCertificate,
  identifiers,
  requestToSign,
  withSignature,
} from '@gongxin/trust/certificate'
import type { Signer } from '@gongxin/trust/suites'
import { Unavailable } from '../store/index.ts'

export interface PaperKey {
  /** Rejects with Unavailable where the device is not at hand: no other key steps in. */
  open(): Promise<Signer>
  /** Folder of `papers.pem`: the own certificate first, then those above it. */
  readonly folder: string
  /** Asks the authority for a certificate; null where it is brought by hand. */
  readonly certify: ((request: string) => Promise<readonly string[]>) | null
  /** 统一社会信用代码 of whoever runs the platform, as it stands in the certificate. */
  readonly code: string
}

export interface Hand {
  readonly signer: Signer
  readonly certificates: readonly [Certificate, ...Certificate[]]
}

export async function handOf(key: PaperKey, now: Instant): Promise<Hand> {
  const signer = await key.open()
  const kept = await keptIn(key.folder, signer)
  if (kept !== null && isInForce(kept[0], now)) return { signer, certificates: kept }
  if (key.certify === null) {
    throw new Unavailable(`papers: ${kept === null ? 'no certificate' : 'the certificate ran out'}`)
  }
  const given = (await key.certify(await requestBy(signer, key.code))).map(certificateIn)
  const certificates = chainOf(given, signer)
  if (certificates === null) throw new Unavailable('papers: the certificate is of another key')
  await writeFile(join(key.folder, file), certificates.map(pemOf).join(''))
  return { signer, certificates }
}

const file = 'papers.pem'

/** A file that is there and is no chain is a fault of whoever keeps it; one of another key asks for a new one. */
async function keptIn(folder: string, signer: Signer): Promise<Hand['certificates'] | null> {
  const text = await readFile(join(folder, file), 'utf8').catch(() => null)
  if (text === null) return null
  const found = [...text.matchAll(pem)].map(([, body = '']) =>
    findCertificate(new Uint8Array(Buffer.from(body, 'base64'))),
  )
  if (found.length === 0 || found.includes(undefined)) throw new Error(`${file} holds no chain`)
  return chainOf(found, signer)
}

function chainOf(
  list: readonly (Certificate | undefined)[],
  { publicKey }: Signer,
): Hand['certificates'] | null {
  const [own, ...above] = list.filter((one) => one !== undefined)
  return own !== undefined && sameBytes(own.publicKey, publicKey) ? [own, ...above] : null
}

function isInForce({ notBefore, notAfter }: Certificate, now: Instant): boolean {
  return notBefore <= now && now <= notAfter
}

async function requestBy(signer: Signer, code: string): Promise<string> {
  const body = requestToSign({
    subject: [
      { type: identifiers.country, value: 'CN' },
      { type: identifiers.organisation, value: platformName },
      { type: identifiers.organisationIdentifier, value: code },
    ],
    publicKey: signer.publicKey,
  })
  return hex(withSignature(body, await signer.sign(body)))
}

function certificateIn(text: string): Certificate | undefined {
  return findCertificate(findBytes(text) ?? new Uint8Array(0))
}

const pem = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/g

function pemOf({ der }: Certificate): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}
