// SPDX-License-Identifier: Apache-2.0
/** Letters of 询问, 异议, 质疑 and 投诉: who is told of what was asked, answered, heard and decided. */

import { getRemedy } from '@gongxin/core/procedures'
import type { TenderEvent, TenderState } from '@gongxin/core/trading/tender'

export interface Letter {
  readonly to: string | undefined
  readonly subject: string
  readonly body: string
}

const results = {
  accepted: '投诉已经受理',
  supplement: '请补正投诉',
  refused: '投诉不予受理',
  transferred: '投诉已经移送',
} as const

export function remedyLetters(event: TenderEvent, state: TenderState): readonly Letter[] {
  const owner = state.project?.owner.party
  const authority = state.project?.authority.party
  const complainantOf = (id: string) =>
    state.complaints.find((of) => of.id === id)?.lodged?.by.party
  switch (event.type) {
    case 'EnquiryAsked':
      return [{ to: state.agency?.party ?? owner, subject: '收到询问', body: event.data.text }]
    case 'EnquiryAnswered': {
      const asked = state.enquiries.find(({ id }) => id === event.data.id)?.asked
      return [{ to: asked?.by.party, subject: '询问答复', body: event.data.answer }]
    }
    case 'ObjectionLodged': {
      const { text, remedy } = event.data
      return [{ to: owner, subject: `收到${titleOf(remedy)}`, body: text }]
    }
    case 'ObjectionAnswered': {
      const lodged = state.objections.find(({ id }) => id === event.data.id)?.lodged
      const subject = `${titleOf(lodged?.remedy)}答复`
      return [{ to: lodged?.by.party, subject, body: event.data.answer }]
    }
    case 'ComplaintLodged':
    case 'ComplaintSupplemented': {
      const subject = event.type === 'ComplaintLodged' ? '收到投诉' : '投诉已经补正'
      const body = event.type === 'ComplaintLodged' ? event.data.facts : event.data.text
      return [{ to: authority, subject, body }]
    }
    case 'ComplaintChecked': {
      const { id, result, reason } = event.data
      return [{ to: complainantOf(id), subject: results[result], body: reason }]
    }
    case 'ComplaintNotified': {
      const { to, facts } = event.data
      const told = [owner, state.agency?.party, ...to.map(({ party }) => party)]
      return told.map((party) => ({ to: party, subject: '投诉答复通知', body: facts }))
    }
    case 'ComplaintResponded':
      return [{ to: authority, subject: '收到投诉说明', body: event.data.statement }]
    case 'ComplaintWithdrawn':
      return [authority, ...notifiedOf(state, event.data.id)].map((to) => {
        return { to, subject: '投诉已经撤回', body: event.data.reason }
      })
    case 'ComplaintDecided': {
      const { id, text } = event.data
      const told = new Set([complainantOf(id), owner, ...notifiedOf(state, id)])
      return [...told].map((to) => ({ to, subject: '投诉处理决定', body: text }))
    }
    default:
      return []
  }
}

/** Whoever had the notice of a complaint hears how it ended; nobody else learns of it. */
function notifiedOf(
  { complaints, project, agency }: TenderState,
  id: string,
): readonly (string | undefined)[] {
  const notified = complaints.find((of) => of.id === id)?.notified
  if (notified == null) return []
  return [project?.owner.party, agency?.party, ...notified.to.map(({ party }) => party)]
}

function titleOf(remedy = 'engineering-objection'): string {
  return getRemedy(remedy).title.zh
}
