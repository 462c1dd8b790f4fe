// SPDX-License-Identifier: Apache-2.0
/** For tests only: T-33 and T-34 of trust-design §6.3: certificates that do not count, signatures spelt twice. */

import { concat, hex, type Json } from '@gongxin/trust/canonical'
import {
  type CertificateFacts,
  findCertificate,
  identifiers,
  writeAlgorithm,
} from '@gongxin/trust/certificate'
import { writeBits, writeDer, writeUnsigned } from '@gongxin/trust/der'
import { identityMessage } from '@gongxin/trust/seal'
import {
  basePoint,
  curveOrder,
  inverseOf,
  numberBytes,
  numberOf,
  reduced,
  signatureToDer,
  signSm2,
  sm3Digest,
  timesSecret,
} from '@gongxin/trust/suites'
import { certain, moment } from '../../kernel/index.ts'
import { certificateFor, certifiedBy, revocationListAt, testHand } from '../certifying.ts'
import { type Forger, openedBid, resealed } from './identities.ts'
import { data, firstOf, type Made, one, retold, type Variant, variant } from './shaping.ts'
import { altered, filesOf, type Tale } from './tale.ts'

interface Forged {
  /** Of the bidder's own key, unless it is told otherwise. */
  readonly certificate?: (forger: Forger) => Uint8Array
  readonly signature?: (signature: Uint8Array, forger: Forger) => Uint8Array
  /** Code of the organisation in the identity. */
  readonly uscc?: string
}

const forged = (of: Forged): Made =>
  retold((tale) => resealed(tale, (forger) => identityWith(forger, of)))

function identityWith(forger: Forger, { certificate, signature, uscc }: Forged): Json {
  const { bidder, privateKey, publicKey, digest } = forger
  const message = identityMessage(digest)
  const honest = signSm2({ privateKey, message, entropy: digest })
  const der = certificate?.(forger) ?? certificateFor(bidder, publicKey)
  const signed = signature?.(honest, forger) ?? honest
  const own = uscc === undefined ? bidder : { ...bidder, uscc }
  return { ...own, certificates: [hex(der)], signature: hex(signed) }
}

const certified = (change: Partial<CertificateFacts>) => forged({ certificate: withChange(change) })
const withChange =
  (change: Partial<CertificateFacts>) =>
  ({ bidder, publicKey }: Forger) =>
    certificateFor(bidder, publicKey, change)
const spelt = (signature: NonNullable<Forged['signature']>) => forged({ signature })

/** Another organisation of the story, and nobody at all. */
const otherCode = '91450200MA60000009'
const stranger = testHand('自称的认证机构')

export const signingVariants: readonly Variant[] = [
  variant(
    'T-33',
    '收到时证书已经过期',
    ['quorum', 'V4/CERT_EXPIRED'],
    certified({ notAfter: '2026-03-01T00:00:00.000Z' }),
  ),
  variant(
    'T-33',
    '收到时证书还没有生效',
    ['quorum', 'V4/CERT_EXPIRED'],
    certified({ notBefore: '2026-06-01T00:00:00.000Z' }),
  ),
  variant('T-33', '收到前证书已被吊销', ['quorum', 'V4/CERT_REVOKED'], retold(revoked)),
  variant(
    'T-33',
    '用加密证书签名',
    ['quorum', 'V4/CERT_USAGE'],
    certified({ uses: ['keyEncipherment', 'dataEncipherment'] }),
  ),
  variant(
    'T-33',
    '证书写的是另一个单位',
    ['quorum', 'V4/CERT_NAME'],
    certified({
      subject: [
        { type: identifiers.organisation, value: '别的公司' },
        { type: identifiers.organisationIdentifier, value: otherCode },
      ],
    }),
  ),
  variant('T-33', '身份写的是另一个单位', ['quorum', 'V4/CERT_NAME'], forged({ uscc: otherCode })),
  variant(
    'T-33',
    '证书由没有认可的机构签发',
    ['quorum', 'V4/CERT_CHAIN'],
    forged({
      certificate: ({ bidder, publicKey }) => {
        const like = certain(findCertificate(certificateFor(bidder, publicKey)), 'a certificate')
        const { serial, notBefore, notAfter, uses = [] } = like
        const facts = { serial, publicKey, notBefore, notAfter, uses }
        return certifiedBy(stranger, { ...facts, subject: like.subject.parts })
      },
    }),
  ),
  variant('T-33', '用同一曲线的 ECDSA 签名', ['quorum', 'V4/SIG_SCHEME'], spelt(ecdsa)),
  variant(
    'T-33',
    '用空的签名者标识签名',
    ['quorum', 'V4/SIG_SCHEME'],
    spelt((_, { privateKey, digest }) =>
      signSm2({ privateKey, message: identityMessage(digest), entropy: digest, identity: '' }),
    ),
  ),
  variant(
    'T-33',
    '签的是别的投标文件',
    ['quorum', 'V4/SIG_INVALID'],
    spelt((_, { privateKey, digest }) =>
      signSm2({ privateKey, message: identityMessage(sm3Digest(digest)), entropy: digest }),
    ),
  ),
  variant(
    'T-33',
    '没有证书却说已经证明',
    ['quorum', 'V4/CERT_RECORD'],
    retold((tale) => resealed(tale, ({ bidder }) => ({ ...bidder }))),
  ),
  variant(
    'T-33',
    '把有效的证书说成过期',
    ['quorum', 'V4/CERT_RECORD'],
    data('OpeningRecorded', ({ rows, ...rest }) => ({
      ...rest,
      rows: firstOf(rows, (row) => ({ ...row, identity: 'CERT_EXPIRED' })),
    })),
  ),
  variant(
    'T-33',
    '公布打不开身份的钥匙',
    ['quorum', 'V4/IDENTITY_FORM'],
    data('OpeningRecorded', ({ rows, ...rest }) => ({
      ...rest,
      rows: firstOf(rows, (row) => ({
        ...row,
        identityKey: { content: 'ab'.repeat(16), nonce: 'cd'.repeat(12) },
      })),
    })),
  ),
  variant(
    'T-33',
    '抽掉吊销列表',
    ['file', 'V4/CRL_MISSING'],
    retold((tale) => ({ ...tale, revocationLists: [] })),
  ),
  variant('T-34', 'r 加上阶', ['quorum', 'V4/SIG_ENCODING'], spelt(plusOrder(0))),
  variant('T-34', 's 加上阶', ['quorum', 'V4/SIG_ENCODING'], spelt(plusOrder(1))),
  variant(
    'T-34',
    'r 与 s 之和为阶',
    ['quorum', 'V4/SIG_ENCODING'],
    spelt((signature) => {
      const r = signature.subarray(0, 32)
      return concat(r, numberBytes(curveOrder - numberOf(r)))
    }),
  ),
  variant(
    'T-34',
    '签名后面多一个字节',
    ['quorum', 'V4/SIG_ENCODING'],
    spelt((signature) => concat(signature, Uint8Array.of(0))),
  ),
  variant(
    'T-34',
    '签名写成 DER',
    ['quorum', 'V4/SIG_ENCODING'],
    spelt((signature) => signatureToDer(signature)),
  ),
  variant(
    'T-34',
    '证书签名的 DER 前面补零',
    ['quorum', 'V4/SIG_ENCODING'],
    forged({ certificate: respelt((r, s) => writeDer('sequence', padded(r), writeUnsigned(s))) }),
  ),
  variant(
    'T-34',
    '证书签名后面多一个字节',
    ['quorum', 'V4/SIG_ENCODING'],
    forged({
      certificate: respelt((r, s) =>
        concat(writeDer('sequence', writeUnsigned(r), writeUnsigned(s)), Uint8Array.of(0)),
      ),
    }),
  ),
  variant('T-36', '换成宽松的认证机构名单', ['file', 'V1/POLICY_MISMATCH'], (tale) =>
    filesOf({ ...tale, accredited: String(tale.accredited).replace('试验', '其他') }),
  ),
]

/** A bid whose certificate had run out, as the record itself says of it. */
export function expiredAsRecorded(tale: Tale, no: string): Tale {
  const notAfter = '2026-03-01T00:00:00.000Z'
  const old = { certificate: withChange({ notAfter }) }
  const told = resealed(tale, (forger) => identityWith(forger, old), no)
  return altered(told, 'OpeningRecorded', ({ rows, ...rest }) => ({
    ...rest,
    rows: one(rows).map((row) => (row.bid === no ? { ...row, identity: 'CERT_EXPIRED' } : row)),
  }))
}

/** The list of the record says that the certificate was gone the day before the bid came. */
function revoked(tale: Tale): Tale {
  const { bidder, publicKey } = openedBid(tale).forger
  const { serial } = certain(findCertificate(certificateFor(bidder, publicKey)), 'a certificate')
  const list = revocationListAt(moment('2026-03-24T00:00:00Z'), [
    { serial, at: '2026-03-01T00:00:00.000Z' },
  ])
  const named = { digest: hex(sm3Digest(list)), size: list.length }
  const told = altered(tale, 'OpeningRecorded', (record) => {
    return { ...record, revocationLists: [named] }
  })
  return { ...told, revocationLists: [list] }
}

/** What libraries make of this key when they are asked to "sign". */
function ecdsa(_: Uint8Array, { privateKey, digest }: Forger): Uint8Array {
  const e = numberOf(sm3Digest(identityMessage(digest)))
  const nonce = reduced(numberOf(sm3Digest(digest)))
  const r = reduced(timesSecret(basePoint, nonce).x)
  const s = reduced(inverseOf(nonce) * reduced(e + r * numberOf(privateKey)))
  return concat(numberBytes(r), numberBytes(s))
}

/** The same number to whoever reckons modulo the order, in a byte more. */
function plusOrder(place: 0 | 1) {
  return (signature: Uint8Array): Uint8Array => {
    const parts = [signature.subarray(0, 32), signature.subarray(32)]
    const grown = numberOf(certain(parts[place], 'two parts')) + curveOrder
    const digits = grown.toString(16).padStart(66, '0')
    const bytes = Uint8Array.from({ length: 33 }, (_, i) =>
      Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16),
    )
    return concat(...parts.map((part, i) => (i === place ? bytes : part)))
  }
}

function respelt(write: (r: Uint8Array, s: Uint8Array) => Uint8Array) {
  return ({ bidder, publicKey }: Forger): Uint8Array => {
    const own = certain(findCertificate(certificateFor(bidder, publicKey)), 'a certificate')
    const { signed, signature } = own
    const bits = writeBits(write(signature.subarray(0, 32), signature.subarray(32)))
    return writeDer('sequence', signed, writeAlgorithm(identifiers.sm2WithSm3), bits)
  }
}

function padded(number: Uint8Array): Uint8Array {
  return writeDer('integer', Uint8Array.of(0, 0), number)
}
