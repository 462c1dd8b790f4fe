// SPDX-License-Identifier: Apache-2.0
/** The command over real files: a paper holds by its own signature alone, and each fault has its code. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { moment } from '@gongxin/core/kernel'
import {
  certificateFor,
  certifiedBy,
  revocationListAt,
  stampedAt,
  testAccredited,
  testHand,
} from '@gongxin/core/testing'
import { utf8 } from '@gongxin/trust/canonical'
import { type CertificateFacts, findCertificate, identifiers } from '@gongxin/trust/certificate'
import { signDetached } from '@gongxin/trust/cms'
import { sm3Digest, softwareSigner } from '@gongxin/trust/suites'
import { afterAll, expect, test, vi } from 'vitest'
import { run } from './verify.ts'

const folder = mkdtempSync(join(tmpdir(), 'gongxin-paper-'))
afterAll(() => rmSync(folder, { recursive: true }))
const random = (size: number) => sm3Digest(utf8('chance')).subarray(0, size)
const signer = softwareSigner({ privateKey: sm3Digest(utf8('papers')), random })
const [uscc, name] = ['12450200MB1C000003', '柳州市公共资源交易平台']
const document = utf8('%PDF-1.7 中标通知书')
const at = moment('2026-11-24T01:00:00.000Z')

function kept(file: string, content: Uint8Array | string): string {
  const path = join(folder, file)
  writeFileSync(path, content)
  return path
}

const purposes = [identifiers.documentSigning]
const own = (change: Partial<CertificateFacts> = {}) =>
  certificateFor({ uscc, name }, signer.publicKey, { purposes, ...change })

/** By an authority that is not on the list, under the name of one that is. */
function stranger(): Uint8Array {
  const hand = { ...testHand('另一机构'), name: testHand('试验认证机构').name }
  return certifiedBy(hand, {
    ...{ serial: Uint8Array.of(9), subject: testHand(name).name, publicKey: signer.publicKey },
    ...{ notBefore: '2026-01-01T00:00:00.000Z', notAfter: '2029-01-01T00:00:00.000Z' },
    ...{ uses: ['digitalSignature'], purposes },
  })
}

async function signed(der = own(), stamp = (octets: Uint8Array) => stampedAt(at, octets)) {
  const certificate = findCertificate(der)
  if (certificate === undefined) throw new Error('our own certificate is not read')
  const facts = { document, signingTime: at, certificates: [certificate] as const }
  return signDetached({ ...facts, stamp: async (octets) => stamp(octets) }, signer)
}

const list = kept('accredited.json', testAccredited)
const paper = kept('paper.pdf', document)

async function told(signature: Uint8Array, ...more: readonly string[]) {
  const lines: string[] = []
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    lines.push(String(text))
    return true
  })
  try {
    const p7s = kept('paper.p7s', signature)
    const given = ['--paper', paper, '--signature', p7s, '--certificates', list, ...more]
    return { exit: await run(given), ...JSON.parse(lines.join('')) }
  } finally {
    out.mockRestore()
  }
}

test('a genuine paper passes with the name of whoever signed, and both times', async () => {
  const signature = await signed()
  expect(await told(signature, '--by', uscc)).toMatchObject({
    ...{ exit: 0, verdict: 'pass', signer: name, code: uscc, signedAt: at, stampedAt: at },
  })
  const none = kept('good.crl', revocationListAt(at))
  expect(await told(signature, '--revocations', none)).toMatchObject({ exit: 0 })
})

test.each([
  ['an altered paper', () => signed(), ['--paper', kept('other.pdf', '%PDF-1.7')], 'PAPER_CHANGED'],
  ['altered attributes', async () => altered(await signed()), [], 'SIG_INVALID'],
  ['an authority nobody pinned', () => signed(stranger()), [], 'CERT_CHAIN'],
  [
    'a certificate run out',
    () => signed(own({ notAfter: '2026-11-23T00:00:00.000Z' })),
    [],
    'CERT_EXPIRED',
  ],
  [
    'a certificate for bids',
    () => signed(own({ purposes: ['1.3.6.1.5.5.7.3.4'] })),
    [],
    'CERT_USAGE',
  ],
  ['another organisation', () => signed(), ['--by', '91450200MA60000009'], 'SIGNER'],
  [
    'a stamp of another signature',
    () => signed(own(), () => stampedAt(at, document)),
    [],
    'STAMP_MISMATCH',
  ],
  ['a file that is no signature', async () => document, [], 'SIGNATURE_FORM'],
  ['a certificate taken back', () => signed(), ['--revocations', takenBack()], 'CERT_REVOKED'],
] as const)('%s fails with one code', async (_what, signature, more, fault) => {
  expect(await told(await signature(), ...more)).toMatchObject({ exit: 1, verdict: 'fail', fault })
})

test('without a list of one’s own nothing is judged', async () => {
  const out = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  expect(await run(['--paper', paper, '--signature', paper])).toBe(2)
  expect(out.mock.calls.flat().join('')).toContain('--certificates')
  out.mockRestore()
})

/** The signing time moved by a day, inside what was signed. */
function altered(signature: Uint8Array): Uint8Array {
  const bytes = Buffer.from(signature)
  const place = bytes.indexOf('261124010000Z')
  bytes.write('261123', place)
  return new Uint8Array(bytes)
}

function takenBack(): string {
  const { serial } = findCertificate(own()) ?? { serial: document }
  const revoked = [{ serial, at: moment('2026-11-23T00:00:00.000Z') }]
  return kept('bad.crl', revocationListAt(at, revoked))
}
