// SPDX-License-Identifier: Apache-2.0
/** 投标文件 as data: opening form, priced bill, answers to the terms, files. */

import { decimal, fen, fileRef, id, line, text, uscc, z } from '../../kernel/index.ts'

export const person = z.strictObject({ name: line(40), certificate: line(60, 0) })

export const openingForm = z.strictObject({
  priceFen: fen.min(1),
  durationDays: z.int().min(0).max(20_000),
  quality: line(200),
  validityDays: z.int().min(1).max(720),
  projectManager: person,
})
export type OpeningForm = z.infer<typeof openingForm>

export const pricedItem = z.strictObject({
  id,
  /** 元, up to six places, as typed. */
  unitPrice: decimal,
  quantity: decimal,
  totalFen: fen,
})

/** 声明函: what a supplier declares for policy, published with the result (PP-12). */
export const supplierDeclared = z.strictObject({
  /** 小微企业 itself, in a consortium or subcontract, or not at all. */
  smallFirm: z.enum(['none', 'own', 'shared']),
  /** Share of small firms in the contract: `0.3`. */
  smallShare: decimal,
  /** Holding or management relation with the small firm (RU-26). */
  related: z.boolean(),
  domestic: z.boolean(),
  /** Cost of domestic products in all of them; null for a single product. */
  domesticCost: decimal.nullable(),
  /** Brand of the core product; empty where none is named. */
  brand: line(60, 0),
})
export type SupplierDeclared = z.infer<typeof supplierDeclared>

/** What holds of a supplier that declares nothing. */
export const undeclared: SupplierDeclared = {
  smallFirm: 'none',
  smallShare: '0',
  related: false,
  domestic: false,
  domesticCost: null,
  brand: '',
}

export const bidContent = z.strictObject({
  form: openingForm,
  bill: z.array(pricedItem).max(5000),
  /** The total in words as written in the letter; empty where the form has none. */
  priceInWords: line(80, 0),
  qualifications: z.array(z.strictObject({ id, statement: text(1000) })).max(30),
  starredAccepted: z.array(id).max(60),
  /** Units of each adjustment offered under 经评审的最低投标价法. */
  adjustments: z.array(z.strictObject({ id, units: z.int() })).max(20),
  consortium: z.array(z.strictObject({ uscc, name: line(80), share: line(200) })).max(10),
  files: z.array(fileRef).max(100),
  /** Of procurement alone. */
  declared: supplierDeclared.optional(),
})
export type BidContent = z.infer<typeof bidContent>

/** A bid of which nothing but the opening form is known. */
export function bareContent(form: OpeningForm): BidContent {
  return {
    form,
    bill: [],
    priceInWords: '',
    qualifications: [],
    starredAccepted: [],
    adjustments: [],
    consortium: [],
    files: [],
  }
}

export const depositForms = ['transfer', 'guarantee', 'insurance', 'surety'] as const
