// SPDX-License-Identifier: Apache-2.0
/** One bid that the tests of this folder take apart; no part of the product. */

import { concat, sameBytes, utf8 } from '../canonical/index.ts'
import { sm2PublicKey, sm3Digest } from '../suites/index.ts'
import { partKey } from './keys.ts'
import { chunkSize } from './part.ts'
import {
  beginSealing,
  finishSealing,
  type PartToSeal,
  pushContent,
  type SealedPart,
} from './sealing.ts'
import { beginUnsealing, finishUnsealing, type PartToOpen, pushSealed } from './unsealing.ts'

export const bytesOf = (label: string) => sm3Digest(utf8(label))
export const publicOf = (key: Uint8Array) => sm2PublicKey(key) ?? key
export const master = bytesOf('master')
export const bidder = bytesOf('bidder')
export const ticketKey = publicOf(bytesOf('ticket'))
export const holderKeys = [1, 2, 3].map((i) => bytesOf(`holder ${i}`))
export const holding = { holders: holderKeys.map(publicOf), threshold: 2 }
export const place = { tender: 'LZ2026-000123', lot: '1', stage: 'all' }

export function seal(content: Uint8Array, change: Partial<PartToSeal> = {}, pieces = 65_536) {
  let state = beginSealing(
    { ...place, j: 0, kind: 'form', contentLength: content.length, ...change },
    master,
  )
  const chunks: Uint8Array[] = []
  for (let at = 0; at < content.length; at += pieces) {
    const step = pushContent(state, content.subarray(at, at + pieces))
    state = step.state
    chunks.push(...step.chunks)
  }
  const last = finishSealing(state)
  return { part: last.part, chunks: [...chunks, ...last.chunks] }
}

export function open(sealed: SealedPart, bytes: Uint8Array, change: Partial<PartToOpen> = {}) {
  const key = partKey(master, place, sealed.j)
  let step = beginUnsealing({ place, sealed, key, ...change })
  const content: Uint8Array[] = []
  for (let at = 0; step.ok && at < bytes.length; at += 300_000) {
    step = pushSealed(step.state, bytes.subarray(at, at + 300_000))
    if (step.ok) content.push(...step.content)
  }
  if (!step.ok) return step.fault
  return finishUnsealing(step.state) ?? concat(...content)
}

/** Compared by ourselves: an assertion library takes minutes for a million bytes. */
export function comesBack(
  part: SealedPart,
  chunks: readonly Uint8Array[],
  content: Uint8Array,
): boolean {
  const opened = open(part, concat(...chunks))
  return typeof opened !== 'string' && sameBytes(opened, content)
}

export const form = utf8('{"priceFen":9800000000}')
export const small = seal(form)
export const long = Uint8Array.from({ length: 2.5 * chunkSize }, (_, i) => (i * 7) ^ (i >> 9))
export const big = seal(long, { j: 1, kind: 'document' })
