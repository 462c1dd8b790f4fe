// SPDX-License-Identifier: Apache-2.0
/** 验文书: a printed paper and the signature beside it, judged by roots that its reader has pinned (ADR 16). */

import { identifiers, partOf, type RevocationList } from '@gongxin/trust/certificate'
import { type DetachedFault, verifyDetached } from '@gongxin/trust/cms'
import { type Words, words } from '../../kernel/index.ts'
import type { Accredited } from '../bid/index.ts'

/** One code for each fault; released codes never change. */
export const paperCodes = {
  SIGNATURE_FORM: words(
    '签名文件不是分离式国密签名，或者没有写明签名时间',
    'The signature file is no detached SM2 signature, or does not say when it was made',
  ),
  PAPER_CHANGED: words(
    '文书与签名时的不一致，内容被改动过',
    'The paper is not the one that was signed',
  ),
  SIG_INVALID: words(
    '签名不成立：签名属性被改动，或者不是证书上的密钥签的',
    'The signature does not hold: attributes were altered, or another key signed',
  ),
  CERT_CHAIN: words(
    '签名证书不是认可的认证机构签发的',
    'The certificate does not lead to an accredited authority',
  ),
  CERT_EXPIRED: words('签名时证书不在有效期内', 'The certificate was not in force at signing'),
  CERT_REVOKED: words('签名时证书已被吊销', 'The certificate had been revoked at signing'),
  CERT_REVOCATION_UNKNOWN: words(
    '手中的吊销列表说不出这张证书是否有效',
    'The revocation lists at hand do not tell of this certificate',
  ),
  CERT_USAGE: words('证书不是用于签署文书的', 'The certificate is not for signing papers'),
  SIGNER: words('签名的是另一个单位', 'Another organisation signed'),
  STAMP_MISMATCH: words('时间戳是别的签名的', 'The time stamp is of another signature'),
  STAMP_UNTRUSTED: words(
    '时间戳不是认可的时间戳机构签发的',
    'The time stamp is not by an accredited authority',
  ),
  STAMP_TIME: words(
    '时间戳与签名写明的时间相差十分钟以上',
    'Time stamp and signing time lie more than ten minutes apart',
  ),
} as const satisfies Readonly<Record<string, Words>>
export type PaperCode = keyof typeof paperCodes

export interface PaperQuestion {
  readonly paper: Uint8Array
  readonly signature: Uint8Array
  readonly accredited: Accredited
  readonly lists?: readonly RevocationList[]
  /** Code that the signer must have; left out, the reader looks at the name that comes out. */
  readonly by?: string
  readonly now: string
}

export type PaperAnswer =
  | {
      readonly verdict: 'pass'
      readonly signer: string
      readonly code: string
      readonly signedAt: string
      /** Null where no authority from outside attests the moment. */
      readonly stampedAt: string | null
    }
  | { readonly verdict: 'fail'; readonly fault: PaperCode }

export function verifyPaper(question: PaperQuestion): PaperAnswer {
  const { paper, signature, accredited, lists, by, now } = question
  const verdict = verifyDetached(signature, paper, {
    roots: accredited.roots.map(({ certificate }) => certificate),
    stampingRoots: accredited.stamping.map(({ certificate }) => certificate),
    now,
    ...(lists === undefined ? {} : { lists }),
  })
  if (!verdict.ok) return { verdict: 'fail', fault: codeOf[verdict.fault] }
  const { certificate, signingTime, stampedAt } = verdict
  const signer = partOf(certificate.subject, identifiers.organisation) ?? ''
  // Whichever authority issued it says where the code stands; the first that fits names the signer.
  const places = accredited.roots.map(({ uscc }) => uscc)
  const codes = places.map((place) => partOf(certificate.subject, place))
  const code = codes.find((one) => one !== undefined) ?? ''
  if (by !== undefined && by !== code) return { verdict: 'fail', fault: 'SIGNER' }
  return { verdict: 'pass', signer, code, signedAt: signingTime, stampedAt }
}

const codeOf: Readonly<Record<DetachedFault, PaperCode>> = {
  CMS_FORM: 'SIGNATURE_FORM',
  CMS_NO_CONTENT: 'SIGNATURE_FORM',
  CMS_CONTENT_TYPE: 'SIGNATURE_FORM',
  CMS_NO_CERTIFICATE: 'SIGNATURE_FORM',
  CMS_DIGEST: 'PAPER_CHANGED',
  SIG_ENCODING: 'SIG_INVALID',
  SIG_SCHEME: 'SIG_INVALID',
  SIG_INVALID: 'SIG_INVALID',
  CERT_UNTRUSTED: 'CERT_CHAIN',
  CERT_SIGNATURE: 'CERT_CHAIN',
  CERT_NOT_AUTHORITY: 'CERT_CHAIN',
  CERT_PATH_LENGTH: 'CERT_CHAIN',
  CERT_NOT_YET: 'CERT_EXPIRED',
  CERT_EXPIRED: 'CERT_EXPIRED',
  CERT_REVOKED: 'CERT_REVOKED',
  CERT_REVOCATION_UNKNOWN: 'CERT_REVOCATION_UNKNOWN',
  CERT_USAGE: 'CERT_USAGE',
  STAMP_MISMATCH: 'STAMP_MISMATCH',
  STAMP_UNTRUSTED: 'STAMP_UNTRUSTED',
  STAMP_TIME: 'STAMP_TIME',
}
