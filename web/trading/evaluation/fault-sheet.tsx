// SPDX-License-Identifier: Apache-2.0
/** 初步评审意见: faults by coded ground, with clause, facts and page; locked once, for good. */

import { rejectionGrounds } from '@gongxin/core/law'
import type { Bid } from '@gongxin/core/trading/tender'
import { Button, Input, Select } from 'antd'
import { Labelled, type TenderSeen, useText } from '../../app/index.ts'
import { useKept } from '../acts/kept.ts'
import { QuickAct } from '../acts/quick-act.tsx'
import { getField } from '../fields.ts'
import { at, type Body, isBody, isList, put, type Step, type Value } from '../form/index.ts'
import { groundClause, groundTitle } from '../grounds.ts'
import { messages as tradingMessages } from '../messages.ts'
import { messages } from './messages.ts'
import { PageField } from './page-field.tsx'

interface Props {
  readonly tender: TenderSeen
  readonly bid: Bid
  /** The page in view, as it is written into the sheet. */
  readonly shown: string | undefined
}

const act = 'lock-preliminary'

export function FaultSheet({ tender, bid, shown }: Props) {
  const t = useText()
  const begin = (): Value => ({ faults: [] })
  const [sheet, setSheet, forget] = useKept(`${tender.id} ${act}`, begin)
  const member = tender.reader?.party
  const done = tender.state.evaluation?.sheets.some((one) => one.member === member) === true
  if (done) return <Locked />
  const all = faultsIn(sheet)
  const own = all.flatMap((fault, index) => (fault.bid === bid.no ? [{ fault, index }] : []))
  const add = () =>
    setSheet({
      faults: [...all, { bid: bid.no, ground: '', clause: '', facts: '', page: '' }],
    })
  const open = all.filter((f) => f.ground === '' || f.clause === '' || f.facts === '').length
  return (
    <section className="scroll">
      <h2>{t(messages.sheet)}</h2>
      {own.length === 0 && <p className="note">{t(messages.noFaults)}</p>}
      {own.map(({ fault, index }) => (
        <FaultFields
          key={index}
          fault={fault}
          shown={shown}
          onChange={(steps, value) =>
            setSheet((now) => put(now, ['faults', index, ...steps], value))
          }
          onRemove={() => setSheet({ faults: all.filter((_, i) => i !== index) })}
        />
      ))}
      <Button onClick={add}>{t(messages.addFault)}</Button>
      <p className="note">{t(messages.lockHint)}</p>
      {open > 0 && <p role="status">{t(tradingMessages.faultsLeft, { count: open })}</p>}
      <QuickAct
        tender={tender}
        act={act}
        body={{ faults: all }}
        primary
        disabled={open > 0}
        onDone={forget}
      >
        {t(messages.lockPreliminary)}
      </QuickAct>
    </section>
  )
}

export function Locked() {
  const t = useText()
  return (
    <section>
      <h2>{t(messages.sheet)}</h2>
      <p role="status" className="finding met">
        ✓ {t(messages.locked)}
      </p>
    </section>
  )
}

function faultsIn(sheet: Value): readonly Body[] {
  const list = at(sheet, ['faults'])
  return (list !== undefined && isList(list) ? list : []).flatMap((one) =>
    isBody(one) ? [one] : [],
  )
}

interface FaultProps {
  readonly fault: Body
  readonly shown: string | undefined
  readonly onChange: (steps: readonly Step[], value: Value) => void
  readonly onRemove: () => void
}

function FaultFields({ fault, shown, onChange, onRemove }: FaultProps) {
  const t = useText()
  const ground = String(fault.ground ?? '')
  const line = (name: 'clause' | 'facts') => (
    <Labelled label={t(getField(act, `faults.${name}`).label)}>
      {(bound) => (
        <Input
          {...bound}
          value={String(fault[name] ?? '')}
          maxLength={name === 'facts' ? 1000 : 120}
          onChange={({ target }) => onChange([name], target.value)}
        />
      )}
    </Labelled>
  )
  return (
    <fieldset className="group">
      <Labelled label={t(getField(act, 'faults.ground').label)}>
        {(bound) => (
          <Select
            {...bound}
            value={ground === '' ? null : ground}
            placeholder={t(tradingMessages.choose)}
            onChange={(next) => {
              onChange(['ground'], next)
              if (fault.clause === '') onChange(['clause'], groundClause(next))
            }}
            options={rejectionGrounds.map(({ id }) => ({ value: id, label: t(groundTitle(id)) }))}
          />
        )}
      </Labelled>
      {line('clause')}
      {line('facts')}
      <PageField
        label={t(getField(act, 'faults.page').label)}
        value={String(fault.page ?? '')}
        shown={shown}
        onChange={(page) => onChange(['page'], page)}
      />
      <Button size="small" onClick={onRemove}>
        {t(tradingMessages.remove)}
      </Button>
    </fieldset>
  )
}
