// SPDX-License-Identifier: Apache-2.0
/** The demo time-stamp authority: RFC 3161 over HTTP, SM2 over SM3, in the hour of the demo. */

import { randomBytes } from 'node:crypto'
import type { Instant } from '@gongxin/core/kernel'
import { findBytes, hex } from '@gongxin/trust/canonical'
import {
  type Certificate,
  findCertificate,
  identifiers,
  requestToSign,
  withSignature,
} from '@gongxin/trust/certificate'
import {
  attributesToSign,
  findTimestampQuery,
  type TimestampQuery,
  writeSignedData,
  writeTimestampInfo,
  writeTimestampReply,
} from '@gongxin/trust/cms'
import { signSm2, sm2PublicKey } from '@gongxin/trust/suites'
import { freshKey, issuedBody } from '../ca/index.ts'
import { found, hourOf, type Running, type Serving, serveJson } from '../serving/index.ts'

export interface StampingOptions {
  readonly port: number
  /** Who certifies it. */
  readonly authority: string
  readonly platform: string | undefined
}

/** An arc kept for examples (ITU-T X.660): no policy of a real authority. */
export const stampingPolicy = '2.999.3161'
const replyType = 'application/timestamp-reply'
const patienceMs = 5_000

interface Hand {
  readonly privateKey: Uint8Array
  readonly certificate: Certificate
}

export async function startStamping(options: StampingOptions): Promise<Running> {
  const now = hourOf(options.platform)
  let hand: Promise<Hand> | null = null
  const signer = () => {
    // Certified when first asked, for the authority may start after us; a failure is tried again.
    hand ??= certifiedBy(options.authority).catch((error: unknown) => {
      hand = null
      throw error
    })
    return hand
  }
  const table: readonly Serving[] = [
    { method: 'GET', path: /^\/healthz$/, answer: () => found({ ok: true }) },
    { method: 'GET', path: /^\/$/, answer: () => found({ name: '演示时间戳服务' }) },
    {
      method: 'POST',
      path: /^\/$/,
      answer: async ({ bytes }) => {
        const query = findTimestampQuery(bytes)
        const fits = query !== undefined && (query.policy ?? stampingPolicy) === stampingPolicy
        const token = fits ? tokenFor(query, await signer(), await now()) : undefined
        return { status: 200, body: writeTimestampReply(token), type: replyType }
      },
    },
  ]
  return serveJson(options.port, table)
}

function tokenFor(
  { imprint, nonce }: TimestampQuery,
  { privateKey, certificate }: Hand,
  at: Instant,
): Uint8Array {
  const content = writeTimestampInfo({
    ...{ policy: stampingPolicy, imprint, serial: fresh(16), at, accuracyMilliseconds: 1_000 },
    ...(nonce === undefined ? {} : { nonce }),
  })
  const contentType = identifiers.timestampInfo
  const attributes = attributesToSign({ contentType, content, certificate, signingTime: at })
  return writeSignedData({
    ...{ type: identifiers.signedData, contentType, content, attributes },
    signature: signSm2({ privateKey, message: attributes, entropy: fresh(32) }),
    certificates: [certificate],
  })
}

/** A key that lives as long as this program, certified for time-stamps alone. */
async function certifiedBy(authority: string): Promise<Hand> {
  const privateKey = freshKey()
  const publicKey = sm2PublicKey(privateKey) ?? new Uint8Array(0)
  const subject = [
    { type: identifiers.organisation, value: '演示时间戳服务' },
    { type: identifiers.organisationIdentifier, value: 'DEMO-TSA' },
  ]
  const body = requestToSign({ subject, publicKey })
  const request = withSignature(body, signSm2({ privateKey, message: body, entropy: fresh(32) }))
  const response = await fetch(new URL('/timestamp-requests', authority), {
    method: 'POST',
    body: JSON.stringify({ request: hex(request) }),
    signal: AbortSignal.timeout(patienceMs),
  })
  const [der] = issuedBody.parse(await response.json()).certificates
  const bytes = der === undefined ? undefined : findBytes(der)
  const certificate = bytes === undefined ? undefined : findCertificate(bytes)
  if (certificate === undefined) throw new Error('the demo authority gave no certificate')
  return { privateKey, certificate }
}

function fresh(size: number): Uint8Array {
  return new Uint8Array(randomBytes(size))
}
