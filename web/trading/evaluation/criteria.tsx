// SPDX-License-Identifier: Apache-2.0
/** The left pane: what the document asks and how it is marked, nothing else. */

import { rejectionGrounds } from '@gongxin/core/law'
import type { TenderState } from '@gongxin/core/trading/tender'
import { useText } from '../../app/index.ts'
import { groundClause, groundTitle } from '../grounds.ts'
import { messages } from './messages.ts'

interface Props {
  readonly state: TenderState
  readonly preliminary: boolean
}

export function Criteria({ state, preliminary }: Props) {
  const t = useText()
  const terms = state.notice?.terms
  if (terms === undefined) return null
  const { method } = terms
  return (
    <section className="scroll">
      <h2>{t(messages.criteria)}</h2>
      {preliminary ? (
        <>
          <ul>
            {terms.qualifications.map((q) => (
              <li key={q.id}>
                <strong>{q.title}</strong> {q.text}
              </li>
            ))}
            {terms.starred.map((s) => (
              <li key={s.id}>★ {s.text}</li>
            ))}
          </ul>
          <details>
            <summary>{t(messages.preliminary)}</summary>
            <ol>
              {rejectionGrounds.map(({ id }) => (
                <li key={id}>
                  {t(groundTitle(id))} <small>{groundClause(id)}</small>
                </li>
              ))}
            </ol>
          </details>
        </>
      ) : method.kind === 'composite' ? (
        <ul>
          {method.factors.map((factor) => (
            <li key={factor.id}>
              <strong>
                {factor.title}（{factor.full}）
              </strong>{' '}
              <small>{t(factor.objective ? messages.objective : messages.subjective)}</small>
              <p>{factor.standard}</p>
            </li>
          ))}
          <li>{t(messages.priceFactor, { full: method.price.full })}</li>
        </ul>
      ) : (
        <p>{t(messages.noFactors)}</p>
      )}
    </section>
  )
}
