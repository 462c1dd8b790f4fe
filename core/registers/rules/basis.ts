// SPDX-License-Identifier: Apache-2.0
/** 监督依据: which listed document may carry an act of supervision, and which only guides. */

import { type Citation, type CivilDate, citeText } from '../../kernel/index.ts'
import { documents, findDocument, type LawDocument, textOn } from '../../law/index.ts'

/** binding: law, regulation, ministry rule; guiding: opinions, notices, standards, local plans. */
export type Force = 'binding' | 'guiding'

/** Normative documents below a ministry rule: no penalty or order may rest on them alone. */
const guiding = new Set([
  '770号文',
  '1117号文',
  '1358号文',
  '195号文',
  '27号文',
  'DA/T 103',
  'GB 32100',
  '柳政发34号',
  '本国产品通知',
  '55号文',
  '214号文',
  '124号文',
  '135号文',
  '198号文',
  '22号文',
  '46号文',
  '19号文',
  '30号文',
  '2号文',
  '12号文',
  '13号文',
  '125号文',
  '3号文',
  '38号文',
  '243号文',
  '10号文',
  '69号文',
  '68号文',
  '141号文',
  '9号文',
  '119号文',
])

export function forceOf(document: LawDocument): Force {
  return guiding.has(document.shortName) ? 'guiding' : 'binding'
}

export interface CatalogueEntry {
  readonly document: LawDocument
  readonly force: Force
}

/** The catalogue as in force on a day, in order of layers; local plans come last. */
export function catalogueOn(on: CivilDate): readonly CatalogueEntry[] {
  return documents
    .filter((document) => textOn(document, on) !== undefined)
    .map((document) => ({ document, force: forceOf(document) }))
}

export type BasisAnswer =
  | { readonly ok: true; readonly document: LawDocument }
  | { readonly ok: false; readonly why: 'not-listed' | 'not-in-force' | 'only-guiding' }

/** May an authority rest an order or a penalty of this day on the citation? */
export function mayBeBasis(cite: Citation, on: CivilDate): BasisAnswer {
  const document = findDocument(cite.document)
  if (document === undefined) return { ok: false, why: 'not-listed' }
  if (textOn(document, on) === undefined) return { ok: false, why: 'not-in-force' }
  return forceOf(document) === 'binding'
    ? { ok: true, document }
    : { ok: false, why: 'only-guiding' }
}

/** Why a citation may not be a basis, in Chinese; empty where it may. */
export function basisRefusalShown(cite: Citation, on: CivilDate): string {
  const answer = mayBeBasis(cite, on)
  if (answer.ok) return ''
  const why = {
    'not-listed': '不在规则目录内，不得作为监督依据',
    'not-in-force': '在该日没有生效的文本',
    'only-guiding': '属于指导性文件，不得单独作为处罚或者指令的依据',
  }
  return `${citeText(cite)}：${why[answer.why]}`
}
