// SPDX-License-Identifier: Apache-2.0
/** 规则: the limits with clause and figure, the catalogue of documents, the open readings. */

import { citeShown, documents, type Limit, limits, readings } from '@gongxin/core/law'
import { codeShown, dateShown } from '../design/index.ts'
import { renderPage } from './page.tsx'
import type { PageSetting, Voice } from './setting.ts'
import { cell, DataTable, type Table } from './table.tsx'

export function renderLaw(setting: PageSetting): string {
  return renderPage(setting, (voice) => ({
    title: voice.say('lawTitle'),
    updatedAt: setting.now,
    main: (
      <>
        <h1>{voice.say('lawTitle')}</h1>
        <p>{voice.say('lawLead')}</p>
        <p>
          <a href="/law/readings">{voice.say('allReadings')}</a>
        </p>
        <h2 id="limits">{voice.say('limitsTitle')}</h2>
        <DataTable table={limitTable(voice)} voice={voice} />
        <h2 id="documents">{voice.say('documentsTitle')}</h2>
        <p>{voice.say('documentsLead')}</p>
        <DataTable table={documentTable(voice)} voice={voice} />
      </>
    ),
  }))
}

export function renderReadings(setting: PageSetting): string {
  return renderPage(setting, (voice) => ({
    title: voice.say('readingsTitle'),
    updatedAt: setting.now,
    main: (
      <>
        <h1>{voice.say('readingsTitle')}</h1>
        <p>{voice.say('readingsLead')}</p>
        <DataTable table={readingTable(voice)} voice={voice} />
        <p>
          <a href="/law">{voice.say('allLimits')}</a>
        </p>
      </>
    ),
  }))
}

/** 不少于 20 日; a duty without a figure says 及时. */
export function figureShown(limit: Limit, { language, say }: Voice): string {
  const figure = limit.versions.at(-1)
  const kind = codeShown('limitKind', limit.kind, language)
  const unit = codeShown('limitUnit', limit.unit, language)
  if (figure === undefined || figure.n === null) {
    return limit.kind === 'DUTY' ? kind : codeShown('figure', 'document', language)
  }
  const { n, most } = figure
  const count = most === undefined ? String(n) : say('fromTo', { from: n, to: most })
  return language === 'zh' ? `${kind}${count}${unit}` : `${kind} ${count} ${unit}`.trim()
}

export function limitTable(voice: Voice): Table {
  const { say, language } = voice
  return {
    caption: say('limitsTitle'),
    empty: say('emptyTable'),
    csv: '/law/limits.csv',
    columns: [
      { title: say('limitNumber') },
      { title: say('limitName') },
      { title: say('limitFigure') },
      { title: say('limitMeaning') },
      { title: say('limitClause') },
      { title: say('limitFrom') },
      { title: say('limitScope') },
      { title: say('limitReadings') },
    ],
    rows: limits.map((limit) => [
      cell(limit.handbook),
      cell(language === 'zh' ? limit.title : limit.titleEn),
      cell(`${figureShown(limit, voice)}`),
      cell(limit.restates, { shown: <span lang="zh">{limit.restates}</span> }),
      cell(limit.cites.map(citeShown).join('、') || codeShown('figure', limit.figure, language)),
      cell(limit.versions.map(({ from }) => dateShown(from, language)).join('、')),
      cell(say(scopeOf(limit))),
      cell(limit.readings.join('、'), { shown: <ReadingLinks ids={limit.readings} /> }),
    ]),
  }
}

function scopeOf({ binds, onlyCompulsory }: Limit) {
  if (binds === 'procurement') return 'limitProcurement'
  return onlyCompulsory ? 'limitCompulsory' : 'limitEvery'
}

function ReadingLinks({ ids }: { readonly ids: readonly string[] }) {
  return (
    <>
      {ids.map((id, index) => (
        <span key={id}>
          {index === 0 ? '' : '、'}
          <a href={`/law/readings#${id}`}>{id}</a>
        </span>
      ))}
    </>
  )
}

export function documentTable({ say, language }: Voice): Table {
  return {
    caption: say('documentsTitle'),
    empty: say('emptyTable'),
    csv: '/law/documents.csv',
    columns: [
      { title: say('documentName') },
      { title: say('documentNumber') },
      { title: say('documentIssuer') },
      { title: say('documentLayer') },
      { title: say('documentTexts') },
    ],
    rows: documents.map((document) => [
      cell(document.title, {
        shown: language === 'zh' ? document.title : `${document.titleEn} (${document.title})`,
      }),
      cell(document.number),
      cell(document.issuer),
      cell(codeShown('layer', document.layer, language)),
      cell(document.texts.map(({ from }) => dateShown(from, language)).join('、')),
    ]),
  }
}

export function readingTable({ say }: Voice): Table {
  return {
    caption: say('readingsTitle'),
    empty: say('emptyTable'),
    csv: '/law/readings.csv',
    columns: [
      { title: say('limitNumber') },
      { title: say('readingTitle') },
      { title: say('readingQuestion') },
      { title: say('readingChosen') },
      { title: say('readingConsequence') },
      { title: say('readingStatus') },
    ],
    rows: readings.map((reading) => [
      cell(reading.id, { shown: <span id={reading.id}>{reading.id}</span> }),
      cell(reading.title),
      cell(reading.question),
      cell(reading.chosen),
      cell(reading.consequence),
      cell(say(reading.status === '待确认' ? 'readingOpen' : 'readingConfirmed')),
    ]),
  }
}
