// SPDX-License-Identifier: Apache-2.0
/** Deciders of 单一来源: public review, objections and their answers, and the talks with the one supplier. */

import {
  blocking,
  dayOf,
  endOf,
  happened,
  id,
  type Refused,
  refused,
  text,
  words,
  yuanShown,
  z,
} from '../../../kernel/index.ts'
import { singleSourceReargument, singleSourceReview } from '../../../law/index.ts'
import { consultationShape, soleSourceShape } from '../events/sole-source.ts'
import { event } from '../events.ts'
import { mustShowSoleSource } from '../sole-source.ts'
import type { TenderState } from '../state.ts'
import { type Asked, act, finding } from './act.ts'

/** SS2: before anybody is asked to approve, and never for less than the days of the law. */
export const publishSoleSource = act(
  'publish-sole-source',
  words('发布单一来源公示', 'Publish the sole source'),
  z.strictObject(soleSourceShape),
  (asked) => {
    const { body, state, at } = asked
    const { supplier, endsOn } = body
    if (isHost(state, supplier.party)) return refused('supplier-is-host')
    const review = finding(asked, singleSourceReview, {
      publishedOn: dayOf(at.now),
      endsOn,
      atThreshold: mustShowSoleSource(state),
    })
    if (blocking([review]).length > 0) return refused('sole-source-review-short', {}, [review])
    return happened([event('SoleSourcePublished', at.now, body)], [review])
  },
)

function isHost({ project, agency }: TenderState, party: string): boolean {
  return [project?.owner.party, agency?.party].includes(party)
}

/** SS3: any supplier, unit or person, in writing and within the period. */
export const objectSoleSource = act(
  'object-sole-source',
  words('对单一来源公示提出异议', 'Object to the sole source'),
  z.strictObject({ id, text: text(4000) }),
  ({ body, state, actor, at }) => {
    const { soleSource } = state
    if (soleSource === null) return refused('no-sole-source')
    const { endsOn } = soleSource.published
    if (at.now > endOf(endsOn)) return refused('sole-source-review-over', { endsOn })
    if (soleSource.objections.some((o) => o.id === body.id)) return refused('id-taken')
    const by = { party: actor.party, name: at.facts.callerName ?? actor.party }
    return happened([event('SoleSourceObjected', at.now, { ...body, by })])
  },
)

/** SS4: argued again; who is right ends this way of buying, not the need. */
export const answerSoleSource = act(
  'answer-sole-source',
  words('答复单一来源异议', 'Answer the objection to the sole source'),
  z.strictObject({ id, upheld: z.boolean(), conclusion: text(2000) }),
  (asked) => {
    const { body, state, at } = asked
    const { soleSource } = state
    const lodged = soleSource?.objections.some((o) => o.id === body.id) === true
    if (soleSource === null || !lodged) return refused('no-sole-source-objection')
    if (soleSource.answers.some((a) => a.id === body.id)) {
      return refused('already-answered', { id: body.id })
    }
    const timely = finding(asked, singleSourceReargument, {
      reviewEndedOn: soleSource.published.endsOn,
      concludedOn: dayOf(at.now),
    })
    const answered = event('SoleSourceAnswered', at.now, body)
    if (!body.upheld) return happened([answered], [timely])
    const explanation = body.conclusion.slice(0, 1000)
    const failed = event('TenderFailed', at.now, { because: 'sole-source-refuted', explanation })
    return happened([answered, failed], [timely])
  },
)

/** SS6: professionals by name, cost and comparable prices; above the budget the purchase ends. */
export const recordConsultation = act(
  'record-consultation',
  words('提交协商情况记录', 'Record the consultation'),
  z.strictObject(consultationShape),
  (asked) => {
    const { body, state, at } = asked
    const refusal = notYetToConsult(asked)
    if (refusal !== undefined) return refusal
    const recorded = event('ConsultationRecorded', at.now, body)
    const budgetFen = state.project?.funds.budgetFen ?? 0
    if (body.priceFen > budgetFen) {
      const [price, budget] = [yuanShown(body.priceFen), yuanShown(budgetFen)]
      const explanation = `协商价格${price}元，高于采购预算${budget}元，终止采购（74号令第43条）。`
      const failed = event('TenderFailed', at.now, { because: 'price-above-budget', explanation })
      return happened([recorded, failed])
    }
    return happened([recorded, event('ConsultationHeld', at.now, {})])
  },
)

type Recording = Asked<z.infer<z.ZodObject<typeof consultationShape>>>

function notYetToConsult({ body, state, at }: Recording): Refused | undefined {
  const { soleSource, project } = state
  if (isHost(state, body.supplier.party)) return refused('supplier-is-host')
  if (soleSource === null && mustShowSoleSource(state)) return refused('sole-source-not-shown')
  if (soleSource !== null) {
    const { endsOn, supplier } = soleSource.published
    if (at.now <= endOf(endsOn)) return refused('sole-source-review-running', { endsOn })
    if (supplier.party !== body.supplier.party) return refused('supplier-differs')
    const open = soleSource.objections.length - soleSource.answers.length
    if (open > 0) return refused('sole-source-objections-open', { open })
  }
  const stated = project?.procurement
  const approved = body.approval !== '' || stated?.approval !== ''
  return stated?.atThreshold === true && !approved ? refused('approval-missing') : undefined
}

export const soleSourceActs = [
  publishSoleSource,
  objectSoleSource,
  answerSoleSource,
  recordConsultation,
]
