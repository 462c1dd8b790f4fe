// SPDX-License-Identifier: Apache-2.0
/** Whatever both sides try in whatever order: no fen is paid, claimed, added or archived too much. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, day, instantOn } from '../kernel/index.ts'
import {
  contractTotalFen,
  depositLeftFen,
  invoicedFen,
  missingForArchive,
  paidFen,
  supplementedFen,
  type TenderState,
} from '../trading/tender/index.ts'
import { numberOfPaper, performancePaper } from './papers.ts'
import * as people from './people.ts'
import { must, type Step, type World } from './tender.ts'
import { newPurchase } from './told.ts'

const winner = people.bidder(1)
const first = day('2026-04-07')

function signedPurchase(): World {
  const world = newPurchase()
  const at = instantOn(first, '10:00')
  const paper = performancePaper(world.state(), at)
  const { form, amountFen } = paper
  const body = { form, amountFen, number: numberOfPaper(paper) }
  must(world, { who: winner, act: 'record-performance-deposit', body, at })
  const { priceFen, durationDays, quality } = world.state().awardNotice ?? {}
  const payment = { smallFirm: true, days: null, acceptanceDays: 5, depositReturnDays: 0 }
  const offer = { priceFen, durationDays, quality, files: [], payment }
  must(world, { who: people.owner, act: 'sign-contract', body: offer, at })
  must(world, { who: winner, act: 'countersign-contract', body: {}, at })
  return world
}

const file = { name: '附件', digest: 'a'.repeat(64), size: 1, mediaType: 'text/plain' }
const move = fc.record({ kind: fc.nat(15), amount: fc.nat(1_000_000_000), detail: fc.nat(5) })
type Move = typeof move extends fc.Arbitrary<infer M> ? M : never

type Act = readonly [who: people.Persona, act: string, body: (of: Move, n: number) => object]
const { owner, machine } = people
const changed = { durationDays: null, quality: null, files: [], what: '改', reason: '由' }
const acts: readonly Act[] = [
  [owner, 'publish-contract', () => ({ files: [file], redactions: [] })],
  [owner, 'file-contract', () => ({ office: '财政局' })],
  [
    owner,
    'record-performance',
    (_, n) => ({ id: `L${n}`, kind: 'delivery', what: '交', on: first, files: [] }),
  ],
  [
    owner,
    'propose-contract-change',
    ({ amount }, n) => ({
      ...{ ...changed, id: `C${n}`, kind: 'supplement', ground: 'supplement' },
      ...{ addedFen: (amount % 50_000_000) + 1, sameObject: true },
    }),
  ],
  [
    owner,
    'propose-contract-change',
    ({ amount }, n) => ({
      ...{ ...changed, id: `C${n}`, kind: 'amendment', ground: 'public-interest' },
      ...{ addedFen: -(amount % 900_000_000), sameObject: true },
    }),
  ],
  [winner, 'answer-contract-change', ({ detail }) => ({ id: '', agreed: detail > 1, reason: '' })],
  [owner, 'publish-contract-change', () => ({ id: '' })],
  [owner, 'accept-performance', ({ detail }, n) => acceptance(detail, n)],
  [
    winner,
    'record-invoice',
    ({ amount }, n) => ({ id: `F${n}`, number: `${n}`, amountFen: amount + 1, milestone: null }),
  ],
  [
    owner,
    'record-payment',
    ({ amount }) => ({ invoice: '', amountFen: amount + 1, paidOn: first, reference: '单' }),
  ],
  [
    owner,
    'claim-performance-deposit',
    ({ amount }, n) => ({
      ...{ id: `K${n}`, amountFen: (amount % 30_000_000) + 1, ground: 'late' },
      ...{ reason: '逾期', files: [] },
    }),
  ],
  [owner, 'return-performance-deposit', () => ({ reason: '' })],
  [machine, 'record-performance-settlement', () => ({ what: 'claim', id: '', reference: '单' })],
  [owner, 'refund-deposits', () => ({})],
  [machine, 'record-refund', () => ({ party: '', reference: '单' })],
  [owner, 'archive', () => ({ retention: '30-years' })],
]

function acceptance(detail: number, n: number) {
  const passed = detail > 2
  const items = [{ clause: '1', standard: '齐', result: passed ? 'met' : 'unmet', note: '' }]
  return {
    ...{ id: `A${n}`, items, outcome: passed ? 'passed' : 'failed', rectifyUntil: null },
    ...{ forPublic: false, attended: [], opinion: '见表', files: [] },
  }
}

/** Names the thing in hand, where the act is about one. */
function aimed(state: TenderState, act: string, body: object): object {
  const { changes, invoices, claims, settlements } = state.performing
  const open = invoices.filter((one) => paidFen(one) < one.amountFen).at(-1)
  const owed = claims.find(({ id }) => !settlements.some((s) => s.id === id))
  switch (act) {
    case 'answer-contract-change':
    case 'publish-contract-change':
      return { ...body, id: changes.at(-1)?.id ?? 'C' }
    case 'record-payment': {
      const amountFen = open === undefined ? 1 : open.amountFen - paidFen(open)
      return { ...body, invoice: open?.id ?? 'F', amountFen }
    }
    case 'record-invoice': {
      const leftFen = contractTotalFen(state) - invoicedFen(state)
      const rest = 'amountFen' in body && Number(body.amountFen) % 3 > 0
      return rest && leftFen > 0 ? { ...body, amountFen: leftFen } : body
    }
    case 'record-performance-settlement':
      return owed === undefined
        ? { ...body, what: 'return', id: null }
        : { ...body, what: 'claim', id: owed.id }
    case 'record-refund':
      return { ...body, party: state.deposits.find((d) => d.refund === null)?.bidder.party ?? 'x' }
    default:
      return body
  }
}

const met = new Set<string>()

test('合同履行怎样走都不会多付、多追加、多索赔，缺材料不归档', () => {
  const start = signedPurchase()
  const moves = fc.array(move, { minLength: 120, maxLength: 200, size: 'max' })
  fc.assert(
    fc.property(fc.noBias(moves), (list) => {
      const world = newPurchase(start.events())
      list.forEach((of, n) => {
        const [who, act, bodyOf] = acts[of.kind] ?? acts[0] ?? [owner, '', () => ({})]
        const before = world.state()
        const at = instantOn(addDays(first, n), '12:00')
        const step: Step = { who, act, body: aimed(before, act, bodyOf(of, n)), at }
        const tried = world.perform(step)
        if (tried.kind === 'malformed') throw new Error(`${act} ${JSON.stringify(tried.issues)}`)
        met.add(tried.kind === 'done' ? act : `not ${act}`)
        held(before, world.state())
      })
    }),
    { seed: 20261124, numRuns: 60 },
  )
})

function held(before: TenderState, after: TenderState): void {
  const total = contractTotalFen(after)
  const paid = after.performing.invoices.reduce((sum, one) => sum + paidFen(one), 0)
  const original = after.contract?.priceFen ?? 0
  expect(total).toBeGreaterThanOrEqual(0)
  expect(paid).toBeLessThanOrEqual(invoicedFen(after))
  expect(supplementedFen(after) * 10).toBeLessThanOrEqual(original)
  expect(depositLeftFen(after)).toBeGreaterThanOrEqual(0)
  for (const one of after.performing.invoices) {
    expect(paidFen(one)).toBeLessThanOrEqual(one.amountFen)
    expect(one.payments.every((p) => p.interestFen === 0 || p.lateDays > 0)).toBe(true)
  }
  if (after.phase === 'archived') expect(missingForArchive(before)).toEqual([])
}

test('and the walks came to every act, done and refused', () => {
  const names = [...new Set(acts.map(([, act]) => act))]
  expect(names.filter((act) => !met.has(act))).toEqual([])
  expect(names.filter((act) => !met.has(`not ${act}`))).toEqual([])
})
