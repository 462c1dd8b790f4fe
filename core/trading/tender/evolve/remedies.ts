// SPDX-License-Identifier: Apache-2.0
/** How enquiries and complaints change a trade. */

import type { Instant } from '../../../kernel/index.ts'
import type { remedyShapes } from '../events/remedies.ts'
import type { Complaint } from '../remedies/state.ts'
import type { Evolvers, TenderState } from '../state.ts'

const supplement = 'supplement'

export const evolveRemedies: Evolvers<keyof typeof remedyShapes> = {
  EnquiryAsked: (state, asked, at) => ({
    ...state,
    enquiries: [
      ...state.enquiries,
      { id: asked.id, askedAt: at, asked, answeredAt: null, answer: null },
    ],
  }),
  EnquiryAnswered: (state, answer, at) => ({
    ...state,
    enquiries: state.enquiries.map((enquiry) =>
      enquiry.id === answer.id ? { ...enquiry, answer, answeredAt: at } : enquiry,
    ),
  }),
  ComplaintLodged: (state, lodged, at) => ({
    ...state,
    complaints: [...state.complaints, { ...newComplaint(lodged.id, at), lodged }],
  }),
  ComplaintSupplemented: (state, { id }, at) =>
    withComplaint(state, { id, at }, (complaint) => ({
      ...stopped(complaint, supplement, at),
      supplementedAt: at,
    })),
  ComplaintChecked: (state, data, at) =>
    withComplaint(state, { id: data.id, at }, (complaint) => ({
      ...complaint,
      checks: [...complaint.checks, { ...data, at }],
      stops:
        data.result === 'supplement'
          ? [...complaint.stops, { id: supplement, from: at, to: null }]
          : complaint.stops,
    })),
  ComplaintNotified: (state, data, at) =>
    withComplaint(state, { id: data.id, at }, (complaint) => ({
      ...complaint,
      notified: { ...data, at },
    })),
  ComplaintResponded: (state, data, at) =>
    withComplaint(state, { id: data.id, at }, (complaint) => ({
      ...complaint,
      responses: [...complaint.responses, data],
    })),
  EvidenceAsked: (state, data, at) =>
    withComplaint(state, { id: data.complaint, at }, (complaint) => ({
      ...complaint,
      stops: [...complaint.stops, { id: data.id, from: at, to: null }],
    })),
  EvidenceReceived: (state, data, at) =>
    withComplaint(state, { id: data.complaint, at }, (complaint) =>
      stopped(complaint, data.id, at),
    ),
  ComplaintWithdrawn: (state, { id }, at) =>
    withComplaint(state, { id, at }, (complaint) => ({ ...complaint, withdrawnAt: at })),
  ComplaintDecided: (state, data, at) => ({
    ...withComplaint(state, { id: data.id, at }, (complaint) => ({
      ...complaint,
      decision: { ...data, at },
    })),
    corrections: [...state.corrections, ...corrected(data, at)],
  }),
}

/** Effects that others carry out; the rest come with events of their own. */
const carriedOut: readonly string[] = ['amend-document']

export function corrected(
  {
    id,
    effect,
  }: {
    readonly id: string
    readonly effect?: TenderState['corrections'][number]['effect'] | undefined
  },
  at: Instant,
): TenderState['corrections'] {
  return effect !== undefined && carriedOut.includes(effect) ? [{ ref: id, effect, at }] : []
}

function stopped(complaint: Complaint, stop: string, at: Instant): Complaint {
  const stops = complaint.stops.map((s) => (s.id === stop && s.to === null ? { ...s, to: at } : s))
  return { ...complaint, stops }
}

function newComplaint(id: string, at: Instant): Complaint {
  return {
    id,
    lodgedAt: at,
    lodged: null,
    checks: [],
    supplementedAt: null,
    notified: null,
    responses: [],
    stops: [],
    suspendedAt: null,
    withdrawnAt: null,
    decision: null,
  }
}

/** A reader who never saw the complaint meets it here for the first time. */
function withComplaint(
  state: TenderState,
  { id, at }: { readonly id: string; readonly at: Instant },
  change: (complaint: Complaint) => Complaint,
): TenderState {
  const known = state.complaints.some((complaint) => complaint.id === id)
  const all = known ? state.complaints : [...state.complaints, newComplaint(id, at)]
  return { ...state, complaints: all.map((c) => (c.id === id ? change(c) : c)) }
}
