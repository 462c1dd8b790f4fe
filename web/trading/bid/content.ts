// SPDX-License-Identifier: Apache-2.0
/** The bid under one's hands, and the sums that belong to it. */

import { type FileRef, fenRational, fileRef, rational, roundFen } from '@gongxin/core/kernel'
import { type TenderTerms, undeclared } from '@gongxin/core/trading/tender'
import { at, type Body, isBody, isList, type Value } from '../form/index.ts'

export function emptyContent(terms: TenderTerms): Body {
  return {
    form: {
      durationDays: terms.durationDays,
      quality: terms.quality,
      validityDays: terms.validityDays,
      projectManager: { name: '', certificate: '' },
    },
    bill: terms.bill.map(({ id, quantity }) => ({ id, quantity, unitPrice: '' })),
    priceInWords: '',
    qualifications: terms.qualifications.map(({ id }) => ({ id, statement: '' })),
    starredAccepted: [],
    adjustments:
      terms.method.kind === 'lowest-evaluated'
        ? terms.method.adjustments.map(({ id }) => ({ id, units: 0 }))
        : [],
    consortium: [],
    files: [],
    ...(terms.policy === undefined ? {} : { declared: undeclared }),
  }
}

/** 合价: unit price times quantity, to the nearest fen; undefined where a price is missing. */
export function totalFenOf(unitPrice: string, quantity: string): number | undefined {
  if (!isDecimal(unitPrice) || !isDecimal(quantity)) return undefined
  return roundFen(rational(unitPrice).mul(rational(quantity)).mul(fenRational(100)))
}

export function isDecimal(text: string): boolean {
  return /^\d{1,9}(\.\d{1,6})?$/.test(text)
}

export interface PricedLine {
  readonly id: string
  readonly quantity: string
  readonly unitPrice: string
  readonly totalFen: number | undefined
}

export function linesOf(content: Body): readonly PricedLine[] {
  const bill = content.bill
  return (isList(bill) ? bill : []).map((line) => {
    const [unitPrice, quantity] = [textAt(line, 'unitPrice'), textAt(line, 'quantity')]
    return {
      id: textAt(line, 'id'),
      quantity,
      unitPrice,
      totalFen: totalFenOf(unitPrice, quantity),
    }
  })
}

export function sumOf(lines: readonly PricedLine[]): number {
  return lines.reduce((sum, line) => sum + (line.totalFen ?? 0), 0)
}

/** The body that is sealed: totals computed, so that nobody types them twice. */
export function sealedContent(content: Body): Body {
  const bill = linesOf(content).map((line) => ({ ...line, totalFen: line.totalFen ?? 0 }))
  return { content: { ...content, bill } }
}

function textAt(value: Value, name: string): string {
  const found = at(value, [name])
  return typeof found === 'string' ? found : ''
}

export function contentOf(saved: unknown, terms: TenderTerms): Body {
  return isBody(saved) && isBody(saved.form) ? saved : emptyContent(terms)
}

/** Documents of the bid, as it names them. */
export function namedFiles(content: Body): readonly FileRef[] {
  const list = content.files
  return (isList(list) ? list : []).flatMap((file) => {
    const parsed = fileRef.safeParse(file)
    return parsed.success ? [parsed.data] : []
  })
}
