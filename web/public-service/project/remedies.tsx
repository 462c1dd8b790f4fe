// SPDX-License-Identifier: Apache-2.0
/** 救济: what can be lodged now and until when, each with its arithmetic; and what was decided. */

import { calendar } from '@gongxin/core/law'
import { remedyAt } from '@gongxin/core/procedures'
import {
  type Outlook,
  outlookOf,
  procedureOf,
  type TenderState,
} from '@gongxin/core/trading/tender'
import { inWords, momentShown } from '../../design/index.ts'
import type { Voice } from '../setting.ts'
import type { Story } from '../story.ts'
import { cell, DataTable, type Table } from '../table.tsx'

interface Drawn {
  readonly story: Story
  readonly voice: Voice
}

const levels = ['enquiry', 'first', 'complaint'] as const

function outlooks(state: TenderState, { now }: Voice): readonly Outlook[] {
  return levels.flatMap((level) => outlookOf(state, { now, calendar }, { level }))
}

export function Remedies({ story, voice }: Drawn) {
  const { say } = voice
  return (
    <section aria-labelledby="remedies">
      <h2 id="remedies">{say('remediesTitle')}</h2>
      <p className="note">{say('remediesText')}</p>
      <DataTable table={remediesTable(story.state, voice)} voice={voice} />
      <Decisions story={story} voice={voice} />
    </section>
  )
}

export function remediesTable(state: TenderState, voice: Voice): Table {
  const { say, language } = voice
  const shown = (term: Outlook['lodge'], none: string) => {
    const text = term.until === null ? none : momentShown(term.until, language)
    return cell(text, {
      shown: (
        <>
          {text}
          {term.why === '' ? null : <p className="note">{term.why}</p>}
        </>
      ),
    })
  }
  return {
    caption: say('remediesTitle'),
    empty: say('remediesNone'),
    columns: [
      { title: say('remedyName') },
      { title: say('remedySubject') },
      { title: say('remedyLodge') },
      { title: say('remedyAnswer') },
      { title: say('remedyStay') },
    ],
    rows: outlooks(state, voice).map(({ remedy, subject, lodge, answer, stay }) => [
      cell(inWords(remedy.title, language)),
      cell(inWords(subject.title, language)),
      shown(lodge, say(noneOf(subject))),
      shown(answer, ''),
      cell(inWords(stay, language)),
    ]),
  }
}

function noneOf({ time }: Outlook['subject']) {
  if (time === null) return 'remedyNoTime'
  return time.from === 'knowing' ? 'remedyAnyDay' : 'remedyNotBegun'
}

function Decisions({ story, voice }: Drawn) {
  const { say, language } = voice
  const decided = story.state.complaints.flatMap(({ decision }) => decision ?? [])
  if (decided.length === 0) return null
  return (
    <>
      <h3>{say('complaintsTitle')}</h3>
      {decided.map(({ id, at, number, outcome, basis, text, by }) => (
        <div key={id}>
          <h3>
            {number} · {say(outcome === 'upheld' ? 'complaintUpheld' : 'complaintDismissed')}
          </h3>
          <p>{text}</p>
          <p className="note">
            {by.name} · {momentShown(at, language)} · {basis.join('、')}
          </p>
        </div>
      ))}
    </>
  )
}

export interface Pointing {
  readonly act: string
  readonly title: string
}

/** What a citizen may base on an entry of the trail now; signing in comes after the click. */
export function pointings(state: TenderState, { say, language, now }: Voice): readonly Pointing[] {
  const procedure = procedureOf(state)
  return (['first', 'complaint'] as const).flatMap((level) => {
    const remedy = remedyAt(procedure, level)
    if (remedy === undefined || outlookOf(state, { now, calendar }, { level }).length === 0) {
      return []
    }
    const act = level === 'first' ? 'lodge-objection' : 'lodge-complaint'
    return [{ act, title: say('basedOnThis', { remedy: inWords(remedy.title, language) }) }]
  })
}

export function pointingAddress(
  tender: string,
  { act }: Pointing,
  { seq, hash }: { readonly seq: number; readonly hash: string },
): string {
  return `/app/tenders/${encodeURIComponent(tender)}/acts/${act}?seq=${seq}&entry=${hash}`
}
