// SPDX-License-Identifier: Apache-2.0
/** Papers as the interface and the pages hand them on. */

import { citeShown } from '@gongxin/core/law'
import { type Paper, type PaperLine, paperDay } from '@gongxin/core/trading/tender'
import { type PaperLineView, type PaperView, paperView } from './contract/index.ts'

export function paperLineOf(tender: string, line: PaperLine): PaperLineView {
  const { id, kind, title, at, access } = line
  return { id, kind, title: { ...title }, at, access, href: hrefOf(tender, id) }
}

export function paperViewOf(paper: Paper): PaperView {
  const { cites, seals, ...rest } = paper
  return paperView.parse({
    ...rest,
    seals: seals.map(({ by, on }) => ({ by, on: paperDay(on) })),
    basis: [...new Set(cites.map(citeShown))],
    href: hrefOf(paper.tender, paper.id),
  })
}

function hrefOf(tender: string, paper: string): string {
  return `/api/tenders/${encodeURIComponent(tender)}/papers/${encodeURIComponent(paper)}.pdf`
}
