// SPDX-License-Identifier: Apache-2.0
/** Steps drawn from the shape of the bid: opening form, answers, files. */

import { bidContent, type TenderTerms } from '@gongxin/core/trading/tender'
import { Button, Checkbox, Input } from 'antd'
import { Labelled, useText } from '../../../app/index.ts'
import { nodeAt } from '../../document/sections.ts'
import {
  at,
  type Body,
  isList,
  NodeView,
  nodeOf,
  type Step,
  useFault,
  useForm,
  type Value,
} from '../../form/index.ts'
import { capitalOf } from '../capital.ts'
import { messages } from '../messages.ts'

interface Props {
  readonly content: Body
}

export function FormStep({ content, terms }: Props & { readonly terms: TenderTerms }) {
  const { change } = useForm()
  const price = at(content, ['form', 'priceFen'])
  const said = typeof price === 'number' ? capitalOf(price) : ''
  return (
    <div className="stack narrow">
      <Drawn content={content} paths={['form', 'priceInWords']} />
      {said !== '' && said !== content.priceInWords && (
        <Button onClick={() => change(['priceInWords'], said)}>{said}</Button>
      )}
      <Drawn content={content} paths={['consortium']} />
      {terms.policy !== undefined && <Drawn content={content} paths={['declared']} />}
    </div>
  )
}

function Drawn({ content, paths }: Props & { readonly paths: readonly string[] }) {
  const node = nodeOf(bidContent)
  return paths.map((path) => {
    const inner = nodeAt(node, path)
    const steps = path.split('.')
    return inner === undefined ? null : (
      <NodeView key={path} path={path} steps={steps} node={inner} value={at(content, steps)} />
    )
  })
}

/** Each demand of the document with the place to answer it. */
export function AnswerStep({ content, terms }: Props & { readonly terms: TenderTerms }) {
  return (
    <div className="stack">
      {terms.qualifications.map((asked) => (
        <Answer key={asked.id} content={content} asked={asked} />
      ))}
      <Starred content={content} terms={terms} />
      {terms.method.kind === 'lowest-evaluated' && (
        <Adjustments content={content} adjustments={terms.method.adjustments} />
      )}
    </div>
  )
}

interface AnswerProps extends Props {
  readonly asked: TenderTerms['qualifications'][number]
}

function Answer({ content, asked }: AnswerProps) {
  const { change } = useForm()
  const list = listAt(content, 'qualifications')
  const index = list.findIndex((one) => at(one, ['id']) === asked.id)
  const steps: readonly Step[] = ['qualifications', index, 'statement']
  const value = at(content, steps)
  const put = (statement: string) =>
    index >= 0
      ? change(steps, statement)
      : change(['qualifications'], [...list, { id: asked.id, statement }])
  return (
    <Labelled
      label={asked.title}
      help={`${asked.text} ${asked.evidence}`}
      fault={useFault(steps, value)}
    >
      {(bound) => (
        <Input.TextArea
          {...bound}
          autoSize={{ minRows: 2 }}
          maxLength={1000}
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => put(event.target.value)}
        />
      )}
    </Labelled>
  )
}

function Starred({ content, terms }: Props & { readonly terms: TenderTerms }) {
  const t = useText()
  const { change } = useForm()
  const accepted = listAt(content, 'starredAccepted')
  if (terms.starred.length === 0) return null
  return (
    <fieldset className="group">
      <legend>{t(messages.starred)}</legend>
      {terms.starred.map(({ id, text }) => (
        <div key={id}>
          <Checkbox
            checked={accepted.includes(id)}
            onChange={({ target }) =>
              change(
                ['starredAccepted'],
                target.checked ? [...accepted, id] : accepted.filter((one) => one !== id),
              )
            }
          >
            ★ {text} · {t(messages.accept)}
          </Checkbox>
        </div>
      ))}
      <Button
        size="small"
        onClick={() =>
          change(
            ['starredAccepted'],
            terms.starred.map(({ id }) => id),
          )
        }
      >
        {t(messages.acceptAll)}
      </Button>
    </fieldset>
  )
}

type Adjustment = Extract<
  TenderTerms['method'],
  { kind: 'lowest-evaluated' }
>['adjustments'][number]

function Adjustments(props: Props & { readonly adjustments: readonly Adjustment[] }) {
  const t = useText()
  const { change } = useForm()
  const list = listAt(props.content, 'adjustments')
  return (
    <fieldset className="group">
      <legend>{t(messages.adjustments)}</legend>
      {props.adjustments.map(({ id, title, unit }) => {
        const index = list.findIndex((one) => at(one, ['id']) === id)
        const units = at(list, [index, 'units'])
        return (
          <Labelled key={id} label={`${title}（${unit}）`}>
            {(bound) => (
              <Input
                {...bound}
                inputMode="numeric"
                className="sum"
                value={typeof units === 'number' ? String(units) : ''}
                onChange={({ target }) =>
                  change(['adjustments', index, 'units'], wholeOf(target.value))
                }
              />
            )}
          </Labelled>
        )
      })}
    </fieldset>
  )
}

function wholeOf(text: string): number | undefined {
  return /^-?\d{1,9}$/.test(text) ? Number(text) : undefined
}

function listAt(content: Body, name: string): readonly Value[] {
  const value = content[name]
  return value !== undefined && isList(value) ? value : []
}
