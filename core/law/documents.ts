// SPDX-License-Identifier: Apache-2.0
/** Finds a document of the catalogue and the text of it that was in force on a day. */

import { type Citation, type CivilDate, certain } from '../kernel/index.ts'
import type { LawDocument, LawText } from './document.ts'
import { documentRows } from './document-rows.ts'
import { procurementDocumentRows } from './procurement-document-rows.ts'

export const documents: readonly LawDocument[] = [...documentRows, ...procurementDocumentRows]

const byShortName = new Map(documents.map((document) => [document.shortName, document]))

export function findDocument(shortName: string): LawDocument | undefined {
  return byShortName.get(shortName)
}

export function documentOf(shortName: string): LawDocument {
  return certain(findDocument(shortName), `not in the catalogue: ${shortName}`)
}

/** The text in force on a day, if any. */
export function textOn(document: LawDocument, on: CivilDate): LawText | undefined {
  return document.texts.find((t) => t.from <= on && (t.to === undefined || on <= t.to))
}

/** Path of the text under `law/`. */
export function pathOf(document: LawDocument, text: LawText): string {
  return `${document.layer}/${document.folder}/${text.from}.md`
}

/** The heading under which the catalogue holds the article. */
export function headingOf(cite: Citation): string {
  if (!/^\d+$/.test(cite.article)) return cite.article
  return `第${cite.article}${cite.document === '1117号文' ? '项' : '条'}`
}
