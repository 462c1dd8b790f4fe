// SPDX-License-Identifier: Apache-2.0
/** A body read aloud: every field by its name, money in yuan, moments in 北京时间, no raw key. */

import type { TenderState } from '@gongxin/core/trading/tender'
import {
  messages as appMessages,
  dayShown,
  type Language,
  momentShown,
  moneyShown,
  usePreferences,
  useText,
} from '../../app/index.ts'
import { choiceWords, getField } from '../fields.ts'
import { isBody, isFileNode, isList, type Node, optionsFor, type Value } from '../form/index.ts'

interface Props {
  /** Act or event type, for the names of its fields. */
  readonly act: string
  readonly node: Node
  readonly value: Value
  readonly state: TenderState | null
  readonly path?: string
}

export function BodyShown({ act, node, value, state, path = '' }: Props) {
  const t = useText()
  if (node.kind !== 'object' || !isBody(value)) return null
  const rows = node.fields.flatMap(({ name, node: inner }) => {
    const at = path === '' ? name : `${path}.${name}`
    const field = getField(act, at)
    const held = value[name]
    if (field.widget === 'hidden' || field.widget === 'generated' || isEmpty(held)) return []
    return { name, label: t(field.label), inner, held, at }
  })
  return (
    <dl className="facts">
      {rows.map(({ name, label, inner, held, at }) => (
        <div key={name} className="contents">
          <dt>{label}</dt>
          <dd>
            <ValueShown act={act} node={inner} value={held} state={state} path={at} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function isEmpty(value: Value): boolean {
  return (
    value === undefined || value === null || value === '' || (isList(value) && value.length === 0)
  )
}

function ValueShown(props: Props & { readonly path: string }) {
  const { act, node, value, state, path } = props
  const t = useText()
  const { language } = usePreferences()
  switch (node.kind) {
    case 'nullable':
      return <ValueShown {...props} node={node.of} />
    case 'object':
      if (isFileNode(node) && isBody(value)) return String(value.name ?? '')
      return <BodyShown {...props} />
    case 'variants': {
      const kind = isBody(value) ? String(value[node.by] ?? '') : ''
      const chosen = node.of.find((variant) => variant.value === kind)
      return (
        <>
          {t(choiceWords(act, `${path}.${node.by}`, kind))}
          {chosen !== undefined && (
            <BodyShown
              {...props}
              node={{
                ...chosen.node,
                fields: chosen.node.fields.filter((f) => f.name !== node.by),
              }}
            />
          )}
        </>
      )
    }
    case 'list':
      return (
        <ol className="plain">
          {(isList(value) ? value : []).map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name but their place.
            <li key={index}>
              <ValueShown {...props} node={node.item} value={item} />
            </li>
          ))}
        </ol>
      )
    case 'choice':
      return t(choiceWords(act, path, String(value)))
    case 'yes-no':
      return t(value === true ? appMessages.yes : appMessages.no)
    case 'fixed':
      return typeof value === 'boolean' ? t(appMessages.yes) : null
    default:
      return <span className="pre">{plainShown({ act, path, value, state, language })}</span>
  }
}

interface Plain {
  readonly act: string
  readonly path: string
  readonly value: Value
  readonly state: TenderState | null
  readonly language: Language
}

/** One value as text: money, moments, names instead of ids. */
export function plainShown({ act, path, value, state, language }: Plain): string {
  const { widget } = getField(act, path)
  const text = String(value ?? '')
  if (typeof value === 'number') {
    if (widget === 'money' || widget === 'signed-money') return moneyShown(value, language)
    return widget === 'percent' ? `${value / 100}%` : text
  }
  if (widget === 'moment') return momentShown(text, language)
  if (widget === 'day' && /^\d{4}-\d{2}-\d{2}$/.test(text)) return dayShown(text, language)
  const options = optionsFor(widget, { act, state, language })
  return options?.find((option) => option.value === text)?.label ?? text
}
