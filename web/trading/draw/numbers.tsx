// SPDX-License-Identifier: Apache-2.0
/** Who has promised, who has shown, and whether each number keeps its promise: checked here. */

import type { Draw } from '@gongxin/core/trading/tender'
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
  readonly draw: Draw
}

export function Numbers({ tender, draw }: Props) {
  const t = useText()
  return (
    <section>
      <h2>{t(messages.numbers)}</h2>
      <p>{t(messages.why)}</p>
      <ul className="plain">
        {contributors.map((contributor) => (
          <li key={contributor} className="finding">
            <strong>{t(choiceWords('DrawNumberCommitted', 'contributor', contributor))}</strong>{' '}
            <Promised draw={draw} contributor={contributor} />
          </li>
        ))}
      </ul>
      {draw.result === null && <Own tender={tender} draw={draw} />}
    </section>
  )
}

function Promised({ draw, contributor }: { draw: Draw; contributor: Contributor }) {
  const t = useText()
  const promised = draw.commitments.find((c) => c.contributor === contributor)
  const shown = draw.numbers.find((n) => n.contributor === contributor)
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

function Own({ tender, draw }: Props) {
  const role = tender.reader?.role
  const contributor = role === undefined ? null : contributorOf(role)
  if (contributor === null) return null
  const place = { draw: draw.request.draw, contributor }
  const promised = draw.commitments.find((c) => c.contributor === contributor)
  if (promised === undefined) return <Commit tender={tender} place={place} />
  const shown = draw.numbers.some((n) => n.contributor === contributor)
  if (shown || draw.commitments.length < contributors.length) return null
  return <Reveal tender={tender} place={place} />
}

interface OwnProps {
  readonly tender: TenderSeen
  readonly place: Place
}

function Commit({ tender, place }: OwnProps) {
  const t = useText()
  const [number] = useState(() => promisedNumber(localStorage, place))
  return (
    <>
      <p className="demo-banner">{t(messages.keepNote)}</p>
      <QuickAct
        tender={tender}
        act="commit-draw-number"
        body={{ commitment: commitmentOf(place.contributor, number) }}
        primary
      >
        {t(messages.commit)}
      </QuickAct>
    </>
  )
}

function Reveal({ tender, place }: OwnProps) {
  const t = useText()
  const number = keptNumber(localStorage, place)
  if (number === null) return <p className="fault">{t(messages.lostNumber)}</p>
  return (
    <QuickAct tender={tender} act="reveal-draw-number" body={{ number }} primary>
      {t(messages.reveal)}
    </QuickAct>
  )
}
