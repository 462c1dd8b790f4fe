// SPDX-License-Identifier: Apache-2.0
/** 待办: what the tender waits for, from whom, and why; computed from state, never remembered. */

import { addMinutes, type Instant, type Role } from '../../kernel/index.ts'
import { hasStage } from '../../procedures/index.ts'
import type { Moment } from './acts/act.ts'
import { findAct } from './acts/catalogue.ts'
import { absentMinutes } from './acts/committee.ts'
import { redrawGround, waitsUntil } from './acts/draw.ts'
import { coefficientHidden, coefficientList } from './coefficient.ts'
import { acceptedExperts, procedureOf } from './decide.ts'
import { type Duty, dutiesOf } from './duties.ts'
import type { HolderOffice } from './events/preparation.ts'
import { missingForArchive } from './performing.ts'
import { awaitsQualification, nextOfSoleSource, roundTasks } from './procuring.ts'
import { acceptedSeats, awaited, isPresent, mayReveal } from './seats.ts'
import type { Draw, TenderState } from './state.ts'

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
  const next = nextTasks(state, at.now)
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
  // Of several that one act would settle, the one that is due first is shown.
  const first = owed.filter(
    (duty) => !owed.some((other) => isSameTask(duty, other) && comesFirst(other, duty, owed)),
  )
  return first.map((duty) => ({
    act: duty.act,
    party: duty.owner,
    role: duty.role ?? roleOf(duty.owner, state),
    due: duty.until,
    why: duty.why,
  }))
}

function roleOf(party: string, { agency, contract }: TenderState): Role {
  if (party === contract?.winner.party) return 'bidder'
  return party === agency?.party ? 'agency' : 'tenderOwner'
}

function isSameTask(a: Duty, b: Duty): boolean {
  return a !== b && a.act === b.act && a.owner === b.owner
}

function comesFirst(a: Duty, b: Duty, all: readonly Duty[]): boolean {
  const [untilA, untilB] = [a.until ?? '9999', b.until ?? '9999']
  return untilA < untilB || (untilA === untilB && all.indexOf(a) < all.indexOf(b))
}

function task(act: string, role: Role, party: string | undefined, why = ''): readonly Task[] {
  if (party === undefined) return []
  const title = findAct(act)?.title.zh ?? act
  return [{ act, role, party, due: null, why: why === '' ? `下一步：${title}。` : why }]
}

/** The next lawful act of each side, by phase. */
function nextTasks(state: TenderState, now: Instant): readonly Task[] {
  const owner = state.project?.owner.party
  const host = state.agency?.party ?? owner
  const hostRole: Role = state.agency === null ? 'tenderOwner' : 'agency'
  const ofHost = (act: string) => task(act, hostRole, host)
  const ofOwner = (act: string) => task(act, 'tenderOwner', owner)
  switch (state.phase) {
    case 'planned':
      return ofHost('notify-filing')
    case 'filed':
      return [...task('admit-entry', 'centre', centreParty), ...holderTasks(state, ofHost)]
    case 'admitted':
      return hasStage(procedureOf(state), 'consulting')
        ? soleSourceTasks(state, ofHost, now)
        : [
            ...(mustInvite(state) ? ofHost('name-invitees') : []),
            ...holderTasks(state, ofHost),
            ...ofHost('publish-notice'),
          ]
    case 'soleSource':
      return soleSourceTasks(state, ofHost, now)
    case 'consulting':
      return ofOwner('award')
    case 'tendering':
      return numberTasks(state, 'commit-coefficient-number', ofHost)
    case 'closed':
      return [
        ...ofHost('start-opening'),
        ...numberTasks(state, 'reveal-coefficient-number', ofHost),
      ]
    case 'opening':
      return [
        ...numberTasks(state, 'reveal-coefficient-number', ofHost),
        ...openingTasks(state, ofHost),
      ]
    case 'opened':
      return awaitsQualification(state)
        ? ofHost('judge-qualification')
        : drawTasks(state, ofHost, now)
    case 'evaluating':
      return [
        ...seatTasks(state, ofHost, now),
        ...ownerSeatTasks(state, ofOwner),
        ...evaluationTasks(state, now),
      ]
    case 'reported':
      return [
        ...ofOwner('review-report'),
        ...(hasStage(procedureOf(state), 'publicReview')
          ? ofHost('publish-candidates')
          : ofOwner('award')),
      ]
    case 'publicReview':
      return task('award', 'tenderOwner', owner, waitingForAward(state))
    case 'decided':
      return ofOwner('issue-award-notice')
    case 'notified':
      return contractTasks(state, ofOwner)
    case 'contracted':
      return [
        ...(state.refundsOrdered === null ? ofHost('refund-deposits') : []),
        ...performingTasks(state, ofOwner),
      ]
    case 'settled':
      return [
        ...(missingForArchive(state).length === 0 ? ofHost('archive') : []),
        ...performingTasks(state, ofOwner),
      ]
    case 'archived':
      return performingTasks(state, ofOwner)
    default:
      return []
  }
}

/** Offices that hold keys of every tender; the parties of the demo and of this city. */
export const notaryParty = 'office-notary'
export const auditParty = 'office-audit'

function soleSourceTasks(state: TenderState, ofHost: OfHost, now: Instant): readonly Task[] {
  const act = nextOfSoleSource(state, now)
  return act === null ? [] : ofHost(act)
}

/** Nobody gives a key where nothing is sealed. */
function holderTasks(state: TenderState, ofHost: OfHost): readonly Task[] {
  const { holders } = state
  if (!hasStage(procedureOf(state), 'tendering')) return []
  const act = 'provide-holder-key'
  const owing = (office: HolderOffice) => !holders.some((h) => h.office === office)
  return [
    ...(owing('host') ? ofHost(act) : []),
    ...(owing('notary') ? task(act, 'notary', notaryParty) : []),
    ...(owing('audit') ? task(act, 'audit', auditParty) : []),
  ]
}

function mustInvite(state: TenderState): boolean {
  return procedureOf(state).tickets === 'invited' && state.invited === null
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

/** The three who give a number, each under the party that holds the task. */
function sidesOf({ project }: TenderState, ofHost: OfHost) {
  return [
    { side: 'owner', tasks: ofHost },
    { side: 'centre', tasks: (act: string) => task(act, 'centre', centreParty) },
    {
      side: 'authority',
      tasks: (act: string) => task(act, 'authority', project?.authority.party),
    },
  ] as const
}

/** Numbers behind K: promised while bids are made, shown while they are sealed. */
function numberTasks(
  state: TenderState,
  act: 'commit-coefficient-number' | 'reveal-coefficient-number',
  ofHost: OfHost,
): readonly Task[] {
  const promised = state.coefficient.commitments.map((c) => c.contributor)
  const opened = state.bids.some((bid) => bid.content !== null)
  if (coefficientList(state) === null || opened) return []
  const hidden = coefficientHidden(state)
  const owes = act === 'commit-coefficient-number' ? (s: Side) => !promised.includes(s) : isHidden
  function isHidden(side: Side) {
    return hidden.includes(side)
  }
  return sidesOf(state, ofHost)
    .filter(({ side }) => owes(side))
    .flatMap(({ tasks }) => tasks(act))
}

type Side = ReturnType<typeof sidesOf>[number]['side']

function drawTasks(state: TenderState, ofHost: OfHost, now: Instant): readonly Task[] {
  const { draw } = state
  if (draw === null) return ofHost('request-draw')
  const seats = seatTasks(state, ofHost, now)
  if (seats.length > 0 || draw.result === null) return seats
  const wanted = state.notice?.terms.specialties.reduce((sum, s) => sum + s.count, 0) ?? 0
  return acceptedExperts(state).length >= wanted ? ofHost('convene-committee') : []
}

/** What an open seat waits for: numbers, another draw, somebody who said yes and has not come. */
function seatTasks(state: TenderState, ofHost: OfHost, now: Instant): readonly Task[] {
  const { draw } = state
  if (draw === null) return []
  if (redrawGround(state, now) !== null) return ofHost('request-redraw')
  if (draw.result === null) {
    return draw.published === null ? [] : drawNumberTasks(state, draw, { ofHost, now })
  }
  const missing = acceptedSeats(state).filter((seat) => !isPresent(state, seat.expert))
  const late = missing.length > 0 && now >= addMinutes(draw.request.evaluationAt, absentMinutes)
  return [
    ...missing.flatMap((seat) => task('check-in', 'expert', seat.expert)),
    ...(late ? task('record-absence', 'centre', centreParty) : []),
  ]
}

function drawNumberTasks(
  state: TenderState,
  draw: Draw,
  { ofHost, now }: { readonly ofHost: OfHost; readonly now: Instant },
): readonly Task[] {
  const owing = awaited(draw)
  const act = mayReveal(draw) ? 'reveal-draw-number' : 'commit-draw-number'
  const until = waitsUntil(draw)
  const over = until !== null && now >= until
  const given = sidesOf(state, ofHost).filter(({ side }) => owing.includes(side))
  return [...given.flatMap((s) => s.tasks(act)), ...(over ? ofHost('exclude-contributors') : [])]
}

/** The owner's own seats: a vacant one is filled by the owner, and who sits there checks in. */
function ownerSeatTasks({ committee, draw }: TenderState, ofOwner: OfHost): readonly Task[] {
  if (committee === null) return []
  const own = committee.members.filter((m) => m.kind === 'representative')
  const come = draw?.checkedIn.map((c) => c.expert) ?? []
  return own.flatMap(({ member }) => {
    if (committee.vacant.includes(member)) return ofOwner('name-representative')
    return come.includes(member) ? [] : task('check-in', 'expert', member)
  })
}

function evaluationTasks(state: TenderState, now: Instant): readonly Task[] {
  const { evaluation, committee } = state
  if (evaluation === null || committee === null) return []
  if (evaluation.step === 'negotiating') {
    const rounds = roundTasks(state, now).flatMap(({ act, role, party, due }) =>
      task(act, role, party).map((t) => ({ ...t, due })),
    )
    return [...rounds, ...bidderTasks(state)]
  }
  const done = {
    preliminary: evaluation.sheets,
    detailed: evaluation.scores,
    tie: evaluation.tieVotes,
    signing: evaluation.signatures,
  }[evaluation.step]
  const act = {
    preliminary: 'lock-preliminary',
    detailed: 'lock-scores',
    tie: 'vote-tie',
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

/** What the other side of the contract waits for, beside the duties that have a clock. */
function performingTasks({ performing, contract }: TenderState, ofOwner: OfHost): readonly Task[] {
  const { changes, acceptances, records } = performing
  const open = changes.find(({ answer }) => answer === null)
  const last = acceptances.at(-1)
  const done = records.filter(({ kind }) => kind === 'delivery' || kind === 'completion').at(-1)
  const shown = done !== undefined && (last === undefined || done.on >= last.on)
  const judged = last?.outcome === 'passed'
  return [
    ...(open === undefined
      ? []
      : task('answer-contract-change', 'bidder', contract?.winner.party, '请答复合同变更。')),
    ...(shown && !judged ? ofOwner('accept-performance') : []),
  ]
}
