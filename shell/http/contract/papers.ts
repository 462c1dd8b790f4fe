// SPDX-License-Identifier: Apache-2.0
/** Routes of the papers of a tender: the list, and each as content; the printed file lies beside. */

import { words, z } from '@gongxin/core/kernel'
import { route } from './route.ts'
import { wordsShape } from './views.ts'

export const paperLineView = z.object({
  id: z.string(),
  kind: z.string(),
  title: wordsShape,
  at: z.string(),
  access: z.enum(['public', 'restricted']),
  /** Address of the printed file, and of the signature beside it; null where none is made. */
  href: z.string(),
  signature: z.string().nullable(),
})
export type PaperLineView = z.infer<typeof paperLineView>

const column = z.object({
  head: z.string(),
  align: z.enum(['left', 'right', 'centre']).optional(),
  weight: z.number().optional(),
})

export const paperBlock = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), text: z.string() }),
  z.object({ kind: z.literal('paragraph'), text: z.string() }),
  z.object({ kind: z.literal('note'), text: z.string() }),
  z.object({ kind: z.literal('list'), items: z.array(z.string()) }),
  z.object({ kind: z.literal('facts'), rows: z.array(z.tuple([z.string(), z.string()])) }),
  z.object({
    kind: z.literal('table'),
    caption: z.string(),
    columns: z.array(column),
    rows: z.array(z.array(z.string())),
  }),
])
export type PaperBlock = z.infer<typeof paperBlock>

export const paperView = z.object({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  project: z.string(),
  tender: z.string(),
  number: z.string(),
  access: z.enum(['public', 'restricted']),
  to: z.string(),
  blocks: z.array(paperBlock),
  seals: z.array(z.object({ by: z.string(), on: z.string() })),
  /** Articles in words. */
  basis: z.array(z.string()),
  proof: z.object({
    event: z.string(),
    seq: z.number().nullable(),
    at: z.string(),
    digest: z.string(),
  }),
  href: z.string(),
  signature: z.string().nullable(),
  /** Whole address where the paper is checked, as its print says it in words and as a square code. */
  check: z.string(),
})
export type PaperView = z.infer<typeof paperView>

const ofTender = { tender: z.string().max(64) }

export const paperRoutes = {
  papers: route(
    {
      method: 'GET',
      path: '/api/tenders/:tender/papers',
      title: words('文书', 'Papers'),
      tag: 'papers',
      access: 'anyone',
    },
    {
      params: z.strictObject(ofTender),
      answer: z.object({ items: z.array(paperLineView) }),
    },
  ),
  paper: route(
    {
      method: 'GET',
      path: '/api/tenders/:tender/papers/:paper',
      title: words('文书内容', 'A paper'),
      tag: 'papers',
      access: 'anyone',
    },
    {
      params: z.strictObject({ ...ofTender, paper: z.string().max(120) }),
      answer: paperView,
    },
  ),
} as const
