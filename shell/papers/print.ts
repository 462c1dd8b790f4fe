// SPDX-License-Identifier: Apache-2.0
/** From a paper to PDF bytes: the same bytes for the same paper, with only the glyphs it needs. */

import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import pdfmake from 'pdfmake'
import subsetFont from 'subset-font'
import { type Coverage, coverageOf, printable } from './characters.ts'
import { type Definition, definitionOf, type PrintableSheet } from './layout.ts'
import type { Sheet } from './sheet.ts'

interface Face {
  readonly regular: Uint8Array
  readonly bold: Uint8Array
  readonly covers: Coverage
}

let face: Promise<Face> | null = null

async function loadFace(): Promise<Face> {
  const entry = createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')
  const folder = join(dirname(dirname(entry)), 'fonts')
  const [regular, bold] = await Promise.all(
    ['Regular', 'Bold'].map((weight) => readFile(join(folder, `NotoSansHans-${weight}.otf`))),
  )
  if (regular === undefined || bold === undefined) throw new Error('the font is not there')
  const covers = coverageOf(regular)
  const coversBold = coverageOf(bold)
  return { regular, bold, covers: (point) => covers(point) && coversBold(point) }
}

/** One at a time: the package keeps its fonts in one place. */
export async function print(sheet: Sheet): Promise<Uint8Array> {
  face ??= loadFace()
  const { regular, bold, covers } = await face
  const marked = markedSheet(sheet, covers)
  const definition = definitionOf(marked)
  const glyphs = glyphsOf(definition)
  pdfmake.virtualfs.writeFileSync('regular.otf', await subset(regular, glyphs))
  pdfmake.virtualfs.writeFileSync('bold.otf', await subset(bold, glyphs))
  // Nothing but the two fonts is ever read, and nothing is fetched.
  pdfmake.setLocalAccessPolicy(() => false)
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setFonts({ Hans: { normal: 'regular.otf', bold: 'bold.otf' } })
  return pdfmake.createPdf(definition).getBuffer()
}

function subset(font: Uint8Array, text: string): Promise<Uint8Array> {
  return subsetFont(font, text, { targetFormat: 'sfnt' })
}

/** Every character of the layout, its own words and numbers of pages included. */
function glyphsOf({ content, header, footer }: Definition): string {
  const said = JSON.stringify([content, header(), footer(1, 1)])
  return [...new Set(`${said}0123456789`)].toSorted().join('')
}

/** Every text of the sheet as the font can print it; what was marked is listed once. */
function markedSheet(sheet: Sheet, covers: Coverage): PrintableSheet {
  const missing = new Set<string>()
  const mark = (value: unknown): unknown => {
    if (typeof value === 'string') {
      const found = printable(value, covers)
      for (const name of found.missing) missing.add(name)
      return found.text
    }
    if (Array.isArray(value)) return value.map(mark)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mark(inner)]))
  }
  // The same shape with other texts: nothing is added or taken away.
  const marked = mark(sheet) as Sheet
  return { ...marked, missing: [...missing] }
}
