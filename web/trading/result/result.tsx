// SPDX-License-Identifier: Apache-2.0
/** 结果与合同: report, candidates, award, letters, contract, refunds and archive on one page. */

import type { TenderState } from '@gongxin/core/trading/tender'
import { dayShown, moneyShown, type TenderSeen, usePreferences, useText } from '../../app/index.ts'
import { ActLink } from '../act-link.tsx'
import { AreaPage } from '../area-page.tsx'
import { isWaiting, primaryOf } from '../areas.ts'
import { Ranking } from '../evaluation/ranking.tsx'
import { choiceWords } from '../fields.ts'
import { groundTitle } from '../grounds.ts'
import { Waiting } from '../waiting.tsx'
import { LetterPage } from './letter.tsx'
import { messages } from './messages.ts'
import { Performing } from './performing.tsx'

export function ResultPage() {
  const t = useText()
  return <AreaPage title={t(messages.result)}>{(tender) => <Result tender={tender} />}</AreaPage>
}

function Result({ tender }: { readonly tender: TenderSeen }) {
  const { state, reader } = tender
  const letter = state.letters.find((one) => one.bidder.party === reader?.party)
  return (
    <div className="stack">
      <Acts tender={tender} />
      {letter !== undefined && <LetterPage letter={letter} project={state.project?.name ?? ''} />}
      <Candidates state={state} />
      <Award state={state} />
      <Ranking state={state} />
      <Hints state={state} />
      <Contract state={state} />
      <Performing state={state} />
      <Refunds state={state} />
    </div>
  )
}

function Acts({ tender }: { readonly tender: TenderSeen }) {
  const t = useText()
  const primary = primaryOf(tender.offers, tender.state)
  if (tender.offers.length === 0) return null
  const now = tender.offers.filter((offer) => !isWaiting(offer))
  return (
    <section>
      <h2>{t(messages.actsHere)}</h2>
      <div className="offers">
        {now.map((offer) => (
          <ActLink
            key={offer.act}
            tender={tender.id}
            act={offer.act}
            primary={offer.act === primary?.act}
          >
            {t(offer.title)}
          </ActLink>
        ))}
      </div>
      <Waiting offers={tender.offers} />
    </section>
  )
}

function Candidates({ state }: { readonly state: TenderState }) {
  const t = useText()
  const { language } = usePreferences()
  const review = state.publicReview
  if (review === null) return <p className="note">{t(messages.noCandidates)}</p>
  return (
    <section>
      <h2>{t(messages.candidates)}</h2>
      <p>
        {t(messages.review, {
          from: dayShown(review.from, language),
          until: dayShown(review.until, language),
        })}
      </p>
      <ol>
        {review.candidates.map((one) => (
          <li key={one.bid}>
            {one.bidder.name} · {moneyShown(one.priceFen, language)}
            {one.total === null ? '' : ` · ${one.total}`}
          </li>
        ))}
      </ol>
      {review.rejected.length > 0 && (
        <>
          <h3>{t(messages.rejected)}</h3>
          <ul>
            {review.rejected.map((one) => (
              <li key={`${one.bidder.party} ${one.ground}`}>
                {one.bidder.name}：{t(groundTitle(one.ground))}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Award({ state }: { readonly state: TenderState }) {
  const t = useText()
  const { language } = usePreferences()
  const { award, awardNotice } = state
  if (award === null) return null
  return (
    <section>
      <h2>{t(messages.award)}</h2>
      <p>
        {t(messages.awarded, {
          name: award.winner.name,
          price: moneyShown(award.priceFen, language),
        })}
      </p>
      {award.reason !== '' && <p className="pre">{award.reason}</p>}
      {awardNotice !== null && (
        <p>
          {t(messages.notice, {
            number: awardNotice.number,
            until: dayShown(awardNotice.signUntil, language),
          })}
        </p>
      )}
    </section>
  )
}

function Hints({ state }: { readonly state: TenderState }) {
  const t = useText()
  const flags = state.reviewed?.flags ?? []
  if (flags.length === 0) return null
  return (
    <section>
      <h2>{t(messages.hints)}</h2>
      <ul>
        {flags.map((flag) => (
          <li key={flag}>▲ {flag}</li>
        ))}
      </ul>
    </section>
  )
}

function Contract({ state }: { readonly state: TenderState }) {
  const t = useText()
  const { language } = usePreferences()
  const { offer, contract, archive } = state
  if (offer === null && contract === null) return null
  return (
    <section>
      <h2>{t(messages.contract)}</h2>
      {contract === null ? (
        <p>{t(messages.offered)}</p>
      ) : (
        <p>
          {t(messages.signed, {
            price: moneyShown(contract.priceFen, language),
            on: dayShown(contract.signedOn, language),
          })}
        </p>
      )}
      {archive !== null && (
        <p>
          {t(messages.archived, {
            retention: t(choiceWords('archive', 'retention', archive.retention)),
          })}
        </p>
      )}
    </section>
  )
}

/** Only what the reader may see: a bidder sees the own one. */
function Refunds({ state }: { readonly state: TenderState }) {
  const t = useText()
  const { language } = usePreferences()
  if (state.refundsOrdered === null || state.deposits.length === 0) return null
  return (
    <section>
      <h2>{t(messages.refunds)}</h2>
      <table className="table">
        <caption className="for-readers">{t(messages.refunds)}</caption>
        <tbody>
          {state.deposits.map((one) => (
            <tr key={one.bidder.party}>
              <th scope="row">{one.bidder.name}</th>
              <td>{t(choiceWords('OpeningRecorded', 'rows.deposit', one.form))}</td>
              <td>
                {one.refund === null
                  ? `▲ ${t(messages.notRefunded)}`
                  : `✓ ${t(messages.refunded, {
                      principal: moneyShown(one.refund.principalFen, language),
                      interest: moneyShown(one.refund.interestFen, language),
                    })}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
