// SPDX-License-Identifier: Apache-2.0
/** 全过程留痕: who did what when; each line opens to its content, its findings and its digest. */

import { eventShapes, isEventType, type TenderState } from '@gongxin/core/trading/tender'
import type { TrailLine } from '@gongxin/shell/http/contract'
import { Awaited, momentShown, roleTitle, usePreferences, useText, useTrail } from '../app/index.ts'
import { BodyShown } from './acts/body-shown.tsx'
import { Findings } from './findings.tsx'
import { isBody, isValue, nodeOf } from './form/index.ts'
import { messages } from './messages.ts'
import { PointLinks } from './remedies/index.ts'

interface Props {
  readonly tender: string
  readonly state: TenderState
  /** Acts that may be based on an entry. */
  readonly lodging?: readonly string[]
}

export function Trail({ tender, state, lodging = [] }: Props) {
  const t = useText()
  const trail = useTrail(tender)
  const items = (trail.data?.items ?? []).toReversed()
  return (
    <section aria-labelledby="trail">
      <h2 id="trail">{t(messages.trail)}</h2>
      <Awaited error={trail.error} pending={trail.isPending} refetch={trail.refetch}>
        <ol className="lines">
          {items.map((line) => (
            <li key={line.seq} className="trail-line">
              <Line line={line} state={state} />
              {line.body !== null && (
                <PointLinks {...{ tender, state }} acts={lodging} entry={line} />
              )}
            </li>
          ))}
        </ol>
      </Awaited>
    </section>
  )
}

function Line({ line, state }: { readonly line: TrailLine; readonly state: TenderState }) {
  const t = useText()
  const { language } = usePreferences()
  const who = t(roleTitle(line.actor.role))
  return (
    <details>
      <summary>
        <strong>{t(line.title)}</strong>
        <br />
        <small>{t(messages.by, { who, when: momentShown(line.at, language) })}</small>
      </summary>
      <LineContent line={line} state={state} />
      <small>
        {t(messages.entry)} <span className="digest">{line.hash}</span>
      </small>
    </details>
  )
}

function LineContent({ line, state }: { readonly line: TrailLine; readonly state: TenderState }) {
  const t = useText()
  const { body, type } = line
  if (body === null) return <p className="note">{t(messages.withheld)}</p>
  const { data } = body
  const shape = isEventType(type) ? eventShapes[type].shape : undefined
  return (
    <>
      {shape !== undefined && isValue(data) && isBody(data) && (
        <BodyShown act={type} node={nodeOf(shape)} value={data} state={state} />
      )}
      {body.findings.length > 0 && <Findings findings={body.findings} />}
    </>
  )
}
