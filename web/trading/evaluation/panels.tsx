// SPDX-License-Identifier: Apache-2.0
/** 核对、澄清、低价、表决 for the bid in view: what was asked, what came back, what may be done. */

import { yuanShown } from '@gongxin/core/kernel'
import type { Bid } from '@gongxin/core/trading/tender'
import { momentShown, type TenderSeen, usePreferences, useText } from '../../app/index.ts'
import { ActDetails } from '../acts/act-details.tsx'
import { QuickAct } from '../acts/quick-act.tsx'
import { choiceWords } from '../fields.ts'
import { groundTitle } from '../grounds.ts'
import { messages } from './messages.ts'

interface Props {
  readonly tender: TenderSeen
  readonly bid: Bid
}

export function BidPanels({ tender, bid }: Props) {
  const t = useText()
  const known = { bid: bid.no }
  const asked = tender.state.evaluation?.clarifications ?? []
  const lowPrice = asked.some((one) => one.bid === bid.no && one.kind === 'low-price')
  return (
    <section className="stack">
      <h2>{t(messages.more)}</h2>
      <Correction tender={tender} bid={bid} />
      <Clarifications tender={tender} bid={bid} />
      <ActDetails key={`ask ${bid.no}`} tender={tender} act="ask-clarification" known={known} />
      {lowPrice && (
        <>
          <p className="finding reason">▲ {t(messages.lowPrice)}</p>
          <ActDetails key={`low ${bid.no}`} tender={tender} act="judge-low-price" known={known} />
        </>
      )}
      <ActDetails key={`vote ${bid.no}`} tender={tender} act="vote-rejection" known={known} />
      <ActDetails tender={tender} act="stop-evaluation" />
      {bid.rejections.map((one) => (
        <p key={one.ground} className="finding breached">
          ■{' '}
          {t(messages.rejected, {
            why: t(groundTitle(one.ground)),
            votes: one.votesFor,
            all: one.votes,
          })}
        </p>
      ))}
    </section>
  )
}

function Correction({ tender, bid }: Props) {
  const t = useText()
  const { correction } = bid
  if (correction === null) {
    return (
      <div>
        <QuickAct tender={tender} act="correct-arithmetic" body={{ bid: bid.no }}>
          {t(messages.correct)}
        </QuickAct>
      </div>
    )
  }
  const { accepted } = correction
  const answer =
    accepted === null ? messages.waitingBidder : accepted ? messages.accepted : messages.declined
  return (
    <div className="group">
      <h3>{t(messages.correction)}</h3>
      <p>
        {t(messages.corrected, {
          from: yuanShown(correction.announcedFen),
          to: yuanShown(correction.correctedFen),
        })}{' '}
        · {t(answer)}
      </p>
      <ol>
        {correction.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </div>
  )
}

function Clarifications({ tender, bid }: Props) {
  const t = useText()
  const { language } = usePreferences()
  const all = tender.state.evaluation?.clarifications ?? []
  const own = all.filter((one) => one.bid === bid.no)
  if (own.length === 0) return null
  return (
    <div className="group">
      <h3>{t(messages.clarifications)}</h3>
      {own.map((one) => (
        <div key={one.id}>
          <p className="pre">
            <strong>{t(choiceWords('ask-clarification', 'kind', one.kind))}</strong> {one.question}
          </p>
          <p className="why pre">
            {one.reply === null
              ? t(messages.unanswered, { due: momentShown(one.due, language) })
              : one.reply.answer}
          </p>
        </div>
      ))}
    </div>
  )
}
