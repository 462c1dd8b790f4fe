// SPDX-License-Identifier: Apache-2.0
/** Small parts that pages share: a list of facts, a working that opens, Chinese inside English. */

import type { ReactNode } from 'react'
import type { Voice } from './setting.ts'

export interface Fact {
  readonly name: string
  readonly value: ReactNode
}

/** Facts without a value are left out. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts
        .filter(({ value }) => value !== '' && value !== null && value !== undefined)
        .map(({ name, value }) => (
          <Pair key={name} name={name} value={value} />
        ))}
    </dl>
  )
}

function Pair({ name, value }: Fact) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  )
}

/** Sentences of the record, which is Chinese in either language. */
export function Working({
  title,
  sentences,
  voice,
}: {
  readonly title: string
  readonly sentences: readonly string[]
  readonly voice: Voice
}) {
  if (sentences.length === 0) return null
  const { language, say } = voice
  return (
    <details>
      <summary>{title}</summary>
      {language === 'zh' ? null : <p className="note">{say('chineseOnly')}</p>}
      <ul lang="zh">
        {[...new Set(sentences)].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </details>
  )
}
