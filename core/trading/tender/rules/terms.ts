// SPDX-License-Identifier: Apache-2.0
/** 文件内容的规则: what a document must keep to, by the handbook id that a procedure names. */

import { type Finding, floorFen, rational, shareOf } from '../../../kernel/index.ts'
import {
  abnormalFiguresOn,
  abnormalRatesInDocument,
  bidDepositCap,
  fairnessFindings,
  lowestPriceForUniform,
  performanceDepositCap,
  priceWeightInRange,
  procurementBondCap,
  procurementDepositCap,
  smallFirmRateInRange,
} from '../../../law/index.ts'
import { type Asked, finding, lawDayOf } from '../acts/act.ts'
import { procedureOf } from '../decide.ts'
import type { DataOf } from '../events.ts'
import type { PolicyTerms, TenderTerms } from '../terms.ts'
import { textsOf } from '../texts.ts'
import { panelFindings } from './panel.ts'

interface Document {
  readonly asked: Asked<unknown>
  readonly terms: TenderTerms
  readonly project: DataOf<'ProjectRegistered'>
}
type Judge = (document: Document) => readonly Finding[]

/** What a rule about policy asks of a document that states none. */
const withPolicy =
  (judge: (document: Document, policy: PolicyTerms) => readonly Finding[]): Judge =>
  (document) =>
    document.terms.policy === undefined ? [] : judge(document, document.terms.policy)

export const termRules: Readonly<Record<string, Judge>> = {
  'BD-15': ({ asked, terms, project }) => [
    finding(asked, bidDepositCap, {
      kind: project.kind,
      estimateFen: project.estimateFen,
      depositFen: terms.deposit?.amountFen ?? 0,
    }),
  ],
  // The document states a share; it is tried on the estimate, the largest price to be expected.
  'PB-1': ({ asked, terms, project }) => [
    finding(asked, performanceDepositCap, bondOf(terms, project)),
  ],
  'CM-1': ({ asked, terms }) => [panelFindings(asked, shapeOf(terms))],
  FC: ({ terms, project }) =>
    fairnessFindings(textsOf(terms), { publicBody: project.stateControlled }),
  'MON-1': ({ asked, terms, project }) => [
    finding(asked, procurementDepositCap, {
      budgetFen: project.estimateFen,
      depositFen: terms.deposit?.amountFen ?? 0,
    }),
  ],
  'MON-5': ({ asked, terms, project }) => [
    finding(asked, procurementBondCap, bondOf(terms, project)),
  ],
  'COM-1': ({ asked, terms }) => [panelFindings(asked, shapeOf(terms))],
  '4.2': ({ asked, terms, project }) => weightFindings(asked, terms, project),
  'PP-1': withPolicy(({ asked, project }, policy) =>
    policy.reserved
      ? []
      : [
          finding(asked, smallFirmRateInRange, rateOf(project, false, policy.smallFirmRate)),
          ...(rational(policy.sharedFirmRate).equals(rational(0))
            ? []
            : [finding(asked, smallFirmRateInRange, rateOf(project, true, policy.sharedFirmRate))]),
        ],
  ),
  '4.6': withPolicy(({ asked }, { abnormalRates }) => {
    const asks = abnormalFiguresOn(lawDayOf(asked.state, asked.at.now)).rates !== null
    // Left out of the document the figures of the notice would be unknown to bidders.
    const stated = abnormalRates ?? { T1: '0', T2: '0', T3: '0' }
    return asks ? [finding(asked, abnormalRatesInDocument, stated)] : []
  }),
  'EV-R1': withPolicy(({ asked, terms }, { uniformStandard }) => [
    finding(asked, lowestPriceForUniform, {
      uniformStandard,
      evaluation: terms.method.kind === 'comprehensive' ? 'comprehensive' : 'lowest-price',
    }),
  ]),
}

function shapeOf({ committeeMembers, ownerSeats }: TenderTerms) {
  return { members: committeeMembers, experts: committeeMembers - ownerSeats }
}

function weightFindings(
  asked: Asked<unknown>,
  { method }: TenderTerms,
  { kind }: DataOf<'ProjectRegistered'>,
): readonly Finding[] {
  if (method.kind !== 'comprehensive' || (kind !== 'goods' && kind !== 'service')) return []
  const { panel } = procedureOf(asked.state)
  return [
    finding(asked, priceWeightInRange, {
      regime: panel === 'consultation' ? 'C214' : 'O87',
      object: kind,
      weight: rational(method.pricePoints).div(rational(100)).toString(),
      fixedPrice: false,
    }),
  ]
}

function rateOf({ kind }: DataOf<'ProjectRegistered'>, shared: boolean, rate: string) {
  const object = kind === 'works' ? 'works' : kind === 'goods' ? 'goods' : 'service'
  return { object, shared, rate } as const
}

function bondOf({ performanceDepositRate }: TenderTerms, { estimateFen }: { estimateFen: number }) {
  const share = shareOf(estimateFen, performanceDepositRate)
  return { contractFen: estimateFen, depositFen: floorFen(share) }
}
