// SPDX-License-Identifier: Apache-2.0
/** What is said between a time-stamp authority and whoever asks it (RFC 3161 §2.4), over SM3. */

import { algorithmOf, identifiers, writeAlgorithm } from '../certificate/index.ts'
import {
  countOf,
  findDer,
  identifierOf,
  truthOf,
  unsignedOf,
  walk,
  writeCount,
  writeDer,
  writeTruth,
  writeUnsigned,
} from '../der/index.ts'

export interface TimestampQuery {
  /** SM3 of what is to be stamped. */
  readonly imprint: Uint8Array
  /** Comes back in the token, so that an old one is no answer. */
  readonly nonce?: Uint8Array
  /** Absent where whoever asks leaves it to the authority. */
  readonly policy?: string
  readonly withCertificate: boolean
}

export function writeTimestampQuery(
  query: Omit<TimestampQuery, 'policy'>,
): Uint8Array<ArrayBuffer> {
  const { imprint, nonce, withCertificate } = query
  return writeDer(
    'sequence',
    writeCount(1),
    writeDer('sequence', writeAlgorithm(identifiers.sm3), writeDer('octetString', imprint)),
    ...(nonce === undefined ? [] : [writeUnsigned(nonce)]),
    ...(withCertificate ? [writeTruth(true)] : []),
  )
}

/** Nothing on another digest, or on extensions, which we do not understand and may not pass over. */
export function findTimestampQuery(bytes: Uint8Array): TimestampQuery | undefined {
  const fields = walk(findDer(bytes), 'sequence')
  const version = countOf(fields.take('integer'))
  const imprint = walk(fields.take('sequence'), 'sequence')
  const algorithm = algorithmOf(imprint.take('sequence'))
  const digest = imprint.take('octetString')?.content
  const asked = fields.take('objectIdentifier')
  const policy = identifierOf(asked)
  const number = fields.take('integer')
  const nonce = unsignedOf(number)
  const mark = fields.take('boolean')
  if (version !== 1 || !fields.ended() || !imprint.ended()) return undefined
  if (algorithm !== identifiers.sm3 || digest?.length !== 32) return undefined
  if (mark !== undefined && truthOf(mark) !== true) return undefined
  if (number !== undefined && nonce === undefined) return undefined
  return {
    imprint: digest,
    withCertificate: mark !== undefined,
    ...(policy === undefined ? {} : { policy }),
    ...(nonce === undefined ? {} : { nonce }),
  }
}

/** The token, or a plain no where there is none. */
export function writeTimestampReply(token: Uint8Array | undefined): Uint8Array<ArrayBuffer> {
  if (token === undefined) {
    return writeDer('sequence', writeDer('sequence', writeCount(statusRejected)))
  }
  return writeDer('sequence', writeDer('sequence', writeCount(statusGranted)), token)
}

/** The token of an answer that grants one. */
export function findTimestampReply(bytes: Uint8Array): Uint8Array | undefined {
  const fields = walk(findDer(bytes), 'sequence')
  const status = countOf(walk(fields.take('sequence'), 'sequence').take('integer'))
  const token = fields.take('sequence')?.whole
  const granted = status === statusGranted || status === statusGrantedWithChanges
  return granted && fields.ended() ? token : undefined
}

const [statusGranted, statusGrantedWithChanges, statusRejected] = [0, 1, 2]
