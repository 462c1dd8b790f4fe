// SPDX-License-Identifier: Apache-2.0
/** 检查与发布: all findings, a signed reason where one is asked, then the signature. */

import type { Finding } from '@gongxin/core/kernel'
import type { ActAnswer } from '@gongxin/shell/http/contract'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Labelled, ProblemNotice, problemOf, type TenderSeen, useText } from '../../app/index.ts'
import { projectOf } from '../acts/act-form.tsx'
import { BodyShown } from '../acts/body-shown.tsx'
import { Confirm } from '../acts/confirm.tsx'
import { findKnownAct } from '../acts/shapes.ts'
import { useAct } from '../acts/use-act.ts'
import { getField } from '../fields.ts'
import { FindingShown } from '../findings.tsx'
import { type Body, isBody, isList, nodeOf, useForm, type Value } from '../form/index.ts'
import { askingIn, blockingIn, type Checked } from './checks.ts'
import { messages } from './messages.ts'

interface Props {
  readonly tender: TenderSeen
  readonly act: string
  readonly body: Body
  readonly checked: Checked
  readonly onStrict: () => void
  readonly onDone: (answer: ActAnswer) => void
}

export function Publish({ tender, act, body, checked, onStrict, onDone }: Props) {
  const t = useText()
  const { faults } = useForm()
  const [asking, setAsking] = useState(false)
  const doing = useAct(tender.id, act, onDone)
  const known = findKnownAct(act)
  if (known === undefined) return null
  const published = act === 'publish-notice'
  const blocks = blockingIn(checked.findings)
  const asks = published ? askingIn(checked.findings) : []
  const open = asks.filter((f) => reasonFor(body, f.rule) === '')
  const ready = faults.size === 0 && blocks.length === 0 && open.length === 0
  return (
    <section className="stack">
      <h2>{t(messages.check)}</h2>
      <Verdict blocks={blocks.length} open={open.length} clean={ready} />
      <FaultList act={act} faults={faults} />
      {checked.findings.map((finding, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one rule may find two things.
        <div key={`${finding.rule} ${index}`}>
          <FindingShown finding={finding} />
          {asks.includes(finding) && <ReasonField finding={finding} body={body} />}
        </div>
      ))}
      <Button
        type="primary"
        disabled={blocks.length > 0 || open.length > 0}
        onClick={() => {
          onStrict()
          if (ready) setAsking(true)
        }}
      >
        {t(messages.publish)}
      </Button>
      {doing.error !== null && <ProblemNotice problem={problemOf(doing.error)} />}
      <Confirm
        open={asking}
        title={t(known.title)}
        project={projectOf(tender)}
        body={body}
        pending={doing.isPending}
        onCancel={() => setAsking(false)}
        onProve={(proof) => doing.mutate({ body, proof })}
      >
        <BodyShown act={act} node={nodeOf(known.shape)} value={body} state={tender.state} />
        {doing.error !== null && <ProblemNotice problem={problemOf(doing.error)} />}
      </Confirm>
    </section>
  )
}

interface VerdictProps {
  readonly blocks: number
  readonly open: number
  readonly clean: boolean
}

function Verdict({ blocks, open, clean }: VerdictProps) {
  const t = useText()
  return (
    <div role="status">
      {blocks > 0 && <p className="finding breached">■ {t(messages.blocked, { count: blocks })}</p>}
      {open > 0 && <p className="finding reason">▲ {t(messages.reasonNeeded, { count: open })}</p>}
      {clean && <p className="finding met">✓ {t(messages.clean)}</p>}
    </div>
  )
}

interface FaultProps {
  readonly act: string
  readonly faults: ReadonlyMap<string, string>
}

function FaultList({ act, faults }: FaultProps) {
  const t = useText()
  if (faults.size === 0) return null
  return (
    <div className="finding reason">
      <p>{t(messages.notWhole)}</p>
      <ul>
        {[...faults].map(([place, sentence]) => (
          <li key={place}>
            {placeShown(act, place, t)}：{sentence}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** 资格条件 第2项 要求: the way to a place in words. */
function placeShown(act: string, place: string, t: ReturnType<typeof useText>): string {
  const names: string[] = []
  const said: string[] = []
  for (const step of place.split('/')) {
    if (/^\d+$/.test(step)) said.push(`${Number(step) + 1}`)
    else {
      names.push(step)
      said.push(t(getField(act, names.join('.')).label))
    }
  }
  return said.slice(1).join(' · ') || said.join('')
}

function reasonFor(body: Body, rule: string): string {
  const found = reasonsIn(body).find((one) => one.rule === rule)
  return typeof found?.reason === 'string' ? found.reason : ''
}

function reasonsIn(body: Body): readonly Body[] {
  return isList(body.reasons) ? body.reasons.filter(isBodyValue) : []
}

function isBodyValue(value: Value): value is Body {
  return isBody(value)
}

function ReasonField({ finding, body }: { readonly finding: Finding; readonly body: Body }) {
  const t = useText()
  const { change } = useForm()
  const { rule } = finding
  const others = reasonsIn(body).filter((one) => one.rule !== rule)
  return (
    <Labelled label={t(messages.signedReason)}>
      {(bound) => (
        <Input.TextArea
          {...bound}
          maxLength={500}
          value={reasonFor(body, rule)}
          onChange={({ target }) =>
            change(
              ['reasons'],
              target.value === '' ? others : [...others, { rule, reason: target.value }],
            )
          }
        />
      )}
    </Labelled>
  )
}
