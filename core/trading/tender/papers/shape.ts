// SPDX-License-Identifier: Apache-2.0
/** 文书 as content: what a paper says, block by block, with nothing about how it looks. */

import type { Citation, CivilDate, Instant, Words } from '../../../kernel/index.ts'
import { type Procedure, spoken, spokenWords } from '../../../procedures/index.ts'

export type Align = 'left' | 'right' | 'centre'

export interface Column {
  readonly head: string
  readonly align?: Align
  /** Share of the width among the columns of one table; 1 where left out. */
  readonly weight?: number
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [name: string, value: string])[] }
  | {
      readonly kind: 'table'
      readonly caption: string
      readonly columns: readonly Column[]
      readonly rows: readonly (readonly string[])[]
    }

/** Who stands under a paper, and on which day. */
export interface Seal {
  readonly by: string
  readonly on: CivilDate
}

/** The event a paper bears witness to: found again in the trail by its number and digest. */
export interface Proof {
  readonly event: string
  /** Place in its stream, from 0; null where the stream is the bidder's own. */
  readonly seq: number | null
  readonly at: Instant
  /** Lower-case hex: digest of the entry, or the commitment on a receipt. */
  readonly digest: string
}

export interface PaperBody {
  /** Whom it is addressed to; empty where it is for everybody. */
  readonly to: string
  readonly blocks: readonly Block[]
  readonly seals: readonly Seal[]
  readonly cites: readonly Citation[]
}

export interface Paper extends PaperBody {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly project: string
  readonly tender: string
  /** Number of the paper itself, given by the platform or by the owner. */
  readonly number: string
  readonly access: 'public' | 'restricted'
  readonly proof: Proof
}

/** One line of the list of papers. */
export interface PaperLine {
  readonly id: string
  readonly kind: string
  readonly title: Words
  readonly at: Instant
  readonly seq: number
  readonly access: 'public' | 'restricted'
}

type Speak = (text: string) => string

export function spokenTitle(title: Words, procedure: Procedure): Words {
  return spokenWords(title, procedure)
}

/** The whole paper in the words of its procedure: heads, cells and whom it is addressed to. */
export function spokenPaper(paper: Paper, procedure: Procedure): Paper {
  const speak: Speak = (text) => spoken(text, procedure)
  return {
    ...paper,
    title: speak(paper.title),
    to: speak(paper.to),
    blocks: paper.blocks.map((block) => spokenBlock(block, speak)),
    seals: paper.seals.map(({ by, on }) => ({ by: speak(by), on })),
    proof: { ...paper.proof, event: speak(paper.proof.event) },
  }
}

function spokenBlock(block: Block, speak: Speak): Block {
  switch (block.kind) {
    case 'list':
      return { ...block, items: block.items.map(speak) }
    case 'facts':
      return {
        ...block,
        rows: block.rows.map(([name, value]) => [speak(name), speak(value)] as const),
      }
    case 'table': {
      const columns = block.columns.map((column) => ({ ...column, head: speak(column.head) }))
      const rows = block.rows.map((row) => row.map(speak))
      return { ...block, caption: speak(block.caption), columns, rows }
    }
    default:
      return { ...block, text: speak(block.text) }
  }
}

export function heading(text: string): Block {
  return { kind: 'heading', text }
}

/** Nothing where there is nothing to say. */
export function paragraph(text: string): readonly Block[] {
  return text === '' ? [] : [{ kind: 'paragraph', text }]
}

export function note(text: string): Block {
  return { kind: 'note', text }
}

export function list(items: readonly string[]): readonly Block[] {
  const said = items.filter((item) => item !== '')
  return said.length === 0 ? [] : [{ kind: 'list', items: said }]
}

/** Facts without a value are left out. */
export function facts(...rows: readonly (readonly [name: string, value: string])[]): Block {
  return { kind: 'facts', rows: rows.filter(([, value]) => value !== '') }
}

/** Without the columns that say nothing in any row, such as marks where nobody marks. */
export function sayingTable(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  none?: string,
): readonly Block[] {
  const kept = columns.map((_, at) => rows.length === 0 || rows.some((row) => row[at] !== '—'))
  const only = <T>(list: readonly T[]) => list.filter((_, at) => kept[at] === true)
  return table(caption, only(columns), rows.map(only), none)
}

/** A table with no row says so in words, so that nobody takes it for a fault of the print. */
export function table(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  none = '无。',
): readonly Block[] {
  if (rows.length > 0) return [{ kind: 'table', caption, columns, rows }]
  return paragraph(caption === '' ? none : `${caption}：${none}`)
}
