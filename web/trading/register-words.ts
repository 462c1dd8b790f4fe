// SPDX-License-Identifier: Apache-2.0
/** What the registration asks for by procedure, and what it says of the duty to tender. */

import { type Words, words } from '@gongxin/core/kernel'
import { findProcedure } from '@gongxin/core/procedures'
import { nodeAt } from './document/sections.ts'
import {
  at,
  type Body,
  emptyOf,
  type FieldNode,
  merged,
  type Node,
  put,
  type Value,
} from './form/index.ts'

export function compulsoryWords(compulsory: boolean): Words {
  return compulsory
    ? words('属于依法必须招标的项目', 'Tendering is compulsory for this project')
    : words('不属于依法必须招标的项目', 'Tendering is not compulsory for this project')
}

/** A kind that the procedure is not for gives way to one it is for. */
export function suited(value: Value): Value {
  const kinds = findProcedure(String(at(value, ['procedure'])))?.kinds ?? []
  const kind = at(value, ['kind'])
  const fits = typeof kind === 'string' && kinds.includes(kind)
  return fits || kinds[0] === undefined ? value : put(value, ['kind'], kinds[0])
}

export function isProcured({ procedure }: Body): boolean {
  return findProcedure(String(procedure))?.line === 'procurement'
}

/** Facts of 政府采购 are asked for there, and nowhere else; the procedure comes first. */
export function askedOf(node: Node, body: Body): Node {
  if (node.kind !== 'object') return node
  const kept = node.fields.filter(({ name }) => name !== 'procurement' || isProcured(body))
  const first = (name: string) => (name === 'procedure' ? 0 : 1)
  const asked = kept.map((field) => (field.name === 'procurement' ? whole(field) : field))
  return { ...node, fields: asked.toSorted((a, b) => first(a.name) - first(b.name)) }
}

function whole(field: FieldNode): FieldNode {
  return { ...field, optional: false }
}

/** What is typed of procurement is kept while another procedure is tried, and not sent with it. */
export function statedBy(value: Body, node: Node): Body {
  const { procurement, ...rest } = value
  if (!isProcured(value)) return rest
  const facts = nodeAt(node, 'procurement')
  return { ...rest, procurement: merged(facts === undefined ? {} : emptyOf(facts), procurement) }
}
