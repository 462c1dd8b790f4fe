// SPDX-License-Identifier: Apache-2.0
/** Deciders of 履约保证金 after the signing: called upon with a ground, or returned with its day. */

import { fen, fileRef, happened, id, line, refused, text, words, z } from '../../../kernel/index.ts'
import { callGrounds } from '../events/performance.ts'
import { event } from '../events.ts'
import {
  depositLeftFen,
  depositReturnDue,
  passedAcceptance,
  unsettledDeposit,
} from '../performing.ts'
import { act } from './act.ts'
import { isTaken } from './performance.ts'

/** PB-2: what the contractor's default costs is taken from it; the issuer pays the owner. */
export const claimPerformanceDeposit = act(
  'claim-performance-deposit',
  words('索赔履约保证金', 'Call upon the performance deposit'),
  z.strictObject({
    id,
    amountFen: fen.min(1),
    ground: z.enum(callGrounds),
    reason: text(1000),
    files: z.array(fileRef).max(20),
  }),
  (asked) => {
    const { body, state, at } = asked
    if (state.performance === null) return refused('no-performance-deposit')
    if (isTaken(asked, body.id)) return refused('number-taken', { id: body.id })
    const leftFen = depositLeftFen(state)
    if (body.amountFen > leftFen) return refused('claim-over-deposit', { leftFen })
    return happened([event('PerformanceDepositClaimed', at.now, body)])
  },
)

/** PB-4: when the contract says so; earlier only once the work is accepted or with a reason given. */
export const returnPerformanceDeposit = act(
  'return-performance-deposit',
  words('退还履约保证金', 'Return the performance deposit'),
  z.strictObject({ reason: text(500, 0) }),
  ({ body, state, at }) => {
    if (state.performance === null) return refused('no-performance-deposit')
    if (state.performing.returned !== null) return refused('performance-deposit-returned')
    if (passedAcceptance(state) === undefined && body.reason === '') {
      return refused('return-before-acceptance')
    }
    const amountFen = depositLeftFen(state)
    if (amountFen === 0) return refused('no-performance-deposit')
    const dueOn = depositReturnDue(state)
    return happened([event('PerformanceDepositReturned', at.now, { ...body, amountFen, dueOn })])
  },
)

/** The issuer has paid or released: under its number, written down once. */
export const recordPerformanceSettlement = act(
  'record-performance-settlement',
  words('登记履约保证金收付', 'Record the settlement'),
  z.strictObject({
    what: z.enum(['claim', 'return']),
    id: id.nullable(),
    reference: line(60),
  }),
  ({ body, state, at }) => {
    const open = unsettledDeposit(state).find((o) => o.what === body.what && o.id === body.id)
    if (open === undefined) return refused('nothing-to-settle')
    const { amountFen } = open
    return happened([event('PerformanceDepositSettled', at.now, { ...body, amountFen })])
  },
)

export const performanceDepositActs = [
  claimPerformanceDeposit,
  returnPerformanceDeposit,
  recordPerformanceSettlement,
]
