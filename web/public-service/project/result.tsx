// SPDX-License-Identifier: Apache-2.0
/** 结果: opening record, candidates, award with its reasons, contract. */

import { passOverReasons } from '@gongxin/core/law'
import type { TenderState } from '@gongxin/core/trading/tender'
import { dateShown, digestShown, momentShown, moneyShown } from '../../design/index.ts'
import { Facts, Working } from '../facts.tsx'
import type { Voice } from '../setting.ts'
import { DataTable } from '../table.tsx'
import { reviewEnd } from './next-date.ts'
import { candidateTable, recordTable, rejectedTable } from './tables.ts'

export interface ResultDrawn {
  readonly id: string
  readonly state: TenderState
  readonly voice: Voice
}

export function OpeningRecord({ id, state, voice }: ResultDrawn) {
  const { say, language } = voice
  const { record, recordedAt, openingObjections } = state
  if (record === null) return null
  const { coefficient } = record
  return (
    <section aria-labelledby="record">
      <h2 id="record">{say('recordTitle')}</h2>
      {recordedAt === null ? null : (
        <p className="note">{say('recordAt', { time: momentShown(recordedAt, language) })}</p>
      )}
      <DataTable table={recordTable(record, { id, state, voice })} voice={voice} />
      {coefficient === null ? null : (
        <p>
          <strong>{say('coefficientTitle')}</strong>{' '}
          {say('coefficientShown', {
            count: coefficient.list.length,
            chosen: coefficient.chosen,
            seed: digestShown(coefficient.seed),
          })}
        </p>
      )}
      {openingObjections.length === 0 ? null : <h3>{say('openingObjections')}</h3>}
      {openingObjections.map(({ id: key, text, answer }) => (
        <p key={key}>
          {say('question')}：{text} {say('answer')}：{answer ?? say('openingObjectionOpen')}
        </p>
      ))}
    </section>
  )
}

export function Candidates({ id, state, voice }: ResultDrawn) {
  const { say, language } = voice
  const review = state.publicReview
  if (review === null) return null
  const period = { from: dateShown(review.from, language), to: dateShown(review.until, language) }
  return (
    <section aria-labelledby="candidates">
      <h2 id="candidates">{say('candidatesTitle')}</h2>
      <p>{say('candidatesPeriod', period)}</p>
      <Working
        title={say('candidatesWorking')}
        sentences={reviewEnd(state, voice)?.why ?? []}
        voice={voice}
      />
      <p>{say('candidatesObjections', { where: review.objections })}</p>
      <DataTable table={candidateTable(review, { id, voice })} voice={voice} />
      {review.rejected.length === 0 ? null : (
        <DataTable table={rejectedTable(review, voice)} voice={voice} />
      )}
    </section>
  )
}

export function Result({ state, voice }: ResultDrawn) {
  const { code, say, language } = voice
  const { award, awardNotice, contract, cancelled, archive } = state
  if (award === null && cancelled.length === 0) return null
  return (
    <section aria-labelledby="result">
      <h2 id="result">{say('resultTitle')}</h2>
      {award === null ? null : (
        <Facts
          facts={[
            {
              name: say('resultWinner'),
              value: (
                <a href={`/entities/${encodeURIComponent(award.winner.party)}`}>
                  {award.winner.name}
                </a>
              ),
            },
            { name: say('resultPrice'), value: moneyShown(award.priceFen, language) },
            { name: say('resultRank'), value: say('resultRankShown', { rank: award.rank }) },
            { name: say('resultReason'), value: reasonShown(award, voice) },
            {
              name: say('resultDuration'),
              value: awardNotice === null ? '' : say('days', { n: awardNotice.durationDays }),
            },
            { name: say('resultContract'), value: contractShown(contract, voice) },
            { name: say('retention'), value: archive === null ? '' : kept(archive, voice) },
          ]}
        />
      )}
      {cancelled.length === 0 ? null : <h3>{say('cancelledTitle')}</h3>}
      {cancelled.map(({ winner, cause, reason }) => (
        <p key={winner.party}>
          {winner.name} · {code('cancelled', cause)} · {reason}
        </p>
      ))}
    </section>
  )
}

function reasonShown(
  { rank, reasonCode, reason }: NonNullable<TenderState['award']>,
  { say }: Voice,
): string {
  if (rank === 1 && reason === '') return say('resultFirst')
  const listed = passOverReasons.find((r) => r.id === reasonCode)?.title ?? ''
  return [listed, reason].filter((part) => part !== '').join('：')
}

function contractShown(contract: TenderState['contract'], { say, language }: Voice): string {
  if (contract === null) return ''
  const date = dateShown(contract.signedOn, language)
  return say('resultContractShown', { date, price: moneyShown(contract.priceFen, language) })
}

function kept({ retention }: NonNullable<TenderState['archive']>, { say }: Voice): string {
  return say(retention === 'permanent' ? 'retentionPermanent' : 'retentionThirty')
}
