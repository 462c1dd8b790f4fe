// SPDX-License-Identifier: Apache-2.0
/** A registered organisation, found by name or code; the form takes its code and its name. */

import type { Role } from '@gongxin/core/kernel'
import { routes } from '@gongxin/shell/http/contract'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { call, Labelled, useText } from '../../app/index.ts'
import type { Field } from '../fields.ts'
import { messages } from '../messages.ts'
import { useFault, useForm } from './context.ts'
import { at, type Step, type Value } from './values.ts'

interface Props {
  readonly steps: readonly Step[]
  readonly field: Field
  readonly value: Value
  readonly role: Role
}

export function PartyField({ steps, field, value, role }: Props) {
  const t = useText()
  const { change } = useForm()
  const party = at(value, ['party'])
  const fault = useFault([...steps, 'party'], party)
  const [q, setQ] = useState('')
  const found = useQuery({
    queryKey: ['organisations', role, q],
    queryFn: ({ signal }) =>
      call(routes.organisations, { query: q === '' ? { role } : { role, q }, signal }),
  })
  const items = found.data?.items ?? []
  const known = typeof party === 'string' && party !== '' ? party : null
  const name = at(value, ['name'])
  const listed = items.map((o) => ({ value: o.uscc, label: o.name }))
  const missing = known !== null && !listed.some((o) => o.value === known)
  const own = missing ? [{ value: known, label: typeof name === 'string' ? name : '' }] : []
  return (
    <Labelled label={t(field.label)} help={t(field.help)} fault={fault}>
      {(bound) => (
        <Select
          {...bound}
          showSearch={{ filterOption: false, onSearch: setQ }}
          loading={found.isFetching}
          placeholder={t(messages.choose)}
          value={known}
          options={[...own, ...listed]}
          onChange={(uscc) => {
            const chosen = items.find((o) => o.uscc === uscc)
            if (chosen !== undefined) change(steps, { party: chosen.uscc, name: chosen.name })
          }}
        />
      )}
    </Labelled>
  )
}
