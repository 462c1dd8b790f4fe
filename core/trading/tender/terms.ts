// SPDX-License-Identifier: Apache-2.0
/** 招标文件 as structured terms: what the forms edit, the rules check and the bids answer. */

import {
  basisPoints,
  decimal,
  fen,
  fileRef,
  id,
  instant,
  line,
  rational,
  sum,
  text,
  z,
} from '../../kernel/index.ts'

export const tenderKinds = ['works', 'goods', 'service', 'design'] as const

/** A factor of 综合评估法; objective ones must be marked alike by every expert. */
export const factor = z.strictObject({
  id,
  title: line(60),
  standard: text(1000),
  full: decimal,
  objective: z.boolean(),
  /** The rules of the document may ask for a page of the bid with every mark. */
  needsPage: z.boolean(),
})
export type Factor = z.infer<typeof factor>

/** 评标基准价 after rules-construction §5.6. */
export const benchmark = z.strictObject({
  kind: z.enum(['BM-MEAN', 'BM-TRIM', 'BM-MIX', 'BM-LOW', 'BM-LOW2']),
  /** 下浮系数 as a down rate: 0.03 = 3 %. A list means: drawn when the opening is announced. */
  downRates: z.array(decimal).min(1).max(30),
  trim: z.enum(['T1', 'T2', 'T3a', 'T3b']).optional(),
  weight: decimal.optional(),
  ceilingDownRate: decimal.optional(),
})
export type BenchmarkTerms = z.infer<typeof benchmark>

export const priceScore = z.strictObject({
  kind: z.enum(['SC-LIN', 'SC-STEP', 'SC-FACTOR', 'SC-RATIO']),
  full: decimal,
  /** Marks off for each per cent above and below the benchmark. */
  up: decimal.optional(),
  down: decimal.optional(),
  factorUp: decimal.optional(),
  factorDown: decimal.optional(),
  step: z.enum(['CEIL', 'FLOOR']).optional(),
  floor: decimal.optional(),
  belowFull: z.boolean().optional(),
  deviationScale: z.enum(['none', '2', '3']),
})
export type PriceScoreTerms = z.infer<typeof priceScore>

/** 经评审的最低投标价法: how a promise or a gap moves the evaluated price. */
export const adjustment = z.strictObject({
  id,
  title: line(60),
  /** 分 added (positive) or taken off for each unit. */
  perUnitFen: z.int(),
  unit: line(20),
})

export const method = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('lowest-evaluated'),
    adjustments: z.array(adjustment).max(20),
  }),
  z.strictObject({
    kind: z.literal('composite'),
    factors: z.array(factor).min(1).max(40),
    benchmark,
    price: priceScore,
    trimExperts: z.boolean(),
    /** Factors that part equal total, price and technical marks, in this order. */
    tieFactors: z.array(id).max(40).optional(),
  }),
  /** 最低评标价法 of procurement, and what negotiation and inquiry rank by. */
  z.strictObject({ kind: z.literal('lowest-price') }),
  /** 综合评分法: the lowest adjusted price has all price points. */
  z.strictObject({
    kind: z.literal('comprehensive'),
    factors: z.array(factor).min(1).max(40),
    pricePoints: decimal,
  }),
])
export type Method = z.infer<typeof method>
export type MethodKind = Method['kind']

/** What experts mark; nothing where price alone ranks. */
export function factorsOf(method: Method | undefined): readonly Factor[] {
  return method !== undefined && 'factors' in method ? method.factors : []
}

/** Full marks of the price; null where price alone ranks. */
export function pricePointsOf(method: Method): string | null {
  if (method.kind === 'composite') return method.price.full
  return method.kind === 'comprehensive' ? method.pricePoints : null
}

/** 采购政策 as the document states it (rules-procurement §4.4 and §4.6). */
export const policyTerms = z.strictObject({
  /** Technical and service standards are uniform: then the lowest price decides (EV-R1). */
  uniformStandard: z.boolean(),
  /** 专门面向中小企业. */
  reserved: z.boolean(),
  /** Shares taken from the quotes of small firms, and of consortia with them: `0.1`. */
  smallFirmRate: decimal,
  sharedFirmRate: decimal,
  /** Products that are not domestic may compete. */
  openToForeign: z.boolean(),
  /** 核心产品 whose brand counts as one bidder; empty where none is named. */
  coreProduct: line(60, 0),
  /** 异常低价审查: T1 to T3 as shares. */
  abnormalRates: z.strictObject({ T1: decimal, T2: decimal, T3: decimal }).nullable(),
})
export type PolicyTerms = z.infer<typeof policyTerms>

/** ★ A term that must be answered in substance, or the bid is rejected. */
export const starredTerm = z.strictObject({ id, text: text(500) })

export const qualification = z.strictObject({
  id,
  title: line(60),
  text: text(500),
  /** What proves it; the bidder points at a file or at what the register holds. */
  evidence: line(200, 0),
})

export const billItem = z.strictObject({
  id,
  title: line(120),
  unit: line(20),
  quantity: decimal,
})
export type BillItem = z.infer<typeof billItem>

export const contact = z.strictObject({
  organisation: line(80),
  address: line(120),
  person: line(40),
  phone: line(40),
})

export const depositTerms = z.strictObject({
  amountFen: fen,
  /** The forms may not be limited; this only says how each may be handed in. */
  instructions: text(1000),
})

export const lowPriceAlarm = z.strictObject({
  ratioOfMean: decimal.optional(),
  ratioOfCeiling: decimal.optional(),
})

const termsFields = z.strictObject({
  scope: text(2000),
  place: line(120),
  durationDays: z.int().min(1).max(20_000),
  quality: line(200),
  fundsSource: line(200),
  qualifications: z.array(qualification).max(30),
  consortium: z.boolean(),
  starred: z.array(starredTerm).max(60),
  /** 最高投标限价; `null` where none is set. A minimum price has no field: it is forbidden. */
  ceilingFen: fen.nullable(),
  deposit: depositTerms.nullable(),
  performanceDepositRate: basisPoints,
  validityDays: z.int().min(1).max(720),
  decryptMinutes: z.int().min(5).max(480),
  decryptExtensionMinutes: z.int().min(0).max(240),
  decryptRemedy: text(1000),
  failIfOpenedFewerThanThree: z.boolean(),
  method,
  lowPriceAlarm,
  bill: z.array(billItem).max(5000),
  committeeMembers: z.int().min(3).max(51),
  /** Seats for people of the owner; the rest are drawn. */
  ownerSeats: z.int().min(0).max(17),
  specialties: z
    .array(z.strictObject({ code: id, count: z.int().min(1).max(51) }))
    .min(1)
    .max(10),
  candidates: z.int().min(1).max(3),
  tieRule: text(300),
  contractTerms: text(4000),
  payment: text(1000),
  owner: contact,
  agency: contact.nullable(),
  objections: contact,
  /** Of procurement alone. */
  policy: policyTerms.optional(),
})
/** Terms that contradict themselves could be published, and then never be evaluated. */
export const tenderTerms = termsFields.superRefine((terms, context) => {
  for (const { path, message } of contradictionsIn(terms)) {
    context.addIssue({ code: 'custom', path: [...path], message })
  }
})
export type TenderTerms = z.infer<typeof tenderTerms>

function contradictionsIn(terms: z.infer<typeof termsFields>) {
  const { method, specialties, committeeMembers, ownerSeats, ceilingFen } = terms
  const drawn = specialties.reduce((seats, { count }) => seats + count, 0)
  const codes = new Set(specialties.map(({ code }) => code))
  const composite = method.kind === 'composite' ? method : null
  const factors = factorsOf(method).map((f) => f.id)
  const scored = method.kind === 'comprehensive' ? fullMarks(method) : null
  return [
    ...found(drawn !== committeeMembers - ownerSeats, ['specialties'], 'seats-differ'),
    ...found(codes.size < specialties.length, ['specialties'], 'named-twice'),
    ...found(
      composite?.tieFactors?.some((factor) => !factors.includes(factor)) === true,
      ['method', 'tieFactors'],
      'factor-unknown',
    ),
    ...found(new Set(factors).size < factors.length, ['method', 'factors'], 'named-twice'),
    ...found(scored !== null && scored !== '100', ['method', 'pricePoints'], 'not-a-hundred'),
    ...found(
      composite?.benchmark.kind === 'BM-MIX' && ceilingFen === null,
      ['ceilingFen'],
      'needed-for-benchmark',
    ),
  ]
}

/** ΣA = 1: the points of all factors and of the price are a hundred. */
function fullMarks({ factors, pricePoints }: Extract<Method, { kind: 'comprehensive' }>): string {
  return sum([rational(pricePoints), ...factors.map((f) => rational(f.full))]).toString()
}

function found(wrong: boolean, path: readonly string[], message: string) {
  return wrong ? [{ path, message }] : []
}

/** What is announced with the terms: the moments. */
export const schedule = z.strictObject({
  documentFrom: instant,
  documentUntil: instant,
  deadline: instant,
})
export type Schedule = z.infer<typeof schedule>

/** Why the owner publishes although a textual finding was raised: signed, and public. */
export const signedReason = z.strictObject({ rule: id, reason: text(500) })

export const documentFiles = z.array(fileRef).max(50)
