// SPDX-License-Identifier: Apache-2.0
/** How a paper lies on A4: head with the number, title, blocks, seals, proof, foot with the page. */

import type { Block, Column } from '@gongxin/core/trading/tender'
import type { Sheet } from './sheet.ts'

/** Part of the key a print is kept under: a new layout prints anew, an old print stays. */
export const layoutVersion = 2

export interface PrintableSheet extends Sheet {
  /** Characters that the font lacks, as `U+20BB7`. */
  readonly missing: readonly string[]
}

type Content = object | string
const red = '#b3161b'
const grey = '#5c6166'
const rule = '#9aa0a6'
const shade = '#f3f4f5'
const widthPoints = { portrait: 595.28, landscape: 841.89 }
const sidePoints = 62
const mostColumnsUpright = 8

export interface Definition {
  readonly content: readonly Content[]
  readonly header: () => Content
  readonly footer: (page: number, pages: number) => Content
}

export function definitionOf(sheet: PrintableSheet): Definition {
  const pageOrientation = isWide(sheet) ? 'landscape' : 'portrait'
  const at = new Date(sheet.at)
  const look = {
    ...{ pageSize: 'A4', pageOrientation, pageMargins: [sidePoints, 70, sidePoints, 68] },
    ...{ version: '1.7', subset: 'PDF/A-3a', tagged: true, displayTitle: true, language: 'zh-CN' },
    // Nothing of the hour of printing goes in: equal papers are equal bytes.
    info: {
      title: `${sheet.project}${sheet.title}`,
      author: sheet.seals.map(({ by }) => by).join('、'),
      subject: sheet.number,
      creator: 'Gongxin',
      producer: 'Gongxin',
      creationDate: at,
      modDate: at,
    },
    pageBreakBefore: isLonelyHeading,
    defaultStyle: { font: 'Hans', fontSize: 11, lineHeight: 1.35 },
  }
  return {
    ...look,
    header: () => headOf(sheet, widthPoints[pageOrientation] - 2 * sidePoints),
    footer: (page: number, pages: number) => footOf(sheet, page, pages),
    content: contentOf(sheet),
  }
}

/** The last words stand with the seal: a seal never has a page to itself. */
function contentOf(sheet: PrintableSheet): readonly Content[] {
  const { blocks } = sheet
  const last = blocks.at(-1)
  const kept =
    last?.kind === 'paragraph' || last?.kind === 'note' ? blocks.length - 1 : blocks.length
  return [
    ...openingOf(sheet),
    ...blocks.slice(0, kept).flatMap(drawn),
    { unbreakable: true, stack: [...blocks.slice(kept).flatMap(drawn), ...closingOf(sheet)] },
  ]
}

function isWide({ blocks }: Sheet): boolean {
  return blocks.some((block) => block.kind === 'table' && block.columns.length > mostColumnsUpright)
}

/** A heading never stands at the foot of a page, where only itself would fit. */
function isLonelyHeading(node: {
  readonly headlineLevel?: number
  readonly startPosition?: { readonly verticalRatio: number }
}): boolean {
  return node.headlineLevel === 2 && (node.startPosition?.verticalRatio ?? 0) > lowestHeading
}

const lowestHeading = 0.88

function headOf({ tender }: Sheet, width: number): Content {
  return {
    margin: [sidePoints, 32, sidePoints, 0],
    stack: [
      {
        columns: [
          { text: '公信 · 柳州市公共资源交易平台', fontSize: 9, color: red },
          { text: `项目编号 ${tender}`, fontSize: 9, color: grey, alignment: 'right' },
        ],
      },
      { canvas: [{ type: 'line', x1: 0, y1: 4, x2: width, y2: 4, lineWidth: 1, lineColor: red }] },
    ],
  }
}

function footOf({ place, digest, address }: Sheet, page: number, pages: number): Content {
  const small = { fontSize: 7.5, color: grey, lineHeight: 1.2 }
  return {
    margin: [sidePoints, 10, sidePoints, 0],
    stack: [
      { text: `— ${page} / ${pages} —`, alignment: 'center', fontSize: 9, color: grey },
      { text: `${place} 摘要（SM3）${digest}`, ...small },
      { text: `查验：${address}`, ...small },
    ],
  }
}

function openingOf({ title, project, number, to }: Sheet): readonly Content[] {
  return [
    { text: project, alignment: 'center', fontSize: 14, margin: [0, 4, 0, 2] },
    { text: title, alignment: 'center', bold: true, fontSize: 21, headlineLevel: 1 },
    { text: `编号：${number}`, alignment: 'center', fontSize: 10, color: grey },
    { text: '', margin: [0, 4, 0, 0] },
    ...(to === '' ? [] : [{ text: `${to}：`, bold: true, margin: [0, 0, 0, 4] }]),
  ]
}

function drawn(block: Block): readonly Content[] {
  switch (block.kind) {
    case 'heading':
      return [
        { text: block.text, bold: true, fontSize: 12.5, margin: [0, 8, 0, 4], headlineLevel: 2 },
      ]
    case 'paragraph':
      return [{ text: block.text, leadingIndent: 22, margin: [0, 2, 0, 4] }]
    case 'note':
      return [{ text: `注：${block.text}`, fontSize: 9, color: grey, margin: [0, 2, 0, 6] }]
    case 'list':
      return block.items.map((item, index) => ({
        columns: [
          { text: `（${index + 1}）`, width: 34, alignment: 'right' },
          { text: item, width: '*' },
        ],
        margin: [0, 1, 0, 2],
      }))
    case 'facts':
      return block.rows.length === 0 ? [] : [factsOf(block.rows)]
    case 'table':
      return tableOf(block)
  }
}

const lines = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0.5,
  hLineColor: () => rule,
  vLineColor: () => rule,
  paddingLeft: () => 5,
  paddingRight: () => 5,
  paddingTop: () => 3,
  paddingBottom: () => 2.5,
}
const cellLines = 1.2

function factsOf(rows: readonly (readonly [string, string])[]): Content {
  const body = rows.map(([name, value]) => [
    { text: name, fillColor: shade, fontSize: 10, lineHeight: cellLines },
    { text: value, fontSize: 10.5, lineHeight: cellLines },
  ])
  return { table: { widths: ['26%', '74%'], body }, layout: lines, margin: [0, 2, 0, 6] }
}

function tableOf({ caption, columns, rows }: Extract<Block, { kind: 'table' }>): Content[] {
  const total = columns.reduce((sum, { weight = 1 }) => sum + weight, 0)
  const widths = columns.map(({ weight = 1 }) => `${((100 * weight) / total).toFixed(3)}%`)
  const look = { fontSize: columns.length > 6 ? 8.5 : 9.5, lineHeight: cellLines }
  const head = columns.map(({ head: text }) => ({
    ...{ text, bold: true, alignment: 'center', fillColor: shade },
    ...look,
  }))
  const body = rows.map((row) =>
    row.map((text, index) => ({ text, alignment: alignmentOf(columns[index]), ...look })),
  )
  const name = caption === '' ? [] : [{ text: caption, fontSize: 10, margin: [0, 4, 0, 2] }]
  return [
    ...name,
    {
      table: {
        headerRows: 1,
        keepWithHeaderRows: 1,
        dontBreakRows: true,
        widths,
        body: [head, ...body],
      },
      ...{ layout: lines, margin: [0, 2, 0, 6] },
    },
  ]
}

function alignmentOf(column: Column | undefined): 'left' | 'right' | 'center' {
  const align = column?.align ?? 'left'
  return align === 'centre' ? 'center' : align
}

function closingOf(sheet: PrintableSheet): readonly Content[] {
  const { missing, basis, seals } = sheet
  const marked = `排版字库未收的字以“〓”和统一码标示（${missing.join('、')}），以登记的原字为准。`
  return [
    ...(missing.length === 0 ? [] : drawn({ kind: 'note', text: marked })),
    ...(basis === '' ? [] : [{ text: `依据：${basis}。`, fontSize: 9.5, margin: [0, 8, 0, 0] }]),
    ...seals.map(sealOf),
    proofOf(sheet),
  ]
}

function sealOf({ by, on }: Sheet['seals'][number]): Content {
  return {
    stack: [{ text: by }, { text: on }],
    ...{ alignment: 'right', margin: [0, 14, 0, 0] },
  }
}

/** What lets a reader check the paper without trusting whoever handed it over. */
function proofOf({ place, when, digest, address, signs }: Sheet): Content {
  const small = { fontSize: 8.5, color: grey, lineHeight: 1.3 }
  const border = [false, true, false, false]
  return {
    margin: [0, 16, 0, 0],
    table: {
      widths: [64, '*'],
      body: [
        [
          { qr: address, fit: 62, eccLevel: 'M', border },
          {
            border,
            stack: [
              { text: `${place}，${when}`, ...small },
              { text: `摘要（SM3）：${digest}`, ...small },
              { text: `公开查验：${address}`, ...small },
              { text: `本件由平台按存证记录生成，内容以记录为准；${signed(signs)}`, ...small },
            ],
          },
        ],
      ],
    },
    layout: { ...lines, paddingTop: () => 8 },
  }
}

function signed(signs: boolean): string {
  return signs ? '平台的电子签名另存为同名.p7s文件。' : '未附电子签名。'
}
