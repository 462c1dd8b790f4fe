// SPDX-License-Identifier: Apache-2.0
/** The demo certification authority over HTTP: certificates for whoever holds the key, and the list of lost ones. */

import { randomBytes } from 'node:crypto'
import { addMinutes, type Instant, z } from '@gongxin/core/kernel'
import { findBytes, hex } from '@gongxin/trust/canonical'
import {
  type CertificateFacts,
  certificateToSign,
  findRequest,
  identifiers,
  type NamePart,
  partOf,
  revocationListToSign,
  withSignature,
} from '@gongxin/trust/certificate'
import { signSm2, sm2PublicKey } from '@gongxin/trust/suites'
import {
  found,
  hourOf,
  missing,
  type Replying,
  type Running,
  type Serving,
  serveJson,
  shaped,
} from '../serving/index.ts'
import { openRegister, type Register } from './register.ts'

export interface AuthorityOptions {
  readonly port: number
  /** Where key, root and book are kept. */
  readonly folder: string
  readonly platform: string | undefined
}

export const authorityName: readonly NamePart[] = [
  { type: identifiers.country, value: 'CN' },
  { type: identifiers.organisation, value: '演示电子认证机构' },
  { type: identifiers.commonName, value: '演示根证书（不具法律效力）' },
]

/** Before any demo begins and after it has ended, whatever its clock says. */
const rootSpan = { notBefore: '2020-01-01T00:00:00.000Z', notAfter: '2049-12-31T23:59:59.000Z' }
const yearMinutes = 365 * 24 * 60
const weekMinutes = 7 * 24 * 60

const requestBody = z.strictObject({ request: z.string().max(8_000) })
const revocationBody = z.strictObject({ serial: z.string().regex(/^(?:[0-9a-f]{2}){1,20}$/) })
export const issuedBody = z.object({ certificates: z.array(z.string()).min(1).max(6) })

export async function startAuthority(options: AuthorityOptions): Promise<Running> {
  const register = openRegister(options.folder)
  const root = register.root ?? newRoot(register)
  const now = hourOf(options.platform)
  const der = (body: Uint8Array, type: string): Replying => ({ status: 200, body, type })
  const asked = (uses: Pick<CertificateFacts, 'uses' | 'purposes'>): Serving['answer'] => {
    return ({ body }) =>
      shaped(requestBody, body, async ({ request }) => {
        const leaf = issue(register, { request, at: await now(), ...uses })
        return leaf === undefined
          ? { status: 400, body: { code: 'request-faulty' } }
          : found({ certificates: [hex(leaf), hex(root)] }, 201)
      })
  }
  const table: readonly Serving[] = [
    { method: 'GET', path: /^\/$/, answer: () => found({ name: '演示电子认证机构' }) },
    { method: 'GET', path: /^\/healthz$/, answer: () => found({ ok: true }) },
    { method: 'GET', path: /^\/root$/, answer: () => der(root, 'application/pkix-cert') },
    {
      method: 'GET',
      path: /^\/crl$/,
      answer: async () => der(listOf(register, await now()), 'application/pkix-crl'),
    },
    { method: 'POST', path: /^\/requests$/, answer: asked({ uses: signing }) },
    {
      method: 'POST',
      path: /^\/timestamp-requests$/,
      answer: asked({ uses: ['digitalSignature'], purposes: [identifiers.timestamping] }),
    },
    {
      method: 'POST',
      path: /^\/document-requests$/,
      answer: asked({ uses: signing, purposes: [identifiers.documentSigning] }),
    },
    {
      method: 'POST',
      path: /^\/revocations$/,
      answer: ({ body }) =>
        shaped(revocationBody, body, async ({ serial }) =>
          register.revoke(serial, await now()) ? found({ serial }, 201) : missing(),
        ),
    },
  ]
  return serveJson(options.port, table)
}

const signing: CertificateFacts['uses'] = ['digitalSignature', 'nonRepudiation']

interface Issuing extends Pick<CertificateFacts, 'uses' | 'purposes'> {
  readonly request: string
  readonly at: Instant
}

/** Whoever holds the key gets the name: what a real authority looks into, this one does not. */
function issue(register: Register, { request, at, ...kind }: Issuing): Uint8Array | undefined {
  const bytes = findBytes(request)
  const asked = bytes === undefined ? undefined : findRequest(bytes)
  if (asked === undefined || !isNamed(asked.subject)) return undefined
  const serial = freshSerial()
  const der = certified(register, {
    ...{ serial, subject: asked.subject.parts, publicKey: asked.publicKey, ...kind },
    // A clock a moment behind ours must not find the certificate unborn.
    ...{ notBefore: addMinutes(at, -1), notAfter: addMinutes(at, 3 * yearMinutes) },
  })
  register.issued(serial, der)
  return der
}

/** An organisation with its code once, and a name. */
function isNamed(subject: Parameters<typeof partOf>[0]): boolean {
  const code = partOf(subject, identifiers.organisationIdentifier)
  return code !== undefined && partOf(subject, identifiers.organisation) !== undefined
}

function newRoot(register: Register): Uint8Array {
  const publicKey = publicOf(register)
  const der = certified(register, {
    ...{ serial: freshSerial(), subject: authorityName, publicKey, ...rootSpan },
    ...{ uses: ['keyCertSign', 'crlSign'], authority: { pathLength: 0 } },
  })
  register.keepRoot(der)
  return der
}

function certified(
  register: Register,
  facts: Omit<CertificateFacts, 'issuer' | 'issuerPublicKey'>,
): Uint8Array {
  const issuerPublicKey = publicOf(register)
  const body = certificateToSign({ ...facts, issuer: authorityName, issuerPublicKey })
  return signed(register, body)
}

function listOf(register: Register, at: Instant): Uint8Array {
  const body = revocationListToSign({
    issuer: authorityName,
    thisUpdate: at,
    nextUpdate: addMinutes(at, weekMinutes),
    revoked: register.revoked(),
  })
  return signed(register, body)
}

function signed({ privateKey }: Register, message: Uint8Array): Uint8Array {
  const entropy = new Uint8Array(randomBytes(32))
  return withSignature(message, signSm2({ privateKey, message, entropy }))
}

function publicOf({ privateKey }: Register): Uint8Array {
  const key = sm2PublicKey(privateKey)
  if (key === undefined) throw new Error('the key of the demo authority is damaged')
  return key
}

/** Positive whatever its first bit, for the writer puts a zero before it. */
function freshSerial(): Uint8Array {
  return new Uint8Array(randomBytes(16)).fill(1, 0, 1)
}
