// SPDX-License-Identifier: Apache-2.0
/** Where a tender stands: state, suspension, ending, the next date, the limits that are running. */

import { momentShown, timeLeft } from '../../design/index.ts'
import { Working } from '../facts.tsx'
import { phaseShown, placeOf } from '../lines.ts'
import type { Voice } from '../setting.ts'
import type { Story } from '../story.ts'
import { nextDate, runningClocks } from './next-date.ts'

interface Drawn {
  readonly story: Story
  readonly voice: Voice
}

export function Standing({ story, voice }: Drawn) {
  const { code, say, language, now } = voice
  const { state } = story
  const next = nextDate(state, voice)
  const left = next?.at == null ? '' : timeLeft(now, next.at, language)
  return (
    <>
      <p>
        {say('stateIs')} <strong className="state">{phaseShown(placeOf(state), voice)}</strong>
      </p>
      {state.suspensions.map(({ ref, since, because }) => (
        <div key={ref} className="stopped" role="status">
          <strong>■ {say('suspendedTitle')}</strong>
          <p>
            {say('suspendedText', {
              since: momentShown(since, language),
              because: code('suspension', because),
            })}
          </p>
        </div>
      ))}
      <Ended story={story} voice={voice} />
      {next === null ? (
        <p className="note">{say('noNextDate')}</p>
      ) : (
        <div className="next">
          {say('nextDate', { title: next.title })}{' '}
          {next.at === null ? null : <strong>{momentShown(next.at, language)}</strong>}{' '}
          {left === '' ? null : say('closesIn', { left })}
          <Working title={say('showWhy')} sentences={next.why} voice={voice} />
        </div>
      )}
      <Running story={story} voice={voice} />
    </>
  )
}

function Ended({ story, voice }: Drawn) {
  const { ending, next } = story.state
  if (ending === null) return null
  return (
    <div className="stopped">
      <strong>■ {voice.say('endedTitle')}</strong>
      <p>
        {momentShown(ending.at, voice.language)} · {ending.why}
      </p>
      {next === null ? null : (
        <p>
          <a href={`/tenders/${encodeURIComponent(next)}`}>{voice.say('nextRound')}</a>
        </p>
      )}
    </div>
  )
}

function Running({ story, voice }: Drawn) {
  const { say, language, now } = voice
  const duties = runningClocks(story.state, now)
  if (duties.length === 0) return null
  return (
    <>
      <h2>{say('dutiesTitle')}</h2>
      <ul>
        {duties.map(({ id, title, until, why }) => (
          <li key={id}>
            {until === null
              ? title[language]
              : say('dutyUntil', { title: title[language], until: momentShown(until, language) })}
            <Working title={say('showWhy')} sentences={[why]} voice={voice} />
          </li>
        ))}
      </ul>
    </>
  )
}
