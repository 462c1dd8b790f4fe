// SPDX-License-Identifier: Apache-2.0
/** 招标文件编辑: clauses on the left, the printed page on the right, the law beside the fields. */

import type { Instant } from '@gongxin/core/kernel'
import { procedureOf } from '@gongxin/core/trading/tender'
import type { ActAnswer } from '@gongxin/shell/http/contract'
import { useState } from 'react'
import { Awaited, type TenderSeen, useNow, usePreferences, useSession } from '../../app/index.ts'
import { findKnownAct } from '../acts/shapes.ts'
import { type Body, FormContext, faultsIn, isBody, newId, put, type Value } from '../form/index.ts'
import { checkDocument } from './checks.ts'
import { proposeSchedule } from './deadline.ts'
import { defaultTerms } from './defaults.ts'
import { useAutosave, useDraft } from './draft.ts'
import { EditorPanes } from './editor-panes.tsx'

interface Props {
  readonly tender: TenderSeen
  readonly act: 'publish-notice' | 'clarify'
  readonly onDone: (answer: ActAnswer) => void
}

export function DocumentEditor(props: Props) {
  const { tender, act } = props
  const draft = useDraft(tender.id, act)
  const now = useNow()
  return (
    <Awaited error={draft.error} pending={draft.isPending} refetch={draft.refetch}>
      {draft.data !== undefined && (
        <Opened {...props} begun={begun({ tender, act, saved: draft.data.body, now })} />
      )}
    </Awaited>
  )
}

interface Beginning {
  readonly tender: TenderSeen
  readonly act: Props['act']
  readonly saved: unknown
  readonly now: Instant
}

function begun({ tender, act, saved, now }: Beginning): Body {
  if (isBody(saved)) return saved
  if (act === 'clarify') {
    return {
      id: newId(),
      answers: [{ question: '', answer: '' }],
      affectsBids: false,
      terms: null,
      files: [],
    }
  }
  const { schedule } = proposeSchedule(now, procedureOf(tender.state).rules)
  return { terms: plain(defaultTerms(tender.state)), schedule, files: [], reasons: [] }
}

/** Through JSON, so that what is edited is exactly what could be sent. */
function plain(value: object): Value {
  return JSON.parse(JSON.stringify(value))
}

function Opened({ tender, act, onDone, begun: first }: Props & { readonly begun: Body }) {
  const { language } = usePreferences()
  const now = useNow()
  const session = useSession().data
  const [body, setBody] = useState<Body>(first)
  const [strict, setStrict] = useState(false)
  const saved = useAutosave({ tender: tender.id, kind: act }, body)
  const shape = findKnownAct(act)?.shape
  if (shape === undefined || session == null) return null
  const faults = faultsIn(shape, body, language)
  const actor = {
    role: session.role,
    party: session.organisation,
    account: session.account,
    assurance: 'session' as const,
  }
  const checked = checkDocument({ body: noticeLike(body, tender), state: tender.state, actor, now })
  const change: Parameters<typeof FormContext>[0]['value']['change'] = (steps, value) =>
    setBody((current) => {
      const next = put(current, steps, value)
      return isBody(next) ? next : current
    })
  return (
    <FormContext value={{ act, state: tender.state, faults, strict, change }}>
      <EditorPanes
        tender={tender}
        act={act}
        body={body}
        checked={checked}
        saved={saved}
        onStrict={() => setStrict(true)}
        onDone={onDone}
      />
    </FormContext>
  )
}

/** A clarification that amends the terms is checked like the notice it changes. */
function noticeLike(body: Body, { state }: TenderSeen): Value {
  if (body.schedule !== undefined || state.notice === null) return body
  const { schedule, reasons } = state.notice
  return {
    terms: body.terms,
    schedule: { ...schedule },
    files: [],
    reasons: reasons.map((r) => ({ ...r })),
  }
}
