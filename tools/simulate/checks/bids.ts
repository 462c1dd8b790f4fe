// SPDX-License-Identifier: Apache-2.0
/** I1, I5, I6, I7, I9, I11: what became of bids, files, draws and money. */

import { ordersOf, rootOfPool, seedOfDraw } from '@gongxin/core/trading/tender'
import { hex, utf8 } from '@gongxin/trust/canonical'
import { bidCommitment } from '@gongxin/trust/seal'
import { sm3Digest } from '@gongxin/trust/suites'
import type { Receipt } from '../town/index.ts'
import { type Check, dataOf, eventsOf, type Facts, logged, textsIn } from './facts.ts'

/** I1: of every bidder exactly the last version with a receipt is in the vault of the deadline. */
export const receiptsKept: Check = (facts) => {
  const [closing] = dataOf(facts, 'BiddingClosed')
  if (closing === undefined) return []
  const taken = textsIn(closing.commitments)
  const shown = JSON.stringify(dataOf(facts, 'VaultRevealed')[0] ?? null)
  const last = new Map<string, Receipt>()
  for (const receipt of facts.ledger.receipts) last.set(receipt.party, receipt)
  const lost = [...last.values()].flatMap(({ commitment, party }) =>
    commitment === null || taken.includes(commitment)
      ? []
      : [`the bid of ${party} has a receipt and was not taken up`],
  )
  const unshown = facts.ledger.receipts.flatMap(({ commitment, party }) =>
    commitment === null || shown.includes(commitment)
      ? []
      : [`a version of ${party} has a receipt and is not in the vault`],
  )
  const own = [...last.values()].flatMap(({ commitment }) => commitment ?? [])
  const added = taken.filter((one) => !own.includes(one)).map((one) => `nobody sent ${one}`)
  return [...lost, ...unshown, ...added]
}

/** I5: nothing is opened before the last tick and the closing, before the deadline, or with fewer than three. */
export const nothingEarly: Check = (facts) => {
  const entries = logged(facts)
  const idxOf = (type: string) =>
    entries.find(({ event, envelope }) => event.type === type && envelope.tender === facts.tender)
      ?.idx
  const closed = idxOf('BiddingClosed')
  const early = facts.ledger.early
    .filter(({ manifests }) => manifests > 0)
    .map(({ atMs }) => `manifests were shown at ${new Date(atMs).toISOString()}`)
  const opened = entries.filter(({ event }) => opening.has(event.type))
  const ahead = opened.flatMap(({ event, idx }) => [
    ...(closed === undefined || idx < closed ? [`${event.type} stands before the closing`] : []),
    ...(Date.parse(event.at) < facts.deadlineMs ? [`${event.type} at ${event.at}`] : []),
  ])
  const few = Number(dataOf(facts, 'BiddingClosed')[0]?.received ?? 0) < 3 && opened.length > 0
  return [
    ...early,
    ...ahead,
    ...tickBefore(facts, closed),
    ...(few ? ['fewer than three were opened'] : []),
  ]
}

const opening = new Set([
  'OpeningStarted',
  'DecryptionSucceeded',
  'ShareGiven',
  'OpeningAnnounced',
  'BidsOpened',
])

function tickBefore(facts: Facts, closed: number | undefined): readonly string[] {
  const [shown] = dataOf(facts, 'VaultRevealed')
  if (shown === undefined) return []
  const tick = logged(facts).find(({ event }) => {
    return event.type === 'VaultTicked' && Object(Object(event.body).data).tick === shown.tick
  })
  if (tick === undefined) return ['the vault is shown without its tick']
  return closed !== undefined && tick.idx < closed
    ? []
    : ['the last tick stands behind the closing']
}

/** I6: every opened bid is the one that was sealed under its commitment. */
export const openedAsSealed: Check = ({ state, ledger, manifests }) =>
  state.bids.flatMap(({ no, commitment, content }) => {
    const manifest = manifests.get(no)
    if (manifest !== undefined && hex(bidCommitment(utf8(manifest))) !== commitment) {
      return [`the manifest of ${no} has another commitment`]
    }
    if (content === null || content === undefined) return []
    return content.form.priceFen === ledger.prices.get(commitment)
      ? []
      : [`${no} was opened at ${content.form.priceFen}, sealed at ${ledger.prices.get(commitment)}`]
  })

/** I7: the order of calls follows from pool, numbers and request alone; V10 and V11 say the same to strangers. */
export const drawnFromCommitted: Check = (facts) => {
  const { draw } = facts.state
  const lines = facts.bundles
    .flatMap(({ verification }) => verification.lines)
    .filter(({ step, ok }) => !ok && (step === 'V10' || step === 'V11'))
    .map(({ step, code, where }) => `${step} ${code} ${where}`)
  const [drawn] = dataOf(facts, 'ExpertsDrawn').filter((data) => data.draw === draw?.request.draw)
  if (draw === null || drawn === undefined) return lines
  const { pool, published } = draw
  if (pool === null) return [...lines, 'drawn without a pool']
  const seeded = seedOfDraw(draw)
  const seed = 'seed' in seeded ? seeded.seed : seeded.fault
  const orders = ordersOf(seed, draw.request.strata, pool.experts)
  return [
    ...lines,
    ...(rootOfPool(pool.salt, pool.experts) === published?.root
      ? []
      : ['another pool was promised']),
    ...(seed === drawn.seed ? [] : ['another seed comes of the numbers']),
    ...(JSON.stringify(sorted(orders)) === JSON.stringify(sorted(drawn.orders))
      ? []
      : ['another order comes of the seed']),
  ]
}

/** The store sorts members by its own rule. */
function sorted(orders: unknown): unknown {
  if (!Array.isArray(orders)) return orders
  return orders.map((one) => [Object(one).specialty, Object(one).order])
}

/** I9: whatever upload was acknowledged is there after the power went, byte for byte. */
export const uploadsKept: Check = ({ disk, ledger }) =>
  [...new Set(ledger.uploads)].flatMap((digest) => {
    const path = `/platform/vault/files/${digest.slice(0, 2)}/${digest.slice(2, 4)}/${digest}`
    const bytes = disk.read(path)
    if (bytes === null) return [`the file ${digest} is gone`]
    return hex(sm3Digest(bytes)) === digest ? [] : [`the file ${digest} has other bytes`]
  })

/** I11: money is whole numbers; what came in is what is held, and what went back went back once. */
export const moneyExact: Check = (facts) => {
  const { state, ledger } = facts
  const amounts = [
    ...state.deposits.flatMap(({ amountFen, forfeitedFen }) => [amountFen, forfeitedFen]),
    ...ledger.payments.map(({ principalFen }) => principalFen),
    ...(state.record?.rows ?? []).flatMap(({ priceFen }) => priceFen ?? []),
  ]
  const broken = amounts.filter((fen) => !Number.isSafeInteger(fen) || fen < 0)
  const bidders = new Set(state.bids.map(({ bidder }) => bidder.party))
  const wrong = ledger.credits.flatMap(({ party, amountFen }) => {
    if (eventsOf(facts).every(({ type }) => type !== 'BiddingClosed') || !bidders.has(party))
      return []
    const held = state.deposits.filter(({ bidder }) => bidder.party === party)
    const sum = held.reduce((all, deposit) => all + deposit.amountFen, 0)
    return sum === amountFen ? [] : [`${party} paid ${amountFen}, and ${sum} is held`]
  })
  const references = ledger.payments.map(({ reference }) => reference)
  const twice = new Set(references).size === references.length ? [] : ['a reference was paid twice']
  const paid = ledger.payments.reduce((all, { principalFen }) => all + principalFen, 0)
  const back = state.deposits.reduce((all, deposit) => all + (deposit.refund?.principalFen ?? 0), 0)
  // The bank may have paid what the platform has not written yet; never the other way round.
  const short = back <= paid ? [] : [`${back} is written as paid back, the bank paid ${paid}`]
  return [...broken.map((fen) => `${fen} is no amount`), ...wrong, ...twice, ...short]
}
