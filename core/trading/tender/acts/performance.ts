// SPDX-License-Identifier: Apache-2.0
/** Deciders of 合同公告、备案、履约记录 and 履约验收. */

import {
  blocking,
  civilDate,
  dayOf,
  fileRef,
  happened,
  id,
  line,
  refused,
  text,
  words,
  z,
} from '../../../kernel/index.ts'
import {
  acceptanceItemised,
  procurementContractFiling,
  procurementContractNotice,
} from '../../../law/index.ts'
import {
  acceptanceItem,
  acceptanceOutcomes,
  performanceKinds,
  redaction,
} from '../events/performance.ts'
import { event } from '../events.ts'
import { afterAwardOf, passedAcceptance } from '../performing.ts'
import { type Asked, act, finding } from './act.ts'

const files = z.array(fileRef).max(20)

/** B2 合同公告: on the legal medium within two working days; what is secret is named and left out. */
export const publishContract = act(
  'publish-contract',
  words('公告合同', 'Publish the contract'),
  z.strictObject({ files: files.min(1), redactions: z.array(redaction).max(50) }),
  (asked) => {
    const { body, state, at } = asked
    if (state.contract === null) return refused('no-contract')
    if (state.performing.published !== null) return refused('contract-already-published')
    const publishedOn = dayOf(at.now)
    const { signedOn } = state.contract
    const timely = finding(asked, procurementContractNotice, { signedOn, publishedOn })
    return happened([event('ContractPublished', at.now, { ...body, publishedOn })], [timely])
  },
)

/** B3 合同备案: the copy goes to the finance department within seven working days. */
export const fileContract = act(
  'file-contract',
  words('合同备案', 'File the contract'),
  z.strictObject({ office: line(80) }),
  (asked) => {
    const { body, state, at } = asked
    if (state.contract === null) return refused('no-contract')
    if (state.performing.filed !== null) return refused('contract-already-filed')
    const filedOn = dayOf(at.now)
    const timely = finding(asked, procurementContractFiling, {
      signedOn: state.contract.signedOn,
      filedOn,
    })
    const receipt = `合备${filedOn.replaceAll('-', '')}`
    return happened([event('ContractFiled', at.now, { ...body, receipt, filedOn })], [timely])
  },
)

/** What was done, and when: each side in its own name; neither can write for the other. */
export const recordPerformance = act(
  'record-performance',
  words('登记履约情况', 'Record performance'),
  z.strictObject({ id, kind: z.enum(performanceKinds), what: text(1000), on: civilDate, files }),
  (asked) => {
    const { body, state, actor, at } = asked
    const refusal = notOfContract(asked)
    if (refusal !== undefined) return refusal
    if (isTaken(asked, body.id)) return refused('number-taken', { id: body.id })
    const { signedOn } = state.contract ?? { signedOn: body.on }
    if (body.on > dayOf(at.now) || body.on < signedOn) {
      return refused('day-outside-contract', { on: body.on, signedOn })
    }
    const by = actor.role === 'bidder' ? ('contractor' as const) : ('owner' as const)
    return happened([event('PerformanceRecorded', at.now, { ...body, by })])
  },
)

/** B5 履约验收: clause by clause; what fell short is mended by a day or stands as failed. */
export const acceptPerformance = act(
  'accept-performance',
  words('履约验收', 'Accept the performance'),
  z.strictObject({
    id,
    items: z.array(acceptanceItem).min(1).max(200),
    outcome: z.enum(acceptanceOutcomes),
    rectifyUntil: civilDate.nullable(),
    forPublic: z.boolean(),
    attended: z
      .array(
        z.strictObject({ name: line(80), as: z.enum(['other-bidder', 'third-party', 'served']) }),
      )
      .max(30),
    opinion: text(2000),
    files,
  }),
  (asked) => {
    const { body, state, at } = asked
    const { forPublic, ...accepted } = body
    if (state.contract === null) return refused('no-contract')
    if (passedAcceptance(state) !== undefined) return refused('already-accepted')
    if (isTaken(asked, body.id)) return refused('number-taken', { id: body.id })
    const on = dayOf(at.now)
    const unmet = body.items.filter(({ result }) => result === 'unmet').length
    if (body.outcome === 'passed' && unmet > 0) return refused('unmet-clauses', { unmet })
    if (body.outcome !== 'passed' && unmet === 0) return refused('nothing-unmet')
    const mending = body.outcome === 'rectify'
    if (mending !== (body.rectifyUntil !== null)) return refused('rectification-day-missing')
    if (body.rectifyUntil !== null && body.rectifyUntil <= on) {
      return refused('rectification-day-past', { until: body.rectifyUntil })
    }
    const judged = body.items.length
    const served = body.attended.some(({ as }) => as === 'served')
    const findings =
      afterAwardOf(state).acceptance === null
        ? []
        : [finding(asked, acceptanceItemised, { judged, forPublic, served })]
    if (blocking(findings).length > 0) return refused('served-missing', {}, findings)
    const { outcome, opinion } = body
    return happened(
      [
        event('AcceptanceRecorded', at.now, { ...accepted, on }),
        // 条例 45: of services to the public everybody learns the outcome.
        ...(forPublic
          ? [event('AcceptancePublished', at.now, { id: body.id, on, outcome, opinion })]
          : []),
      ],
      findings,
    )
  },
)

/** Only the two sides of the contract; a bidder that lost is none. */
export function notOfContract({ state, actor }: Asked<unknown>) {
  if (state.contract === null) return refused('no-contract')
  const stranger = actor.role === 'bidder' && actor.party !== state.contract.winner.party
  return stranger ? refused('not-the-contractor') : undefined
}

/** Records, changes, acceptances, invoices and claims are named by their number alone. */
export function isTaken({ state }: Asked<unknown>, number: string): boolean {
  const { records, changes, acceptances, invoices, claims } = state.performing
  return [records, changes, acceptances, invoices, claims].some((all) =>
    all.some((one: { readonly id: string }) => one.id === number),
  )
}

export const performanceActs = [publishContract, fileContract, recordPerformance, acceptPerformance]
