// SPDX-License-Identifier: Apache-2.0
/** 公告公示: filters as links with counts, search with marks, pages by cursor, feed and CSV. */

import { findDisclosureItem } from '@gongxin/core/registers/disclosure'
import { codeShown, districtShown, type MessageKey } from '../design/index.ts'
import { latest, type NoticeRow, noticeTable } from './lines.ts'
import { renderPage } from './page.tsx'
import { SearchBox } from './search.tsx'
import { addressWith, type PageSetting, type Voice } from './setting.ts'
import { DataTable } from './table.tsx'

export interface Count {
  readonly value: string
  readonly count: number
}

export interface NoticesModel {
  readonly q: string
  readonly kind: string | null
  readonly district: string | null
  readonly line: string | null
  /** Published within so many days; a search by words ignores it. */
  readonly days: '1' | '7' | '30' | null
  readonly counts: {
    readonly kind: readonly Count[]
    readonly district: readonly Count[]
    readonly line: readonly Count[]
    readonly days: readonly Count[]
  }
  readonly items: readonly NoticeRow[]
  readonly total: number
  /** The total is a floor. */
  readonly capped: boolean
  readonly relaxed: boolean
  readonly next: string | null
  readonly isFirst: boolean
}

export function renderNotices(model: NoticesModel, setting: PageSetting): string {
  return renderPage(setting, (voice) => ({
    title: model.q === '' ? voice.say('noticesTitle') : `${model.q} · ${voice.say('noticesTitle')}`,
    updatedAt: latest(
      model.items.map((notice) => notice.publishedAt),
      setting.now,
    ),
    clock: true,
    main: (
      <>
        <h1>{voice.say('noticesTitle')}</h1>
        <SearchBox voice={voice} text={model.q} />
        <div className="columns">
          <Filters model={model} voice={voice} />
          <Results model={model} voice={voice} />
        </div>
      </>
    ),
  }))
}

interface Drawn {
  readonly model: NoticesModel
  readonly voice: Voice
}

function Results({ model, voice }: Drawn) {
  const { say, address } = voice
  const { total: count, capped, relaxed, next, q } = model
  const csv = addressWith(address.replace(/^[^?]*/, '/notices.csv'), { cursor: null, lang: null })
  const of = { caption: say('noticesTitle'), empty: say('noticesNone'), csv, q }
  return (
    <div>
      <p>{say(capped ? 'noticesFoundAtLeast' : 'noticesFound', { count })}</p>
      {relaxed ? <p className="note">{say('noticesRelaxed')}</p> : null}
      <DataTable table={noticeTable(model.items, voice, of)} voice={voice} />
      <nav className="pager" aria-label={say('nextPage')}>
        {model.isFirst ? null : (
          <a href={addressWith(address, { cursor: null })}>{say('firstPage')}</a>
        )}
        {next === null ? null : (
          <a rel="next" href={addressWith(address, { cursor: next })}>
            {say('nextPage')}
          </a>
        )}
      </nav>
      <p className="csv">
        <a href="/notices.atom">{say('feed')}</a>
      </p>
    </div>
  )
}

function Filters({ model, voice }: Drawn) {
  const { say, language } = voice
  const { counts } = model
  return (
    <nav className="filters" aria-label={say('filters')}>
      <Filter
        voice={voice}
        of={{ name: 'kind', title: 'filterKind', chosen: model.kind, counts: counts.kind }}
        shown={(value) => kindShown(value, voice)}
      />
      <Filter
        voice={voice}
        of={{ name: 'line', title: 'filterLine', chosen: model.line, counts: counts.line }}
        shown={(value) => codeShown('line', value, language)}
      />
      <Filter
        voice={voice}
        of={{
          name: 'district',
          title: 'filterDistrict',
          chosen: model.district,
          counts: counts.district,
        }}
        shown={(value) => districtShown(value, language)}
      />
      {model.q !== '' ? null : (
        <Filter
          voice={voice}
          of={{ name: 'days', title: 'filterDate', chosen: model.days, counts: counts.days }}
          shown={(value) => say(dayNames[value] ?? 'filterAll')}
        />
      )}
    </nav>
  )
}

const dayNames: Readonly<Record<string, MessageKey>> = {
  '1': 'dateToday',
  '7': 'dateWeek',
  '30': 'dateMonth',
}

/** The kinds are those of the disclosure catalogue. */
export function kindShown(kind: string, { language, say }: Voice): string {
  const item = findDisclosureItem(kind)
  if (item === undefined) return say('trailUnknown')
  return language === 'zh' ? item.title : item.titleEn
}

interface FilterOf {
  readonly name: string
  readonly title: MessageKey
  readonly chosen: string | null
  readonly counts: readonly Count[]
}

function Filter({
  of,
  voice,
  shown,
}: {
  readonly of: FilterOf
  readonly voice: Voice
  readonly shown: (value: string) => string
}) {
  const { say, address } = voice
  const link = (value: string | null) => addressWith(address, { [of.name]: value, cursor: null })
  if (of.counts.length === 0 && of.chosen === null) return null
  return (
    <>
      <h2>{say(of.title)}</h2>
      <ul>
        <li>
          <a href={link(null)} aria-current={of.chosen === null ? 'true' : undefined}>
            {say('filterAll')}
          </a>
        </li>
        {of.counts.map(({ value, count }) => (
          <li key={value}>
            <a href={link(value)} aria-current={of.chosen === value ? 'true' : undefined}>
              {shown(value)} ({count})
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
