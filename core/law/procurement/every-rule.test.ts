// SPDX-License-Identifier: Apache-2.0
/** Every rule of procurement that is not a limit has its near miss: one 分, one supplier, one step. */

import { expect, test } from 'vitest'
import { day } from '../../kernel/index.ts'
import * as law from '../index.ts'
import { changedIn, isLeastStep, isRule, type NearMiss, nearOn } from '../near-miss.ts'
import { procurementDocumentRows } from '../procurement-document-rows.ts'

const lawDay = day('2026-11-24')
const near = nearOn(lawDay)
const method: law.MethodCase = {
  ...{ method: 'negotiation', ground: 'urgent-need', amountFen: 199_999_999 },
  ...{ thresholdFen: 200_000_000, verified: true, approved: false },
}
const panel: law.PanelCase = {
  ...{ method: 'tender', members: 5, experts: 4, budgetFen: 999_999_999, complex: false },
  atThreshold: false,
}
const supplement = { originalFen: 100_000_000, priorFen: 6_000_000, newFen: 4_000_000 }
const domestic = { bothCompete: true, domestic: false, domesticCost: '0.8000', declared: true }

const nearMisses: readonly NearMiss[] = [
  near(law.enoughSuppliers, suppliers('open-tender', 'deadline', 3), { suppliers: 2 }),
  near(
    law.enoughProcurementCandidates,
    { method: 'consultation', fewerBy: 'public-service', on: lawDay, candidates: 2 },
    { candidates: 1 },
  ),
  near(law.frameworkTerm, { object: 'service', years: 2 }, { years: 3 }),
  near(law.smallFirmPaymentTerm, { agreedDays: 60 }, { agreedDays: 61 }),
  near(
    law.smallFirmReservation,
    {
      ...{ object: 'works', amountFen: 1_000_000_000, suitable: true },
      ...{ reservedFen: 300_000_000, reservedForSmallFen: 180_000_000 },
    },
    { reservedForSmallFen: 179_999_999 },
  ),
  near(law.threeBrandsOrMore, { brands: 3 }, { brands: 2 }),
  near(law.methodLawful, method, { amountFen: 200_000_000 }),
  near(
    law.noSplitting,
    { sumFen: 200_000_000, thresholdFen: 200_000_000, excused: false },
    { sumFen: 200_000_001 },
  ),
  near(law.noFloorInProcurement, { floorFen: null }, { floorFen: 1 }),
  near(
    law.lowestPriceForUniform,
    { uniformStandard: true, evaluation: 'lowest-price' },
    { evaluation: 'comprehensive' },
  ),
  near(law.procurementRankOrder, { winnerRank: 1, passedOver: [] }, { winnerRank: 2 }),
  near(law.panelShape, panel, { budgetFen: 1_000_000_000 }),
  near(
    law.priceWeightInRange,
    { regime: 'C214', object: 'goods', weight: '0.6000', fixedPrice: false },
    { weight: '0.6001' },
  ),
  near(
    law.frameworkElimination,
    { conforming: 6, eliminated: 2, byQuality: false },
    { eliminated: 1 },
  ),
  near(
    law.frameworkSupplementCall,
    { original: 10, remaining: 6, affectsPerformance: true },
    { remaining: 7 },
  ),
  near(
    law.procurementDepositCap,
    { budgetFen: 100_000_049, depositFen: 2_000_000 },
    { depositFen: 2_000_001 },
  ),
  near(
    law.procurementBondCap,
    { contractFen: 98_765_409, depositFen: 9_876_540 },
    { depositFen: 9_876_541 },
  ),
  near(law.supplementCap, { ...supplement, emergency: false }, { newFen: 4_000_001 }),
  near(
    law.supplierFineInRange,
    { amountFen: 100_000_000, fineFen: 1_000_000 },
    { fineFen: 1_000_001 },
  ),
  near(
    law.smallFirmRateInRange,
    { object: 'goods', shared: false, rate: '0.1000' },
    { rate: '0.0999' },
  ),
  near(law.domesticDeductionApplied, { ...domestic, rate: '0.20' }, { domesticCost: '0.7999' }),
  near(law.abnormalRatesInDocument, { T1: '0.6500', T2: '0.5000', T3: '0.4500' }, { T1: '0.6501' }),
  near(
    law.abnormalPriceAsked,
    { triggered: true, judgedLow: false, asked: true, rejected: false },
    { asked: false },
  ),
  near(
    law.correctedPriceValid,
    { correctedFen: 100, ceilingFen: 100, confirmed: true },
    { correctedFen: 101 },
  ),
  near(law.procurementContractKept, { touched: true, grounded: true }, { grounded: false }),
  near(law.supplementSameObject, { sameObject: true, sameTerms: true }, { sameTerms: false }),
  near(law.acceptanceItemised, { judged: 1, forPublic: true, served: true }, { judged: 0 }),
]

test.each(nearMisses)('$handbook $id: just held, just missed', (one) => {
  const { met, miss, judge } = one
  expect([judge('met').outcome, judge('miss').outcome]).toEqual(['met', 'breached'])
  expect(judge('met').sentence).not.toBe(judge('miss').sentence)
  expect(changedIn(one)).toHaveLength(1)
  for (const key of changedIn(one)) expect(isLeastStep(met[key], miss[key])).toBe(true)
})

test('no rule of procurement is without its near miss', () => {
  const of = new Set(procurementDocumentRows.map(({ shortName }) => shortName))
  const rules = Object.values(law).flatMap((value: unknown) =>
    isRule(value) && of.has(value.cites[0]?.document ?? '') && !isLimit(value) ? [value.id] : [],
  )
  expect(rules.length).toBeGreaterThan(15)
  expect([...rules].sort()).toEqual(nearMisses.map(({ id }) => id).sort())
})

function suppliers(
  way: law.CompetitiveMethod,
  moment: law.CompetitionMoment,
  count: number,
): law.EnoughSuppliersCase {
  return { method: way, moment, fewerBy: null, on: lawDay, suppliers: count }
}

/** Limits have a table of their own. */
function isLimit({ handbook = '' }: { readonly handbook?: string }): boolean {
  return handbook.startsWith('TL-')
}
