// SPDX-License-Identifier: Apache-2.0
/** 评分表: one bid at a time, every factor with its mark and page; locked once, for good. */

import { type Bid, type Factor, marksExpected } from '@gongxin/core/trading/tender'
import { Input } from 'antd'
import { Labelled, type TenderSeen, useText } from '../../app/index.ts'
import { useKept } from '../acts/kept.ts'
import { QuickAct } from '../acts/quick-act.tsx'
import type { Value } from '../form/index.ts'
import { messages as tradingMessages } from '../messages.ts'
import { Locked } from './fault-sheet.tsx'
import {
  factorsOf,
  faultOf,
  type Mark,
  marksIn,
  marksToLock,
  openMarks,
  withMark,
} from './marks.ts'
import { messages } from './messages.ts'
import { PageField } from './page-field.tsx'

interface Props {
  readonly tender: TenderSeen
  readonly bid: Bid
  /** The page in view, as it is written into the sheet. */
  readonly shown: string | undefined
}

const act = 'lock-scores'

export function MarkSheet({ tender, bid, shown }: Props) {
  const t = useText()
  const begin = (): Value => ({ marks: [] })
  const [sheet, setSheet, forget] = useKept(`${tender.id} ${act}`, begin)
  const { state } = tender
  const member = tender.reader?.party ?? ''
  if (state.evaluation?.scores.some((one) => one.member === member) === true) return <Locked />
  const due = marksExpected(state, member).filter((place) => place.bid === bid.no)
  const factors = factorsOf(state).filter(({ id }) => due.some((d) => d.factor === id))
  const marks = marksIn(sheet)
  const open = openMarks(state, member, sheet)
  return (
    <section className="scroll">
      <h2>{t(messages.sheet)}</h2>
      {factors.map((factor) => (
        <FactorFields
          key={`${bid.no} ${factor.id}`}
          factor={factor}
          shown={shown}
          mark={marks.find((m) => m.bid === bid.no && m.factor === factor.id)}
          onChange={(mark) =>
            setSheet((now) => withMark(now, { ...mark, bid: bid.no, factor: factor.id }))
          }
        />
      ))}
      <p className="note">{t(messages.totalsHidden)}</p>
      {open > 0 && <p role="status">{t(messages.marksLeft, { count: open })}</p>}
      <QuickAct
        tender={tender}
        act={act}
        body={marksToLock(state, member, sheet)}
        primary
        disabled={open > 0}
        onDone={forget}
      >
        {t(messages.lockScores)}
      </QuickAct>
    </section>
  )
}

interface FactorProps {
  readonly factor: Factor
  readonly mark: Mark | undefined
  readonly shown: string | undefined
  readonly onChange: (mark: Pick<Mark, 'mark' | 'page'>) => void
}

function FactorFields({ factor, mark, shown, onChange }: FactorProps) {
  const t = useText()
  const now = { mark: mark?.mark ?? '', page: mark?.page ?? '' }
  const fault = mark === undefined ? undefined : faultOf(factor, mark)
  const said = {
    missing: undefined,
    form: t(tradingMessages.faultForm),
    'above-full': t(messages.aboveFull, { full: factor.full }),
    page: undefined,
  }
  return (
    <fieldset className="group">
      <legend>{factor.title}</legend>
      <div className="row">
        <Labelled
          label={t(messages.mark, { full: factor.full })}
          fault={fault === undefined ? undefined : said[fault]}
        >
          {(bound) => (
            <Input
              {...bound}
              inputMode="decimal"
              className="sum"
              value={now.mark}
              onChange={({ target }) =>
                onChange({ ...now, mark: target.value.normalize('NFKC').trim() })
              }
            />
          )}
        </Labelled>
        <PageField
          label={t(messages.page)}
          fault={fault === 'page' ? t(messages.pageNeeded) : undefined}
          value={now.page}
          shown={shown}
          onChange={(page) => onChange({ ...now, page })}
        />
      </div>
    </fieldset>
  )
}
