// SPDX-License-Identifier: Apache-2.0
/** How a sole source and the talks with it change a tender. */

import type { Instant } from '../../../kernel/index.ts'
import { bareContent } from '../bid.ts'
import type { soleSourceShapes } from '../events/sole-source.ts'
import type { DataOf } from '../events.ts'
import type { Bid, Evolvers } from '../state.ts'

export const evolveSoleSource: Evolvers<keyof typeof soleSourceShapes> = {
  SoleSourcePublished: (state, published) => ({
    ...state,
    phase: 'soleSource',
    soleSource: { published, objections: [], answers: [] },
  }),
  SoleSourceObjected: (state, objected) => ({
    ...state,
    soleSource: state.soleSource && {
      ...state.soleSource,
      objections: [...state.soleSource.objections, objected],
    },
  }),
  SoleSourceAnswered: (state, answer) => ({
    ...state,
    soleSource: state.soleSource && {
      ...state.soleSource,
      answers: [...state.soleSource.answers, answer],
    },
  }),
  // What was agreed is the one offer there is: award, notice and contract read it as any other.
  ConsultationRecorded: (state, consultation, at) => ({
    ...state,
    consultation,
    bids: [offerOf(consultation, at)],
  }),
  ConsultationHeld: (state, _, at) => ({ ...state, phase: 'consulting', closedAt: at }),
}

function offerOf({ supplier, ...agreed }: DataOf<'ConsultationRecorded'>, at: Instant): Bid {
  const { priceFen, durationDays, quality, projectManager } = agreed
  const form = { priceFen, durationDays, quality, projectManager, validityDays: 90 }
  return {
    ...{ no: 'B01', bidder: supplier, commitment: '', receivedAt: at, standing: 'opened' },
    ...{
      content: bareContent(form),
      shares: [],
      failure: null,
      rejections: [],
      correction: null,
      lastFen: null,
    },
  }
}
