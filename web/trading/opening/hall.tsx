// SPDX-License-Identifier: Apache-2.0
/** 开标大厅 for host and bidders: big state, who is in, one act at a time, never a price early. */

import { coefficientList, procedureOf } from '@gongxin/core/trading/tender'
import {
  deadlineOf,
  spanShown,
  type TenderSeen,
  useNow,
  usePreferences,
  useText,
} from '../../app/index.ts'
import { ActDetails } from '../acts/act-details.tsx'
import { QuickAct } from '../acts/quick-act.tsx'
import { AreaPage } from '../area-page.tsx'
import { Numbers } from '../draw/numbers.tsx'
import { HolderShares, OwnOpening } from '../keys/index.ts'
import { CheckOpening } from './check.tsx'
import { useLive } from './live.ts'
import { messages } from './messages.ts'
import { OpeningRecord } from './record.tsx'

export function Hall() {
  const t = useText()
  return (
    <AreaPage title={t(messages.hall)} everyMs={30_000} area="hall">
      {(tender) => <Opened tender={tender} />}
    </AreaPage>
  )
}

function Opened({ tender }: { readonly tender: TenderSeen }) {
  const t = useText()
  const live = useLive(tender.id)
  const { state } = tender
  return (
    <div className="stack">
      <p className="note" role="status">
        {live ? `● ${t(messages.live)}` : `◌ ${t(messages.polling)}`}
      </p>
      <BigState tender={tender} />
      <Coefficient tender={tender} />
      <HallActs tender={tender} />
      {state.record === null ? <Bids tender={tender} /> : <OpeningRecord state={state} />}
      <CheckOpening tender={tender} />
      <Objections tender={tender} />
    </div>
  )
}

const numberActs = { commit: 'commit-coefficient-number', reveal: 'reveal-coefficient-number' }

/** Where K is drawn: three numbers, promised before the deadline and shown before any price. */
function Coefficient({ tender }: { readonly tender: TenderSeen }) {
  const { state } = tender
  if (coefficientList(state) === null || state.record !== null) return null
  const commit = state.phase === 'tendering'
  const reveal = state.closedAt !== null && !state.bids.some((b) => b.standing === 'opened')
  return (
    <Numbers
      tender={tender}
      draw={`${tender.id} coefficient`}
      given={state.coefficient}
      acts={numberActs}
      open={{ commit, reveal }}
    />
  )
}

function BigState({ tender }: { readonly tender: TenderSeen }) {
  const t = useText()
  const { language } = usePreferences()
  const now = useNow()
  const { state } = tender
  const deadline = deadlineOf(state)
  const until = state.opening?.until
  const left = (to: string) => spanShown(Date.parse(to) - Date.parse(now), language)
  if (state.record !== null) return <Big words={t(messages.recorded)} />
  if (state.ending !== null) return <Big words={t(messages.ended)} note={state.ending.why} />
  if (until !== undefined) {
    return now < until ? (
      <Big words={t(messages.decrypting)} figure={left(until)} note={t(messages.noPrice)} />
    ) : (
      <Big words={t(messages.decryptOver)} note={t(messages.noPrice)} />
    )
  }
  if (state.closedAt !== null) {
    return (
      <Big
        words={t(messages.waitingStart)}
        note={t(messages.received, { count: state.received ?? 0 })}
      />
    )
  }
  return (
    <Big words={t(messages.beforeDeadline)} figure={deadline === null ? '—' : left(deadline)} />
  )
}

interface BigProps {
  readonly words: string
  readonly figure?: string
  readonly note?: string
}

function Big({ words, figure, note }: BigProps) {
  return (
    <div className="sheet">
      <p className="large-line">{words}</p>
      {figure !== undefined && <p className="countdown">{figure}</p>}
      {note !== undefined && <p>{note}</p>}
    </div>
  )
}

/** One act at a time: start, then decrypt or record, then announce. */
function HallActs({ tender }: { readonly tender: TenderSeen }) {
  const { state } = tender
  const sealed = state.bids.some((bid) => bid.standing === 'sealed')
  return (
    <div className="stack">
      <div className="row">
        <QuickAct tender={tender} act="start-opening" body={{}} primary />
        {state.record === null && <OwnDecryption tender={tender} />}
        <QuickAct
          tender={tender}
          act="announce-opening"
          body={{}}
          primary={!sealed}
          disabled={sealed}
        />
      </div>
      <HolderShares tender={tender} />
      {sealed && <ActDetails tender={tender} act="record-decryption-failure" />}
      <ActDetails tender={tender} act="object-opening" />
      {state.openingObjections.some((one) => one.answer === null) && (
        <ActDetails tender={tender} act="answer-opening-objection" open />
      )}
    </div>
  )
}

function OwnDecryption({ tender }: { readonly tender: TenderSeen }) {
  const own = tender.state.bids.find((bid) => bid.bidder.party === tender.reader?.party)
  const party = tender.reader?.party ?? ''
  if (own !== undefined) {
    return own.standing === 'sealed' ? <OwnOpening {...{ tender, party }} no={own.no} /> : null
  }
  const kept = procedureOf(tender.state).readsOpening === 'panel'
  const mayOpen = kept && tender.offers.some(({ act }) => act === 'decrypt-bid')
  return mayOpen ? <OwnOpening {...{ tender, party }} no={undefined} /> : null
}

function Bids({ tender }: { readonly tender: TenderSeen }) {
  const t = useText()
  const { bids } = tender.state
  if (bids.length === 0) return <p className="note">{t(messages.notListed)}</p>
  return (
    <div className="table-wrap">
      <table className="table" aria-live="polite">
        <caption className="for-readers">{t(messages.bids)}</caption>
        <thead>
          <tr>
            <th scope="col">#</th>
            <th scope="col">{t(messages.bidder)}</th>
            <th scope="col">{t(messages.state)}</th>
          </tr>
        </thead>
        <tbody>
          {bids.map((bid, index) => (
            <tr key={bid.no}>
              <td>{index + 1}</td>
              <th scope="row">
                {bid.bidder.name}
                {bid.bidder.party === tender.reader?.party && (
                  <span className="badge proof">{t(messages.mine)}</span>
                )}
              </th>
              <td>
                <Decryption standing={bid.standing} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Decryption({ standing }: { readonly standing: string }) {
  const t = useText()
  if (standing === 'sealed') return <span className="badge amber">▲ {t(messages.sealed)}</span>
  return standing === 'revoked' || standing === 'withdrawn' ? (
    <span className="badge red">■ {t(messages.failedBid)}</span>
  ) : (
    <span className="badge green">✓ {t(messages.openedBid)}</span>
  )
}

function Objections({ tender }: { readonly tender: TenderSeen }) {
  const t = useText()
  const { openingObjections } = tender.state
  if (openingObjections.length === 0) return null
  return (
    <section>
      <h2>{t(messages.objections)}</h2>
      <ul className="lines">
        {openingObjections.map((one) => (
          <li key={one.id} className="trail-line">
            <p className="pre">{one.text}</p>
            <p className="why">
              {one.answer === null
                ? `▲ ${t(messages.unanswered)}`
                : t(messages.answer, { text: one.answer })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
