// SPDX-License-Identifier: Apache-2.0
/** Who may read what, when: a table written from §1.7, compared with every event of many tenders. */

import { describe, expect, test } from 'vitest'
import { type Role, roles } from '../kernel/index.ts'
import {
  type EventType,
  emptyTender,
  eventShapes,
  mayRead,
  type Phase,
  phases,
  type Reader,
  stateFor,
  type TenderEvent,
  type TenderState,
} from '../trading/tender/index.ts'
import {
  everyTrace,
  findDifference,
  inquiryTraces,
  newWorld,
  openTenderTraces,
  procurementTold,
  runToDeadline,
  runWholeTender,
  type World,
} from './index.ts'
import * as people from './people.ts'
import { planOf } from './plan.ts'

interface Line {
  /** Roles of this tender that read at once; `system` always may. */
  readonly now?: readonly Role[]
  readonly later?: readonly [Phase, readonly Role[]]
  readonly all?: Phase
}

/** Sealed and confidential facts. What is not listed here is public at once. */
const closed: Partial<Record<EventType, Line>> = {
  ObjectionLodged: { now: ['tenderOwner', 'centre'] },
  BidsTakenUp: { all: 'opening' },
  DepositsTakenUp: { now: ['centre', 'audit'], later: ['opening', ['tenderOwner', 'agency']] },
  BidDecrypted: {
    now: ['expert'],
    later: ['opened', ['tenderOwner', 'agency', 'authority', 'audit']],
  },
  PoolFrozen: {},
  ExpertCheckedIn: { now: ['centre', 'expert'], all: 'decided' },
  CommitteeNamed: { now: ['centre', 'expert', 'tenderOwner'], all: 'decided' },
  MemberRecused: { now: ['centre', 'expert', 'tenderOwner'], all: 'decided' },
  MemberReplaced: { now: ['centre', 'expert', 'tenderOwner'], all: 'decided' },
  PreliminaryLocked: { later: ['reported', ['tenderOwner', 'authority', 'audit']] },
  ScoresLocked: { later: ['reported', ['tenderOwner', 'authority', 'audit']] },
  BidRejected: insiders(),
  ArithmeticCorrected: insiders(),
  CorrectionConfirmed: insiders(),
  ClarificationAsked: insiders(),
  ClarificationReplied: insiders(),
  LowPriceJudged: insiders(),
  RejectionVoted: insiders(),
  RestorationVoted: insiders(),
  BidRestored: insiders(),
  TieVoted: insiders(),
  TieResolved: insiders(),
  EvaluationConcluded: insiders(),
  EvaluationStopped: { now: ['expert', 'tenderOwner', 'agency', 'authority'] },
  ReportSigned: insiders(),
  ReportReviewed: insiders(),
  LoserNotified: { now: ['tenderOwner', 'audit'] },
  WrittenReportFiled: { now: ['tenderOwner', 'agency', 'authority', 'audit'] },
  ContractOffered: { now: ['tenderOwner', 'agency'] },
  ReEvaluationOrdered: { now: ['expert', 'tenderOwner', 'authority', 'audit'] },
  DepositRefunded: { now: ['tenderOwner', 'agency', 'centre', 'audit'] },
  InviteesNamed: { now: ['tenderOwner', 'agency'], all: 'opening' },
  QualificationJudged: {
    now: ['tenderOwner', 'agency', 'expert'],
    later: ['reported', ['authority', 'audit']],
  },
  SoleSourceObjected: { now: ['tenderOwner', 'agency', 'authority', 'audit'] },
  ConsultationRecorded: { now: ['tenderOwner', 'agency', 'authority', 'audit'], all: 'notified' },
  NegotiationHeld: insiders(),
  DemandAnswered: insiders(),
  NegotiationLeft: insiders(),
  DemandChangeProposed: ofDemand(),
  DemandChangeDeclined: ofDemand(),
  // The supplier asked about here was left when it changed.
  DemandChanged: ofDemand('bidder'),
  LastQuotePromised: {
    later: ['reported', ['expert', 'tenderOwner', 'authority', 'audit']],
    all: 'notified',
  },
  LastQuoteShown: { ...insiders(), all: 'notified' },
  LastQuotesConcluded: { ...insiders(), all: 'notified' },
  DepositForfeited: { now: ['tenderOwner', 'agency', 'centre', 'audit'] },
  ContractFiled: ofContract(),
  PerformanceRecorded: ofContract(),
  ContractChangeProposed: ofContract(),
  ContractChangeAnswered: ofContract(),
  AcceptanceRecorded: ofContract(),
  InvoiceReceived: ofContract(),
  PaymentMade: ofContract(),
  PerformanceDepositConfirmed: ofContract(),
  PerformanceDepositClaimed: ofContract(),
  PerformanceDepositReturned: ofContract(),
  PerformanceDepositSettled: ofContract(),
  EnquiryAsked: { now: ['tenderOwner', 'agency'] },
  EnquiryAnswered: { now: ['tenderOwner', 'agency'] },
  ComplaintLodged: { now: ['authority'] },
  ComplaintSupplemented: { now: ['authority'] },
  ComplaintChecked: { now: ['authority'] },
  ComplaintNotified: { now: ['authority', 'tenderOwner', 'agency'] },
  ComplaintResponded: { now: ['authority'] },
  EvidenceAsked: { now: ['authority', 'tenderOwner', 'agency'] },
  EvidenceReceived: { now: ['authority', 'tenderOwner', 'agency'] },
  ComplaintWithdrawn: { now: ['authority', 'tenderOwner', 'agency'] },
}

/** Both sides and those who watch them; the other bidders read what is published. */
function ofContract(): Line {
  return { now: ['tenderOwner', 'agency', 'authority', 'audit'] }
}

function ofDemand(...more: readonly Role[]): Line {
  return { now: ['expert', 'tenderOwner', ...more], later: ['reported', ['authority', 'audit']] }
}

function insiders(): Line {
  return { now: ['expert'], later: ['reported', ['tenderOwner', 'authority', 'audit']] }
}

const way = phases.slice(0, phases.indexOf('archived') + 1)

function expected(type: EventType, phase: Phase, role: Role | null): boolean {
  const line = closed[type]
  if (line === undefined || role === 'system') return true
  const { now = [], later, all } = line
  if (all !== undefined && way.indexOf(phase) >= way.indexOf(all)) return true
  if (role === null) return false
  if (now.includes(role)) return true
  return (
    later !== undefined && way.indexOf(phase) >= way.indexOf(later[0]) && later[1].includes(role)
  )
}

/** One real event of every type, with the whole state of its tender. */
const samples = new Map<EventType, { event: TenderEvent; whole: TenderState }>()
for (const of of everyTrace) {
  const world = newWorld(of)
  await findDifference(of, world)
  for (const event of world.events()) samples.set(event.type, { event, whole: world.state() })
}

/** Events of a case name it by its number: who asked or complained is in the state. */
function caseOf({ data }: TenderEvent, { complaints, enquiries }: TenderState) {
  const ids = [...('id' in data ? [data.id] : []), ...('complaint' in data ? [data.complaint] : [])]
  return [
    ...complaints.filter(({ id }) => ids.includes(id)).map(({ lodged }) => lodged),
    ...enquiries.filter(({ id }) => ids.includes(id)).map(({ asked }) => asked),
  ]
}

/** A party of each role that the event does not speak about. */
function readerOf(role: Role, event: TenderEvent, whole: TenderState): Reader {
  const said = JSON.stringify([event.data, ...caseOf(event, whole)])
  if (role === 'bidder') {
    const winner = whole.contract?.winner.party
    const other = whole.bids.find(
      (b) => !said.includes(b.no) && !said.includes(b.bidder.party) && b.bidder.party !== winner,
    )
    return other === undefined ? null : people.persona('', 'bidder', other.bidder.party).actor
  }
  if (role === 'expert') {
    const other = whole.committee?.members.find((m) => !said.includes(`"member":"${m.member}"`))
    return other === undefined ? null : people.member(other.member).actor
  }
  const found = [people.owner, people.agency, people.centre, people.authority, people.auditOffice]
  return [...found, people.machine].find((p) => p.actor.role === role)?.actor ?? null
}

describe.each([...samples])('%s', (type, { event, whole }) => {
  const withAgency = { ...whole, agency: { party: people.agency.actor.party, name: '代理机构' } }

  test.each(way)('is read in phase %s by whom the table says', (phase) => {
    const state = { ...withAgency, phase, ending: null, falls: [] }
    expect(mayRead(event, null, state)).toBe(expected(type, phase, null))
    for (const role of roles) {
      const reader = readerOf(role, event, withAgency)
      if (reader === null) continue
      const seen = mayRead(event, reader, state)
      expect([role, seen]).toEqual([role, expected(type, phase, role)])
    }
  })
})

test('the samples are of every type there is', () => {
  expect(Object.keys(eventShapes).filter((type) => !samples.has(type as EventType))).toEqual([])
})

describe('before the deadline', () => {
  const sent = (bids: number): World => {
    const world = newWorld()
    runToDeadline(
      world,
      planOf(),
      Array.from({ length: bids }, (_, i) => 900_000_000 + i),
    )
    return world
  }
  const none = sent(0)
  const forty = sent(40)

  test('the stream is the same for none and for forty bids, byte for byte', () => {
    expect(JSON.stringify(forty.events())).toBe(JSON.stringify(none.events()))
  })

  test('so is what anybody can see', () => {
    const readers = [
      null,
      people.owner,
      people.agency,
      people.centre,
      people.bidder(3),
      people.machine,
    ]
    for (const reader of readers) {
      const actor = reader === null ? null : reader.actor
      const [a, b] = [none, forty].map((w) =>
        JSON.stringify(stateFor(actor, w.events(), w.state())),
      )
      expect(a).toBe(b)
    }
  })
})

test('what the public can fold equals what was published', () => {
  const world = runWholeTender()
  const whole = world.state()
  const seen = stateFor(null, world.events(), whole)
  const published = [
    'notice',
    'record',
    'publicReview',
    'award',
    'awardNotice',
    'contract',
  ] as const
  for (const field of published) expect(seen[field]).toEqual(whole[field])
  expect(seen.evaluation?.scores).toEqual([])
  expect(seen.bids.every((bid) => bid.content === null)).toBe(true)
  expect(seen.version).toBe(whole.version)
})

describe('of deposits', () => {
  const traces = openTenderTraces.find((group) => group.title === '投标保证金')?.traces ?? []
  const strangers = [null, people.bidder(2).actor, people.authority.actor]

  test.each(traces)('$title: nobody outside learns whose money it was', async (of) => {
    const world = newWorld()
    await findDifference(of, world)
    const secret = ['DepositsTakenUp', 'DepositRefunded', 'DepositForfeited']
    const told = world.events().filter((event) => secret.includes(event.type))
    const whole = world.state()
    for (const event of told) {
      expect(mayRead(event, null, whole)).toBe(false)
      expect(mayRead(event, people.auditOffice.actor, whole)).toBe(true)
    }
    for (const reader of strangers) {
      const seen = JSON.stringify(stateFor(reader, world.events(), whole))
      for (const index of [3, 4, 5]) {
        if (whole.bids.some((b) => b.bidder.party === people.bidder(index).actor.party)) continue
        expect(seen).not.toContain(people.bidder(index).actor.party)
      }
    }
  })
})

test('rivals never learn who objected', async () => {
  const of = openTenderTraces.flatMap((g) => g.traces).find((t) => t.title.startsWith('对评标结果'))
  const world = newWorld()
  if (of !== undefined) await findDifference(of, world)
  const rival = stateFor(people.bidder(2).actor, world.events(), world.state())
  expect(JSON.stringify(rival.objections)).not.toContain(people.bidder(0).actor.party)
  expect(rival.objections).toHaveLength(1)
})

describe('where nobody opens in public', () => {
  const of = inquiryTraces[0]
  const world = newWorld()

  test('names and prices stay with those who evaluate until the result', async () => {
    if (of !== undefined) await findDifference(of, world)
    const whole = world.state()
    const record = world.events().find((event) => event.type === 'OpeningRecorded')
    if (record === undefined) throw new Error('nothing was opened')
    const read = (reader: Reader, phase: Phase) =>
      mayRead(record, reader, { ...whole, phase, ending: null, falls: [] })
    expect(read(null, 'decided')).toBe(false)
    expect(read(people.bidder(0).actor, 'decided')).toBe(false)
    expect(read(people.owner.actor, 'opened')).toBe(true)
    expect(read(null, 'notified')).toBe(true)
    const list = world.events().find((event) => event.type === 'BidsTakenUp')
    if (list === undefined) throw new Error('nothing was taken up')
    const listed = (reader: Reader, phase: Phase) =>
      mayRead(list, reader, { ...whole, phase, ending: null, falls: [] })
    expect(listed(people.owner.actor, 'closed')).toBe(false)
    expect(listed(people.notary.actor, 'opening')).toBe(true)
    expect(listed(null, 'decided')).toBe(false)
  })
})

test('the contractor reads its own contract, the other bidders only what is published', async () => {
  const [, last] = procurementTold.toReversed()
  const world = last?.world()
  if (last !== undefined && world !== undefined) await findDifference(last.of, world)
  const [events, whole] = [world?.events() ?? [], world?.state()]
  if (whole === undefined) return expect(whole).toBeDefined()
  const seen = (index: number) => stateFor(people.bidder(index).actor, events, whole).performing
  expect(seen(1)).toEqual(whole.performing)
  expect(seen(0)).toEqual({ ...emptyTender.performing, published: whole.performing.published })
  expect(seen(0).published).not.toBeNull()
})

test('of a complaint the public learns nothing before its decision, save that the trade stands still', async () => {
  const complaint = everyTrace.find(({ title }) => title.startsWith('监督部门通知暂停和恢复'))
  const world = newWorld()
  expect(complaint === undefined ? '' : await findDifference(complaint, world)).toBeUndefined()
  const strangers = [null, people.bidder(0).actor, people.centre.actor, people.notary.actor]
  for (const reader of strangers) {
    const { complaints, suspensions } = stateFor(reader, world.events(), world.state())
    expect(complaints).toEqual([])
    expect(suspensions).toEqual([])
    const told = world.events().filter((event) => mayRead(event, reader, world.state()))
    expect(JSON.stringify(told)).not.toContain('第一名报价与投标文件不符')
    expect(told.filter(({ type }) => type === 'Suspended')).toHaveLength(2)
  }
})
