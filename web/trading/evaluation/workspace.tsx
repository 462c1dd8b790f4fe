// SPDX-License-Identifier: Apache-2.0
/** 评标工作区: criteria, the bid, my own sheet; calm, and by keyboard from bid to bid. */

import type { Evaluation } from '@gongxin/core/trading/tender'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { type TenderSeen, useText } from '../../app/index.ts'
import { ActDetails } from '../acts/act-details.tsx'
import { AreaPage } from '../area-page.tsx'
import { liveBids } from './marks.ts'
import { messages } from './messages.ts'
import { Panes } from './panes.tsx'
import { Report } from './report.tsx'

export function Workspace() {
  const t = useText()
  return (
    <AreaPage title={t(messages.evaluation)} everyMs={8000} area="evaluation">
      {(tender) => {
        const { evaluation } = tender.state
        if (evaluation === null) return <p className="empty">{t(messages.notYet)}</p>
        if (evaluation.step === 'tie') {
          return (
            <div className="stack">
              <ActDetails tender={tender} act="vote-tie" open />
              <Report tender={tender} evaluation={evaluation} />
            </div>
          )
        }
        return evaluation.step === 'signing' ? (
          <Report tender={tender} evaluation={evaluation} />
        ) : (
          <Judging tender={tender} evaluation={evaluation} />
        )
      }}
    </AreaPage>
  )
}

interface Props {
  readonly tender: TenderSeen
  readonly evaluation: Evaluation
}

function Judging({ tender, evaluation }: Props) {
  const t = useText()
  const bids = liveBids(tender.state)
  const [index, setIndex] = useState(0)
  const place = Math.min(index, Math.max(0, bids.length - 1))
  const bid = bids[place]
  const move = (by: number) => setIndex(Math.min(Math.max(place + by, 0), bids.length - 1))
  useArrows(move)
  const preliminary = evaluation.step === 'preliminary'
  return (
    <div className="stack">
      <p className="note">
        <strong>{t(preliminary ? messages.preliminary : messages.detailed)}</strong> ·{' '}
        {t(messages.alone)}
      </p>
      <nav className="row" aria-label={t(messages.bidPane)}>
        <Button disabled={place === 0} onClick={() => move(-1)}>
          {t(messages.previous)}
        </Button>
        <span role="status">{t(messages.ofBids, { n: place + 1, all: bids.length })}</span>
        <Button disabled={place >= bids.length - 1} onClick={() => move(1)}>
          {t(messages.nextBid)}
        </Button>
      </nav>
      {bid !== undefined && <Panes tender={tender} bid={bid} preliminary={preliminary} />}
    </div>
  )
}

/** Alt with the arrows: plain arrows stay with the inputs. */
function useArrows(move: (by: number) => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
      if (!event.altKey || by === 0) return
      event.preventDefault()
      move(by)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  })
}
