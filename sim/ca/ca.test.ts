// SPDX-License-Identifier: Apache-2.0
/** The demo authority: one root for life, certificates for those who hold the key, and those it took back. */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addMinutes, instantOfEpoch } from '@gongxin/core/kernel'
import { findBytes, hex, utf8 } from '@gongxin/trust/canonical'
import {
  findCertificate,
  findRevocationList,
  identifiers,
  partOf,
  requestToSign,
  verifyPath,
  withSignature,
} from '@gongxin/trust/certificate'
import { signSm2, sm2PublicKey, sm3Digest } from '@gongxin/trust/suites'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Running } from '../serving/index.ts'
import { issuedBody, startAuthority } from './index.ts'

let folder: string
let authority: Running
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gongxin-ca-'))
  authority = await startAuthority({ port: 0, folder, platform: undefined })
})
afterEach(async () => {
  await authority.stop()
  rmSync(folder, { recursive: true })
})

const uscc = '91450200MA5LQ8H23J'
const privateKey = sm3Digest(utf8('a bidder'))
const publicKey = sm2PublicKey(privateKey) ?? privateKey
const subject = [
  { type: identifiers.organisation, value: '柳州甲公司' },
  { type: identifiers.organisationIdentifier, value: uscc },
]

function requestOf(parts = subject, signer = privateKey): string {
  const body = requestToSign({ subject: parts, publicKey })
  const entropy = sm3Digest(body)
  return hex(withSignature(body, signSm2({ privateKey: signer, message: body, entropy })))
}

const bytesAt = async (path: string) =>
  new Uint8Array(await (await fetch(new URL(path, authority.url))).arrayBuffer())
const post = (path: string, body: object) =>
  fetch(new URL(path, authority.url), { method: 'POST', body: JSON.stringify(body) })
const rootNow = async () => {
  const root = findCertificate(await bytesAt('/root'))
  if (root === undefined) throw new Error('the root is not read')
  return root
}

async function certified(path = '/requests') {
  const response = await post(path, { request: requestOf() })
  expect(response.status).toBe(201)
  expect(response.headers.get('x-gongxin-demo')).toBe('demo')
  const [leaf, root] = issuedBody.parse(await response.json()).certificates
  const certificate = findCertificate(findBytes(leaf ?? '') ?? privateKey)
  if (certificate === undefined) throw new Error('the certificate is not read')
  return { certificate, root }
}

test('whoever holds the key gets a certificate that leads to the root, for signing alone', async () => {
  const { certificate, root } = await certified()
  expect(root).toBe(hex((await rootNow()).der))
  expect(partOf(certificate.subject, identifiers.organisationIdentifier)).toBe(uscc)
  expect(certificate.publicKey).toEqual(publicKey)
  const at = instantOfEpoch(Date.now())
  const facts = { at, roots: [await rootNow()] }
  expect(verifyPath(certificate, { ...facts, use: 'sign' })).toMatchObject({ ok: true })
  for (const use of ['encrypt', 'timestamp'] as const) {
    expect(verifyPath(certificate, { ...facts, use })).toMatchObject({ fault: 'CERT_USAGE' })
  }
})

test('a stamping certificate is for time-stamps', async () => {
  const { certificate } = await certified('/timestamp-requests')
  const facts = { at: instantOfEpoch(Date.now()), roots: [await rootNow()] }
  expect(verifyPath(certificate, { ...facts, use: 'timestamp' })).toMatchObject({ ok: true })
})

test('a certificate for papers signs papers, and one for bids does not', async () => {
  const { certificate } = await certified('/document-requests')
  const facts = {
    at: instantOfEpoch(Date.now()),
    roots: [await rootNow()],
    use: 'document',
  } as const
  expect(verifyPath(certificate, facts)).toMatchObject({ ok: true })
  expect(verifyPath((await certified()).certificate, facts)).toMatchObject({ fault: 'CERT_USAGE' })
})

test.each([
  ['of another key', () => requestOf(subject, sm3Digest(utf8('a stranger')))],
  ['without the code of the organisation', () => requestOf(subject.slice(0, 1))],
  ['with two codes', () => requestOf([...subject, ...subject.slice(1)])],
  ['cut short', () => requestOf().slice(0, -2)],
  ['that is none', () => 'no hex'],
])('a request %s is refused', async (_what, request) => {
  const response = await post('/requests', { request: request() })
  expect(response.status).toBe(400)
})

test('what is taken back stands in the list from that moment on, also after a restart', async () => {
  const { certificate } = await certified()
  const before = findRevocationList(await bytesAt('/crl'))
  expect(before?.revoked).toEqual([])
  const serial = hex(certificate.serial)
  expect((await post('/revocations', { serial })).status).toBe(201)
  expect((await post('/revocations', { serial: 'ab'.repeat(16) })).status).toBe(404)
  const root = await rootNow()
  await authority.stop()
  authority = await startAuthority({ port: 0, folder, platform: undefined })
  expect((await rootNow()).der).toEqual(root.der)
  const list = findRevocationList(await bytesAt('/crl'))
  if (list === undefined) throw new Error('the list is not read')
  const later = addMinutes(instantOfEpoch(Date.now()), 1)
  const facts = { use: 'sign', roots: [root], lists: [list] } as const
  expect(verifyPath(certificate, { ...facts, at: later })).toMatchObject({ fault: 'CERT_REVOKED' })
  const born = certificate.notBefore
  expect(verifyPath(certificate, { ...facts, at: born })).toMatchObject({ ok: true })
})
