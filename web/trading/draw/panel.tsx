// SPDX-License-Identifier: Apache-2.0
/** 专家抽取: request, frozen pool, three promised numbers, calls in the drawn order, committee. */

import { type Draw, mayReveal, nextCall, openSeats } from '@gongxin/core/trading/tender'
import { type TenderSeen, useText } from '../../app/index.ts'
import { ActDetails } from '../acts/act-details.tsx'
import { QuickAct } from '../acts/quick-act.tsx'
import { AreaPage } from '../area-page.tsx'
import { choiceWords } from '../fields.ts'
import { specialtyTitle } from '../form/index.ts'
import { messages } from './messages.ts'
import { Numbers } from './numbers.tsx'

export function DrawPanel() {
  const t = useText()
  return (
    <AreaPage title={t(messages.draw)} everyMs={5000} area="draw">
      {(tender) => <Panel tender={tender} />}
    </AreaPage>
  )
}

function Panel({ tender }: { readonly tender: TenderSeen }) {
  const t = useText()
  const { draw } = tender.state
  if (draw === null) {
    return (
      <div className="stack">
        <p className="empty">{t(messages.notYet)}</p>
        <ActDetails tender={tender} act="request-draw" open />
      </div>
    )
  }
  return (
    <div className="stack">
      <Requested draw={draw} />
      {draw.published !== null && <DrawNumbers tender={tender} draw={draw} />}
      {draw.short !== null && (
        <p className="finding">
          ▲ {t(messages.short, { specialty: t(specialtyTitle(draw.short.specialty)) })}
        </p>
      )}
      {draw.result !== null && <Result tender={tender} draw={draw} />}
      {draw.result === null && <ActDetails tender={tender} act="exclude-contributors" />}
      <ActDetails tender={tender} act="request-redraw" />
      <ActDetails tender={tender} act="record-absence" />
      <ActDetails tender={tender} act="check-in" open />
      {tender.state.committee === null && (
        <ActDetails tender={tender} act="convene-committee" open={draw.result !== null} />
      )}
      <ActDetails tender={tender} act="recuse-member" />
      <ActDetails tender={tender} act="name-representative" />
    </div>
  )
}

interface DrawProps {
  readonly draw: Draw
}

function Requested({ draw }: DrawProps) {
  const t = useText()
  return (
    <section>
      <h2>{t(messages.pool)}</h2>
      <ul>
        {draw.request.strata.map(({ specialty, count }) => (
          <li key={specialty}>
            {t(messages.strata, { specialty: t(specialtyTitle(specialty)), count })}
          </li>
        ))}
      </ul>
      {draw.published === null ? (
        <p role="status">{t(messages.poolWaiting)}</p>
      ) : (
        <p>
          {t(messages.poolFrozen, { size: draw.published.size })}{' '}
          <span className="digest">{draw.published.root}</span>
        </p>
      )}
    </section>
  )
}

const numberActs = { commit: 'commit-draw-number', reveal: 'reveal-draw-number' }

function DrawNumbers({ tender, draw }: DrawProps & { readonly tender: TenderSeen }) {
  const running = draw.result === null
  const promised = mayReveal(draw)
  return (
    <Numbers
      tender={tender}
      draw={draw.request.draw}
      given={draw}
      acts={numberActs}
      open={{ commit: running && !promised, reveal: running && promised }}
    />
  )
}

function Result({ tender, draw }: DrawProps & { readonly tender: TenderSeen }) {
  const t = useText()
  return (
    <section>
      <h2>{t(messages.result)}</h2>
      <p>
        {t(messages.seed)} <span className="digest">{draw.result?.seed}</span>
      </p>
      <p className="note">{t(messages.replay)}</p>
      {draw.request.strata.map(({ specialty }) => (
        <NextCall key={specialty} tender={tender} specialty={specialty} />
      ))}
      <h3>{t(messages.calls)}</h3>
      {draw.calls.length === 0 && <p className="note">{t(messages.noCalls)}</p>}
      <ol>
        {draw.calls.map((call) => (
          <li key={`${call.specialty} ${call.index}`}>
            {t(messages.call, {
              specialty: t(specialtyTitle(call.specialty)),
              index: call.index + 1,
            })}
            ：{t(choiceWords('record-call', 'answer', call.answer))}
          </li>
        ))}
      </ol>
    </section>
  )
}

const callAnswers = ['accepted', 'declined', 'no-answer', 'unavailable', 'recusal'] as const

interface CallProps {
  readonly tender: TenderSeen
  readonly specialty: string
}

/** In the drawn order; the officer only says what the person answered. */
function NextCall({ tender, specialty }: CallProps) {
  const t = useText()
  const title = t(specialtyTitle(specialty))
  const open = openSeats(tender.state, specialty)
  const next = nextCall(tender.state, specialty)?.index
  if (open > 0 && next === undefined) {
    return <p className="finding">▲ {t(messages.exhausted, { specialty: title, open })}</p>
  }
  if (next === undefined) {
    return <p className="finding met">✓ {t(messages.filled, { specialty: title })}</p>
  }
  return (
    <div className="group">
      <p>{t(messages.nextCall, { specialty: title, index: next + 1, open })}</p>
      <div className="row">
        {callAnswers.map((answer) => (
          <QuickAct
            key={answer}
            tender={tender}
            act="record-call"
            body={{ specialty, index: next, answer }}
            primary={answer === 'accepted'}
          >
            {t(choiceWords('record-call', 'answer', answer))}
          </QuickAct>
        ))}
      </div>
    </div>
  )
}
