// SPDX-License-Identifier: Apache-2.0
/** Tables of notices and of tenders, the same on every page and in CSV. */

import { dayOf, type Instant, isInstant } from '@gongxin/core/kernel'
import { allStages, findProcedure, stageOf } from '@gongxin/core/procedures'
import { procedureOf, type TenderState } from '@gongxin/core/trading/tender'
import type { NoticeView, TenderLine } from '@gongxin/shell/http/contract'
import { createElement, type ReactNode } from 'react'
import {
  codeShown,
  districtShown,
  momentShown,
  tenThousandShown,
  timeLeft,
  whenShown,
} from '../design/index.ts'
import { Highlighted } from './search.tsx'
import type { Voice } from './setting.ts'
import { type Cell, cell, type Table } from './table.tsx'

export type TenderRow = Pick<
  TenderLine,
  | 'id'
  | 'title'
  | 'phase'
  | 'suspended'
  | 'line'
  | 'procedure'
  | 'district'
  | 'owner'
  | 'ceilingFen'
  | 'deadline'
  | 'updatedAt'
> & {
  /** Name of the owner where the line holds a code. */
  readonly ownerName?: string
}

export type NoticeRow = NoticeView & { readonly ownerName?: string }

/** Where a tender stands, as its own procedure calls it. */
export function phaseShown(
  { phase, procedure }: Pick<TenderRow, 'phase' | 'procedure'>,
  { language }: Voice,
): string {
  const held = findProcedure(procedure)
  const stage = (held && stageOf(held, phase)) ?? allStages.find(({ id }) => id === phase)
  return stage?.title[language] ?? codeShown('kind', '', language)
}

/** What a state says of both. */
export function placeOf(state: TenderState): Pick<TenderRow, 'phase' | 'procedure'> {
  return { phase: state.phase, procedure: procedureOf(state).id }
}

/** How a tender is held, in words; nothing where this program does not know it. */
export function procedureShown(id: string, { language }: Voice): string {
  return findProcedure(id)?.title[language] ?? codeShown('kind', '', language)
}

export function standingShown(
  row: Pick<TenderRow, 'phase' | 'suspended' | 'procedure'>,
  voice: Voice,
): string {
  const stage = phaseShown(row, voice)
  return row.suspended ? `${stage} · ${voice.say('suspendedTitle')}` : stage
}

export function noticeAddress(notice: Pick<NoticeView, 'kind' | 'tender'>): string {
  const path = `/tenders/${encodeURIComponent(notice.tender)}`
  return notice.kind === 'N-02' ? `${path}/notice` : path
}

export function noticeTable(
  notices: readonly NoticeRow[],
  voice: Voice,
  of: { readonly caption: string; readonly empty: string; readonly csv?: string; q?: string },
): Table {
  const { say, language } = voice
  const { q = '', ...head } = of
  return {
    ...head,
    columns: [
      { title: say('columnTitle') },
      { title: say('columnKind') },
      { title: say('columnOwner') },
      { title: say('columnDistrict') },
      { title: say('columnCeiling'), align: 'right' },
      { title: say('columnDeadline') },
      { title: say('columnPublished') },
    ],
    rows: notices.map((notice) => [
      cell(notice.title, { href: noticeAddress(notice), shown: marked(notice.title, q) }),
      cell(notice.kindTitle[language]),
      cell(notice.ownerName ?? notice.owner),
      cell(districtShown(notice.district, language)),
      ceilingCell(notice.ceilingFen),
      deadlineCell(notice.deadline, voice),
      cell(whenShown(notice.publishedAt, language)),
    ]),
  }
}

function marked(title: string, text: string): ReactNode {
  return text === '' ? title : createElement(Highlighted, { title, text })
}

export function tenderTable(
  tenders: readonly TenderRow[],
  voice: Voice,
  of: { readonly caption: string; readonly empty: string; readonly csv?: string },
): Table {
  const { say, language } = voice
  return {
    ...of,
    columns: [
      { title: say('columnProject') },
      { title: say('columnState') },
      { title: say('columnOwner') },
      { title: say('columnDistrict') },
      { title: say('columnCeiling'), align: 'right' },
      { title: say('columnDeadline') },
    ],
    rows: tenders.map((tender) => [
      cell(tender.title, { href: `/tenders/${encodeURIComponent(tender.id)}` }),
      cell(standingShown(tender, voice)),
      cell(tender.ownerName ?? tender.owner),
      cell(districtShown(tender.district, language)),
      ceilingCell(tender.ceilingFen),
      deadlineCell(tender.deadline, voice),
    ]),
  }
}

function ceilingCell(ceilingFen: number | null): Cell {
  return cell(ceilingFen === null ? '' : tenThousandShown(ceilingFen))
}

function deadlineCell(deadline: string | null, { language, say, now }: Voice): Cell {
  if (deadline === null || !isInstant(deadline)) return cell('')
  const full = momentShown(deadline, language)
  const left = timeLeft(now, deadline, language)
  const relative = left === '' ? say('closedAlready') : say('closesIn', { left })
  return cell(full, {
    shown: language === 'zh' ? `${full}（${relative}）` : `${full} (${relative})`,
  })
}

/** Openings of one day stand together. */
export function byDay(tenders: readonly TenderRow[]): readonly (readonly [string, TenderRow[]])[] {
  const days = new Map<string, TenderRow[]>()
  for (const tender of tenders) {
    const { deadline } = tender
    if (deadline === null || !isInstant(deadline)) continue
    const on = dayOf(deadline)
    days.set(on, [...(days.get(on) ?? []), tender])
  }
  return [...days].sort(([a], [b]) => (a < b ? -1 : 1))
}

/** The latest change among rows, for the line 上次更新. */
export function latest(moments: readonly string[], fallback: Instant): Instant {
  const known = moments.filter(isInstant).sort()
  return known.at(-1) ?? fallback
}
