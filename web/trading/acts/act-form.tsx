// SPDX-License-Identifier: Apache-2.0
/** Any act as a form: checked while it is typed, signed where the table says so, kept until done. */

import { isInstant, type z } from '@gongxin/core/kernel'
import type { ActAnswer } from '@gongxin/shell/http/contract'
import { Button } from 'antd'
import { useState } from 'react'
import {
  ProblemNotice,
  problemOf,
  type TenderSeen,
  useNow,
  usePreferences,
  useText,
} from '../../app/index.ts'
import {
  type Body,
  Fields,
  FormContext,
  faultsIn,
  isBody,
  nodeOf,
  put,
  withGeneratedIds,
} from '../form/index.ts'
import { messages } from '../messages.ts'
import { PerformanceDepositHelp } from '../result/performance-deposit.tsx'
import { BodyShown } from './body-shown.tsx'
import { Confirm } from './confirm.tsx'
import { consequenceOf } from './consequences.ts'
import { begunFrom, useKept } from './kept.ts'
import { prefill } from './prefill.ts'
import { useAct } from './use-act.ts'

export interface ActFormProps {
  readonly tender: TenderSeen
  readonly act: string
  readonly title: string
  readonly shape: z.ZodType
  readonly signed: boolean
  /** Known to the page, such as which bid the panel is open for. */
  readonly known?: Body
  readonly onDone?: (answer: ActAnswer) => void
}

export function ActForm(props: ActFormProps) {
  const { tender, act, shape, signed, known, onDone } = props
  const t = useText()
  const { language } = usePreferences()
  const now = useNow()
  const node = nodeOf(shape)
  const place = `${tender.id} ${act} ${JSON.stringify(known ?? {})}`
  const begin = () =>
    withGeneratedIds(act, node, begunFrom(node, { ...prefill(act, tender.state, now), ...known }))
  const [value, setValue, forget] = useKept(place, begin)
  const [strict, setStrict] = useState(false)
  const [asking, setAsking] = useState(false)
  const doing = useAct(tender.id, act, (answer) => {
    setAsking(false)
    setStrict(false)
    forget()
    onDone?.(answer)
  })
  const body = isBody(value) ? value : {}
  const faults = faultsIn(shape, body, language)
  const submit = () => {
    setStrict(true)
    if (faults.size > 0) return
    if (signed) setAsking(true)
    else doing.mutate({ body })
  }
  const change: Parameters<typeof FormContext>[0]['value']['change'] = (steps, next) =>
    setValue((current) => put(current, steps, next))
  const fields = node.kind === 'object' ? node.fields.length : 0
  return (
    <FormContext value={{ act, state: tender.state, faults, strict, change }}>
      <form
        className="stack act-form"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        {act === 'record-performance-deposit' && <PerformanceDepositHelp tender={tender} />}
        {fields === 0 && <p>{t(messages.nothingToFill)}</p>}
        <Fields path="" steps={[]} node={node} value={body} />
        <div className="row">
          <Button type="primary" htmlType="submit" loading={doing.isPending}>
            {t(signed ? messages.signAndSubmit : messages.submit)}
          </Button>
          <span role="status">
            {strict && faults.size > 0 ? t(messages.faultsLeft, { count: faults.size }) : ''}
          </span>
        </div>
        {doing.error !== null && <ProblemNotice problem={problemOf(doing.error)} />}
      </form>
      <Confirm
        open={asking}
        title={props.title}
        project={projectOf(tender)}
        body={body}
        consequence={consequenceOf(act, t)}
        pending={doing.isPending}
        onCancel={() => setAsking(false)}
        onProve={(proof) => doing.mutate({ body, proof })}
      >
        <BodyShown act={act} node={node} value={body} state={tender.state} />
        {doing.error !== null && <ProblemNotice problem={problemOf(doing.error)} />}
      </Confirm>
    </FormContext>
  )
}

export function projectOf({ state, id }: TenderSeen): string {
  return state.project?.name ?? id
}

/** True while bids may still come in by the server's clock. */
export function isBeforeDeadline({ state }: TenderSeen, now: string): boolean {
  const deadline = state.notice?.schedule.deadline
  return deadline !== undefined && isInstant(deadline) && now < deadline
}
