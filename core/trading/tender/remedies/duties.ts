// SPDX-License-Identifier: Apache-2.0
/** Clocks that remedies have started: answers, checks, notices, responses, decisions. */

import { dayOf, endOf, type Role, words } from '../../../kernel/index.ts'
import { getRemedy, type Remedy } from '../../../procedures/index.ts'
import { type Clock, type Duty, duty } from '../duty.ts'
import type { TenderState } from '../state.ts'
import {
  acceptedOn,
  isOpen,
  isPending,
  isStopped,
  remedyOfComplaint,
  stoppedWorkdays,
  waitsForSupplement,
} from './cases.ts'
import type { Complaint } from './state.ts'
import { remedyOf } from './times.ts'

export function remedyDuties(state: TenderState, at: Clock): readonly Duty[] {
  return [
    ...enquiryDuties(state, at),
    ...objectionDuties(state, at),
    ...correctionDuties(state),
    ...state.complaints.filter(isPending).flatMap((of) => complaintDuties(state, at, of)),
  ]
}

/** The agency where there is one and the law lets it answer, else the owner. */
function answererOf({ agency, project }: TenderState, { answerer }: Remedy): string | undefined {
  const owner = project?.owner.party
  return answerer.roles.includes('agency') ? (agency?.party ?? owner) : owner
}

function enquiryDuties(state: TenderState, at: Clock): readonly Duty[] {
  return state.enquiries.flatMap(({ id, asked, answer, askedAt }) => {
    if (asked === null || answer !== null) return []
    const remedy = getRemedy(asked.remedy)
    const limit = remedy.times.answer
    const owner = answererOf(state, remedy)
    if (limit === null || owner === undefined) return []
    const title = words('答复询问', 'Answer the enquiry')
    const known = [owner, asked.by.party]
    const of = { id: `enquiry-${id}`, act: 'answer-enquiry', title, owner, since: askedAt, limit }
    return duty(state, at, { ...of, known })
  })
}

function objectionDuties(state: TenderState, at: Clock): readonly Duty[] {
  // OC-3: a late one is answered at will, so it is no duty.
  return state.objections.filter(isOpen).flatMap((objection) => {
    const remedy = remedyOf(objection)
    const limit = remedy.times.answer
    if (limit === null) return []
    const { zh, en } = remedy.title
    return duty(state, at, {
      id: `objection-${objection.id}`,
      act: 'answer-objection',
      title: words(`答复${zh}`, `Answer the ${en.toLowerCase()}`),
      owner: answererOf(state, remedy),
      since: objection.lodgedAt,
      limit,
    })
  })
}

/** What an upheld remedy asked for; the law sets no days, the deadline does. */
function correctionDuties({ corrections, project, agency, phase }: TenderState): readonly Duty[] {
  const owner = agency?.party ?? project?.owner.party
  if (owner === undefined || phase !== 'tendering') return []
  return corrections.map(({ ref, at }) => ({
    id: `correction-${ref}`,
    act: 'clarify',
    title: words('按处理结果修改招标文件', 'Amend the document as decided'),
    owner,
    since: at,
    until: null,
    why: `${ref}成立，应当修改招标文件；影响编制的，截止时间顺延（实施条例第21条）。`,
    due: null,
  }))
}

interface Step {
  readonly name: string
  readonly act: string
  readonly zh: string
  readonly en: string
}

const steps = {
  check: { name: 'check', act: 'check-complaint', zh: '审查投诉', en: 'Check the complaint' },
  notify: {
    name: 'notify',
    act: 'notify-complaint',
    zh: '发出投诉答复通知',
    en: 'Send the notice',
  },
  decide: { name: 'decide', act: 'decide-complaint', zh: '作出投诉处理决定', en: 'Decide' },
  respond: { name: 'respond', act: 'respond-complaint', zh: '就投诉作出说明', en: 'Respond' },
} as const satisfies Readonly<Record<string, Step>>

function complaintDuties(state: TenderState, at: Clock, complaint: Complaint): readonly Duty[] {
  const authority = state.project?.authority.party
  if (authority === undefined) return []
  if (waitsForSupplement(complaint)) return supplementDuty(complaint, authority)
  const { times } = remedyOfComplaint(complaint)
  const known = [authority]
  const received = complaint.supplementedAt ?? complaint.lodgedAt
  const step = (of: Step, limit: string | null, more: Partial<Extra> = {}) =>
    limit === null
      ? []
      : duty(state, at, {
          id: `complaint-${complaint.id}-${of.name}-${more.owner ?? authority}`,
          act: of.act,
          title: words(of.zh, of.en),
          owner: authority,
          role: 'authority',
          since: received,
          limit,
          known,
          ...more,
        })
  if (acceptedOn(complaint) === null) return step(steps.check, times.check)
  const stopped = isStopped(complaint)
  const decided = step(steps.decide, times.decide, {
    since: complaint.lodgedAt,
    more: stoppedWorkdays(complaint, at),
  })
  return [
    ...(complaint.notified === null ? step(steps.notify, times.notify) : []),
    // While a test or a review runs the time stands still, so that no day can be named.
    ...decided.map((of) => (stopped ? { ...of, until: null, due: null, why: standsStill } : of)),
    ...responders(state, complaint).flatMap(({ owner, role }) =>
      step(steps.respond, times.respond, {
        owner,
        role,
        since: complaint.notified?.at ?? received,
        known: [authority, owner],
      }),
    ),
  ]
}

const standsStill = '检测、鉴定、专家评审或者质证期间不计算在处理期限内，期限停止计算。'

interface Extra {
  readonly owner: string
  readonly role: Role
  readonly since: Duty['since']
  readonly more: number
  readonly known: readonly string[]
}

/** Whoever was notified and has not responded. */
function responders(state: TenderState, { notified, responses }: Complaint) {
  const owner = state.project?.owner.party
  if (notified === null || owner === undefined) return []
  const all = [
    { owner, role: 'tenderOwner' as const },
    ...notified.to.map(({ party }) => ({ owner: party, role: 'bidder' as const })),
  ]
  return all.filter((of) => !responses.some(({ by }) => by.party === of.owner))
}

function supplementDuty({ id, lodged, checks }: Complaint, authority: string): readonly Duty[] {
  const asked = checks.find(({ result }) => result === 'supplement')
  if (lodged === null || asked?.supplementUntil == null) return []
  return [
    {
      id: `complaint-${id}-supplement`,
      act: 'supplement-complaint',
      title: words('补正投诉', 'Supplement the complaint'),
      owner: lodged.by.party,
      role: 'bidder',
      since: asked.at,
      until: endOf(asked.supplementUntil),
      why: `${dayOf(asked.at)}通知补正：${asked.reason}`,
      due: null,
      known: [authority, lodged.by.party],
    },
  ]
}
