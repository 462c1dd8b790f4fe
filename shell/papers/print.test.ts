// SPDX-License-Identifier: Apache-2.0
/** Printed papers: real PDF files, the same bytes for the same paper, and no character lost. */

import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { runWholeTender } from '@gongxin/core/testing'
import { type Paper, paperOf, papersFor } from '@gongxin/core/trading/tender'
import { describe, expect, test } from 'vitest'
import { coverageOf, printable } from './characters.ts'
import { print } from './print.ts'
import { sheetOf } from './sheet.ts'

const world = runWholeTender()
const events = world.events()
const system = { role: 'system', party: 's', account: 's', assurance: 'session' } as const
const digestOf = (seq: number) => seq.toString(16).padStart(64, '0')
const papers = papersFor(system, events, world.state()).flatMap(
  (line) => paperOf(line, { tender: 'LZ2026-000001', events, digestOf }) ?? [],
)

function paper(kind: string): Paper {
  const found = papers.find((one) => one.kind === kind)
  if (found === undefined) throw new Error(`no ${kind}`)
  return found
}

const printed = async (of: Paper) => {
  const address = 'https://example.org/tenders/LZ2026-000001'
  return Buffer.from(await print(sheetOf(of, { address, signs: true })))
}
const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0

const fonts = join(
  dirname(dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc'))),
  'fonts',
)
const covers = coverageOf(await readFile(join(fonts, 'NotoSansHans-Regular.otf')))

// Printing is work for the processor, which a whole run of tests shares.
describe('a printed paper', { timeout: 150_000 }, () => {
  test.each([
    ['award-notice', 1],
    ['evaluation-report', 3],
  ])('%s is a PDF of its pages, with the fonts inside', async (kind, pages) => {
    const pdf = await printed(paper(kind))
    const text = pdf.toString('latin1')
    expect(text.slice(0, 8)).toBe('%PDF-1.7')
    expect(text.trimEnd().endsWith('%%EOF')).toBe(true)
    expect(pagesOf(pdf)).toBe(pages)
    expect(new Set(text.match(/\/FontName \/[A-Z]{6}\+NotoSansHans-\w+/g))).toHaveProperty(
      'size',
      2,
    )
    expect(text).toContain('pdfaid:conformance')
    expect(pdf.byteLength).toBeLessThan(200_000)
  })

  test('is the same bytes whenever it is printed, and other bytes for another paper', async () => {
    const first = await printed(paper('result-notice'))
    const other = await printed({ ...paper('result-notice'), to: '戊公司' })
    const again = await printed(paper('result-notice'))
    expect(again.equals(first)).toBe(true)
    expect(other.equals(first)).toBe(false)
  })

  test('of forty bidders and long names runs over pages without a fault', async () => {
    const record = paper('opening-record')
    const name = '广西壮族自治区柳州市融水苗族自治县建筑安装工程与市政设施养护集团有限责任公司'
    const blocks = record.blocks.map((block) =>
      block.kind === 'table'
        ? {
            ...block,
            rows: Array.from({ length: 40 }, (_, i) =>
              block.columns.map((_, at) => (at === 1 ? name : `9,999,999,999.${10 + i}`)),
            ),
          }
        : block,
    )
    expect(pagesOf(await printed({ ...record, blocks }))).toBeGreaterThan(4)
  })
})

describe('characters', () => {
  test.each([
    ['柳州市𠮷先生', '柳州市〓〔U+20BB7〕先生', ['U+20BB7']],
    ['㼆、龘、喆', '㼆、龘、喆', []],
    ['一\t二\r\n三', '一 二\n三', []],
    ['\u0007', '〓〔U+0007〕', ['U+0007']],
  ])('%j is printed or marked', (text, expected, missing) => {
    expect(printable(text, covers)).toEqual({ text: expected, missing })
  })

  test('everything the papers themselves say is in the font', () => {
    for (const one of papers) {
      const said = JSON.stringify(sheetOf(one, { address: 'https://example.org/', signs: false }))
      expect([one.kind, printable(said, covers).missing]).toEqual([one.kind, []])
    }
  })
})
