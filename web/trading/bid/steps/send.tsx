// SPDX-License-Identifier: Apache-2.0
/** 密封递交: the readiness list, the deposit, the signature; then the receipt. */

import { type BidState, findBidAct } from '@gongxin/core/trading/bid'
import type { TenderTerms } from '@gongxin/core/trading/tender'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { usePreferences, useText } from '../../../app/preferences.tsx'
import { problemOf } from '../../../app/problem.ts'
import { ProblemNotice } from '../../../app/problem-notice.tsx'
import { dayShown, moneyShown } from '../../../app/shown.ts'
import { type TenderSeen, useOwnBid } from '../../../app/tenders.ts'
import { projectOf } from '../../acts/act-form.tsx'
import { BodyShown } from '../../acts/body-shown.tsx'
import { Confirm } from '../../acts/confirm.tsx'
import { sealedBody } from '../../acts/shapes.ts'
import { useAct } from '../../acts/use-act.ts'
import { nodeOf } from '../../form/schema.ts'
import type { Body } from '../../form/values.ts'
import { messages as tradingMessages } from '../../messages.ts'
import { sealedContent } from '../content.ts'
import { messages } from '../messages.ts'
import type { ReadyLine } from '../readiness.ts'

interface Props {
  readonly tender: TenderSeen
  readonly terms: TenderTerms
  readonly bid: BidState
  readonly content: Body
  readonly ready: readonly ReadyLine[]
  readonly faults: number
  readonly onStep: (step: number) => void
}

export function SendStep(props: Props) {
  const { tender, terms, bid, ready, onStep } = props
  const t = useText()
  const done = ready.filter((line) => line.done).length
  return (
    <div className="stack">
      <h2>
        {t(messages.ready)} <small>{t(messages.readiness, { done, all: ready.length })}</small>
      </h2>
      <ul className="plain">
        {ready.map((line) => (
          <li key={line.id} className={line.done ? 'finding met' : 'finding reason'}>
            <span className={line.done ? 'badge green' : 'badge amber'}>
              {line.done ? `✓ ${t(messages.done)}` : `▲ ${t(messages.open)}`}
            </span>
            {t(line.words)}
            {!line.done && line.step < 4 && (
              <Button type="link" onClick={() => onStep(line.step)}>
                {t(tradingMessages.fillIn)}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <DepositLine tender={tender} terms={terms} bid={bid} />
      <p>{t(messages.sealNote)}</p>
      <Sending {...props} />
    </div>
  )
}

function Sending({ tender, bid, content, ready, faults }: Props) {
  const t = useText()
  const navigate = useNavigate()
  const [asking, setAsking] = useState(false)
  const act = bid.envelope === null ? 'submit-bid' : 'replace-bid'
  const params = { tender: tender.id }
  const doing = useAct(tender.id, act, () => {
    setAsking(false)
    void navigate({ to: '/tenders/$tender/receipt', params })
  })
  const body = sealedContent(content)
  const blocked = faults > 0 || ready.some((line) => line.needed && !line.done)
  const title = findBidAct(act)?.title
  return (
    <>
      <div className="row">
        <Button type="primary" disabled={blocked} onClick={() => setAsking(true)}>
          {t(bid.envelope === null ? messages.submit : messages.replace)}
        </Button>
        {faults > 0 && <span>{t(tradingMessages.faultsLeft, { count: faults })}</span>}
        {bid.envelope !== null && (
          <>
            <Link to="/tenders/$tender/receipt" params={params} className="go">
              {t(messages.seeReceipt)}
            </Link>
            <Link to="/tenders/$tender/acts/$act" params={{ ...params, act: 'withdraw-bid' }}>
              {t(messages.withdraw)}
            </Link>
          </>
        )}
      </div>
      {doing.error !== null && <ProblemNotice problem={problemOf(doing.error)} />}
      <Confirm
        open={asking}
        title={title === undefined ? t(messages.send) : t(title)}
        project={projectOf(tender)}
        body={body}
        pending={doing.isPending}
        onCancel={() => setAsking(false)}
        onProve={(proof) => doing.mutate({ body, proof })}
      >
        <BodyShown act={act} node={nodeOf(sealedBody)} value={body} state={tender.state} />
        {doing.error !== null && <ProblemNotice problem={problemOf(doing.error)} />}
      </Confirm>
    </>
  )
}

function DepositLine({ tender, terms, bid }: Pick<Props, 'tender' | 'terms' | 'bid'>) {
  const t = useText()
  const { language } = usePreferences()
  const account = useOwnBid(tender.id, true).data?.account
  const { deposit } = terms
  if (deposit === null) return <p>{t(messages.depositNone)}</p>
  const sum = moneyShown(deposit.amountFen, language)
  return (
    <div className="group">
      {bid.deposit === null ? (
        <p>▲ {t(messages.depositNotIn)}</p>
      ) : (
        <p>
          ✓{' '}
          {t(messages.depositIn, {
            sum: moneyShown(bid.deposit.amountFen, language),
            on: dayShown(bid.deposit.creditedOn, language),
          })}
        </p>
      )}
      {account != null && bid.deposit === null && (
        <p>{t(messages.depositHow, { sum, ...account })}</p>
      )}
      <p className="note">{deposit.instructions}</p>
    </div>
  )
}
