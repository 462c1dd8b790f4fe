// SPDX-License-Identifier: Apache-2.0
/** V6, V7 and V8: exactly the bids received, opened as they were sealed, by those who may. */

import { findBytes, findText, hex, sameBytes } from '@gongxin/trust/canonical'
import {
  bidCommitment,
  circleOf,
  fileFault,
  findManifest,
  type Manifest,
  sealedFileMark,
} from '@gongxin/trust/seal'
import { dealFault, shareFault } from '@gongxin/trust/sharing'
import { openedFault } from '@gongxin/trust/vault'
import { checkOpening, lot, revealVerdict } from '../bid/index.ts'
import {
  type DataOf,
  holderContext,
  holderThreshold,
  holdingOf,
  isPossessed,
  type TenderState,
} from '../tender/index.ts'
import { tickOf } from '../vault/index.ts'
import { type Answer, answerOf, type Judged, joined, judged, nothing } from './answer.ts'
import type { Look } from './look.ts'

/** V6: the vault comes to the root of the deadline, and holds the bids that were taken up. */
export function vaultAnswer(look: Look): Answer {
  const { state, ticks, bundle } = look
  const { closedAt, notice, revealed } = state
  if (closedAt === null || notice === null) return nothing
  // A notice of before the vault has none to reveal; one that names it must.
  if (notice.vault === undefined) return { ...nothing, withheld: 1 }
  if (revealed === null) return answerOf(state.ending === null ? 'VAULT_MISSING' : 'withheld', '')
  const tick = ticks.find(({ data }) => data.tick === revealed.tick)
  if (tick === undefined) return answerOf('DEADLINE_TICK', String(revealed.tick))
  const late = revealed.tick - tickOf(notice.schedule.deadline)
  if (late < 0 || late > mostTicksLate) return answerOf('DEADLINE_TICK', String(revealed.tick))
  const of = { tender: bundle.tender, vault: notice.vault, revealed }
  const verdict = revealVerdict({ ...of, root: tick.data.root })
  if (!verdict.ok) return answerOf(verdict.fault, `${verdict.slot ?? ''}`)
  const live = verdict.live.map(({ commitment }) => commitment)
  const taken = takenUp(look).map(bytes)
  return { ...answerOf(openedFault(live, taken), ''), checked: notice.vault.capacity }
}

/** Whose bids these are stays closed where nothing was ever opened: then the closing alone names them. */
function takenUp(look: Look): readonly string[] {
  const { moments, state } = look
  const closed = moments.some(({ envelope, event }) => {
    return envelope.type === 'BidsTakenUp' && event === null
  })
  return closed && state.opening === null
    ? closedWith(look)
    : state.bids.map(({ commitment }) => commitment)
}

/** Where deadlines fall into one minute each takes a tick of its own, one after the other. */
const mostTicksLate = 9

/** V7: every manifest of this tender and ticket, every form as it was sealed. */
export async function formsAnswer(look: Look): Promise<Answer> {
  const { state, bundle } = look
  const { record, bids } = state
  if (record === null) return nothing
  const strange = bids.flatMap(({ commitment, no }) => {
    const manifest = manifestOf(look, commitment)
    if (manifest === undefined) return []
    const fits = manifest.tender === bundle.tender && manifest.lot === lot
    return [
      answerOf(fits && hasSlot(state, manifest, commitment) ? undefined : 'CONTEXT_MISMATCH', no),
    ]
  })
  if (strange.some(({ found }) => found.length > 0)) return joined(strange)
  const whole = await Promise.all(bids.map((bid) => formWhole(look, bid)))
  if (whole.some(({ found }) => found.length > 0)) return joined(whole)
  const shown = bids.flatMap(({ no, commitment }) => {
    const files = bundle.sealed.get(commitment)
    const manifest = files && findText(files.manifest)
    return manifest === undefined
      ? []
      : [{ bid: no, manifest, form: files?.form ?? new Uint8Array(0) }]
  })
  const commitments = closedWith(look)
  const checked = await checkOpening(bundle.tender, state, { commitments, shown })
  return joined(checked.map(({ bid, fault }) => answerOf(fault ?? undefined, bid)))
}

/** The sealed form is the one of its manifest, asked before any key is tried. */
async function formWhole(
  look: Look,
  { no, commitment }: TenderState['bids'][number],
): Promise<Answer> {
  const files = look.bundle.sealed.get(commitment)
  const part = manifestOf(look, commitment)?.stages[0]?.parts[0]
  if (files === undefined || part === undefined) return nothing
  const changed = !sameBytes(bidCommitment(files.manifest), bytes(commitment))
  const fault = changed ? undefined : await fileFault([part], [sealedFileMark, files.form])
  return answerOf(fault === 'FILE_FORM' ? 'STREAM_TRUNCATED' : fault, no)
}

/** The ticket of the manifest is that of the slot in which its commitment lies. */
function hasSlot({ revealed }: TenderState, { ticketKey }: Manifest, commitment: string): boolean {
  if (revealed === null) return true
  const slot = revealed.slots.find((one) => one.versions.at(-1)?.commitment === commitment)
  return slot === undefined || slot.ticketKey === hex(ticketKey)
}

function closedWith({ moments }: Look): readonly string[] {
  const closed = moments.find((m) => m.envelope.type === 'BiddingClosed')?.event
  return closed?.type === 'BiddingClosed' ? closed.data.commitments : []
}

/** V8: three institutions with three keys, deals that hold, shares that are true, and enough of them. */
export function sharesAnswer(look: Look): Answer {
  const { state } = look
  const holding = holdingOf(state)
  if (holding === null) return { ...nothing, withheld: state.notice === null ? 0 : 1 }
  const parties = new Set(state.holders.map(({ holder }) => holder.party))
  const keys = new Set(state.holders.map(({ publicKey }) => publicKey))
  const apart = parties.size === state.holders.length && keys.size === state.holders.length
  const context = holderContext(state)
  const held = state.holders.map((h) =>
    answerOf(isPossessed(h, context) ? undefined : 'HOLDER_KEY', h.office),
  )
  const deals = state.bids.map(({ commitment, no }) => answerOf(dealJudged(look, commitment), no))
  const shares = judged(look, {
    ShareGiven: ({ data }, { before }) => shareJudged(look, data, before),
    OpeningRecorded: ({ data }, { before }) => {
      const byHolders = data.rows.filter((row) => row.by === 'holders')
      const short = byHolders.some((row) => sharesOf(before, row.bid) < holderThreshold)
      return short ? 'SHARES_SHORT' : undefined
    },
  })
  return joined([answerOf(apart ? undefined : 'HOLDER_SOD', ''), ...held, ...deals, shares])
}

function sharesOf(state: TenderState, no: string): number {
  const shares = state.bids.find((bid) => bid.no === no)?.shares ?? []
  return new Set(shares.map(({ office }) => office)).size
}

function dealJudged(look: Look, commitment: string): Judged {
  const shared = sharedOf(look, commitment)
  if (shared === undefined) return look.state.opening === null ? 'withheld' : 'MANIFEST_FORM'
  return dealFault(shared.deal, shared.circle)
}

function shareJudged(look: Look, data: DataOf<'ShareGiven'>, before: TenderState): Judged {
  const bid = before.bids.find(({ no }) => no === data.bid)
  const shared = bid && sharedOf(look, bid.commitment)
  if (shared === undefined) return 'MANIFEST_FORM'
  const index = before.holders.findIndex(({ office }) => office === data.office) + 1
  const opened = { index, share: bytes(data.share), proof: bytes(data.proof) }
  return shareFault(opened, shared.deal, shared.circle)
}

function sharedOf(look: Look, commitment: string) {
  const manifest = manifestOf(look, commitment)
  const holding = holdingOf(look.state)
  const [stage] = manifest?.stages ?? []
  if (manifest === undefined || stage === undefined || holding === null) return undefined
  const place = { tender: look.bundle.tender, lot, stage: stage.name }
  return { deal: stage.wrapB.deal, circle: circleOf(place, manifest.ticketKey, holding) }
}

function manifestOf({ bundle }: Look, commitment: string): Manifest | undefined {
  const files = bundle.sealed.get(commitment)
  return files && findManifest(files.manifest)
}

function bytes(text: string): Uint8Array {
  return findBytes(text) ?? new Uint8Array(0)
}
