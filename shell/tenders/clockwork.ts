// SPDX-License-Identifier: Apache-2.0
/** What the platform does by itself: close at the deadline, freeze pools, call experts, refund. */

import { addMinutes, dayOf } from '@gongxin/core/kernel'
import { mustRecuse, nextCall as nextCallIn } from '@gongxin/core/trading/tender'
import type { Job, JobStore } from '../store/index.ts'
import { Unavailable } from '../store/index.ts'
import { bySystem } from './by-system.ts'
import { claimForfeited, settlePerformanceDeposit } from './deposit-papers.ts'
import type { TenderParts } from './parts.ts'
import { refundAll, returnOne } from './refunds.ts'
import type { LoadedTender } from './streams.ts'
import { takenUp } from './taking-up.ts'

const leaseMs = 30_000

/** Claims what is due and does it; what fails is tried again, never forgotten. */
export async function tick(parts: TenderParts): Promise<void> {
  for (const { jobs } of new Set([parts.store, parts.cabinet.store])) await workOff(parts, jobs)
}

async function workOff(parts: TenderParts, jobs: JobStore): Promise<void> {
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
        gather: takenUp(parts, { tender, act: 'close-bidding' }),
      })
      parts.stamps.closed(tender)
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
    case 'take-up-deposits':
      await bySystem(parts, tender, {
        name: 'take-up-deposits',
        gather: takenUp(parts, { tender, act: 'take-up-deposits' }),
      })
      return
    case 'lift-suspension':
      await bySystem(parts, tender, {
        name: 'lift-expired-suspension',
        gather: async () => ({}),
      })
      return
    case 'refund':
      await refundAll(parts, tender)
      return
    case 'performance-deposit':
      await settlePerformanceDeposit(parts, tender)
      return
    case 'claim-forfeited':
      await claimForfeited(parts, tender)
      return
    case 'return-deposit':
      await returnOne(parts, tender, partyOf(job))
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

function partyOf({ payload }: Job): string {
  if (typeof payload === 'object' && payload !== null && 'party' in payload) {
    return String(payload.party)
  }
  throw new Error('a return names its party')
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
