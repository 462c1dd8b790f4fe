// SPDX-License-Identifier: Apache-2.0
/** The five steps of a bid, the list that turns green, and whether it was submitted. */

import type { BidState } from '@gongxin/core/trading/bid'
import { bidContent, type TenderTerms } from '@gongxin/core/trading/tender'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { momentShown, type TenderSeen, useNow, usePreferences, useText } from '../../app/index.ts'
import { isBeforeDeadline } from '../acts/act-form.tsx'
import { type Body, FormContext, faultsIn, isBody, put } from '../form/index.ts'
import type { OwnKeys } from '../keys/index.ts'
import { sealedContent } from './content.ts'
import { messages } from './messages.ts'
import { readinessOf } from './readiness.ts'
import { BillStep } from './steps/bill.tsx'
import { DocumentStep } from './steps/documents.tsx'
import { AnswerStep, FormStep } from './steps/forms.tsx'
import { SendStep } from './steps/send.tsx'

export interface EditorProps {
  readonly tender: TenderSeen
  readonly terms: TenderTerms
  readonly bid: BidState
  readonly content: Body
  readonly onContent: (change: (current: Body) => Body) => void
  readonly saved: string
  readonly keys: OwnKeys
}

const steps = [
  messages.form,
  messages.bill,
  messages.answers,
  messages.files,
  messages.send,
] as const

export function BidEditor({ tender, terms, bid, content, onContent, saved, keys }: EditorProps) {
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
        {step === 0 && <FormStep content={content} terms={terms} />}
        {step === 1 && <BillStep content={content} bill={terms.bill} />}
        {step === 2 && <AnswerStep content={content} terms={terms} />}
        {step === 3 && <DocumentStep content={content} />}
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
