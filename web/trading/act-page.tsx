// SPDX-License-Identifier: Apache-2.0
/** One act on one page: its own editor where it has one, else the form drawn from its shape. */

import type { ActAnswer } from '@gongxin/shell/http/contract'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { Alert } from 'antd'
import { lazy, Suspense, useState } from 'react'
import {
  Awaited,
  messages as appMessages,
  momentShown,
  Page,
  type TenderSeen,
  usePreferences,
  useTender,
  useText,
} from '../app/index.ts'
import { ActForm, projectOf } from './acts/act-form.tsx'
import { findKnownAct, type KnownAct } from './acts/shapes.ts'
import { Findings } from './findings.tsx'
import { messages } from './messages.ts'
import { evidenceFrom, isLodging, Outlooks, pointedIn } from './remedies/index.ts'
import { Waiting } from './waiting.tsx'

const DocumentEditor = lazy(async () => {
  const module = await import('./document/editor.tsx')
  return { default: module.DocumentEditor }
})
const HolderKey = lazy(async () => {
  const module = await import('./keys/index.ts')
  return { default: module.HolderKey }
})
const WithdrawBid = lazy(async () => {
  const module = await import('./bid/withdraw.tsx')
  return { default: module.WithdrawBid }
})
const BidTool = lazy(async () => {
  const module = await import('./bid/tool.tsx')
  return { default: module.BidTool }
})

export function ActPage() {
  const { tender: id = '', act = '' } = useParams({ strict: false })
  const t = useText()
  const tender = useTender(id, 60_000)
  const known = findKnownAct(act)
  const title = known === undefined ? t(messages.actUnknown) : t(known.title)
  return (
    <Page title={title}>
      <p>
        <Link to="/tenders/$tender" params={{ tender: id }}>
          {tender.data === undefined ? t(messages.backToRoom) : projectOf(tender.data)}
        </Link>
      </p>
      <Awaited error={tender.error} pending={tender.isPending} refetch={tender.refetch}>
        {tender.data !== undefined && known !== undefined && (
          <Doing key={act} tender={tender.data} act={act} known={known} />
        )}
      </Awaited>
    </Page>
  )
}

interface Props {
  readonly tender: TenderSeen
  readonly act: string
  readonly known: KnownAct
}

function Doing({ tender, act, known }: Props) {
  const t = useText()
  const search = useSearch({ strict: false })
  const [answer, setAnswer] = useState<ActAnswer>()
  if (answer !== undefined)
    return <Done tender={tender.id} title={t(known.title)} answer={answer} />
  const offer = tender.offers.find((one) => one.act === act)
  const bidding = act === 'submit-bid' || act === 'replace-bid'
  const pointed = isLodging(act) ? evidenceFrom(pointedIn(search)) : undefined
  return (
    <Suspense fallback={<p>{t(appMessages.loading)}</p>}>
      {offer === undefined && !bidding && (
        <Alert type="warning" showIcon title={t(messages.actNotOffered)} />
      )}
      {offer !== undefined && <Waiting offers={[offer]} />}
      <Outlooks act={act} state={tender.state} />
      {act === 'publish-notice' || act === 'clarify' ? (
        <DocumentEditor tender={tender} act={act} onDone={setAnswer} />
      ) : bidding ? (
        <BidTool tender={tender} />
      ) : act === 'withdraw-bid' ? (
        <WithdrawBid tender={tender} onDone={setAnswer} />
      ) : act === 'provide-holder-key' ? (
        <HolderKey tender={tender} onDone={setAnswer} />
      ) : (
        <ActForm
          tender={tender}
          act={act}
          title={t(known.title)}
          shape={known.shape}
          signed={offer?.signed ?? false}
          {...(pointed === undefined ? {} : { known: pointed })}
          onDone={setAnswer}
        />
      )}
    </Suspense>
  )
}

interface DoneProps {
  readonly tender: string
  readonly title: string
  readonly answer: ActAnswer
}

export function Done({ tender, title, answer }: DoneProps) {
  const t = useText()
  const { language } = usePreferences()
  const at = momentShown(answer.receipt.at, language)
  return (
    <div aria-live="polite" className="stack">
      <Alert
        type="success"
        showIcon
        title={t(messages.doneAt, { act: title, at })}
        description={
          <>
            {answer.receipt.number !== undefined && <p>{answer.receipt.number}</p>}
            {t(messages.receiptHash)} <span className="digest">{answer.receipt.hash}</span>
          </>
        }
      />
      {answer.findings.length > 0 && <Findings findings={answer.findings} />}
      <Link to="/tenders/$tender" params={{ tender }} className="go">
        {t(messages.backToRoom)}
      </Link>
    </div>
  )
}
