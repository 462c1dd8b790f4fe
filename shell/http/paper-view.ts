// SPDX-License-Identifier: Apache-2.0
/** Papers as the interface and the pages hand them on. */

import { citeShown } from '@gongxin/core/law'
import { type Paper, type PaperLine, paperDay } from '@gongxin/core/trading/tender'
import type { Papers } from '../papers/index.ts'
import { type PaperLineView, type PaperView, paperView } from './contract/index.ts'

/** Whether papers are signed here, for a view names no signature that nobody makes, and where they are checked. */
type By = Pick<Papers, 'signs' | 'addressOf'>

export function paperLineOf(tender: string, line: PaperLine, by: By): PaperLineView {
  const { id, kind, title, at, access } = line
  return { id, kind, title: { ...title }, at, access, ...filesOf(tender, id, by) }
}

export function paperViewOf(paper: Paper, by: By): PaperView {
  const { cites, seals, ...rest } = paper
  return paperView.parse({
    ...rest,
    seals: seals.map(({ by: who, on }) => ({ by: who, on: paperDay(on) })),
    basis: [...new Set(cites.map(citeShown))],
    ...filesOf(paper.tender, paper.id, by),
    check: by.addressOf(paper),
  })
}

function filesOf(tender: string, paper: string, { signs }: By) {
  const href = `/api/tenders/${encodeURIComponent(tender)}/papers/${encodeURIComponent(paper)}.pdf`
  return { href, signature: signs ? `${href}.p7s` : null }
}
