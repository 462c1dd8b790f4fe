// SPDX-License-Identifier: Apache-2.0
/** One value: money in yuan, moments in 北京时间, choices in words, text in one line or many. */

import { Input, Radio, Select } from 'antd'
import { useState } from 'react'
import {
  messages as appMessages,
  fenOfInput,
  inputOfInstant,
  instantOfInput,
  Labelled,
  usePreferences,
  useText,
  yuanInputOf,
} from '../../app/index.ts'
import { choiceWords, type Field } from '../fields.ts'
import { messages } from '../messages.ts'
import { useFault, useForm } from './context.ts'
import { type Option, optionsFor } from './options.ts'
import type { Node } from './schema.ts'
import type { Step, Value } from './values.ts'

export interface LeafProps {
  readonly path: string
  readonly steps: readonly Step[]
  readonly node: Node
  readonly field: Field
  readonly value: Value
  /** Replaces the label, such as in a list. */
  readonly label?: string | undefined
}

export function Leaf({ path, steps, node, field, value, label }: LeafProps) {
  const t = useText()
  const { language } = usePreferences()
  const { act, state, change } = useForm()
  const fault = useFault(steps, value)
  const put = (next: Value) => change(steps, next)
  const listed = optionsFor(field.widget, { act, state, language })
  const options: readonly Option[] | undefined =
    node.kind === 'choice'
      ? node.values.map((v) => ({ value: v, label: t(choiceWords(act, path, v)) }))
      : listed
  return (
    <Labelled label={label ?? t(field.label)} help={t(field.help)} fault={fault}>
      {(bound) => {
        if (node.kind === 'yes-no' || (node.kind === 'fixed' && typeof node.value === 'boolean')) {
          return (
            <Radio.Group
              {...bound}
              value={value === true}
              onChange={(event) => put(event.target.value === true)}
              options={[
                { value: true, label: t(appMessages.yes) },
                { value: false, label: t(appMessages.no) },
              ]}
            />
          )
        }
        if (options !== undefined) {
          return <Choice bound={bound} options={options} value={value} onChange={put} />
        }
        if (node.kind === 'number') {
          return <NumberInput bound={bound} field={field} value={value} onChange={put} />
        }
        return <TextInput bound={bound} node={node} field={field} value={value} onChange={put} />
      }}
    </Labelled>
  )
}

interface Bound {
  readonly id: string
  readonly 'aria-describedby': string
  readonly 'aria-invalid': boolean
}
interface Typing {
  readonly bound: Bound
  readonly value: Value
  readonly onChange: (value: Value) => void
}

function Choice({ bound, options, value, onChange }: Typing & { options: readonly Option[] }) {
  const t = useText()
  const known = typeof value === 'string' && options.some((o) => o.value === value)
  return (
    <Select
      {...bound}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear
      placeholder={t(messages.choose)}
      value={known ? value : null}
      onChange={(next) => onChange(next ?? '')}
      options={[...options]}
    />
  )
}

/** Keeps what is typed as it is typed; the body takes it when it is an amount. */
function NumberInput({ bound, field, value, onChange }: Typing & { field: Field }) {
  const t = useText()
  const money = field.widget === 'money' || field.widget === 'signed-money'
  const percent = field.widget === 'percent'
  const shownOf = (v: Value) => {
    if (typeof v !== 'number') return ''
    if (money) return yuanInputOf(v)
    return percent ? String(v / 100) : String(v)
  }
  const [typed, setTyped] = useState<string>()
  const unit = money ? t(messages.yuan) : percent ? t(messages.percentOf) : undefined
  return (
    <Input
      {...bound}
      inputMode="decimal"
      className="sum"
      value={typed ?? shownOf(value)}
      {...(unit === undefined ? {} : { suffix: unit })}
      onChange={(change) => {
        const text = change.target.value
        setTyped(text)
        onChange(numberOf(text, { money, percent }))
      }}
      onBlur={() => setTyped(undefined)}
    />
  )
}

/** Undefined for what is no number, so that the shape asks for one. */
export function numberOf(
  text: string,
  { money, percent }: { readonly money: boolean; readonly percent: boolean },
): number | undefined {
  if (money) return fenOfInput(text)
  const plain = text.normalize('NFKC').replace(/[,\s%]/g, '')
  if (!/^-?\d+(\.\d+)?$/.test(plain)) return undefined
  return percent ? Math.round(Number(plain) * 100) : Number(plain)
}

function TextInput(props: Typing & { readonly field: Field; readonly node: Node }) {
  const { bound, field, node, value, onChange } = props
  const text = typeof value === 'string' ? value : ''
  if (field.widget === 'moment') {
    return (
      <Input
        {...bound}
        type="datetime-local"
        value={inputOfInstant(text)}
        onChange={(change) => onChange(instantOfInput(change.target.value))}
      />
    )
  }
  if (field.widget === 'day') {
    return (
      <Input
        {...bound}
        type="date"
        value={text}
        onChange={(change) => onChange(change.target.value)}
      />
    )
  }
  const most = node.kind === 'text' ? node.most : 4000
  if (field.widget === 'long' || most > 400) {
    return (
      <Input.TextArea
        {...bound}
        autoSize={{ minRows: 2, maxRows: 14 }}
        showCount
        maxLength={most}
        value={text}
        onChange={(change) => onChange(change.target.value)}
      />
    )
  }
  return (
    <Input
      {...bound}
      maxLength={most}
      value={text}
      onChange={(change) => onChange(change.target.value)}
    />
  )
}
