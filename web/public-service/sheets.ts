// SPDX-License-Identifier: Apache-2.0
/** The CSV of every list, from the very table that the page draws. */

import type { Procedure } from '@gongxin/core/procedures'
import type { LogView, TrailLine } from '@gongxin/shell/http/contract'
import { neverPublicTable } from './about.tsx'
import { type CalendarModel, calendarTable } from './calendar.tsx'
import { flowTable, procedureTable } from './guide.tsx'
import { type HomeModel, monthTable } from './home.tsx'
import { documentTable, limitTable, readingTable } from './law.tsx'
import { type NoticeRow, noticeTable, type TenderRow, tenderTable } from './lines.ts'
import { logTable } from './log.tsx'
import { candidateTable, recordTable } from './project/tables.ts'
import { trailTable } from './project/trail.tsx'
import { type PageSetting, type Voice, voiceOf } from './setting.ts'
import { type Story, storyOf } from './story.ts'
import { csvOf, type Table } from './table.tsx'

/** Lists that come from the law and the procedures alone. */
export const standingSheets = {
  limits: (setting: PageSetting) => csvOf(limitTable(voiceOf(setting))),
  documents: (setting: PageSetting) => csvOf(documentTable(voiceOf(setting))),
  readings: (setting: PageSetting) => csvOf(readingTable(voiceOf(setting))),
  procedures: (setting: PageSetting) => csvOf(procedureTable(voiceOf(setting))),
  neverPublic: (setting: PageSetting) => csvOf(neverPublicTable(voiceOf(setting))),
}

export function flowSheet(procedure: Procedure, setting: PageSetting): string {
  return csvOf(flowTable(procedure, voiceOf(setting, procedure)))
}

export function noticesSheet(notices: readonly NoticeRow[], setting: PageSetting): string {
  return csvOf(noticeTable(notices, voiceOf(setting), { caption: '', empty: '' }))
}

export function tendersSheet(tenders: readonly TenderRow[], setting: PageSetting): string {
  return csvOf(tenderTable(tenders, voiceOf(setting), { caption: '', empty: '' }))
}

export function calendarSheet(model: CalendarModel, setting: PageSetting): string {
  return csvOf(calendarTable(model, voiceOf(setting)))
}

export function monthsSheet(model: Pick<HomeModel, 'months'>, setting: PageSetting): string {
  return csvOf(monthTable(model, voiceOf(setting)))
}

export function logSheet(log: LogView, setting: PageSetting): string {
  return csvOf(logTable(log, voiceOf(setting)))
}

export type TenderSheet = 'trail' | 'opening' | 'candidates'

/** Null where the tender has not come so far. */
export function tenderSheet(
  sheet: TenderSheet,
  of: { readonly id: string; readonly trail: readonly TrailLine[] },
  setting: PageSetting,
): string | null {
  const story = storyOf(of.trail)
  const voice = voiceOf(setting, story.procedure)
  const table = tenderTableOf(sheet, { id: of.id, story }, voice)
  return table && csvOf(table)
}

function tenderTableOf(
  sheet: TenderSheet,
  { id, story }: { readonly id: string; readonly story: Story },
  voice: Voice,
): Table | null {
  const { state } = story
  switch (sheet) {
    case 'trail':
      return trailTable(id, story, voice)
    case 'opening':
      return state.record && recordTable(state.record, { id, state, voice })
    case 'candidates':
      return state.publicReview && candidateTable(state.publicReview, { id, voice })
  }
}
