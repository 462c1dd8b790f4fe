// SPDX-License-Identifier: Apache-2.0
/** 汇总与排名 with the whole working, for whoever may see it. */

import { fenOfYuan, yuanShown } from '@gongxin/core/kernel'
import type { TenderState } from '@gongxin/core/trading/tender'
import { useText } from '../../app/index.ts'
import { messages as hallMessages } from '../opening/messages.ts'
import { messages } from './messages.ts'

export function Ranking({ state }: { readonly state: TenderState }) {
  const t = useText()
  const conclusion = state.evaluation?.conclusion
  if (conclusion == null) return null
  const nameOf = (no: string) => state.bids.find((bid) => bid.no === no)?.bidder.name ?? '—'
  return (
    <section>
      <h2>{t(messages.ranking)}</h2>
      {conclusion.benchmark !== null && (
        <p>{t(messages.benchmark, { value: benchmarkShown(conclusion.benchmark) })}</p>
      )}
      <div className="table-wrap">
        <table className="table">
          <caption className="for-readers">{t(messages.ranking)}</caption>
          <thead>
            <tr>
              <th scope="col">{t(messages.rank)}</th>
              <th scope="col">{t(hallMessages.bidder)}</th>
              <th scope="col" className="sum">
                {t(messages.price)}
              </th>
              <th scope="col" className="sum">
                {t(messages.evaluated)}
              </th>
              <th scope="col" className="sum">
                {t(messages.priceMark)}
              </th>
              <th scope="col" className="sum">
                {t(messages.total)}
              </th>
            </tr>
          </thead>
          <tbody>
            {conclusion.ranking.map((row) => (
              <tr key={row.bid}>
                <td>{row.rank ?? '—'}</td>
                <th scope="row">{nameOf(row.bid)}</th>
                <td className="sum">{yuanShown(row.priceFen)}</td>
                <td className="sum">
                  {row.evaluatedFen === null ? '—' : yuanShown(row.evaluatedFen)}
                </td>
                <td className="sum">{row.priceMark ?? '—'}</td>
                <td className="sum">{row.total ?? '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <details>
        <summary>{t(messages.working)}</summary>
        <ol>
          {conclusion.working.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two lines of the working may be alike.
            <li key={index}>{line}</li>
          ))}
        </ol>
      </details>
    </section>
  )
}

/** In yuan with its separators; what is no plain sum stays as it was computed. */
function benchmarkShown(value: string): string {
  return /^\d+(\.\d{1,2})?$/.test(value) ? yuanShown(fenOfYuan(value)) : value
}
