// SPDX-License-Identifier: Apache-2.0
/** Certificates of a foreign tool, of our own, and every way in which one does not count. */

import { describe, expect, test } from 'vitest'
import { concat, findBytes, hex, utf8 } from '../canonical/index.ts'
import { signSm2, sm2PublicKey, sm3Digest } from '../suites/index.ts'
import {
  type Certificate,
  type CertificateFacts,
  certificateToSign,
  findCertificate,
  findRevocationList,
  identifiers,
  type NamePart,
  type PathFacts,
  partOf,
  type Revoked,
  revocationListToSign,
  verifyPath,
  withSignature,
} from './index.ts'

const bytes = (text: string) => findBytes(text) ?? new Uint8Array(0)
/** Made with OpenSSL 3.0 and the default identity given to it by hand. */
const foreign = {
  root: bytes(
    '308201ba30820161a00302010202146b2a4409c8e596f190d4a822d6eec8fb0ff45a3b300a06082a811ccf' +
      '55018375302b310b300906035504061302434e310d300b060355040a0c0454657374310d300b0603550403' +
      '0c04526f6f74301e170d3236313132343038303530325a170d3336313132313038303530325a302b310b30' +
      '0906035504061302434e310d300b060355040a0c0454657374310d300b06035504030c04526f6f74305930' +
      '1306072a8648ce3d020106082a811ccf5501822d034200049fa6e962b13ffa7c314c4943aa06be843bedcc' +
      'a97537b1d5ef738b9ba55ce9ae4dfe4c656f43def28525e2264eacb13ca2e481ea714730f022c3467390df' +
      '745fa3633061301d0603551d0e04160414df53a194fca95ec9099c14d9c50553df2912fb21301f0603551d' +
      '23041830168014df53a194fca95ec9099c14d9c50553df2912fb21300f0603551d130101ff040530030101' +
      'ff300e0603551d0f0101ff040403020106300a06082a811ccf550183750347003044022029bf22dca3c31b' +
      '9a8c7ae712f39a0816aae797184a95a8f428510a8a49d0abd9022013fecfceccaf3be50d64a320da008548' +
      '73e91808739ce120fab8ee28eb0e5c8e',
  ),
  leaf: bytes(
    '308201aa30820150a00302010202021234300a06082a811ccf55018375302b310b30090603550406130243' +
      '4e310d300b060355040a0c0454657374310d300b06035504030c04526f6f74301e170d3236313132343038' +
      '303530325a170d3335303231303038303530325a302f310b300906035504061302434e310f300d06035504' +
      '0a0c06e69fb3e5b79e310f300d06035504030c065369676e65723059301306072a8648ce3d020106082a81' +
      '1ccf5501822d03420004b1a432448a232e6639ac7b95de9b5ac34c7609d8391977a9520524105578ab5774' +
      '982fbb57e7a19983e204c6c56c8fb75eada2b03d3a40594767918aedf647d4a360305e300e0603551d0f01' +
      '01ff0404030206c0300c0603551d130101ff04023000301f0603551d23041830168014df53a194fca95ec9' +
      '099c14d9c50553df2912fb21301d0603551d0e041604149f1a33fb39c6b1698573fe49bcb5448ee6a440f1' +
      '300a06082a811ccf5501837503480030450221009de27995e684ff94c1d1499230c1f0b88a40bc270d006b' +
      '5dd08c8a82a25f142502201112f960851b25ef378d0fd0789faf183fcad4656ec6afdcbf5d7c0601721662',
  ),
}

const keys = new Map(
  ['root', 'middle', 'leaf', 'other'].map((who) => {
    const privateKey = sm3Digest(utf8(`key of ${who}`))
    return [who, { privateKey, publicKey: sm2PublicKey(privateKey) ?? privateKey }]
  }),
)
const named = (who: string): readonly NamePart[] => [
  { type: identifiers.country, value: 'CN' },
  { type: identifiers.commonName, value: who },
]

type Change = Partial<CertificateFacts>

function bytesFor(who: string, by: string, change: Change = {}): Uint8Array {
  const [own, above] = [keys.get(who), keys.get(by)]
  if (own === undefined || above === undefined) throw new Error('no such key')
  const authority = who === 'leaf' ? {} : { authority: {} }
  const body = certificateToSign({
    serial: sm3Digest(utf8(who)).subarray(0, 8),
    issuer: named(by),
    subject: named(who),
    notBefore: '2026-01-01T00:00:00.000Z',
    notAfter: '2028-01-01T00:00:00.000Z',
    publicKey: own.publicKey,
    issuerPublicKey: above.publicKey,
    uses: who === 'leaf' ? ['digitalSignature'] : ['keyCertSign', 'crlSign'],
    ...authority,
    ...change,
  })
  const { privateKey } = above
  return withSignature(body, signSm2({ privateKey, message: body, entropy: utf8('entropy') }))
}

function made(who: string, by: string, change: Change = {}): Certificate {
  const certificate = findCertificate(bytesFor(who, by, change))
  if (certificate === undefined) throw new Error('our own certificate is not read')
  return certificate
}

function listBy(by: string, revoked: readonly Revoked[]) {
  const body = revocationListToSign({
    issuer: named(by),
    thisUpdate: '2026-05-01T00:00:00.000Z',
    nextUpdate: '2026-08-01T00:00:00.000Z',
    revoked,
  })
  const privateKey = keys.get(by)?.privateKey ?? body
  const signature = signSm2({ privateKey, message: body, entropy: utf8('entropy') })
  const list = findRevocationList(withSignature(body, signature))
  if (list === undefined) throw new Error('our own list is not read')
  return list
}

const root = made('root', 'root')
const middle = made('middle', 'root')
const leaf = made('leaf', 'middle')
const facts: PathFacts = {
  at: '2026-06-01T00:00:00.000Z',
  use: 'sign',
  roots: [root],
  others: [middle],
}

function faultOf(certificate: Certificate, change: Partial<PathFacts> = {}) {
  const path = verifyPath(certificate, { ...facts, ...change })
  return path.ok ? undefined : path.fault
}

describe('a certificate of a foreign tool', () => {
  const pinned = findCertificate(foreign.root)
  const signer = findCertificate(foreign.leaf)
  if (pinned === undefined || signer === undefined) throw new Error('OpenSSL is not read')

  test('is read', () => {
    expect(signer.subject.parts.map(({ value }) => value)).toEqual(['CN', '柳州', 'Signer'])
    expect(partOf(signer.subject, identifiers.organisation)).toBe('柳州')
    expect(hex(signer.serial)).toBe('1234')
    expect(pinned.notBefore).toBe('2026-11-24T08:05:02.000Z')
    expect(pinned.authority).toEqual({})
    expect(signer.authority).toBeUndefined()
    expect(signer.uses).toEqual(['digitalSignature', 'nonRepudiation'])
  })

  test('leads to its root, under the identity that OpenSSL does not take by itself', () => {
    const at = '2027-01-01T00:00:00.000Z'
    expect(verifyPath(signer, { at, use: 'sign', roots: [pinned] }).ok).toBe(true)
    expect(faultOf(signer, { at, roots: [root] })).toBe('CERT_UNTRUSTED')
  })

  test('cut short or altered anywhere in its frame is refused or breaks its signature', () => {
    for (let size = 0; size < foreign.leaf.length; size += 3) {
      expect(findCertificate(foreign.leaf.subarray(0, size))).toBeUndefined()
    }
    expect(findCertificate(concat(foreign.leaf, Uint8Array.of(0)))).toBeUndefined()
    for (let bit = 0; bit < foreign.leaf.length * 8; bit += 97) {
      const changed = foreign.leaf.map((b, i) => (i === bit >> 3 ? b ^ (1 << (bit & 7)) : b))
      const read = findCertificate(changed)
      const at = '2027-01-01T00:00:00.000Z'
      const passes = read !== undefined && verifyPath(read, { at, use: 'sign', roots: [pinned] }).ok
      expect(passes).toBe(false)
    }
  })
})

describe('a path', () => {
  test('of three leads to the root', () => {
    const path = verifyPath(leaf, facts)
    expect(path.ok && path.path.length).toBe(3)
  })

  test('without the middle, or to another root, is not trusted', () => {
    expect(faultOf(leaf, { others: [] })).toBe('CERT_UNTRUSTED')
    expect(faultOf(leaf, { roots: [made('other', 'other')] })).toBe('CERT_UNTRUSTED')
  })

  test('counts at its moment only, the borders included', () => {
    expect(faultOf(leaf, { at: '2025-12-31T23:59:59.999Z' })).toBe('CERT_NOT_YET')
    expect(faultOf(leaf, { at: '2026-01-01T00:00:00.000Z' })).toBeUndefined()
    expect(faultOf(leaf, { at: '2028-01-01T00:00:00.000Z' })).toBeUndefined()
    expect(faultOf(leaf, { at: '2028-01-01T00:00:00.001Z' })).toBe('CERT_EXPIRED')
  })

  test('through one who is no authority does not count', () => {
    const plain = made('middle', 'root', { uses: ['digitalSignature'] })
    expect(faultOf(leaf, { others: [plain] })).toBe('CERT_NOT_AUTHORITY')
    expect(faultOf(made('other', 'leaf'), { others: [middle, leaf], use: 'sign' })).toBe(
      'CERT_USAGE',
    )
    const child = made('other', 'leaf', { uses: ['digitalSignature'] })
    expect(faultOf(child, { others: [middle, leaf] })).toBe('CERT_NOT_AUTHORITY')
  })

  test('longer than an authority allows does not count', () => {
    const short = made('root', 'root', { authority: { pathLength: 0 } })
    expect(faultOf(leaf, { roots: [short] })).toBe('CERT_PATH_LENGTH')
    const enough = made('root', 'root', { authority: { pathLength: 1 } })
    expect(faultOf(leaf, { roots: [enough] })).toBeUndefined()
  })

  test('keeps signing, encrypting and stamping apart', () => {
    expect(faultOf(leaf, { use: 'encrypt' })).toBe('CERT_USAGE')
    expect(faultOf(leaf, { use: 'timestamp' })).toBe('CERT_USAGE')
    const stamper = made('leaf', 'middle', { purposes: [identifiers.timestamping] })
    expect(faultOf(stamper, { use: 'timestamp' })).toBeUndefined()
    const sealer = made('leaf', 'middle', { uses: ['keyEncipherment'] })
    expect(faultOf(sealer, { use: 'encrypt' })).toBeUndefined()
    expect(faultOf(sealer)).toBe('CERT_USAGE')
  })

  test('signed by another key, or under an empty identity, does not count', () => {
    const forged = findCertificate(
      withSignature(
        leaf.signed,
        signSm2({
          privateKey: keys.get('other')?.privateKey ?? leaf.signed,
          message: leaf.signed,
          entropy: utf8('entropy'),
        }),
      ),
    )
    const privateKey = keys.get('middle')?.privateKey ?? leaf.signed
    const nameless = findCertificate(
      withSignature(
        leaf.signed,
        signSm2({ privateKey, message: leaf.signed, entropy: utf8('e'), identity: '' }),
      ),
    )
    if (forged === undefined || nameless === undefined) throw new Error('shape is as before')
    expect(faultOf(forged)).toBe('CERT_SIGNATURE')
    expect(faultOf(nameless)).toBe('SIG_SCHEME')
  })
})

describe('revocation', () => {
  const clean = [listBy('root', []), listBy('middle', [])]
  const revoked = (at: string) => [
    listBy('root', []),
    listBy('middle', [{ serial: leaf.serial, at }]),
  ]

  test('is asked of every certificate once lists are given', () => {
    expect(faultOf(leaf, { lists: clean })).toBeUndefined()
    expect(faultOf(leaf, { lists: [] })).toBe('CERT_REVOCATION_UNKNOWN')
    expect(faultOf(leaf, { lists: [listBy('middle', [])] })).toBe('CERT_REVOCATION_UNKNOWN')
  })

  test('counts from its moment on', () => {
    expect(faultOf(leaf, { lists: revoked('2026-05-01T00:00:00.000Z') })).toBe('CERT_REVOKED')
    expect(faultOf(leaf, { lists: revoked('2026-06-01T00:00:01.000Z') })).toBeUndefined()
  })

  test('an outdated list, and one signed by somebody else, say nothing', () => {
    const late = { at: '2026-08-02T00:00:00.000Z' }
    expect(faultOf(leaf, { lists: clean, ...late })).toBe('CERT_REVOCATION_UNKNOWN')
    const other = listBy('other', [])
    const lists = [listBy('root', []), { ...other, issuer: middle.subject }]
    expect(faultOf(leaf, { lists })).toBe('CERT_REVOCATION_UNKNOWN')
  })
})

describe('what is no certificate of ours', () => {
  const shaped = (from: string, to: string) => {
    const text = hex(leaf.der)
    expect(text).toContain(from)
    return findCertificate(bytes(text.replace(from, to)))
  }

  test.each([
    ['another curve', '2a811ccf5501822d', '2a811ccf5501822e'],
    ['another signature', '2a811ccf55018375', '2a811ccf55018376'],
    ['another version', 'a003020102', 'a003020101'],
    ['a month too many', '323630313031', '323631333031'],
    ['a false written out', '0101ff', '010100'],
    ['an unknown critical extension', '0603551d0f0101ff', '0603551d1e0101ff'],
    ['an extension twice', '0603551d0e', '0603551d23'],
  ])('%s', (_, from, to) => expect(shaped(from, to)).toBeUndefined())
})
