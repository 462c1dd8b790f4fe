// SPDX-License-Identifier: Apache-2.0
/** Deciders of 最后报价: one deadline for all, promised before it, shown after it, then counted. */

import {
  addMinutes,
  certain,
  digest,
  fen,
  happened,
  instant,
  refused,
  words,
  yuanShown,
  z,
} from '../../../kernel/index.ts'
import { type LastQuotes, lastQuotes } from '../../../law/index.ts'
import { liveBids, priceFenOf } from '../evaluation/live.ts'
import { event, type TenderEvent } from '../events.ts'
import { leastQuoteMinutes, quotePromise, talksEqual, unanswered, unshown } from '../rounds.ts'
import { competitionOf, countFindings } from '../rules/index.ts'
import type { TenderState } from '../state.ts'
import { type Asked, act } from './act.ts'
import { notChairing, ownLive } from './negotiation.ts'

/** CN10: too few left end the trade here, for nothing can come of their quotes. */
export const callLastQuotes = act(
  'call-last-quotes',
  words('要求最后报价', 'Call for last quotes'),
  z.strictObject({ deadline: instant }),
  (asked) => {
    const { body, state, actor, at } = asked
    const refusal = notChairing(state, actor.party)
    if (refusal !== undefined) return refusal
    const { evaluation, rounds, notice } = state
    if (evaluation?.step === 'preliminary') return refused('preliminary-open')
    if (evaluation?.step !== 'negotiating') return refused('negotiation-over')
    if (rounds.call !== null) return refused('last-quotes-called')
    const counted = countFindings(asked, {
      moment: 'last-quotes',
      suppliers: liveBids(state).length,
    })
    const short = counted.find(({ outcome }) => outcome === 'breached')
    if (short !== undefined) return happened([tooFew(asked, short.sentence)], counted)
    if (rounds.proposed !== null) return refused('demand-change-pending')
    const owing = unanswered(state).length
    if (owing > 0) return refused('demand-unanswered', { owing })
    if (!talksEqual(state)) return refused('talks-unequal')
    const least = addMinutes(at.now, leastQuoteMinutes)
    if (body.deadline < least) return refused('last-quotes-too-soon', { least })
    const showUntil = addMinutes(body.deadline, notice?.terms.decryptMinutes ?? leastQuoteMinutes)
    return happened([event('LastQuotesCalled', at.now, { ...body, showUntil })], counted)
  },
)

function tooFew({ at }: Asked<unknown>, explanation: string): TenderEvent {
  return event('TenderFailed', at.now, { because: 'too-few-last-quotes', explanation })
}

/** May be replaced until the deadline; the last one binds. */
export const promiseLastQuote = act(
  'promise-last-quote',
  words('承诺最后报价', 'Promise the last quote'),
  z.strictObject({ promise: digest }),
  ({ body, state, actor, at }) => {
    const { call } = state.rounds
    if (call === null) return refused('last-quotes-not-called')
    const own = ownLive(state, actor.party)
    if (own === undefined) return refused('has-left')
    if (at.now >= call.deadline) return refused('last-quotes-due', { deadline: call.deadline })
    return happened([event('LastQuotePromised', at.now, { ...body, bid: own.no })])
  },
)

/** Amount and salt, as promised: whoever changed the mind after the deadline has changed it too late. */
export const showLastQuote = act(
  'show-last-quote',
  words('出示最后报价', 'Show the last quote'),
  z.strictObject({ amountFen: fen.min(1), salt: digest }),
  ({ body, state, actor, at }) => {
    const { call, promises, shown } = state.rounds
    if (call === null) return refused('last-quotes-not-called')
    const own = ownLive(state, actor.party)
    if (own === undefined) return refused('has-left')
    if (at.now < call.deadline) return refused('last-quotes-open', { deadline: call.deadline })
    if (at.now >= call.showUntil) return refused('showing-over', { until: call.showUntil })
    const promised = promises.find(({ bid }) => bid === own.no)
    if (promised === undefined) return refused('no-last-quote-promised')
    if (shown.some(({ bid }) => bid === own.no)) return refused('already-shown')
    if (quotePromise(own, body) !== promised.promise) return refused('quote-breaks-promise')
    return happened([event('LastQuoteShown', at.now, { ...body, bid: own.no })])
  },
)

/** All are shown, or the time for it is over: who stands, who has left, who is above the ceiling. */
export const concludeLastQuotes = act(
  'conclude-last-quotes',
  words('汇总最后报价', 'Conclude the last quotes'),
  z.strictObject({}),
  (asked) => {
    const { state, actor, at } = asked
    const refusal = actor.role === 'system' ? undefined : notChairing(state, actor.party)
    if (refusal !== undefined) return refusal
    const { call, shown, concluded } = state.rounds
    if (call === null) return refused('last-quotes-not-called')
    if (concluded !== null) return refused('negotiation-over')
    if (at.now < call.deadline) return refused('last-quotes-open', { deadline: call.deadline })
    const waiting = at.now < call.showUntil ? unshown(state).length : 0
    if (waiting > 0) return refused('quotes-not-shown', { waiting, until: call.showUntil })
    const of = judgedQuotes(asked)
    const data = {
      quotes: shown.map(({ bid, amountFen }) => ({ bid, priceFen: amountFen })),
      left: [...of.withdrawn],
      invalid: [...of.invalid],
      raised: [...of.raised],
    }
    const events = [event('LastQuotesConcluded', at.now, data), ...aboveCeiling(asked, of)]
    const suppliers = of.standing.length
    const counted = countFindings(asked, { moment: 'last-quotes', suppliers })
    const sentence = counted.find(({ outcome }) => outcome === 'breached')?.sentence ?? ''
    return happened(of.terminated ? [...events, tooFew(asked, sentence)] : events, counted)
  },
)

function judgedQuotes({ state, at }: Asked<unknown>): LastQuotes {
  const competition = certain(competitionOf(state, at.now), 'a method that counts its quotes')
  const suppliers = liveBids(state).map((bid) => ({
    id: bid.no,
    firstFen: priceFenOf(bid),
    lastFen: state.rounds.shown.find((s) => s.bid === bid.no)?.amountFen ?? null,
  }))
  return lastQuotes(suppliers, { ceilingFen: ceilingOf(state), competition })
}

/** The ceiling where the document sets one, else the budget. */
function ceilingOf({ notice, project }: TenderState): number {
  return notice?.terms.ceilingFen ?? project?.funds.budgetFen ?? 0
}

function aboveCeiling(
  { state, at }: Asked<unknown>,
  { invalid }: LastQuotes,
): readonly TenderEvent[] {
  const most = yuanShown(ceilingOf(state))
  return invalid.map((bid) =>
    event('BidRejected', at.now, {
      ...{ bid, ground: 'RJ-5', clause: '最高限价', votesFor: 1, votes: 1 },
      facts: `最后报价高于最高限价或者采购预算${most}元`,
    }),
  )
}

export const lastQuoteActs = [callLastQuotes, promiseLastQuote, showLastQuote, concludeLastQuotes]
