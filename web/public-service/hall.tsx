// SPDX-License-Identifier: Apache-2.0
/** 开标大厅: a countdown in words, then the record; nothing before its moment. */

import type { TrailLine } from '@gongxin/shell/http/contract'
import { momentShown, timeLeft } from '../design/index.ts'
import { phaseShown, placeOf } from './lines.ts'
import { renderPage } from './page.tsx'
import { OpeningRecord } from './project/result.tsx'
import type { PageSetting, Voice } from './setting.ts'
import { lastChange, type Story, storyOf, titleOf } from './story.ts'

export interface HallModel {
  readonly id: string
  readonly trail: readonly TrailLine[]
}

const waiting = new Set(['tendering', 'closed', 'opening'])

export function renderHall({ id, trail }: HallModel, setting: PageSetting): string {
  const story = storyOf(trail)
  const { phase } = story.state
  const draw = (voice: Voice) => ({
    title: `${titleOf(story, id)} · ${voice.say('hallTitle')} · ${phaseShown(placeOf(story.state), voice)}`,
    updatedAt: lastChange(story, setting.now),
    clock: true as const,
    ...(waiting.has(phase) ? { refreshSeconds: phase === 'opening' ? 15 : 60 } : {}),
    main: (
      <>
        <h1>
          {voice.say('hallTitle')} · {titleOf(story, id)}
        </h1>
        <p>
          <a href={`/tenders/${encodeURIComponent(id)}`}>{voice.say('timeline')}</a>
        </p>
        <Hall story={story} voice={voice} />
        <OpeningRecord id={id} state={story.state} voice={voice} />
      </>
    ),
  })
  return renderPage(setting, draw, story.procedure)
}

function Hall({ story, voice }: { readonly story: Story; readonly voice: Voice }) {
  const { say, language } = voice
  const { state } = story
  const received =
    state.received === null ? null : <p>{say('hallReceived', { count: state.received })}</p>
  if (state.record !== null) return received
  if (state.notice === null) return <p>{say('hallNotYet')}</p>
  if (state.phase === 'tendering') return <Countdown story={story} voice={voice} />
  if (state.phase === 'closed') {
    return (
      <>
        <p>{say('hallClosed')}</p>
        {received}
      </>
    )
  }
  if (state.phase === 'opening' && state.opening !== null) {
    const until = momentShown(state.opening.until, language)
    return (
      <>
        <p>{say('hallOpening', { until })}</p>
        {received}
      </>
    )
  }
  return (
    <>
      <p>{say('hallFailed')}</p>
      {state.ending === null ? null : <p>{state.ending.why}</p>}
      {received}
    </>
  )
}

function Countdown({ story, voice }: { readonly story: Story; readonly voice: Voice }) {
  const { say, language, now } = voice
  const deadline = story.state.notice?.schedule.deadline
  if (deadline === undefined) return null
  const left = timeLeft(now, deadline, language)
  return (
    <>
      {left === '' ? (
        <p className="countdown">{say('hallClosed')}</p>
      ) : (
        <p className="countdown" role="timer">
          {say('hallCountdown', { left })}
        </p>
      )}
      <p>{say('hallCountdownText', { time: momentShown(deadline, language) })}</p>
      <p className="note">{say('hallSecret')}</p>
    </>
  )
}
