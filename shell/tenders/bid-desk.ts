// SPDX-License-Identifier: Apache-2.0
/** Acts of a bidder before the deadline, in the bidder's own sealed stream. */

import { randomBytes } from 'node:crypto'
import { calendar } from '@gongxin/core/law'
import { type BidAct, evolveBid, findBidAct } from '@gongxin/core/trading/bid'
import {
  type BidContent,
  bidContent,
  type Moment,
  malformed,
  mayNot,
} from '@gongxin/core/trading/tender'
import { canonicalBytes } from '@gongxin/trust/canonical'
import { sm3 } from '../files/index.ts'
import type { Row } from '../store/index.ts'
import { type Attempt, ended, type Keyed, perform, refusedAttempt } from './desk.ts'
import type { TenderParts } from './parts.ts'
import type { ActRequest, Caller, Outcome } from './service.ts'
import { bidStream, type LoadedBid } from './streams.ts'

const sealing = ['submit-bid', 'replace-bid']

export async function actOnBid(
  parts: TenderParts,
  caller: Caller,
  request: ActRequest & { readonly of: BidAct },
): Promise<Outcome> {
  const { tender, body, of, key } = request
  const { party } = caller.actor
  const keyed: Keyed = { caller, key, request: { tender, act: of.name, body } }
  return perform(parts.store, keyed, async () => {
    const [loaded, bid] = await Promise.all([
      parts.streams.tender(tender),
      parts.streams.bid(tender, party),
    ])
    if (loaded === null) return ended({ kind: 'not-found' })
    const refusal = mayNot(of, { state: loaded.state, actor: caller.actor })
    if (refusal !== undefined) return refusedAttempt(refusal)
    const sealed = sealing.includes(of.name)
      ? await seal(parts, { ...request, party }, bid)
      : { body, receipt: undefined, rows: [] }
    if ('kind' in sealed) return ended(sealed)
    // Time is taken after the whole content is here: in time means wholly arrived.
    const at: Moment = { now: parts.clock.now(), calendar, facts: { callerName: caller.name } }
    const asked = {
      body: sealed.body,
      bid: bid.state,
      tender: loaded.state,
      actor: caller.actor,
      at,
    }
    const answer = of.run(asked)
    if (answer.kind === 'malformed') return ended(answer)
    if (answer.kind === 'refused') return refusedAttempt(answer)
    return decided(bid, { ...sealed, tender, party }, answer, at)
  })
}

function decided(
  bid: LoadedBid,
  of: Pick<SealedBody, 'receipt' | 'rows'> & { tender: string; party: string },
  decision: Extract<ReturnType<BidAct['run']>, { kind: 'happened' }>,
  at: Moment,
): Attempt {
  const after = decision.events.reduce(evolveBid, bid.state)
  return {
    kind: 'decided',
    work: {
      tender: of.tender,
      stream: bidStream(of.tender, of.party),
      head: bid.head,
      decision,
      accessOf: () => 'sealed',
      at: at.now,
      ...(of.receipt === undefined ? {} : { receipt: of.receipt }),
      rows: [
        ...of.rows,
        {
          table: 'bid',
          row: {
            tender: of.tender,
            bidder: of.party,
            state: after.envelope === null ? 'open' : 'submitted',
            version: after.version,
            updated_at: at.now,
            doc: { receipts: after.receipts.length, downloaded: after.downloadedAt !== null },
          },
        },
      ],
    },
  }
}

interface SealedBody {
  readonly body: unknown
  readonly receipt: string | undefined
  readonly rows: readonly Row[]
}

/** Checks the content and seals it; the envelope is stored in the commit of the event that names it. */
async function seal(
  parts: TenderParts,
  { body, tender, party }: ActRequest & { readonly party: string },
  bid: LoadedBid,
): Promise<SealedBody | Outcome> {
  const content = typeof body === 'object' && body !== null && 'content' in body ? body.content : {}
  const parsed = bidContent.safeParse(content)
  if (!parsed.success) return malformed(parsed.error)
  const plain = canonicalBytes(JSON.parse(JSON.stringify(parsed.data)))
  const version = bid.state.receipts.length + 1
  const envelope = await parts.sealer.seal({ tender, lot: '1', version }, plain)
  const { commitment, suite, bytes } = envelope
  const hash = sm3()
  hash.update(bytes)
  const digest = hash.digest('hex')
  const receipt = `R${randomBytes(10).toString('hex').toUpperCase()}`
  return {
    receipt,
    body: { receipt, envelope: { commitment, suite, blob: digest, size: bytes.length } },
    rows: [{ table: 'sealed_content', row: { stream: bidStream(tender, party), digest, bytes } }],
  }
}

/** Opens what the bidder sealed; only ever called for the bidder's own act of decryption. */
export async function openBid(
  { store, sealer }: TenderParts,
  { tender, party }: { readonly tender: string; readonly party: string },
  { state }: LoadedBid,
): Promise<BidContent | null> {
  if (state.envelope === null) return null
  const bytes = await store.sealed.find(bidStream(tender, party), state.envelope.blob)
  if (bytes === null) return null
  const { suite, commitment } = state.envelope
  const context = { tender, lot: '1', version: state.receipts.length }
  const plain = await sealer.open(context, { suite, commitment, bytes })
  return bidContent.parse(JSON.parse(Buffer.from(plain).toString('utf8')))
}

export { findBidAct }
