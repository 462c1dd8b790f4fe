// SPDX-License-Identifier: Apache-2.0
/** Entries of the trail that an objection rests on: chosen there, explained here. */

import { Button } from 'antd'
import { useText } from '../../app/index.ts'
import { type Field, getField } from '../fields.ts'
import { messages } from '../messages.ts'
import { messages as remedyMessages } from '../remedies/index.ts'
import { useFault, useForm } from './context.ts'
import { Leaf } from './leaf.tsx'
import type { Node } from './schema.ts'
import { isBody, isList, type Step, type Value } from './values.ts'

interface Props {
  readonly path: string
  readonly steps: readonly Step[]
  readonly item: Node
  readonly value: Value
  readonly field: Field
}

export function EvidenceField({ path, steps, item, value, field }: Props) {
  const t = useText()
  const { act, change } = useForm()
  const fault = useFault(steps, value)
  const chosen = isList(value) ? value : []
  const fields = item.kind === 'object' ? item.fields : []
  return (
    <fieldset className="group">
      <legend>{t(field.label)}</legend>
      <p className="about">{fault === undefined ? t(field.help) : `× ${fault}`}</p>
      {chosen.length === 0 && <p className="note">{t(remedyMessages.noEvidence)}</p>}
      {chosen.map((one, index) => {
        const body = isBody(one) ? one : {}
        const title = t(remedyMessages.entryNumber, { seq: String(body.seq ?? '') })
        return (
          <div className="group" key={String(body.entry)}>
            <h3>{title}</h3>
            <p className="digest">{String(body.entry ?? '')}</p>
            {fields.map(({ name, node }) => {
              const inner = getField(act, `${path}.${name}`)
              if (inner.widget === 'hidden') return null
              const place = { path: `${path}.${name}`, steps: [...steps, index, name] }
              return <Leaf key={name} {...place} node={node} value={body[name]} field={inner} />
            })}
            <Button
              size="small"
              onClick={() =>
                change(
                  steps,
                  chosen.filter((_, place) => place !== index),
                )
              }
            >
              {t(messages.remove)} {title}
            </Button>
          </div>
        )
      })}
    </fieldset>
  )
}
