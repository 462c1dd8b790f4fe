// SPDX-License-Identifier: Apache-2.0
/** The editor's two panes: one chapter at a time with its findings, and the page as printed. */

import type { Finding } from '@gongxin/core/kernel'
import { emptyTender, procedureOf } from '@gongxin/core/trading/tender'
import type { ActAnswer } from '@gongxin/shell/http/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { type TenderSeen, useNow, useText } from '../../app/index.ts'
import { findKnownAct } from '../acts/shapes.ts'
import { Findings } from '../findings.tsx'
import { at, type Body, NodeView, nodeOf, useForm } from '../form/index.ts'
import { type Checked, sectionsOf } from './checks.ts'
import { proposeSchedule } from './deadline.ts'
import { messages } from './messages.ts'
import { Preview } from './preview.tsx'
import { Publish } from './publish.tsx'
import { nodeAt, type Section, sectionsFor } from './sections.ts'

interface Props {
  readonly tender: TenderSeen
  readonly act: 'publish-notice' | 'clarify'
  readonly body: Body
  readonly checked: Checked
  readonly saved: string
  readonly onStrict: () => void
  readonly onDone: (answer: ActAnswer) => void
}

export function EditorPanes(props: Props) {
  const { act, body, checked, saved, tender } = props
  const t = useText()
  const clarifies = act === 'clarify'
  const amends = !clarifies || body.terms !== null
  const all = sectionsFor(act, procedureOf(tender.state))
  const sections = amends ? all : all.slice(0, 1)
  const [chosen, setChosen] = useState(sections[0]?.id ?? '')
  const section = sections.find((one) => one.id === chosen)
  return (
    <>
      <p className="demo-banner" role="status">
        {saved}
      </p>
      <div className="panes editor">
        <div>
          <nav className="row" aria-label={t(messages.sections)}>
            {sections.map((one) => (
              <Button
                key={one.id}
                type="text"
                aria-current={one.id === chosen ? 'step' : undefined}
                onClick={() => setChosen(one.id)}
              >
                {marked(one, checked.findings)} {t(one.title)}
              </Button>
            ))}
            <Button type="text" onClick={() => setChosen('check')}>
              {t(messages.check)}
            </Button>
          </nav>
          {clarifies && <Amending tender={tender} amends={amends} />}
          {section === undefined ? (
            <Publish {...props} />
          ) : (
            <SectionView section={section} {...props} />
          )}
        </div>
        <Preview act={act} state={tender.state} body={body} />
      </div>
    </>
  )
}

/** A mark before a chapter that a finding is about. */
function marked(section: Section, findings: readonly Finding[]): string {
  const own = findings.filter((f) => f.outcome === 'breached' && sectionsOf(f).includes(section.id))
  if (own.some((f) => f.weight === 'block')) return '■'
  return own.length > 0 ? '▲' : ''
}

function SectionView({ section, act, body, checked }: Props & { readonly section: Section }) {
  const t = useText()
  const shape = findKnownAct(act)?.shape
  const own = checked.findings.filter((finding) => sectionsOf(finding).includes(section.id))
  if (shape === undefined) return null
  const node = nodeOf(shape)
  return (
    <section className="stack">
      <h2>{t(section.title)}</h2>
      {section.id === 'times' && <Proposed />}
      {section.paths.map((path) => {
        const inner = nodeAt(node, path)
        const steps = path.split('.')
        return inner === undefined ? null : (
          <NodeView key={path} path={path} steps={steps} node={inner} value={at(body, steps)} />
        )
      })}
      {own.length > 0 && <Findings findings={own} />}
    </section>
  )
}

function Proposed() {
  const t = useText()
  const now = useNow()
  const { change, state } = useForm()
  const { schedule, why } = proposeSchedule(now, procedureOf(state ?? emptyTender).rules)
  return (
    <div className="finding met">
      <strong>{t(messages.proposed)}</strong>
      {why.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <Button onClick={() => change(['schedule'], { ...schedule })}>
        {t(messages.useProposed)}
      </Button>
    </div>
  )
}

function Amending({ tender, amends }: { readonly tender: TenderSeen; readonly amends: boolean }) {
  const t = useText()
  const { change } = useForm()
  const terms = tender.state.notice?.terms
  if (terms === undefined) return null
  const begin = () => change(['terms'], JSON.parse(JSON.stringify(terms)))
  return amends ? (
    <Button onClick={() => change(['terms'], null)}>{t(messages.dropAmending)}</Button>
  ) : (
    <Button onClick={begin}>{t(messages.startAmending)}</Button>
  )
}
