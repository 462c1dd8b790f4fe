// SPDX-License-Identifier: Apache-2.0
/** Draws any node of a shape: groups, lists, what may be left empty, and one of several kinds. */

import { type FileRef, fileRef, type Role, z } from '@gongxin/core/kernel'
import { procedureOf, type TenderState } from '@gongxin/core/trading/tender'
import { Button, Select } from 'antd'
import type * as React from 'react'
import { Labelled, useText } from '../../app/index.ts'
import { choiceWords, type Field, getField } from '../fields.ts'
import { messages } from '../messages.ts'
import { FormContext, useFault, useForm } from './context.ts'
import { EvidenceField, FileField, PartyField, TenderField } from './editors.ts'
import { newId } from './identifier.ts'
import { Leaf } from './leaf.tsx'
import { isFileNode, type Node, type Variant } from './schema.ts'
import { emptyOf, isList, type Step, type Value } from './values.ts'

export interface NodeProps {
  readonly path: string
  readonly steps: readonly Step[]
  readonly node: Node
  readonly value: Value
}

export function NodeView(props: NodeProps) {
  const { path, node, steps, value } = props
  const { act } = useForm()
  const field = getField(act, path)
  if (field.widget === 'generated' || field.widget === 'hidden') return null
  if (field.widget === 'party' && isPartyNode(node)) {
    return <PartyField steps={steps} field={field} value={value} role={partyRole(path)} />
  }
  if (field.widget === 'tender') {
    return <TenderField {...{ steps, field, value }} nullable={node.kind === 'nullable'} />
  }
  if (field.widget === 'evidence' && node.kind === 'list') {
    return <EvidenceField {...{ path, steps, value, field }} item={node.item} />
  }
  switch (node.kind) {
    case 'object':
      return isFileNode(node) ? (
        <Files {...props} field={field} most={1} />
      ) : (
        <Group field={field}>
          <Fields {...props} node={node} />
        </Group>
      )
    case 'list':
      return isFileNode(node.item) ? (
        <Files {...props} field={field} most={node.most} />
      ) : (
        <ListView {...props} node={node} field={field} />
      )
    case 'nullable':
      return <NullableView {...props} node={node} field={field} />
    case 'variants':
      return <VariantsView {...props} node={node} field={field} />
    default:
      return <Leaf {...{ path, steps, node, value, field }} />
  }
}

/** The fields of an object one after another, without a frame. */
export function Fields({ path, steps, node, value }: NodeProps) {
  if (node.kind !== 'object') return null
  return node.fields.map(({ name, node: inner, optional }) => (
    <EmptyAs key={name} absent={optional ? 'undefined' : 'kept'}>
      <NodeView
        path={path === '' ? name : `${path}.${name}`}
        steps={[...steps, name]}
        node={inner}
        value={valueIn(value, name)}
      />
    </EmptyAs>
  ))
}

function valueIn(value: Value, name: string): Value {
  return typeof value === 'object' && value !== null && !isList(value) ? value[name] : undefined
}

function isPartyNode(node: Node): boolean {
  return node.kind === 'object' && node.fields.some((f) => f.name === 'party')
}

function partyRole(path: string): Role {
  if (path.endsWith('invitees')) return 'bidder'
  return path.endsWith('agency') ? 'agency' : 'authority'
}

function Group({ field, children }: { readonly field: Field; readonly children: React.ReactNode }) {
  const t = useText()
  return (
    <fieldset className="group">
      <legend>{t(field.label)}</legend>
      <p className="about">{t(field.help)}</p>
      {children}
    </fieldset>
  )
}

interface Framed extends NodeProps {
  readonly field: Field
}

function Files({ steps, value, node, field, most }: Framed & { readonly most: number }) {
  const t = useText()
  const { change } = useForm()
  const single = node.kind === 'object'
  const files = filesIn(single ? [value ?? null] : value)
  return (
    <FileField
      label={t(field.label)}
      help={t(field.help)}
      files={files}
      most={most}
      onChange={(next) => change(steps, single ? (next[0] ?? null) : next.map((f) => ({ ...f })))}
    />
  )
}

const fileList = z.array(z.unknown())

function filesIn(value: unknown): readonly FileRef[] {
  const list = fileList.safeParse(value)
  return (list.success ? list.data : []).flatMap((one) => {
    const parsed = fileRef.safeParse(one)
    return parsed.success ? [parsed.data] : []
  })
}

function ListView({ path, steps, node, value, field }: Framed) {
  const t = useText()
  const { change } = useForm()
  const fault = useFault(steps, value)
  if (node.kind !== 'list') return null
  const items = isList(value) ? value : []
  const { item } = node
  return (
    <fieldset className="group">
      <legend>{t(field.label)}</legend>
      <p className="about">{fault === undefined ? t(field.help) : `× ${fault}`}</p>
      {items.map((one, index) => {
        const number = t(messages.itemNumber, { n: index + 1 })
        const inner = { path, steps: [...steps, index], node: item, value: one }
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name but their place.
          <div className="group" key={index}>
            {item.kind === 'object' && <h3>{number}</h3>}
            {isPartyNode(item) && field.widget === 'party' ? (
              <NodeView {...inner} />
            ) : item.kind === 'object' ? (
              <Fields {...inner} />
            ) : (
              <Leaf {...inner} field={field} label={number} />
            )}
            <Button
              size="small"
              onClick={() =>
                change(
                  steps,
                  items.filter((_, place) => place !== index),
                )
              }
            >
              {t(messages.remove)} {number}
            </Button>
          </div>
        )
      })}
      <Button
        disabled={items.length >= node.most}
        onClick={() => change(steps, [...items, withIds(item, emptyOf(item))])}
      >
        {t(messages.addLine)}
      </Button>
    </fieldset>
  )
}

/** A new line that carries an id of its own is given one; nobody types it. */
function withIds(node: Node, empty: Value): Value {
  if (node.kind !== 'object' || typeof empty !== 'object' || empty === null) return empty
  return node.fields.some((f) => f.name === 'id') ? { ...empty, id: newId() } : empty
}

function NullableView({ path, steps, node, value, field }: Framed) {
  const t = useText()
  const { change } = useForm()
  if (node.kind !== 'nullable') return null
  const { of } = node
  if (of.kind === 'object' || of.kind === 'variants' || of.kind === 'list') {
    if (isFileNode(of)) return <Files {...{ path, steps, value, field }} node={of} most={1} />
    const filled = value !== null && value !== undefined
    return (
      <div>
        <Labelled label={t(field.label)} help={t(field.help)}>
          {(bound) => (
            <Select
              {...bound}
              value={filled ? 'filled' : 'empty'}
              onChange={(next) => change(steps, next === 'filled' ? emptyOf(of) : null)}
              options={[
                { value: 'empty', label: t(messages.leaveEmpty) },
                { value: 'filled', label: t(messages.fillIn) },
              ]}
            />
          )}
        </Labelled>
        {filled && <NodeView path={path} steps={steps} node={of} value={value} />}
      </div>
    )
  }
  return (
    <EmptyAs absent="null">
      <Leaf {...{ path, steps, field }} node={of} value={value === null ? '' : value} />
    </EmptyAs>
  )
}

interface EmptyProps {
  /** What an emptied input becomes in the body. */
  readonly absent: 'null' | 'undefined' | 'kept'
  readonly children: React.ReactNode
}

/** An emptied input of something that may be absent means absent. */
function EmptyAs({ absent, children }: EmptyProps) {
  const form = useForm()
  if (absent === 'kept') return children
  const change = (steps: readonly Step[], value: Value) => {
    const empty = value === '' || value === undefined
    form.change(steps, empty ? (absent === 'null' ? null : undefined) : value)
  }
  return <FormContext value={{ ...form, change }}>{children}</FormContext>
}

function VariantsView({ path, steps, node, value, field }: Framed) {
  const t = useText()
  const { act, change, state } = useForm()
  if (node.kind !== 'variants') return null
  const kind = valueIn(value, node.by)
  const variants = lawfulVariants(path, node.of, state)
  const chosen = node.of.find((variant) => variant.value === kind) ?? variants[0]
  return (
    <Group field={field}>
      <Labelled label={t(getField(act, `${path}.${node.by}`).label)}>
        {(bound) => (
          <Select
            {...bound}
            value={chosen?.value ?? null}
            onChange={(next) => {
              const variant = node.of.find((one) => one.value === next)
              if (variant !== undefined) change(steps, emptyOf(variant.node))
            }}
            options={variants.map((variant) => ({
              value: variant.value,
              label: t(choiceWords(act, `${path}.${node.by}`, variant.value)),
            }))}
          />
        )}
      </Labelled>
      {chosen !== undefined && (
        <Fields path={path} steps={steps} value={value} node={withoutKind(chosen.node, node.by)} />
      )}
    </Group>
  )
}

/** A document chooses among the methods of its own procedure. */
function lawfulVariants(path: string, all: readonly Variant[], state: TenderState | null) {
  if (path !== 'terms.method' || state === null) return all
  const { methods } = procedureOf(state)
  return all.filter(({ value }) => methods.includes(value))
}

function withoutKind(node: Extract<Node, { kind: 'object' }>, by: string): Node {
  return { ...node, fields: node.fields.filter((field) => field.name !== by) }
}
