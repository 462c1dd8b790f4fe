// SPDX-License-Identifier: Apache-2.0
/** What the platform does by itself: close at the deadline, freeze pools, call experts, refund. */

import { addMinutes, dayOf, systemActor } from '@gongxin/core/kernel'
import {
  findAct,
  mustRecuse,
  nextCall as nextCallIn,
  outstanding,
  refundOf,
} from '@gongxin/core/trading/tender'
import type { Job } from '../store/index.ts'
import { Unavailable } from '../store/index.ts'
import { accountNumber } from './depositary.ts'
import { systemCaller } from './desk.ts'
import type { TenderParts } from './parts.ts'
import type { Outcome } from './service.ts'
import type { LoadedTender } from './streams.ts'
import { actOnTender, type Gather } from './tender-desk.ts'

const leaseMs = 30_000

/** Claims what is due and does it; what fails is tried again, never forgotten. */
export async function tick(parts: TenderParts): Promise<void> {
  const { jobs } = parts.store
  const claimed = await jobs.claim({ now: parts.clock.now(), leaseMs, most: 50 })
  for (const job of claimed) {
    try {
      await work(parts, job)
      await jobs.done(job, parts.clock.now())
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      await jobs.failed(job, why, addMinutes(parts.clock.now(), 1))
    }
  }
}

async function work(parts: TenderParts, job: Job): Promise<void> {
  const tender = tenderOf(job)
  switch (job.kind) {
    case 'close-bidding':
      await bySystem(parts, tender, {
        name: 'close-bidding',
        gather: () => takenUp(parts, tender),
      })
      return
    case 'freeze-pool':
      await bySystem(parts, tender, {
        name: 'freeze-pool',
        gather: (loaded) => poolFor(parts, loaded),
      })
      return
    case 'call-experts':
      await callExperts(parts, tender)
      return
    case 'refund':
      await refundAll(parts, tender)
      return
    default:
      throw new Error(`no such work: ${job.kind}`)
  }
}

function tenderOf({ payload }: Job): string {
  if (typeof payload === 'object' && payload !== null && 'tender' in payload) {
    return String(payload.tender)
  }
  throw new Error('a job names its tender')
}

interface SystemAct {
  readonly name: string
  readonly body?: unknown
  readonly gather: Gather
}

/** A lawful no ends the work: the deadline has moved, or the trade is suspended. */
async function bySystem(
  parts: TenderParts,
  tender: string,
  { name, body = {}, gather }: SystemAct,
): Promise<Outcome> {
  const of = findAct(name)
  if (of === undefined) throw new Error(`no act ${name}`)
  const key = `system-${name}-${tender}-${JSON.stringify(body)}-${parts.clock.now()}`
  const caller = systemCaller(systemActor, key)
  const request = { tender, act: name, body, key, of, gather }
  const outcome = await actOnTender(parts, caller, request)
  if (outcome.kind === 'malformed') throw new Error(`${name}: ${JSON.stringify(outcome.issues)}`)
  return outcome
}

/** Bids are numbered in the order of their commitments: the number tells nothing of time. */
async function takenUp({ streams }: TenderParts, tender: string) {
  const all = await streams.bidsOf(tender)
  const sent = all
    .flatMap(({ bid }) =>
      bid.envelope !== null && bid.bidder !== null && bid.receivedAt !== null
        ? [{ bid, bidder: bid.bidder, envelope: bid.envelope, receivedAt: bid.receivedAt }]
        : [],
    )
    .sort((a, b) => (a.envelope.commitment < b.envelope.commitment ? -1 : 1))
  const bids = sent.map(({ bid, bidder, envelope, receivedAt }, index) => ({
    no: `B${String(index + 1).padStart(2, '0')}`,
    bidder,
    commitment: envelope.commitment,
    receivedAt,
    deposit: bid.deposit === null ? null : depositOf(bid.deposit),
  }))
  const idle = all.flatMap(({ bid }) =>
    bid.envelope === null && bid.deposit !== null
      ? [{ bidder: bid.deposit.bidder, ...depositOf(bid.deposit) }]
      : [],
  )
  return { taken: { bids, idle } }
}

function depositOf<D extends { form: unknown; amountFen: number; creditedOn: unknown }>(
  deposit: D,
) {
  const { form, amountFen, creditedOn } = deposit
  return { form, amountFen, creditedOn } as Pick<D, 'form' | 'amountFen' | 'creditedOn'>
}

async function poolFor({ library, clock }: TenderParts, { state }: LoadedTender) {
  if (library === null) throw new Unavailable('no expert library is connected')
  const strata = state.draw?.request.strata ?? []
  const specialties = new Set(strata.flatMap(({ specialty, also }) => [specialty, ...also]))
  return { pool: await library.eligible([...specialties], dayOf(clock.now())) }
}

/** In the drawn order, until every seat is filled or the list is at its end. */
async function callExperts(parts: TenderParts, tender: string): Promise<void> {
  const { library, streams } = parts
  if (library === null) throw new Unavailable('no expert library is connected')
  for (;;) {
    const state = (await streams.tender(tender))?.state
    const next = state === undefined ? undefined : nextCall(state)
    if (state === undefined || next === undefined) return
    const about = { at: next.at, place: next.place }
    const answer = next.recused ? 'recusal' : await library.call(next.expert, about)
    const body = { specialty: next.specialty, index: next.index, answer }
    const outcome = await bySystem(parts, tender, {
      name: 'record-call',
      body,
      gather: async () => ({}),
    })
    if (outcome.kind !== 'done') return
  }
}

function nextCall(state: LoadedTender['state']) {
  for (const { code: specialty } of state.notice?.terms.specialties ?? []) {
    const next = nextCallIn(state, specialty)
    const expert = next?.draw.pool?.experts[next.index]
    if (next === undefined || expert === undefined) continue
    const { evaluationAt: at, place } = next.draw.request
    return {
      specialty,
      index: next.index,
      expert: expert.expert,
      recused: mustRecuse(state, expert),
      at,
      place,
    }
  }
  return undefined
}

/** The bank pays first, under a reference it pays only once; then the payment is recorded. */
async function refundAll(parts: TenderParts, tender: string): Promise<void> {
  const { bank, streams, clock } = parts
  if (bank === null) throw new Unavailable('no bank is connected')
  const rate = await bank.rateOn(dayOf(clock.now()))
  for (;;) {
    const state = (await streams.tender(tender))?.state
    const [deposit] = state === undefined ? [] : outstanding(state)
    if (deposit === undefined) return
    const { party } = deposit.bidder
    const { principalFen, interestFen } = refundOf(deposit, dayOf(clock.now()), rate)
    const reference = await bank.refund({
      account: accountNumber(tender, party),
      principalFen,
      interestFen,
      reference: `${tender}-${party}`,
    })
    const outcome = await bySystem(parts, tender, {
      name: 'record-refund',
      body: { party, reference },
      gather: async () => ({ depositRate: rate }),
    })
    if (outcome.kind !== 'done') return
  }
}
