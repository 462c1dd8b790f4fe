// SPDX-License-Identifier: Apache-2.0
/** Time-stamp tokens (RFC 3161, GM/T 0033) over SM3: when an outside authority saw a digest. */

import { sameBytes } from '../canonical/index.ts'
import {
  algorithmOf,
  type Certificate,
  type CertificateFault,
  identifiers,
  type PathFacts,
  verifyPath,
  writeAlgorithm,
} from '../certificate/index.ts'
import {
  countOf,
  findDer,
  identifierOf,
  inside,
  momentOf,
  truthOf,
  unsignedOf,
  walk,
  writeCount,
  writeDer,
  writeIdentifier,
  writePreciseMoment,
  writeUnsigned,
} from '../der/index.ts'
import { sm3Digest } from '../suites/index.ts'
import { findSignedData, type SignedFault, verifySignedData } from './signed.ts'

export interface TimestampInfo {
  readonly policy: string
  /** SM3 of what was stamped. */
  readonly imprint: Uint8Array
  readonly serial: Uint8Array
  /** To the thousandth of a second; finer digits are cut off. */
  readonly at: string
  /** Absent when the authority does not say how exact it is. */
  readonly accuracyMilliseconds?: number
  readonly nonce?: Uint8Array
}

export type TimestampFault = SignedFault | CertificateFault | 'TSA_FORM' | 'TSA_IMPRINT'

export type TimestampVerdict =
  | { readonly ok: true; readonly info: TimestampInfo; readonly authority: Certificate }
  | { readonly ok: false; readonly fault: TimestampFault }

/** Does this token, under these roots, say that these bytes were there at its time? */
export function verifyTimestamp(
  token: Uint8Array,
  stamped: Uint8Array,
  facts: Omit<PathFacts, 'at' | 'use'>,
): TimestampVerdict {
  const data = findSignedData(token)
  if (data?.content === undefined || data.contentType !== identifiers.timestampInfo) {
    return { ok: false, fault: 'TSA_FORM' }
  }
  const info = findTimestampInfo(data.content)
  if (info === undefined) return { ok: false, fault: 'TSA_FORM' }
  if (!sameBytes(info.imprint, sm3Digest(stamped))) return { ok: false, fault: 'TSA_IMPRINT' }
  const signed = verifySignedData(data)
  if (!signed.ok) return signed
  const others = [...data.certificates, ...(facts.others ?? [])]
  const path = verifyPath(signed.certificate, { ...facts, others, at: info.at, use: 'timestamp' })
  return path.ok
    ? { ok: true, info, authority: signed.certificate }
    : { ok: false, fault: path.fault }
}

export function findTimestampInfo(bytes: Uint8Array): TimestampInfo | undefined {
  const fields = walk(findDer(bytes), 'sequence')
  const version = countOf(fields.take('integer'))
  const policy = identifierOf(fields.take('objectIdentifier'))
  const imprint = walk(fields.take('sequence'), 'sequence')
  const algorithm = algorithmOf(imprint.take('sequence'))
  const digest = imprint.take('octetString')?.content
  const serial = unsignedOf(fields.take('integer'))
  const at = momentOf(fields.take('generalizedTime'))
  const exact = fields.take('sequence')
  const accuracy = exact === undefined ? undefined : accuracyIn(exact)
  const ordering = fields.take('boolean')
  const number = fields.take('integer')
  const nonce = unsignedOf(number)
  fields.take(inside(0))
  if (version !== 1 || !fields.ended() || !imprint.ended()) return undefined
  if (algorithm !== identifiers.sm3 || digest?.length !== 32) return undefined
  if (policy === undefined || serial === undefined || at === undefined) return undefined
  if (exact !== undefined && accuracy === undefined) return undefined
  if (ordering !== undefined && truthOf(ordering) !== true) return undefined
  if (number !== undefined && nonce === undefined) return undefined
  return {
    policy,
    imprint: digest,
    serial,
    at,
    ...(accuracy === undefined ? {} : { accuracyMilliseconds: accuracy }),
    ...(nonce === undefined ? {} : { nonce }),
  }
}

export function writeTimestampInfo(info: TimestampInfo): Uint8Array<ArrayBuffer> {
  const { accuracyMilliseconds: exact, nonce } = info
  return writeDer(
    'sequence',
    writeCount(1),
    writeIdentifier(info.policy),
    writeDer('sequence', writeAlgorithm(identifiers.sm3), writeDer('octetString', info.imprint)),
    writeUnsigned(info.serial),
    writePreciseMoment(info.at),
    ...(exact === undefined ? [] : [writeAccuracy(exact)]),
    ...(nonce === undefined ? [] : [writeUnsigned(nonce)]),
  )
}

type AccuracyDer = Parameters<typeof walk>[0]

/** Seconds, then thousandths and millionths under [0] and [1]; rounded up, never in our favour. */
function accuracyIn(der: AccuracyDer): number | undefined {
  const fields = walk(der, 'sequence')
  const seconds = fields.take('integer')
  const thousandths = fields.take(0x80)
  const millionths = fields.take(0x81)
  const values = [seconds, thousandths, millionths].map((part) =>
    part === undefined ? 0 : countOf(part),
  )
  const [s, ms, us] = values
  if (!fields.ended() || s === undefined || ms === undefined || us === undefined) return undefined
  return ms > 999 || us > 999 ? undefined : s * 1000 + ms + (us > 0 ? 1 : 0)
}

function writeAccuracy(milliseconds: number): Uint8Array {
  const seconds = Math.floor(milliseconds / 1000)
  const rest = milliseconds % 1000
  return writeDer(
    'sequence',
    ...(seconds === 0 ? [] : [writeCount(seconds)]),
    ...(rest === 0 ? [] : [writeUnsigned(Uint8Array.of(rest >>> 8, rest), 0x80)]),
  )
}
