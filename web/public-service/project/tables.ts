// SPDX-License-Identifier: Apache-2.0
/** Tables of a project: opening record, candidates, rejections, documents. */

import { type FileRef, yuanShown } from '@gongxin/core/kernel'
import { rejectionGrounds } from '@gongxin/core/law'
import type { DataOf, TenderState } from '@gongxin/core/trading/tender'
import type { documentLine } from '@gongxin/shell/http/contract'
import { digestShown, whenShown } from '../../design/index.ts'
import type { Voice } from '../setting.ts'
import { cell, type Table } from '../table.tsx'

export function recordTable(
  record: DataOf<'OpeningRecorded'>,
  of: { readonly id: string; readonly state: TenderState; readonly voice: Voice },
): Table {
  const { code, say } = of.voice
  const sealedAs = new Map(of.state.bids.map((bid) => [bid.no, bid.commitment]))
  return {
    caption: say('recordTitle'),
    empty: say('recordNone'),
    csv: `/tenders/${encodeURIComponent(of.id)}/opening.csv`,
    columns: [
      { title: say('bidder') },
      { title: say('price'), align: 'right' },
      { title: say('duration'), align: 'right' },
      { title: say('quality') },
      { title: say('projectManager') },
      { title: say('deposit') },
      { title: say('decryption') },
      { title: say('commitmentColumn') },
    ],
    rows: record.rows.map((row) => [
      cell(row.bidder.name, { href: `/entities/${encodeURIComponent(row.bidder.party)}` }),
      cell(row.priceFen === null ? '' : yuanShown(row.priceFen)),
      cell(row.durationDays === null ? '' : String(row.durationDays)),
      cell(row.quality),
      cell(row.projectManager?.name ?? ''),
      cell(code('deposit', row.deposit)),
      cell(say(row.decrypted ? 'decrypted' : 'notDecrypted')),
      cell(digestShown(sealedAs.get(row.bid) ?? '')),
    ]),
  }
}

export function candidateTable(
  review: DataOf<'CandidatesPublished'>,
  { id, voice }: { readonly id: string; readonly voice: Voice },
): Table {
  const { say } = voice
  return {
    caption: say('candidatesTitle'),
    empty: say('emptyTable'),
    csv: `/tenders/${encodeURIComponent(id)}/candidates.csv`,
    columns: [
      { title: say('candidate') },
      { title: say('rank'), align: 'right' },
      { title: say('price'), align: 'right' },
      { title: say('totalMarks'), align: 'right' },
      { title: say('duration'), align: 'right' },
      { title: say('quality') },
      { title: say('projectManager') },
    ],
    rows: review.candidates.map((candidate) => [
      cell(candidate.bidder.name, {
        href: `/entities/${encodeURIComponent(candidate.bidder.party)}`,
      }),
      cell(String(candidate.rank)),
      cell(yuanShown(candidate.priceFen)),
      cell(candidate.total ?? ''),
      cell(String(candidate.durationDays)),
      cell(candidate.quality),
      cell(personShown(candidate.projectManager)),
    ]),
  }
}

function personShown({ name, certificate }: { name: string; certificate: string }): string {
  return certificate === '' ? name : `${name}（${certificate}）`
}

export function rejectedTable({ rejected }: DataOf<'CandidatesPublished'>, { say }: Voice): Table {
  return {
    caption: say('rejectedTitle'),
    empty: say('emptyTable'),
    columns: [{ title: say('bidder') }, { title: say('rejectedGround') }],
    rows: rejected.map(({ bidder, ground }) => [
      cell(bidder.name),
      cell(rejectionGrounds.find((g) => g.id === ground)?.title ?? say('trailUnknown')),
    ]),
  }
}

export type DocumentRow = Pick<
  ReturnType<typeof documentLine.parse>,
  'name' | 'title' | 'at' | 'href'
>

export function documentsTable(rows: readonly DocumentRow[], voice: Voice): Table {
  const { say, language } = voice
  return {
    caption: say('documents'),
    empty: say('emptyTable'),
    columns: [{ title: say('document') }, { title: say('date') }],
    rows: rows.map(({ title, at, href }) => [
      cell(title[language], { href }),
      cell(whenShown(at, language)),
    ]),
  }
}

/** Files named in notice and clarifications, for a notice that lists them. */
export function filesOf(state: TenderState): readonly FileRef[] {
  const later = state.clarifications.flatMap((clarification) => clarification.files)
  return [...(state.notice?.files ?? []), ...later]
}
