// SPDX-License-Identifier: Apache-2.0
/** 投标回执: a page to print and a file to keep; it names the sealed bid and says nothing of it. */

import type { BidState } from '@gongxin/core/trading/bid'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import {
  Awaited,
  messages as appMessages,
  momentShown,
  Page,
  type TenderSeen,
  useOwnBid,
  usePreferences,
  useSession,
  useTender,
  useText,
} from '../../app/index.ts'
import { messages } from './messages.ts'
import { SecondPartShown, useSecondPart } from './second-part-shown.tsx'
import { type StampSent, StampShown } from './stamp-shown.tsx'
import { bidStateOf } from './tool.tsx'

export function ReceiptPage() {
  const t = useText()
  const { tender: id = '' } = useParams({ strict: false })
  const tender = useTender(id)
  const own = useOwnBid(id, true)
  const bid = bidStateOf(own.data?.state)
  const receipt = bid.receipts.at(-1)
  const name = tender.data?.state.project?.name ?? ''
  return (
    <Page title={t(messages.receipt)}>
      <p className="no-print">
        <Link to="/tenders/$tender" params={{ tender: id }}>
          {name === '' ? t(appMessages.project) : name}
        </Link>
      </p>
      <Awaited error={own.error} pending={own.isPending} refetch={own.refetch}>
        {receipt === undefined || bid.envelope === null || tender.data === undefined ? (
          <p className="empty">{t(messages.noReceipt)}</p>
        ) : (
          <Printed
            tender={tender.data}
            bid={bid}
            receipt={receipt}
            stamp={own.data?.stamp ?? null}
          />
        )}
      </Awaited>
    </Page>
  )
}

interface Props {
  readonly tender: TenderSeen
  readonly bid: BidState
  readonly receipt: { readonly receipt: string; readonly commitment: string; readonly at: string }
  /** Null before an authority was asked. */
  readonly stamp: StampSent | null
}

function Printed({ tender, bid, receipt, stamp }: Props) {
  const t = useText()
  const second = useSecondPart(tender, bid)
  const name = tender.state.project?.name ?? ''
  const { language } = usePreferences()
  const organisation = useSession().data?.organisationName ?? ''
  const { standing } = second
  const part = standing !== null && 'part' in standing ? standing.part : null
  const kept = { tender: name, id: tender.id, organisation, ...receipt, stamp, secondPart: part }
  const file = new Blob([JSON.stringify(kept, null, 2)], { type: 'application/json' })
  return (
    <>
      <article className="sheet">
        <h2>{t(messages.receipt)}</h2>
        <dl className="facts">
          <dt>{t(appMessages.project)}</dt>
          <dd>{name}</dd>
          <dt>{t(appMessages.organisationName)}</dt>
          <dd>{organisation}</dd>
          <dt>{t(messages.receiptNumber)}</dt>
          <dd className="digest">{receipt.receipt}</dd>
          <dt>{t(messages.receivedAt)}</dt>
          <dd>
            {momentShown(receipt.at, language)} <small>{receipt.at}</small>
          </dd>
          <dt>{t(messages.commitment)}</dt>
          <dd className="digest">{receipt.commitment}</dd>
          {stamp !== null && <StampShown stamp={stamp} />}
        </dl>
        <p>{t(messages.receiptText)}</p>
        <SecondPartShown {...second} />
        <p className="demo-banner">{t(appMessages.demoLong)}</p>
      </article>
      <div className="row no-print">
        <Button type="primary" onClick={() => window.print()}>
          {t(messages.print)}
        </Button>
        <a href={URL.createObjectURL(file)} download="receipt.json" className="go">
          {t(part === null ? messages.keep : messages.keepBoth)}
        </a>
      </div>
    </>
  )
}
