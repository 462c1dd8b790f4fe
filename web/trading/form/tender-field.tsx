// SPDX-License-Identifier: Apache-2.0
/** One of one's own tenders, by its title; for earlier and later rounds. */

import { Select } from 'antd'
import { Labelled, useTenders, useText } from '../../app/index.ts'
import type { Field } from '../fields.ts'
import { messages } from '../messages.ts'
import { useFault, useForm } from './context.ts'
import type { Step, Value } from './values.ts'

interface Props {
  readonly steps: readonly Step[]
  readonly field: Field
  readonly value: Value
  readonly nullable: boolean
}

export function TenderField({ steps, field, value, nullable }: Props) {
  const t = useText()
  const { change } = useForm()
  const tenders = useTenders({ mine: '1', limit: 100 })
  return (
    <Labelled label={t(field.label)} help={t(field.help)} fault={useFault(steps, value)}>
      {(bound) => (
        <Select
          {...bound}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t(messages.choose)}
          value={typeof value === 'string' && value !== '' ? value : null}
          onChange={(next) => change(steps, next ?? (nullable ? null : ''))}
          options={(tenders.data?.items ?? []).map((x) => ({ value: x.id, label: x.title }))}
        />
      )}
    </Labelled>
  )
}
