// SPDX-License-Identifier: Apache-2.0
/** Time stamps in V13: bids that came in time, and a closing that was there at once (trust-design §2.7). */

import { hex } from '@gongxin/trust/canonical'
import { verifyTimestamp } from '@gongxin/trust/cms'
import { leafHash } from '@gongxin/trust/log'
import { addMs, isInstant } from '../../kernel/index.ts'
import { type Answer, answerOf, type Judged, joined, nothing } from './answer.ts'
import { envelopeIn, type Look } from './look.ts'

/** What a stamp may be later than the moment it speaks of, for the way to the authority and back. */
const bidGraceMs = 5_000
const closingGraceMs = 120_000

const bidding: readonly string[] = ['BidSubmitted', 'BidReplaced']

/** Asked where the list that counts names an authority for it; an entry without a stamp is withheld. */
export function stampsAnswer(look: Look): Answer {
  const { accredited, bundle, state } = look
  if (accredited === null || accredited.stamping.length === 0) return nothing
  const deadline = state.notice?.schedule.deadline
  if (deadline === undefined) return nothing
  const bids = bundle.entries.sealed.flatMap((bytes) => {
    const { type = '', at = '' } = envelopeIn(bytes) ?? {}
    if (!bidding.includes(type)) return []
    const latest = addMs(deadline, bidGraceMs)
    return [answerOf(stampJudged(look, bytes, { latest, late: 'LATE_BID' }), `${type} ${at}`)]
  })
  const closings = bundle.entries.tender.flatMap((bytes) => {
    const { type = '', at = '' } = envelopeIn(bytes) ?? {}
    if (type !== 'BiddingClosed' || !isInstant(at)) return []
    const latest = addMs(at, closingGraceMs)
    return [answerOf(stampJudged(look, bytes, { latest, late: 'CLOSING_STAMP' }), `${type} ${at}`)]
  })
  return joined([...bids, ...closings])
}

interface Limit {
  readonly latest: string
  readonly late: 'LATE_BID' | 'CLOSING_STAMP'
}

function stampJudged(
  { accredited, bundle }: Look,
  entry: Uint8Array,
  { latest, late }: Limit,
): Judged {
  const hash = leafHash(entry)
  const token = bundle.stamps.get(hex(hash))
  if (token === undefined) return 'withheld'
  const roots = (accredited?.stamping ?? []).map(({ certificate }) => certificate)
  const verdict = verifyTimestamp(token, hash, { roots })
  if (!verdict.ok) return 'TSA_TOKEN'
  return verdict.info.at < latest ? undefined : late
}
