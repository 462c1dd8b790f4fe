// SPDX-License-Identifier: Apache-2.0
/** 开标记录 as announced: all prices at once, and the coefficient drawn in public. */

import { yuanShown } from '@gongxin/core/kernel'
import type { TenderState } from '@gongxin/core/trading/tender'
import { useText } from '../../app/index.ts'
import { choiceWords } from '../fields.ts'
import { messages } from './messages.ts'

export function OpeningRecord({ state }: { readonly state: TenderState }) {
  const t = useText()
  const { record } = state
  if (record === null) return null
  const { coefficient } = record
  // Records of before certificates say nothing of them.
  const judged = record.rows.some(({ identity }) => identity !== undefined)
  return (
    <section>
      <h2>{t(messages.record)}</h2>
      <div className="table-wrap">
        <table className="table">
          <caption className="for-readers">{t(messages.record)}</caption>
          <thead>
            <tr>
              <th scope="col">#</th>
              <th scope="col">{t(messages.bidder)}</th>
              <th scope="col" className="sum">
                {t(messages.price)}
              </th>
              <th scope="col" className="sum">
                {t(messages.duration)}
              </th>
              <th scope="col">{t(messages.quality)}</th>
              <th scope="col">{t(messages.manager)}</th>
              <th scope="col">{t(messages.deposit)}</th>
              <th scope="col">{t(messages.openedBy)}</th>
              {judged && <th scope="col">{t(messages.certificate)}</th>}
            </tr>
          </thead>
          <tbody>
            {record.rows.map((row, index) => (
              <tr key={row.bid}>
                <td>{index + 1}</td>
                <th scope="row">{row.bidder.name}</th>
                <td className="sum">
                  {row.priceFen === null ? t(messages.failedBid) : yuanShown(row.priceFen)}
                </td>
                <td className="sum">{row.durationDays ?? '—'}</td>
                <td>{row.quality}</td>
                <td>{row.projectManager?.name ?? '—'}</td>
                <td>{t(choiceWords('OpeningRecorded', 'rows.deposit', row.deposit))}</td>
                <td>
                  {row.by === undefined
                    ? '—'
                    : t(choiceWords('OpeningRecorded', 'rows.by', row.by))}
                </td>
                {judged && (
                  <td className={row.identity === undefined || isProved(row) ? '' : 'fault'}>
                    {row.identity === undefined
                      ? '—'
                      : t(choiceWords('OpeningRecorded', 'rows.identity', row.identity))}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {coefficient !== null && (
        <p>
          {t(messages.coefficient, {
            list: coefficient.list.join('、'),
            chosen: coefficient.chosen,
          })}
        </p>
      )}
    </section>
  )
}

type Row = NonNullable<TenderState['record']>['rows'][number]

function isProved({ identity }: Row): boolean {
  return identity === 'proved' || identity === 'unchecked'
}
