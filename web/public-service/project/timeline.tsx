// SPDX-License-Identifier: Apache-2.0
/** 全过程时间线: every stage of the procedure, done and to come, with acts, clauses and working. */

import type { Finding } from '@gongxin/core/kernel'
import { citeShown, limitOf } from '@gongxin/core/law'
import type { Stage } from '@gongxin/core/procedures'
import { hasReached, procedureOf } from '@gongxin/core/trading/tender'
import { type MessageKey, momentShown } from '../../design/index.ts'
import { Working } from '../facts.tsx'
import { limitNamed, publishedIn } from '../guide.tsx'
import type { Voice } from '../setting.ts'
import type { Story, Told } from '../story.ts'

type Standing = 'done' | 'current' | 'toCome' | 'skipped'

const standingWords: Readonly<Record<Standing, MessageKey>> = {
  done: 'stageDone',
  current: 'stageCurrent',
  toCome: 'stageToCome',
  skipped: 'stageSkipped',
}

export function Timeline({ story, voice }: { readonly story: Story; readonly voice: Voice }) {
  const stages = procedureOf(story.state).stages.filter((stage) => isOnTheWay(stage, story))
  return (
    <ol className="timeline">
      {stages.map((stage) => {
        const standing = standingOf(stage, story)
        return (
          <li key={stage.id} className={standing}>
            <h3>
              {stage.title[voice.language]}{' '}
              <span className="note">{voice.say(standingWords[standing])}</span>
            </h3>
            <StageBody stage={stage} story={story} voice={voice} />
          </li>
        )
      })}
    </ol>
  )
}

/** The ways to fail are shown only to a tender that went one of them. */
function isOnTheWay(stage: Stage, { state }: Story): boolean {
  return stage.end !== 'failure' || stage.id === state.phase
}

function standingOf(stage: Stage, { state, told }: Story): Standing {
  if (stage.id === state.phase) return stage.end === undefined ? 'current' : 'done'
  const passed = told.some((item) => item.phase === stage.id)
  if (passed || hasReached(state, stage.id)) return 'done'
  const ended = procedureOf(state).stages.find((s) => s.id === state.phase)?.end === 'failure'
  return ended ? 'skipped' : 'toCome'
}

function StageBody({
  stage,
  story,
  voice,
}: {
  readonly stage: Stage
  readonly story: Story
  readonly voice: Voice
}) {
  const { say, language } = voice
  const here = story.told.filter((item) => item.phase === stage.id)
  const open = here.filter((item) => item.line.body !== null)
  const closed = here.length - open.length
  const publishes = publishedIn(stage, voice)
  return (
    <>
      <p className="note">{stage.purpose[language]}</p>
      <ul>
        {open.map((item) => (
          <Happened key={item.line.seq} item={item} voice={voice} />
        ))}
        {closed === 0 ? null : <li>{say('timelineWithheld', { count: closed })}</li>}
      </ul>
      {here.length > 0 || publishes.length === 0 ? null : (
        <p className="note">{say('stagePublishes', { list: publishes.join('、') })}</p>
      )}
      {stage.limits === undefined ? null : (
        <Working title={say('stageLimits')} voice={voice} sentences={limitLines(stage, voice)} />
      )}
    </>
  )
}

function Happened({ item, voice }: { readonly item: Told; readonly voice: Voice }) {
  const { code, language, say } = voice
  const { line, at } = item
  const findings = line.body?.findings ?? []
  return (
    <li>
      {momentShown(at, language)} <a href={`#entry-${line.seq}`}>{line.title[language]}</a>{' '}
      <span className="note">{code('role', line.actor.role)}</span>
      <Working title={say('basisAndWorking')} voice={voice} sentences={sentencesOf(findings)} />
    </li>
  )
}

/** What did not concern the case says nothing to a reader. */
export function sentencesOf(
  findings: readonly Pick<Finding, 'outcome' | 'sentence'>[],
): readonly string[] {
  return findings.filter((f) => f.outcome !== 'not-applicable').map((f) => f.sentence)
}

function limitLines(stage: Stage, voice: Voice): readonly string[] {
  return (stage.limits ?? []).map((id) => {
    const { restates, cites } = limitOf(id)
    const clause = cites.length === 0 ? '' : `（${cites.map(citeShown).join('、')}）`
    return `${limitNamed(id, voice)}：${restates}${clause}`
  })
}
