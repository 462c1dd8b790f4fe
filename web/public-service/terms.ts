// SPDX-License-Identifier: Apache-2.0
/** The terms of a tender as rows for reading, and the difference between two versions of them. */

import {
  factorsOf,
  type PolicyTerms,
  pricePointsOf,
  type TenderTerms,
} from '@gongxin/core/trading/tender'
import { moneyShown, percentShown } from '../design/index.ts'
import type { Voice } from './setting.ts'

export interface TermRow {
  readonly key: string
  readonly name: string
  readonly lines: readonly string[]
}

export function termRows(terms: TenderTerms, voice: Voice): readonly TermRow[] {
  return [...contentRows(terms, voice), ...moneyRows(terms, voice), ...judgingRows(terms, voice)]
}

export interface TermChange {
  readonly name: string
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/** Rows that read differently, in the order of the document. */
export function changesBetween(
  before: TenderTerms,
  after: TenderTerms,
  voice: Voice,
): readonly TermChange[] {
  const old = new Map(termRows(before, voice).map((row) => [row.key, row.lines]))
  return termRows(after, voice).flatMap(({ key, name, lines }) => {
    const was = old.get(key) ?? []
    return was.join('\n') === lines.join('\n') ? [] : [{ name, before: was, after: lines }]
  })
}

function contentRows(terms: TenderTerms, { say }: Voice): readonly TermRow[] {
  return [
    row('scope', say('termScope'), terms.scope),
    row('place', say('termPlace'), terms.place),
    row('duration', say('termDuration'), say('days', { n: terms.durationDays })),
    row('quality', say('termQuality'), terms.quality),
    row('funds', say('termFunds'), terms.fundsSource),
    row(
      'qualifications',
      say('termQualifications'),
      ...terms.qualifications.map((q) => `${q.title}：${q.text}`),
    ),
    row('consortium', say('termConsortium'), say(terms.consortium ? 'yes' : 'no')),
    row('starred', say('termStarred'), ...terms.starred.map((s) => s.text)),
    row('bill', say('termBill'), say('termBillShown', { count: terms.bill.length })),
    row('contract', say('termContract'), terms.contractTerms),
    row('payment', say('termPayment'), terms.payment),
  ]
}

function moneyRows(terms: TenderTerms, { say, language }: Voice): readonly TermRow[] {
  const { deposit, ceilingFen, performanceDepositRate } = terms
  const rate = percentShown(performanceDepositRate)
  return [
    row(
      'ceiling',
      say('termCeiling'),
      ceilingFen === null ? say('notSet') : moneyShown(ceilingFen, language),
    ),
    deposit === null
      ? row('deposit', say('termDeposit'), say('none'))
      : row(
          'deposit',
          say('termDeposit'),
          moneyShown(deposit.amountFen, language),
          deposit.instructions,
        ),
    row(
      'performance',
      say('termPerformance'),
      performanceDepositRate === 0 ? say('none') : say('termPerformanceShown', { rate }),
    ),
    row('validity', say('termValidity'), say('days', { n: terms.validityDays })),
  ]
}

function judgingRows(terms: TenderTerms, voice: Voice): readonly TermRow[] {
  const { say } = voice
  const { decryptMinutes: minutes, decryptExtensionMinutes: more, lowPriceAlarm } = terms
  const { ratioOfMean, ratioOfCeiling } = lowPriceAlarm
  const seats = { members: terms.committeeMembers, seats: terms.ownerSeats }
  const tooFew = terms.failIfOpenedFewerThanThree ? 'termTooFewFails' : 'termTooFewGoesOn'
  return [
    row('decrypt', say('termDecrypt'), say('termDecryptShown', { minutes, more })),
    row('remedy', say('termRemedy'), terms.decryptRemedy),
    row('few', say('termTooFew'), say(tooFew)),
    row('method', say('termMethod'), ...methodLines(terms, voice)),
    ...(terms.policy === undefined
      ? []
      : [row('policy', say('termPolicy'), ...policyLines(terms.policy, voice))]),
    row(
      'low',
      say('termLowPrice'),
      ...(ratioOfMean === undefined ? [] : [say('termLowPriceMean', { ratio: ratioOfMean })]),
      ...(ratioOfCeiling === undefined
        ? []
        : [say('termLowPriceCeiling', { ratio: ratioOfCeiling })]),
    ),
    row('committee', say('termCommittee'), say('termCommitteeShown', seats)),
    row('candidates', say('termCandidates'), String(terms.candidates)),
    row('tie', say('termTie'), terms.tieRule),
    row('owner', say('termOwner'), ...contactLines(terms.owner)),
    row('agency', say('termAgency'), ...(terms.agency === null ? [] : contactLines(terms.agency))),
    row('objections', say('termObjections'), ...contactLines(terms.objections)),
  ]
}

function methodLines({ method }: TenderTerms, { code, say, language }: Voice): readonly string[] {
  const name = code('method', method.kind)
  const full = pricePointsOf(method)
  if (full !== null) {
    const factors = factorsOf(method).map(({ title, full, standard }) =>
      say('termFactor', { title, full, standard }),
    )
    return [name, say('termPriceMarks', { full }), ...factors]
  }
  if (method.kind !== 'lowest-evaluated') return [name]
  const adjustments = method.adjustments.map(({ title, unit, perUnitFen }) =>
    say('termAdjustment', { title, unit, money: moneyShown(perUnitFen, language) }),
  )
  return [name, ...adjustments]
}

/** 采购政策: what is deducted, reserved and asked about, each in one line. */
function policyLines(policy: PolicyTerms, { say }: Voice): readonly string[] {
  const { reserved, smallFirmRate, sharedFirmRate, coreProduct, abnormalRates } = policy
  const share = (rate: string) => percentShown(Math.round(Number(rate) * 10_000))
  const { T1 = '0', T2 = '0', T3 = '0' } = abnormalRates ?? {}
  const rates = { mean: share(T1), second: share(T2), ceiling: share(T3) }
  return [
    reserved
      ? say('policyReserved')
      : say('policyDeduction', { own: share(smallFirmRate), shared: share(sharedFirmRate) }),
    say(policy.uniformStandard ? 'policyUniform' : 'policyVaried'),
    say(policy.openToForeign ? 'policyForeign' : 'policyDomestic'),
    coreProduct === '' ? '' : say('policyCore', { product: coreProduct }),
    abnormalRates === null ? '' : say('policyAbnormal', rates),
  ]
}

function contactLines(contact: TenderTerms['owner']): readonly string[] {
  return [contact.organisation, contact.address, `${contact.person} ${contact.phone}`]
}

function row(key: string, name: string, ...lines: readonly string[]): TermRow {
  return { key, name, lines: lines.filter((line) => line.trim() !== '') }
}
