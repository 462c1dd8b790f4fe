// SPDX-License-Identifier: Apache-2.0
/** V4: each opened bid is signed by the certificate of its bidder, and the record says what comes out (ADR 12). */

import { findBytes, hex, sameBytes } from '@gongxin/trust/canonical'
import { findRevocationList, type RevocationList } from '@gongxin/trust/certificate'
import { bidCommitment, findManifest } from '@gongxin/trust/seal'
import { sm3Digest } from '@gongxin/trust/suites'
import { identityVerdict } from '../bid/index.ts'
import {
  bytesOf,
  type DataOf,
  type IdentityFault,
  type IdentityVerdict,
  identityFaults,
} from '../tender/index.ts'
import { type Answer, answerOf, type Judged, joined, nothing } from './answer.ts'
import type { Look } from './look.ts'

/** Acts are confirmed by session or step-up so far (decision 24): of those nothing can be asked here. */
export function signaturesAnswer(look: Look): Answer {
  const { moments, state } = look
  const unsigned = moments.filter(({ envelope }) => envelope.assurance !== 'sm2').length
  const acts = { ...nothing, checked: moments.length - unsigned, withheld: unsigned }
  const rows = (state.record?.rows ?? []).filter(({ decrypted }) => decrypted)
  const missing = missingList(look)
  if (missing !== undefined) return joined([acts, answerOf('CRL_MISSING', missing)])
  const lists = listsOf(look)
  return joined([acts, ...rows.map((row) => answerOf(rowJudged(look, row, lists), row.bid))])
}

type Row = DataOf<'OpeningRecorded'>['rows'][number]

function rowJudged(look: Look, row: Row, lists: readonly RevocationList[]): Judged {
  const verdict = verdictOf(look, row, lists)
  if (verdict === undefined) return 'withheld'
  const { identity } = row
  const won = look.state.award?.bid === row.bid
  if (isFault(verdict)) return verdict === identity && !won ? undefined : verdict
  // A list the record does not name may be what the platform did not wish to see: nothing is passed on it.
  if (identity !== undefined && identity !== verdict) return 'CERT_RECORD'
  return verdict === 'proved' ? undefined : 'withheld'
}

/** Nothing where the bid shows no identity, nobody says whose certificates count, or V7 has to tell first. */
function verdictOf(
  { accredited, bundle, state }: Look,
  { bid: no, identityKey }: Row,
  lists: readonly RevocationList[],
): IdentityVerdict | undefined {
  const bid = state.bids.find((one) => one.no === no)
  const files = bid && bundle.sealed.get(bid.commitment)
  const manifest = files && findManifest(files.manifest)
  if (identityKey === undefined || accredited === null) return undefined
  if (bid === undefined || files === undefined || manifest === undefined) return undefined
  const committed = findBytes(bid.commitment)
  const own = committed !== undefined && sameBytes(bidCommitment(files.manifest), committed)
  if (!own) return undefined
  const key = { content: bytesOf(identityKey.content), nonce: bytesOf(identityKey.nonce) }
  const { receivedAt, bidder } = bid
  return identityVerdict({ manifest, key, party: bidder.party, receivedAt }, { accredited, lists })
}

/** Only what the record names: another list could have been chosen for what it leaves out. */
function listsOf({ bundle, state }: Look): readonly RevocationList[] {
  const named = (state.record?.revocationLists ?? []).map(({ digest }) => digest)
  return bundle.revocationLists
    .filter((der) => named.includes(hex(sm3Digest(der))))
    .map(findRevocationList)
    .filter((list) => list !== undefined)
}

function missingList({ bundle, state }: Look): string | undefined {
  const there = bundle.revocationLists.map((der) => hex(sm3Digest(der)))
  const named = (state.record?.revocationLists ?? []).map(({ digest }) => digest)
  return named.find((digest) => !there.includes(digest))
}

function isFault(verdict: IdentityVerdict): verdict is IdentityFault {
  return identityFaults.some((fault) => fault === verdict)
}
