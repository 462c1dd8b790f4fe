// SPDX-License-Identifier: Apache-2.0
/** The body under one's hands: plain JSON, read and written by path, empty where nothing is. */

import type { Node } from './schema.ts'

export type Value =
  | undefined
  | null
  | boolean
  | number
  | string
  | readonly Value[]
  | { readonly [key: string]: Value }
export type Body = { readonly [key: string]: Value }
export type Step = string | number

/** What a form begins with: texts empty, lists empty, what may be absent absent. */
export function emptyOf(node: Node): Value {
  switch (node.kind) {
    case 'object':
      return Object.fromEntries(
        node.fields
          .filter((field) => !field.optional)
          .map((field) => [field.name, emptyOf(field.node)]),
      )
    case 'list':
      return []
    case 'yes-no':
      return false
    case 'fixed':
      return node.value
    case 'nullable':
      return null
    case 'variants':
      return node.of[0] === undefined ? {} : emptyOf(node.of[0].node)
    case 'number':
      return undefined
    default:
      return ''
  }
}

export function isBody(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function at(value: Value, steps: readonly Step[]): Value {
  let found: Value = value
  for (const step of steps) {
    if (isList(found)) found = found[Number(step)]
    else if (isBody(found)) found = found[String(step)]
    else return undefined
  }
  return found
}

/** A copy with one place changed; an absent value is taken out of its object. */
export function put(value: Value, steps: readonly Step[], changed: Value): Value {
  const [step, ...rest] = steps
  if (step === undefined) return changed
  if (isList(value)) {
    return value.map((item, index) => (index === Number(step) ? put(item, rest, changed) : item))
  }
  const object = isBody(value) ? value : {}
  const inner = put(object[String(step)], rest, changed)
  if (inner !== undefined) return { ...object, [step]: inner }
  return Object.fromEntries(Object.entries(object).filter(([key]) => key !== step))
}

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value)
}

/** Begins with `base` and takes over what an earlier draft or a link already knows. */
export function merged(base: Value, over: unknown): Value {
  if (!isBody(base) || !isBody(over)) return isValue(over) && over !== undefined ? over : base
  const keys = [...new Set([...Object.keys(base), ...Object.keys(over)])]
  return Object.fromEntries(keys.map((key) => [key, merged(base[key], over[key])]))
}

export function isValue(value: unknown): value is Value {
  return typeof value !== 'function' && typeof value !== 'symbol' && typeof value !== 'bigint'
}
