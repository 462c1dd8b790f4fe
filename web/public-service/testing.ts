// SPDX-License-Identifier: Apache-2.0
/** For tests: a tender that core itself decided, told as the trail a citizen would be given. */

import {
  type Actor,
  addDays,
  addMinutes,
  assert,
  certain,
  dayOf,
  endOf,
  type Finding,
  type Instant,
  moment,
  type Role,
} from '@gongxin/core/kernel'
import { calendar, citeShown } from '@gongxin/core/law'
import { holderBody, holderPeople, openedAs, testMaster } from '@gongxin/core/testing'
import {
  type BidContent,
  bareContent,
  decide,
  emptyTender,
  event,
  eventShapes,
  evolve,
  findAct,
  mayRead,
  paperOf,
  papersFor,
  registerProject,
  type ShellFacts,
  type TenderEvent,
  type TenderState,
  type TenderTerms,
} from '@gongxin/core/trading/tender'
import { paperView, type TrailLine } from '@gongxin/shell/http/contract'
import { hex, utf8 } from '@gongxin/trust/canonical'
import { sm3Digest } from '@gongxin/trust/suites'

export interface Names {
  readonly project: string
  readonly bidder: (index: number) => string
  readonly bidders: number
  readonly priceFen: number
  readonly text: string
}

export const plainNames: Names = {
  project: '城中区雨水管网改造',
  bidder: (index) => `第${index + 1}建设有限公司`,
  bidders: 3,
  priceFen: 98_765_432_10,
  text: '全长约三千米',
}

const at = (text: string) => moment(text)
const started = at('2026-03-02T01:00:00Z')
const deadline = at('2026-03-24T01:30:00Z')

interface Told {
  readonly event: TenderEvent
  readonly findings: readonly Finding[]
  readonly role: Role
}

export interface World {
  readonly told: Told[]
  state: TenderState
}

interface Step {
  readonly role: Role
  readonly party?: string
  readonly act: string
  readonly body: unknown
  readonly at: Instant
  readonly facts?: ShellFacts
}

function perform(world: World, step: Step): void {
  const { role, party = partyOf[role], facts = {} } = step
  const actor: Actor = { role, party, account: party, assurance: 'step-up' }
  const act = certain(findAct(step.act), step.act)
  const moment = { now: step.at, calendar, facts: { callerName: party, ...facts } }
  const asked = { body: step.body, state: world.state, actor, at: moment }
  const answer = act.name === registerProject.name ? act.run(asked) : decide(act, asked)
  assert(answer.kind === 'happened', `${step.act}: ${JSON.stringify(answer)}`)
  for (const [index, made] of answer.events.entries()) {
    record(world, { event: made, findings: index === 0 ? answer.findings : [], role })
  }
}

function record(world: World, told: Told): void {
  world.told.push(told)
  world.state = evolve(world.state, told.event)
}

const partyOf: Readonly<Record<Role, string>> = {
  tenderOwner: '91450200MA5L000001',
  agency: '91450200MA5L000002',
  bidder: '91450200MA6L000000',
  expert: 'E01',
  centre: '12450200MB1C000003',
  authority: '11450200MB1C000004',
  audit: '11450200MB1C000005',
  notary: '12450200MB1C000006',
  system: 'system',
}

/** How far the tender is carried. */
export type Reach = 'registered' | 'noticed' | 'clarified' | 'suspended' | 'opened' | 'awarded'
const order: readonly Reach[] = [
  'registered',
  'noticed',
  'clarified',
  'suspended',
  'opened',
  'awarded',
]

export function tenderAt(reach: Reach, names: Names = plainNames): World {
  const world: World = { told: [], state: emptyTender }
  const goes = (to: Reach) => order.indexOf(reach) >= order.indexOf(to)
  register(world, names)
  if (goes('noticed')) publish(world, names)
  if (goes('clarified')) clarifyTerms(world, names)
  if (reach === 'suspended') suspend(world, names)
  if (goes('opened')) openBids(world, names)
  if (goes('awarded')) finish(world, names)
  return world
}

function register(world: World, names: Names): void {
  const body = {
    projectCode: '2602-450202-04-01-123456',
    projectName: names.project,
    name: names.project,
    kind: 'works',
    approval: { document: '柳发改〔2026〕1号', by: '柳州市发展和改革委员会', organisation: 'self' },
    funds: { object: 'OB-1', source: '财政资金', budgetFen: 1e10, investFen: 1e10 },
    estimateFen: 1e10,
    stateControlled: true,
    district: '城中区',
    industry: '市政',
    authority: { party: partyOf.authority, name: '柳州市住房和城乡建设局' },
    previous: null,
    round: 1,
  }
  perform(world, { role: 'tenderOwner', act: 'register-project', body, at: started })
}

function publish(world: World, names: Names): void {
  const rooms = { openingRoom: '一号开标室', evaluationRoom: '三号评标室' }
  const filing = { form: 'self' }
  perform(world, { role: 'tenderOwner', act: 'notify-filing', body: filing, at: started })
  perform(world, { role: 'centre', act: 'admit-entry', body: rooms, at: started })
  for (const { office, who } of holderPeople) {
    const body = holderBody(office, world.state)
    perform(world, { role: who.actor.role, act: 'provide-holder-key', body, at: started })
  }
  const schedule = { documentFrom: started, documentUntil: deadline, deadline }
  const body = { terms: termsOf(names), schedule, files: [], reasons: [] }
  perform(world, { role: 'tenderOwner', act: 'publish-notice', body, at: started })
}

function clarifyTerms(world: World, names: Names): void {
  const answers = [{ question: `${names.text}？`, answer: names.text }]
  const terms = { ...termsOf(names), durationDays: 200 }
  const body = { id: 'C1', answers, affectsBids: true, terms, files: [] }
  const on = at('2026-03-05T01:00:00Z')
  perform(world, { role: 'tenderOwner', act: 'clarify', body, at: on })
}

function suspend(world: World, names: Names): void {
  const body = { id: 'Y1', text: names.text, files: [] }
  const on = at('2026-03-06T01:00:00Z')
  perform(world, { role: 'bidder', act: 'lodge-objection', body, at: on })
}

function openBids(world: World, names: Names): void {
  const bids = Array.from({ length: names.bidders }, (_, index) => ({
    no: `B${index + 1}`,
    bidder: { party: bidderCode(index), name: names.bidder(index) },
    commitment: hex(sm3Digest(utf8(`bid ${index}`))),
    receivedAt: started,
    deposit: null,
  }))
  const close = { role: 'system', act: 'close-bidding', body: {}, at: deadline } as const
  perform(world, { ...close, facts: { taken: { bids, idle: [] } } })
  if (world.state.phase !== 'closed') return
  perform(world, { role: 'tenderOwner', act: 'start-opening', body: {}, at: deadline })
  const body = { master: testMaster }
  for (const [index, bid] of bids.entries()) {
    const opened = openedAs(contentOf(names, index))
    const step = { role: 'bidder', act: 'decrypt-bid', body, at: deadline } as const
    perform(world, { ...step, party: bid.bidder.party, facts: { opened } })
  }
  const random = hex(sm3Digest(utf8('chance')))
  const announce = { role: 'tenderOwner', act: 'announce-opening', body: {} } as const
  perform(world, { ...announce, at: addMinutes(deadline, 10), facts: { random } })
}

/** The committee's work is told in short; from the candidates on core decides again. */
function finish(world: World, names: Names): void {
  if (world.state.phase !== 'opened') return
  const on = addMinutes(deadline, 240)
  const counts = { members: 5, experts: 4, representatives: 1 }
  const told = (made: TenderEvent) => record(world, { event: made, findings: [], role: 'expert' })
  told(event('CommitteeConvened', on, counts))
  told(event('PreliminaryConcluded', on, {}))
  const ranked = world.state.bids.map((bid, index) => ({
    bid: bid.no,
    rank: index + 1,
    priceFen: names.priceFen + index,
    evaluatedFen: null,
    priceMark: '50',
    total: `${90 - index}.5`,
    marks: [],
  }))
  const candidates = ranked.slice(0, 3).map(({ bid }) => bid)
  const conclusion = { method: 'composite', benchmark: '1', working: [], ties: [], candidates }
  told(event('EvaluationConcluded', on, { ...conclusion, ranking: ranked }))
  told(event('ReportSubmitted', on, { digest: hex(sm3Digest(utf8('report'))) }))
  const owner = 'tenderOwner'
  const review = { extraDays: 0, objections: names.text }
  perform(world, { role: owner, act: 'publish-candidates', body: review, at: addMinutes(on, 60) })
  const until = certain(world.state.publicReview, 'published').until
  const after = addMinutes(endOf(until), 600)
  const choice = { bid: 'B1', reasonCode: '', reason: '' }
  perform(world, { role: owner, act: 'award', body: choice, at: after })
  const notice = { number: '柳中标〔2026〕1号' }
  perform(world, { role: owner, act: 'issue-award-notice', body: notice, at: after })
}

export function bidderCode(index: number): string {
  return `91450200MA6L${String(index).padStart(6, '0')}`
}

function contentOf(names: Names, index: number): BidContent {
  const form = {
    priceFen: names.priceFen + index,
    durationDays: 180,
    quality: '合格',
    validityDays: 90,
    projectManager: { name: `项目经理${index + 1}`, certificate: '桂1452020202100001' },
  }
  return bareContent(form)
}

function termsOf(names: Names): TenderTerms {
  const contact = {
    organisation: '柳州市测试建设投资有限公司',
    address: '柳州市城中区文昌路1号',
    person: '王工',
    phone: '0772-0000000',
  }
  return {
    scope: names.text,
    place: '柳州市城中区',
    durationDays: 180,
    quality: '合格',
    fundsSource: '财政资金，已落实',
    qualifications: [{ id: 'Q1', title: '企业资质', text: '市政总承包三级', evidence: '' }],
    consortium: true,
    starred: [{ id: 'S1', text: '工期不超过一百八十日' }],
    ceilingFen: names.priceFen + 1_000_000,
    deposit: { amountFen: 20_000_000, instructions: '现金、保函、保险、担保均可' },
    performanceDepositRate: 500,
    validityDays: 90,
    decryptMinutes: 30,
    decryptExtensionMinutes: 10,
    decryptRemedy: '因平台原因解密失败的，暂停计时，待恢复后继续',
    failIfOpenedFewerThanThree: false,
    method: {
      kind: 'composite',
      factors: [
        {
          id: 'T1',
          title: '施工组织',
          standard: '合理',
          full: '40',
          objective: false,
          needsPage: true,
        },
      ],
      benchmark: { kind: 'BM-MEAN', downRates: ['0.01', '0.02', '0.03'] },
      price: { kind: 'SC-LIN', full: '60', up: '2', down: '1', deviationScale: 'none' },
      trimExperts: true,
    },
    lowPriceAlarm: { ratioOfMean: '0.8' },
    bill: [],
    committeeMembers: 5,
    ownerSeats: 1,
    specialties: [{ code: 'A01', count: 4 }],
    candidates: 3,
    tieRule: '得分相同的，报价低的优先',
    contractTerms: '按示范文本',
    payment: '按月支付',
    owner: contact,
    agency: null,
    objections: contact,
  }
}

/** The trail as anybody without a session is given it. */
export function publicTrail({ told, state }: World): readonly TrailLine[] {
  let hash = ''
  return told.map(({ event: made, findings, role }, seq) => {
    const entry = JSON.stringify({ seq, type: made.type, prev: hash })
    hash = hex(sm3Digest(utf8(entry)))
    const open = mayRead(made, null, state, seq)
    const body = { data: { ...made.data }, findings: findings.map(plainFinding) }
    return {
      seq,
      type: made.type,
      title: eventShapes[made.type].title,
      at: made.at,
      actor: { role },
      entry,
      hash,
      body: open ? body : null,
      salt: open ? hash : null,
    }
  })
}

function plainFinding(finding: Finding) {
  const { readings, cites, provisional, ...rest } = finding
  return {
    ...rest,
    cites: [...cites],
    ...(readings === undefined ? {} : { readings: [...readings] }),
    ...(provisional === undefined ? {} : { provisional }),
  }
}

/** Some days after a moment, for lists. */
export function later(from: Instant, days: number): Instant {
  return moment(`${addDays(dayOf(from), days)}T01:30:00Z`)
}

/** Papers for everybody, as the interface hands them on. */
export function papersOf(world: World) {
  const events = world.told.map(({ event }) => event)
  return papersFor(null, events, world.state).flatMap((line) => {
    const paper = paperOf(line, { tender: 'T1', events, digestOf: () => 'ab'.repeat(32) })
    if (paper === null) return []
    const { seals, cites, ...rest } = paper
    const basis = cites.map(citeShown)
    const href = `/api/tenders/T1/papers/${line.id}.pdf`
    const files = { href, signature: `${href}.p7s` }
    const check = `https://example.org/tenders/T1/papers/${line.id}`
    const view = { ...rest, title: paper.title, seals: [...seals], basis, ...files, check }
    return [{ paper: paperView.parse(view), line: { ...line, title: { ...line.title }, ...files } }]
  })
}
