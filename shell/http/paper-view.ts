// SPDX-License-Identifier: Apache-2.0
/** Papers as the interface and the pages hand them on. */

import { citeShown } from '@gongxin/core/law'
import { type Paper, type PaperLine, paperDay } from '@gongxin/core/trading/tender'
import { type PaperLineView, type PaperView, paperView } from './contract/index.ts'

/** Whether papers are signed here; a view names no signature that nobody makes. */
export interface Signs {
  readonly signs: boolean
}

export function paperLineOf(tender: string, line: PaperLine, by: Signs): PaperLineView {
  const { id, kind, title, at, access } = line
  return { id, kind, title: { ...title }, at, access, ...filesOf(tender, id, by) }
}

export function paperViewOf(paper: Paper, by: Signs): PaperView {
  const { cites, seals, ...rest } = paper
  return paperView.parse({
    ...rest,
    seals: seals.map(({ by, on }) => ({ by, on: paperDay(on) })),
    basis: [...new Set(cites.map(citeShown))],
    ...filesOf(paper.tender, paper.id, by),
  })
}

function filesOf(tender: string, paper: string, { signs }: Signs) {
  const href = `/api/tenders/${encodeURIComponent(tender)}/papers/${encodeURIComponent(paper)}.pdf`
  return { href, signature: signs ? `${href}.p7s` : null }
}
