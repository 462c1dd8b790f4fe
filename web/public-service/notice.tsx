// SPDX-License-Identifier: Apache-2.0
/** 招标公告: the notice as one page to read and to print. */

import type { TrailLine } from '@gongxin/shell/http/contract'
import { momentShown, sizeShown } from '../design/index.ts'
import { Facts } from './facts.tsx'
import { renderPage } from './page.tsx'
import { ProjectFacts } from './project/overview.tsx'
import { filesOf } from './project/tables.ts'
import type { PageSetting, Voice } from './setting.ts'
import { lastChange, type Story, storyOf, titleOf } from './story.ts'
import { termRows } from './terms.ts'

export interface NoticeModel {
  readonly id: string
  readonly trail: readonly TrailLine[]
}

const contactRows = new Set(['owner', 'agency', 'objections'])

/** Null where no notice has been published. */
export function renderNotice({ id, trail }: NoticeModel, setting: PageSetting): string | null {
  const story = storyOf(trail)
  if (story.state.notice === null) return null
  const draw = (voice: Voice) => ({
    title: voice.say('noticeTitle', { project: titleOf(story, id) }),
    updatedAt: lastChange(story, setting.now),
    clock: true as const,
    main: <NoticePage id={id} story={story} voice={voice} />,
  })
  return renderPage(setting, draw, story.procedure)
}

interface Drawn {
  readonly id: string
  readonly story: Story
  readonly voice: Voice
}

function NoticePage({ id, story, voice }: Drawn) {
  const { say } = voice
  const { notice } = story.state
  if (notice === null) return null
  const rows = termRows(notice.terms, voice)
  const facts = (kept: readonly (typeof rows)[number][]) =>
    kept.map(({ name, lines }) => ({ name, value: lines.join('\n') }))
  return (
    <article>
      <h1>{say('noticeTitle', { project: titleOf(story, id) })}</h1>
      <p>{say('noticeIntro')}</p>
      <p className="screen">
        <a href={`/tenders/${encodeURIComponent(id)}`}>{say('timeline')}</a>
        {' · '}
        <a href="/app/">{say('readDocument')}</a>
      </p>
      <h2>{say('sectionProject')}</h2>
      <ProjectFacts story={story} voice={voice} />
      <h2>{say('sectionTerms')}</h2>
      <Facts facts={facts(rows.filter(({ key }) => !contactRows.has(key)))} />
      <h2>{say('sectionTimes')}</h2>
      <Times story={story} voice={voice} />
      <h2>{say('sectionContacts')}</h2>
      <Facts facts={facts(rows.filter(({ key }) => contactRows.has(key)))} />
      {notice.reasons.length === 0 ? null : (
        <>
          <h2>{say('sectionReasons')}</h2>
          <ul>
            {notice.reasons.map(({ rule, reason }) => (
              <li key={rule}>{reason}</li>
            ))}
          </ul>
        </>
      )}
    </article>
  )
}

function Times({ story, voice }: Omit<Drawn, 'id'>) {
  const { say, language } = voice
  const { notice } = story.state
  if (notice === null) return null
  const { documentFrom, documentUntil, deadline } = notice.schedule
  const period = {
    from: momentShown(documentFrom, language),
    to: momentShown(documentUntil, language),
  }
  const files = filesOf(story.state).map(({ name, size }) => `${name}（${sizeShown(size)}）`)
  return (
    <Facts
      facts={[
        { name: say('columnPublished'), value: momentShown(notice.publishedAt, language) },
        {
          name: say('documentTimes'),
          value: `${say('fromTo', period)}\n${say('documentHow')}`,
        },
        {
          name: say('deadlineName'),
          value: `${momentShown(deadline, language)}\n${say('bidHow')}`,
        },
        { name: say('files'), value: files.join('\n') },
      ]}
    />
  )
}
