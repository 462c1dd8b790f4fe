// SPDX-License-Identifier: Apache-2.0
/** Deciders of 询问: a plain question, and the answer within its days. */

import { dayOf, happened, id, refused, text, words, z } from '../../../kernel/index.ts'
import { getRemedy, remedyAt } from '../../../procedures/index.ts'
import { procedureOf } from '../decide.ts'
import { event } from '../events.ts'
import { judged } from '../remedies/clocks.ts'
import { act } from './act.ts'

export const askEnquiry = act(
  'ask-enquiry',
  words('提出询问', 'Ask an enquiry'),
  z.strictObject({ id, text: text(2000) }),
  ({ body, state, actor, at, procedure = procedureOf(state) }) => {
    const remedy = remedyAt(procedure, 'enquiry')
    if (remedy === undefined) return refused('no-such-remedy')
    if (state.enquiries.some((enquiry) => enquiry.id === body.id)) return refused('id-taken')
    const by = { party: actor.party, name: at.facts.callerName ?? actor.party }
    return happened([event('EnquiryAsked', at.now, { ...body, remedy: remedy.id, by })])
  },
)

export const answerEnquiry = act(
  'answer-enquiry',
  words('答复询问', 'Answer the enquiry'),
  z.strictObject({ id, answer: text(2000) }),
  (asked) => {
    const { body, state, at } = asked
    const enquiry = state.enquiries.find((of) => of.id === body.id)
    if (enquiry?.asked == null) return refused('no-such-enquiry', { id: body.id })
    if (enquiry.answer !== null) return refused('already-answered', { id: body.id })
    const { times } = getRemedy(enquiry.asked.remedy)
    const stretch = { from: dayOf(enquiry.askedAt), to: dayOf(at.now) }
    return happened([event('EnquiryAnswered', at.now, body)], judged(asked, times.answer, stretch))
  },
)

export const enquiryActs = [askEnquiry, answerEnquiry]
