// SPDX-License-Identifier: Apache-2.0
/** What an upheld remedy does to the trade: the events that follow in the same act. */

import { happened, type Refused, refused } from '../../../kernel/index.ts'
import type { Remedy, RemedyEffect, RemedySubject } from '../../../procedures/index.ts'
import type { Answer, Asked } from '../acts/act.ts'
import { candidatesOf, orderReevaluation } from '../acts/award.ts'
import { depositsOnEnding } from '../acts/deposits.ts'
import type { Point } from '../evaluation/reopened.ts'
import { event } from '../events.ts'

export interface Upheld {
  readonly ref: string
  readonly remedy: Remedy
  readonly subject: RemedySubject
  readonly effect: RemedyEffect
  readonly points?: readonly Point[] | undefined
  readonly why: string
}

/** The events of the effect, or why it cannot be had. */
export function effectOf(asked: Asked<unknown>, upheld: Upheld): Answer {
  const { remedy, effect, subject } = upheld
  const { state } = asked
  const known = remedy.effects.find((of) => of.effect === effect && of.of.includes(subject))
  if (known === undefined) return refused('effect-unknown', { effect, subject })
  if (!known.stages.includes(state.phase)) {
    return refused('effect-too-late', { effect, phase: state.phase })
  }
  return carriedOut(asked, upheld)
}

function carriedOut(asked: Asked<unknown>, { ref, effect, points = [], why }: Upheld): Answer {
  const { at } = asked
  switch (effect) {
    case 'continue':
    case 'amend-document':
      return happened([])
    case 're-evaluate':
      return orderReevaluation.run({ ...asked, body: { points } })
    case 'next-candidate':
      return nextCandidate(asked, why)
    case 'restart':
      return happened([
        event('TenderFailed', at.now, {
          because: 'remedy-upheld',
          explanation: why.slice(0, 1000),
        }),
        ...depositsOnEnding(asked),
      ])
    case 'revoke-contract':
      return happened([event('Invalidated', at.now, { ref, reason: why.slice(0, 1000) })])
  }
}

/** Points that do not have their shape are a refusal like any other. */
export function asRefused(answer: Exclude<Answer, { readonly kind: 'happened' }>): Refused {
  return answer.kind === 'refused' ? answer : refused('points-needed')
}

/** The first of the candidates, or who was chosen, makes room; nobody is left where there is no other. */
function nextCandidate({ state, at }: Asked<unknown>, why: string): Answer {
  const candidates = candidatesOf(state)
  const winner = state.award?.winner ?? candidates[0]?.bidder
  const others = candidates.filter(({ bidder }) => bidder.party !== winner?.party)
  if (winner === undefined || others.length === 0) return refused('no-other-candidate')
  const cancelled = { winner, cause: 'remedy-upheld', next: 'next-candidate' } as const
  return happened([event('AwardCancelled', at.now, { ...cancelled, reason: why.slice(0, 1000) })])
}
