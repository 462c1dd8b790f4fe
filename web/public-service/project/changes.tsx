// SPDX-License-Identifier: Apache-2.0
/** 变更与澄清: what changed between versions of the terms, and what was asked and answered. */

import { momentShown } from '../../design/index.ts'
import type { Voice } from '../setting.ts'
import type { Story } from '../story.ts'
import { changesBetween, type TermChange } from '../terms.ts'

interface Drawn {
  readonly story: Story
  readonly voice: Voice
}

export function Changes({ story, voice }: Drawn) {
  const { code, say, language } = voice
  const { moves } = story.state
  const [, ...later] = story.versions
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">{say('versions')}</h2>
      {later.length + moves.length === 0 ? <p className="note">{say('versionsNone')}</p> : null}
      {moves.length === 0 ? null : (
        <>
          <h3>{say('movesTitle')}</h3>
          <ul>
            {moves.map(({ at, from, to, because, reason }) => (
              <li key={at}>
                {say('moveShown', {
                  from: momentShown(from, language),
                  to: momentShown(to, language),
                  because: code('move', because),
                })}{' '}
                {reason}
              </li>
            ))}
          </ul>
        </>
      )}
      {later.map(({ at, terms }, index) => (
        <div key={at}>
          <h3>{say('versionOf', { time: momentShown(at, language) })}</h3>
          <Difference
            changes={changesBetween(story.versions[index]?.terms ?? terms, terms, voice)}
            voice={voice}
          />
        </div>
      ))}
    </section>
  )
}

function Difference({
  changes,
  voice,
}: {
  readonly changes: readonly TermChange[]
  readonly voice: Voice
}) {
  return (
    <dl className="facts">
      {changes.map(({ name, before, after }) => (
        <Change key={name} name={name} before={before} after={after} voice={voice} />
      ))}
    </dl>
  )
}

function Change({ name, before, after, voice }: TermChange & { readonly voice: Voice }) {
  const { say } = voice
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <del>{say('versionBefore', { text: before.join('\n') || say('none') })}</del>
        {'\n'}
        <ins>{say('versionAfter', { text: after.join('\n') || say('none') })}</ins>
      </dd>
    </>
  )
}

export function Answers({ story, voice }: Drawn) {
  const { code, say, language } = voice
  const { clarifications, objections, directives } = story.state
  const answered = objections.flatMap(({ id, answer }) => (answer === null ? [] : [{ id, answer }]))
  return (
    <section aria-labelledby="answers">
      <h2 id="answers">{say('clarifications')}</h2>
      {clarifications.length === 0 ? (
        <p className="note">{say('clarificationsNone')}</p>
      ) : (
        clarifications.map(({ id, at, answers }) => (
          <div key={id}>
            <h3>{momentShown(at, language)}</h3>
            <dl className="facts">
              {answers.map(({ question, answer }) => (
                <Answer
                  key={`${question} ${answer}`}
                  question={question === '' ? say('ownMotion') : question}
                  answer={answer}
                />
              ))}
            </dl>
          </div>
        ))
      )}
      {answered.length === 0 ? null : <h2>{say('objectionsTitle')}</h2>}
      {answered.map(({ id, answer }) => (
        <div key={id}>
          <h3>
            {say('objectionAbout', { subject: code('objection', answer.subject) })}
            {' · '}
            {say(answer.upheld ? 'objectionUpheld' : 'objectionRejected')}
          </h3>
          <p>{answer.answer}</p>
        </div>
      ))}
      {directives.length === 0 ? null : <h2>{say('directivesTitle')}</h2>}
      {directives.map(({ id, at, kind, number, basis, text, by }) => (
        <div key={id}>
          <h3>
            {code('directive', kind)} · {number}
          </h3>
          <p>{text}</p>
          <p className="note">
            {by.name} · {momentShown(at, language)} · {basis.join('、')}
          </p>
        </div>
      ))}
    </section>
  )
}

function Answer({ question, answer }: { readonly question: string; readonly answer: string }) {
  return (
    <>
      <dt>{question}</dt>
      <dd>{answer}</dd>
    </>
  )
}
