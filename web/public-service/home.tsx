// SPDX-License-Identifier: Apache-2.0
/** 首页: one search box, what happens today, the doors, the figures, and how to check. */

import { codeShown } from '../design/index.ts'
import { Bars } from './bars.tsx'
import { latest, type NoticeRow, noticeTable, type TenderRow, tenderTable } from './lines.ts'
import { renderPage } from './page.tsx'
import { SearchBox } from './search.tsx'
import type { PageSetting, Voice } from './setting.ts'
import { cell, DataTable, type Table } from './table.tsx'

export interface MonthFigure {
  /** `YYYY-MM`. */
  readonly month: string
  readonly notices: number
  readonly tenderNotices: number
}

export interface HomeModel {
  /** Deadlines, which are openings, of the next two days. */
  readonly openings: readonly TenderRow[]
  /** Deadlines of the next seven days after those. */
  readonly closing: readonly TenderRow[]
  readonly notices: readonly NoticeRow[]
  /** Tenders in each line of trade that is live. */
  readonly lines: readonly { readonly line: string; readonly count: number }[]
  readonly months: readonly MonthFigure[]
}

export function renderHome(model: HomeModel, setting: PageSetting): string {
  return renderPage(setting, (voice) => ({
    title: voice.say('homeTitle'),
    updatedAt: latest(
      [...model.notices.map((n) => n.publishedAt), ...model.openings.map((t) => t.updatedAt)],
      setting.now,
    ),
    clock: true,
    main: <Home model={model} voice={voice} />,
  }))
}

interface Drawn {
  readonly model: HomeModel
  readonly voice: Voice
}

function Home({ model, voice }: Drawn) {
  const { say } = voice
  return (
    <>
      <h1>{say('siteLine')}</h1>
      <p className="lead">{say('homeLead')}</p>
      <SearchBox voice={voice} text="" />
      <Examples voice={voice} />
      <Today model={model} voice={voice} />
      <h2>{say('linesOfTrade')}</h2>
      <Doors model={model} voice={voice} />
      <section className="proof" aria-labelledby="verify">
        <h2 id="verify">{say('verifyTitle')}</h2>
        <p>{say('verifyText')}</p>
        <p>
          <a href="/notices">{say('verifyFind')}</a>
        </p>
      </section>
      <h2>{say('monthFigures')}</h2>
      <Bars
        label={say('monthFigures')}
        bars={model.months.map(({ month, notices }) => ({ name: month, value: notices }))}
      />
      <DataTable table={monthTable(model, voice)} voice={voice} />
      <h2>{say('serviceLinks')}</h2>
      <ul>
        <li>
          <a href="/guide">{say('navGuide')}</a>
        </li>
        <li>
          <a href="/law">{say('limitsTitle')}</a>
        </li>
        <li>
          <a href="/law/readings">{say('readingsTitle')}</a>
        </li>
        <li>
          <a href="/about">{say('navAbout')}</a>
        </li>
      </ul>
    </>
  )
}

const examples = ['污水管网', '施工 城中区', '桥梁'] as const

function Examples({ voice }: { readonly voice: Voice }) {
  return (
    <p className="note screen">
      {voice.say('searchExamples')}
      {examples.map((text) => (
        <span key={text} lang="zh">
          {' '}
          <a href={`/notices?q=${encodeURIComponent(text)}`}>{text}</a>
        </span>
      ))}
    </p>
  )
}

function Today({ model, voice }: Drawn) {
  const { say } = voice
  const openings = { caption: say('openingsSoon'), empty: say('noOpenings'), csv: '/calendar.csv' }
  const closing = { caption: say('closingSoon'), empty: say('noClosing'), csv: '/calendar.csv' }
  const fresh = { caption: say('newNotices'), empty: say('noNotices'), csv: '/notices.csv' }
  return (
    <>
      <h2>{say('today')}</h2>
      <DataTable table={tenderTable(model.openings, voice, openings)} voice={voice} />
      <DataTable table={tenderTable(model.closing, voice, closing)} voice={voice} />
      <DataTable table={noticeTable(model.notices, voice, fresh)} voice={voice} />
      <p>
        <a href="/notices">{say('allNotices')}</a>
      </p>
    </>
  )
}

const doors = ['engineering', 'procurement', 'land', 'equity'] as const

function Doors({ model, voice }: Drawn) {
  const { say, language } = voice
  return (
    <ul className="doors">
      {doors.map((line) => {
        const name = codeShown('line', line, language)
        const count = model.lines.find((l) => l.line === line)?.count ?? 0
        return line === 'engineering' || count > 0 ? (
          <li key={line} className="open">
            <a href={`/notices?line=${line}`}>{name}</a>
            <p>{say('lineOpen', { count })}</p>
          </li>
        ) : (
          <li key={line}>
            <strong>{name}</strong>
            <p>{say('lineBuilding')}</p>
          </li>
        )
      })}
    </ul>
  )
}

export function monthTable({ months }: Pick<HomeModel, 'months'>, { say }: Voice): Table {
  return {
    caption: say('monthFigures'),
    empty: say('emptyTable'),
    csv: '/months.csv',
    columns: [
      { title: say('month') },
      { title: say('noticesCount'), align: 'right' },
      { title: say('tendersCount'), align: 'right' },
    ],
    rows: months.map(({ month, notices, tenderNotices }) => [
      cell(month),
      cell(String(notices)),
      cell(String(tenderNotices)),
    ]),
  }
}
