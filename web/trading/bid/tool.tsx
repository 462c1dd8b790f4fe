// SPDX-License-Identifier: Apache-2.0
/** 投标工具: five steps, a list that turns green, and never a doubt whether it was submitted. */

import type { BidState } from '@gongxin/core/trading/bid'
import { emptyBid } from '@gongxin/core/trading/bid'
import { bidContent, holdingOf, type TenderTerms } from '@gongxin/core/trading/tender'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import {
  Awaited,
  momentShown,
  type TenderSeen,
  useNow,
  useOwnBid,
  usePreferences,
  useText,
} from '../../app/index.ts'
import { isBeforeDeadline } from '../acts/act-form.tsx'
import { useAutosave, useDraft } from '../document/draft.ts'
import { type Body, FormContext, faultsIn, isBody, put } from '../form/index.ts'
import { type OwnKeys, useKeys } from '../keys/index.ts'
import { contentOf, sealedContent } from './content.ts'
import { useLocalAutosave, useLocalDraft } from './local-draft.ts'
import { messages } from './messages.ts'
import { readinessOf } from './readiness.ts'
import { BillStep } from './steps/bill.tsx'
import { DocumentStep } from './steps/documents.tsx'
import { AnswerStep, FileStep, FormStep } from './steps/forms.tsx'
import { SendStep } from './steps/send.tsx'

/** A bid sealed here is drafted here; a notice of before ADR 9 keeps its draft on the server. */
export function BidTool({ tender }: { readonly tender: TenderSeen }) {
  return holdingOf(tender.state) === null ? (
    <DraftedThere tender={tender} />
  ) : (
    <DraftedHere tender={tender} />
  )
}

function DraftedThere({ tender }: { readonly tender: TenderSeen }) {
  const draft = useDraft(tender.id, 'bid')
  const own = useOwnBid(tender.id, true)
  const terms = tender.state.notice?.terms
  return (
    <Awaited
      error={draft.error ?? own.error}
      pending={draft.isPending || own.isPending}
      refetch={own.refetch}
    >
      {terms !== undefined && draft.data !== undefined && (
        <SavedThere
          {...{ tender, terms, bid: bidStateOf(own.data?.state) }}
          begun={contentOf(draft.data.body, terms)}
        />
      )}
    </Awaited>
  )
}

function DraftedHere({ tender }: { readonly tender: TenderSeen }) {
  const party = tender.reader?.party ?? ''
  const draft = useLocalDraft({ tender: tender.id, party })
  const own = useOwnBid(tender.id, true)
  const terms = tender.state.notice?.terms
  return (
    <Awaited
      error={draft.error ?? own.error}
      pending={draft.isPending || own.isPending}
      refetch={own.refetch}
    >
      {terms !== undefined && draft.data !== undefined && (
        <SavedHere
          {...{ tender, terms, party, bid: bidStateOf(own.data?.state) }}
          begun={contentOf(draft.data.body, terms)}
        />
      )}
    </Awaited>
  )
}

type Drafted = Omit<Props, 'content' | 'onContent' | 'saved' | 'keys'> & { readonly begun: Body }

function SavedThere({ begun, ...props }: Drafted) {
  const [content, setContent] = useState(begun)
  const saved = useAutosave({ tender: props.tender.id, kind: 'bid' }, content)
  return <Opened {...props} {...{ content, saved, keys: null }} onContent={setContent} />
}

function SavedHere({ begun, party, ...props }: Drafted & { readonly party: string }) {
  const [content, setContent] = useState(begun)
  const tender = props.tender.id
  const saved = useLocalAutosave({ tender, party }, content)
  const keys = useKeys({ kind: 'bid', tender, party })
  return <Opened {...props} {...{ content, saved, keys }} onContent={setContent} />
}

/** The server folds the sealed stream with core's own evolve, so its shape is core's. */
export function bidStateOf(state: object | undefined): BidState {
  return state !== undefined && isBidState(state) ? state : emptyBid
}

function isBidState(state: object): state is BidState {
  return 'receipts' in state && 'envelope' in state && 'deposit' in state
}

interface Props {
  readonly tender: TenderSeen
  readonly terms: TenderTerms
  readonly bid: BidState
  readonly content: Body
  readonly onContent: (change: (current: Body) => Body) => void
  readonly saved: string
  readonly keys: OwnKeys | null
}

const steps = [
  messages.form,
  messages.bill,
  messages.answers,
  messages.files,
  messages.send,
] as const

function Opened({ tender, terms, bid, content, onContent, saved, keys }: Props) {
  const t = useText()
  const { language } = usePreferences()
  const [step, setStep] = useState(0)
  const checkable = sealedContent(content).content
  const faults = faultsIn(bidContent, isBody(checkable) ? checkable : {}, language)
  const ready = readinessOf(content, terms, bid, keys)
  const change: Parameters<typeof FormContext>[0]['value']['change'] = (place, value) =>
    onContent((current) => {
      const next = put(current, place, value)
      return isBody(next) ? next : current
    })
  return (
    <FormContext
      value={{ act: 'submit-bid', state: tender.state, faults, strict: step === 4, change }}
    >
      <Standing tender={tender} bid={bid} saved={saved} />
      <nav className="row steps" aria-label={t(messages.steps)}>
        {steps.map((words, index) => {
          const left = ready.filter((line) => line.step === index && line.needed && !line.done)
          return (
            <Button
              key={words.en}
              type={index === step ? 'default' : 'text'}
              aria-current={index === step ? 'step' : undefined}
              onClick={() => setStep(index)}
            >
              {left.length === 0 ? '✓' : '○'} {index + 1}. {t(words)}
            </Button>
          )
        })}
      </nav>
      <div className="bid-step">
        {step === 0 && <FormStep content={content} />}
        {step === 1 && <BillStep content={content} bill={terms.bill} />}
        {step === 2 && <AnswerStep content={content} terms={terms} />}
        {step === 3 &&
          (keys === null ? <FileStep content={content} /> : <DocumentStep content={content} />)}
        {step === 4 && (
          <SendStep
            {...{ tender, terms, bid, content, ready, keys }}
            faults={faults.size}
            onStep={setStep}
          />
        )}
      </div>
      {step < 4 && (
        <div className="row">
          <Button type="primary" onClick={() => setStep(step + 1)}>
            {t(messages.next)}：{t(steps[step + 1] ?? messages.send)}
          </Button>
        </div>
      )}
    </FormContext>
  )
}

interface StandingProps {
  readonly tender: TenderSeen
  readonly bid: BidState
  readonly saved: string
}

function Standing({ tender, bid, saved }: StandingProps) {
  const t = useText()
  const { language } = usePreferences()
  const now = useNow()
  const at = momentShown(bid.receivedAt, language)
  const sent = bid.envelope !== null
  return (
    <div className="stack" role="status">
      <Alert
        type={sent ? 'success' : 'warning'}
        showIcon
        title={t(sent ? messages.sentLong : messages.notSentLong, { at })}
        description={saved}
      />
      {!isBeforeDeadline(tender, now) && <Alert type="error" showIcon title={t(messages.closed)} />}
    </div>
  )
}
