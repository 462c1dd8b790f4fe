// SPDX-License-Identifier: Apache-2.0
/** V14 and V15: what must not be public, and what the platform claims of itself. */

import { canonicalize, type Json } from '@gongxin/trust/canonical'
import { type Refused, refused } from '../../kernel/index.ts'
import type { TenderState } from '../tender/index.ts'
import { type Answer, answerOf, joined, same } from './answer.ts'
import type { Claim } from './bundle.ts'
import type { Look } from './look.ts'

/** Numbers of identity cards, told by their check digit (GB 11643). */
const idForm = /(?<![0-9A-Za-z])[1-9]\d{5}(?:18|19|20)\d{9}[0-9Xx](?![0-9A-Za-z])/g
const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const idMarks = '10X98765432'

/** V14: bodies that everybody may read. */
export function privacyAnswer({ bundle, moments }: Look): Answer {
  return joined(
    moments.flatMap(({ envelope: { payload, type }, seq }) => {
      const body = bundle.payloads.get(payload.digest)?.body
      if (body === undefined || payload.access !== 'public') return []
      return [answerOf(holdsIdNumber(body) ? 'PRIVACY' : undefined, `${type} ${seq}`)]
    }),
  )
}

function holdsIdNumber(body: Json): boolean {
  return [...canonicalize(body).matchAll(idForm)].some(([number]) => isIdNumber(number))
}

function isIdNumber(number: string): boolean {
  const sum = idWeights.reduce((all, weight, i) => all + weight * Number(number[i]), 0)
  return idMarks[sum % 11] === number.at(-1)?.toUpperCase()
}

/** V15: the platform's own words against the fold of its entries. */
export function claimAnswer({ bundle, state }: Look): Answer {
  const fault = same(claimOf(state), bundle.claim) ? undefined : 'CLAIM_MISMATCH'
  return answerOf(fault, 'report/claimed.json')
}

/** Before the closing a bundle would hold nothing that the log does not show. */
export function handingOut({ closedAt, ending }: TenderState): Refused | undefined {
  return closedAt === null && ending === null ? refused('proof-after-closing') : undefined
}

/** What a platform may claim of a tender, from its public state. */
export function claimOf({ received, record, award, cancelled }: TenderState): Claim {
  const opened = record === null ? null : record.rows.filter((row) => row.decrypted).length
  const standing = award !== null && !cancelled.some((c) => c.winner.party === award.winner.party)
  return {
    received,
    opened,
    winner: standing ? award.winner.name : null,
    priceFen: standing ? award.priceFen : null,
  }
}
