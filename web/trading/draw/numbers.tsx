// SPDX-License-Identifier: Apache-2.0
/** Who has promised, who has shown, and whether each number keeps its promise: checked here. */

import type { CoefficientNumbers } from '@gongxin/core/trading/tender'
import { useState } from 'react'
import { type TenderSeen, useText } from '../../app/index.ts'
import { QuickAct } from '../acts/quick-act.tsx'
import { choiceWords } from '../fields.ts'
import { messages } from './messages.ts'
import {
  type Contributor,
  commitmentOf,
  contributorOf,
  keptNumber,
  type Place,
  promisedNumber,
} from './number.ts'

const contributors: readonly Contributor[] = ['owner', 'centre', 'authority']

interface Props {
  readonly tender: TenderSeen
  /** Names the draw, so that a number kept for one is not shown for another. */
  readonly draw: string
  readonly given: CoefficientNumbers
  readonly acts: { readonly commit: string; readonly reveal: string }
  /** May numbers be promised, may they be shown, as things stand. */
  readonly open: { readonly commit: boolean; readonly reveal: boolean }
}

export function Numbers(props: Props) {
  const { given, open } = props
  const t = useText()
  return (
    <section>
      <h2>{t(messages.numbers)}</h2>
      <p>{t(messages.why)}</p>
      <ul className="plain">
        {contributors.map((contributor) => (
          <li key={contributor} className="finding">
            <strong>{t(choiceWords('DrawNumberCommitted', 'contributor', contributor))}</strong>{' '}
            <Promised given={given} contributor={contributor} />
          </li>
        ))}
      </ul>
      {(open.commit || open.reveal) && <Own {...props} />}
    </section>
  )
}

interface PromisedProps {
  readonly given: CoefficientNumbers
  readonly contributor: Contributor
}

function Promised({ given, contributor }: PromisedProps) {
  const t = useText()
  const promised = given.commitments.find((c) => c.contributor === contributor)
  const shown = given.numbers.find((n) => n.contributor === contributor)
  if (promised === undefined) {
    return <span className="badge amber">▲ {t(messages.waiting)}</span>
  }
  if (shown === undefined) {
    return (
      <>
        <span className="badge proof">◆ {t(messages.committed)}</span>
        <span className="digest">{promised.commitment}</span>
      </>
    )
  }
  const kept = commitmentOf(contributor, shown.number) === promised.commitment
  return (
    <>
      <span className={kept ? 'badge green' : 'badge red'}>
        {kept ? `✓ ${t(messages.revealed)}` : `■ ${t(messages.mismatch)}`}
      </span>
      <span className="digest">{shown.number}</span>
    </>
  )
}

function Own({ tender, draw, given, acts, open }: Props) {
  const role = tender.reader?.role
  const contributor = role === undefined ? null : contributorOf(role)
  if (contributor === null) return null
  const place = { draw, contributor }
  const promised = given.commitments.find((c) => c.contributor === contributor)
  if (promised === undefined) {
    return open.commit ? <Commit tender={tender} place={place} act={acts.commit} /> : null
  }
  const shown = given.numbers.some((n) => n.contributor === contributor)
  if (shown || !open.reveal) return null
  return <Reveal tender={tender} place={place} act={acts.reveal} />
}

interface OwnProps {
  readonly tender: TenderSeen
  readonly place: Place
  readonly act: string
}

function Commit({ tender, place, act }: OwnProps) {
  const t = useText()
  const [number] = useState(() => promisedNumber(localStorage, place))
  const body = { commitment: commitmentOf(place.contributor, number) }
  return (
    <>
      <p className="demo-banner">{t(messages.keepNote)}</p>
      <QuickAct tender={tender} act={act} body={body} primary>
        {t(messages.commit)}
      </QuickAct>
    </>
  )
}

function Reveal({ tender, place, act }: OwnProps) {
  const t = useText()
  const number = keptNumber(localStorage, place)
  if (number === null) return <p className="fault">{t(messages.lostNumber)}</p>
  return (
    <QuickAct tender={tender} act={act} body={{ number }} primary>
      {t(messages.reveal)}
    </QuickAct>
  )
}
