// SPDX-License-Identifier: Apache-2.0
/** What the owner should look at in the report (O1117-5): hints, each with its figures. */

import { rational } from '../../../kernel/index.ts'
import type { TenderState } from '../state.ts'
import { lowPriceBids } from './low-price.ts'

export function reviewFlags(state: TenderState): readonly string[] {
  return [...objectiveDifferences(state), ...otherFlags(state)]
}

/** An objective factor has one right mark; experts who differ on it made an error. */
function objectiveDifferences(state: TenderState): readonly string[] {
  const method = state.notice?.terms.method
  const scores = state.evaluation?.scores ?? []
  if (method?.kind !== 'composite') return []
  return method.factors
    .filter((factor) => factor.objective)
    .flatMap((factor) =>
      state.bids.flatMap((bid) => {
        const marks = scores.flatMap((s) =>
          s.marks.filter((m) => m.bid === bid.no && m.factor === factor.id).map((m) => m.mark),
        )
        const distinct = new Set(marks.map((mark) => rational(mark).toFraction()))
        return distinct.size > 1
          ? [`客观分不一致：${bid.no}号投标“${factor.title}”打分为${marks.join('、')}`]
          : []
      }),
    )
}

function otherFlags(state: TenderState): readonly string[] {
  const low = lowPriceBids(state).map((no) => `报价明显偏低：${no}号投标，请核对说明是否充分`)
  const rejected = state.bids
    .filter((bid) => bid.standing === 'rejected')
    .map((bid) => `被否决：${bid.no}号投标，${bid.rejections.map((r) => r.ground).join('、')}`)
  const raised = (state.rounds.concluded?.raised ?? []).map(
    (no) => `最后报价高于首次报价：${no}号，请核对谈判记录`,
  )
  const dissents = (state.evaluation?.signatures ?? []).filter((s) => s.dissent !== '').length
  return [
    ...low,
    ...rejected,
    ...raised,
    ...(dissents > 0 ? [`有${dissents}名委员写明不同意见`] : []),
  ]
}
