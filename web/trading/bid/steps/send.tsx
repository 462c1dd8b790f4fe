// SPDX-License-Identifier: Apache-2.0
/** 密封递交: the readiness list, the deposit, the signature; then the receipt. */

import type { BidState } from '@gongxin/core/trading/bid'
import type { TenderTerms } from '@gongxin/core/trading/tender'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { type TenderSeen, useText } from '../../../app/index.ts'
import type { Body } from '../../form/index.ts'
import type { OwnKeys } from '../../keys/index.ts'
import { messages as tradingMessages } from '../../messages.ts'
import { messages } from '../messages.ts'
import type { ReadyLine } from '../readiness.ts'
import { DepositLine } from './deposit.tsx'
import { SealStep } from './seal.tsx'

interface Props {
  readonly tender: TenderSeen
  readonly terms: TenderTerms
  readonly bid: BidState
  readonly content: Body
  readonly ready: readonly ReadyLine[]
  readonly faults: number
  readonly keys: OwnKeys
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
      <SealStep {...props} blocked={isBlocked(props)} />
      <Further {...props} />
    </div>
  )
}

function isBlocked({ faults, ready }: Props): boolean {
  return faults > 0 || ready.some((line) => line.needed && !line.done)
}

/** What may be done with a bid that lies there. */
function Further({ tender, bid }: Props) {
  const t = useText()
  const params = { tender: tender.id }
  if (bid.envelope === null) return null
  return (
    <div className="row">
      <Link to="/tenders/$tender/receipt" params={params} className="go">
        {t(messages.seeReceipt)}
      </Link>
      <Link to="/tenders/$tender/acts/$act" params={{ ...params, act: 'withdraw-bid' }}>
        {t(messages.withdraw)}
      </Link>
    </div>
  )
}
