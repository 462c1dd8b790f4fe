// SPDX-License-Identifier: Apache-2.0
/** 待办: what the tender waits for, from whom, and why; computed from state, never remembered. */

import type { Instant, Role } from '../../kernel/index.ts'
import type { Moment } from './acts/act.ts'
import { findAct } from './acts/catalogue.ts'
import { acceptedExperts } from './decide.ts'
import { dutiesOf } from './duties.ts'
import type { TenderState } from './state.ts'

export interface Task {
  /** The act that would settle it; one open task of a party and an act at a time. */
  readonly act: string
  readonly party: string
  readonly role: Role
  readonly due: Instant | null
  readonly why: string
}

/** Party under which the centre's duty desk finds its work. */
export const centreParty = 'office-centre'

export function tasksOf(state: TenderState, at: Pick<Moment, 'calendar' | 'now'>): readonly Task[] {
  if (state.suspensions.length > 0) return dutyTasks(state, at)
  const next = nextTasks(state)
  const running = dutyTasks(state, at)
  const clocked = next.map((task) => {
    const duty = running.find((d) => d.act === task.act && d.party === task.party)
    return duty === undefined ? task : { ...task, due: duty.due, why: duty.why }
  })
  const known = new Set(clocked.map((t) => `${t.act} ${t.party}`))
  return [...clocked, ...running.filter((d) => !known.has(`${d.act} ${d.party}`))]
}

function dutyTasks(state: TenderState, at: Pick<Moment, 'calendar' | 'now'>): readonly Task[] {
  // The bank's part is nobody's task at a desk; its clock is shown with the others.
  const owed = dutiesOf(state, at).filter((duty) => duty.act !== 'record-refund')
  return owed.map((duty) => ({
    act: duty.act,
    party: duty.owner,
    role: duty.owner === state.agency?.party ? 'agency' : 'tenderOwner',
    due: duty.until,
    why: duty.why,
  }))
}

function task(act: string, role: Role, party: string | undefined, why = ''): readonly Task[] {
  if (party === undefined) return []
  const title = findAct(act)?.title.zh ?? act
  return [{ act, role, party, due: null, why: why === '' ? `下一步：${title}。` : why }]
}

/** The next lawful act of each side, by phase. */
function nextTasks(state: TenderState): readonly Task[] {
  const owner = state.project?.owner.party
  const host = state.agency?.party ?? owner
  const hostRole: Role = state.agency === null ? 'tenderOwner' : 'agency'
  const ofHost = (act: string) => task(act, hostRole, host)
  const ofOwner = (act: string) => task(act, 'tenderOwner', owner)
  switch (state.phase) {
    case 'planned':
      return ofHost('notify-filing')
    case 'filed':
      return task('admit-entry', 'centre', centreParty)
    case 'admitted':
      return ofHost('publish-notice')
    case 'closed':
      return ofHost('start-opening')
    case 'opening':
      return openingTasks(state, ofHost)
    case 'opened':
      return drawTasks(state, ofHost)
    case 'evaluating':
      return evaluationTasks(state)
    case 'reported':
      return [...ofOwner('review-report'), ...ofHost('publish-candidates')]
    case 'publicReview':
      return task('award', 'tenderOwner', owner, waitingForAward(state))
    case 'decided':
      return ofOwner('issue-award-notice')
    case 'notified':
      return contractTasks(state, ofOwner)
    case 'contracted':
      return state.refundsOrdered === null ? ofHost('refund-deposits') : []
    case 'settled':
      return ofHost('archive')
    default:
      return []
  }
}

function waitingForAward({ publicReview }: TenderState): string {
  return publicReview === null ? '' : `公示期到${publicReview.until}结束，期满后确定中标人。`
}

type OfHost = (act: string) => readonly Task[]

function openingTasks(state: TenderState, ofHost: OfHost): readonly Task[] {
  const waiting = state.bids.filter((bid) => bid.standing === 'sealed')
  const until = state.opening?.until ?? null
  if (waiting.length === 0) return ofHost('announce-opening')
  return waiting.flatMap((bid) =>
    task('decrypt-bid', 'bidder', bid.bidder.party, '请在解密时间内解密投标文件。').map((t) => ({
      ...t,
      due: until,
    })),
  )
}

function drawTasks(state: TenderState, ofHost: OfHost): readonly Task[] {
  const { draw, project } = state
  if (draw === null) return ofHost('request-draw')
  if (draw.published === null) return []
  const sides = [
    { side: 'owner', tasks: ofHost },
    { side: 'centre', tasks: (act: string) => task(act, 'centre', centreParty) },
    {
      side: 'authority',
      tasks: (act: string) => task(act, 'authority', project?.authority.party),
    },
  ]
  const uncommitted = sides.filter((s) => !draw.commitments.some((c) => c.contributor === s.side))
  if (uncommitted.length > 0) return uncommitted.flatMap((s) => s.tasks('commit-draw-number'))
  const hidden = sides.filter((s) => !draw.numbers.some((n) => n.contributor === s.side))
  if (hidden.length > 0) return hidden.flatMap((s) => s.tasks('reveal-draw-number'))
  const accepted = acceptedExperts(state)
  const missing = accepted.filter((e) => !draw.checkedIn.some((c) => c.expert === e))
  const wanted = draw.request.strata.reduce((count, s) => count + s.count, 0)
  if (missing.length === 0 && accepted.length >= wanted) return ofHost('convene-committee')
  return missing.flatMap((expert) => task('check-in', 'expert', expert))
}

function evaluationTasks(state: TenderState): readonly Task[] {
  const { evaluation, committee } = state
  if (evaluation === null || committee === null) return []
  const done = {
    preliminary: evaluation.sheets,
    detailed: evaluation.scores,
    signing: evaluation.signatures,
  }[evaluation.step]
  const act = {
    preliminary: 'lock-preliminary',
    detailed: 'lock-scores',
    signing: 'sign-report',
  }[evaluation.step]
  const seated = committee.members.filter((m) => !committee.vacant.includes(m.member))
  const members = seated
    .filter((m) => !done.some((d) => d.member === m.member))
    .flatMap((m) => task(act, 'expert', m.member))
  return [...members, ...bidderTasks(state)]
}

function bidderTasks(state: TenderState): readonly Task[] {
  const partyOf = (no: string) => state.bids.find((b) => b.no === no)?.bidder.party
  const replies = (state.evaluation?.clarifications ?? [])
    .filter((c) => c.reply === null)
    .flatMap((c) =>
      task('reply-clarification', 'bidder', partyOf(c.bid)).map((t) => ({ ...t, due: c.due })),
    )
  const confirmations = state.bids
    .filter((bid) => bid.correction !== null && bid.correction.accepted === null)
    .flatMap((bid) => task('confirm-correction', 'bidder', bid.bidder.party))
  return [...replies, ...confirmations]
}

function contractTasks(state: TenderState, ofOwner: OfHost): readonly Task[] {
  const winner = state.awardNotice?.winner.party
  const asked = (state.notice?.terms.performanceDepositRate ?? 0) > 0
  if (asked && state.performance === null) {
    return task('record-performance-deposit', 'bidder', winner)
  }
  return state.offer === null
    ? ofOwner('sign-contract')
    : task('countersign-contract', 'bidder', winner)
}
