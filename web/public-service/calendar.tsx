// SPDX-License-Identifier: Apache-2.0
/** 开标日历: the openings of the next thirty days, one table a day. */

import { isCivilDate } from '@gongxin/core/kernel'
import { dateShown } from '../design/index.ts'
import { byDay, latest, type TenderRow, tenderTable } from './lines.ts'
import { renderPage } from './page.tsx'
import type { PageSetting, Voice } from './setting.ts'
import { DataTable, type Table } from './table.tsx'

export interface CalendarModel {
  /** Tenders whose deadline lies in the next thirty days. */
  readonly openings: readonly TenderRow[]
}

export function renderCalendar({ openings }: CalendarModel, setting: PageSetting): string {
  return renderPage(setting, (voice) => ({
    title: voice.say('calendarTitle'),
    updatedAt: latest(
      openings.map((tender) => tender.updatedAt),
      setting.now,
    ),
    clock: true,
    main: (
      <>
        <h1>{voice.say('calendarTitle')}</h1>
        <p>{voice.say('calendarLead')}</p>
        <Days openings={openings} voice={voice} />
      </>
    ),
  }))
}

export function calendarTable({ openings }: CalendarModel, voice: Voice): Table {
  const { say } = voice
  return tenderTable(openings, voice, { caption: say('calendarTitle'), empty: say('calendarNone') })
}

function Days({ openings, voice }: CalendarModel & { readonly voice: Voice }) {
  const { say, language } = voice
  const days = byDay(openings)
  if (days.length === 0) return <p className="note">{say('calendarNone')}</p>
  return (
    <>
      {days.map(([on, tenders]) => {
        const title = isCivilDate(on) ? dateShown(on, language) : ''
        const of = { caption: title, empty: say('calendarNone') }
        return (
          <section key={on} aria-label={title}>
            <h2>{title}</h2>
            <DataTable table={tenderTable(tenders, voice, of)} voice={voice} />
          </section>
        )
      })}
      <p className="csv">
        <a href="/calendar.csv">{say('csv')}</a>
      </p>
    </>
  )
}
