// SPDX-License-Identifier: Apache-2.0
/** An act's shape as a small tree that a form can be drawn from. */

import { z } from '@gongxin/core/kernel'

export type Node =
  | { readonly kind: 'object'; readonly fields: readonly FieldNode[] }
  | { readonly kind: 'list'; readonly item: Node; readonly most: number; readonly least: number }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'text'; readonly most: number; readonly least: number }
  | { readonly kind: 'number'; readonly least: number; readonly most: number }
  | { readonly kind: 'yes-no' }
  | { readonly kind: 'fixed'; readonly value: string | boolean }
  | { readonly kind: 'nullable'; readonly of: Node }
  | { readonly kind: 'variants'; readonly by: string; readonly of: readonly Variant[] }

export interface FieldNode {
  readonly name: string
  readonly node: Node
  readonly optional: boolean
}

export interface Variant {
  readonly value: string
  readonly node: Extract<Node, { kind: 'object' }>
}

/** What JSON Schema says, as far as our shapes use it. */
interface Schema {
  /** Several where null is one of them and nothing else is said: a day that may be left empty. */
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly minLength?: number
  readonly maxLength?: number
  readonly pattern?: string
  readonly minItems?: number
  readonly maxItems?: number
  readonly minimum?: number
  readonly maximum?: number
}

const known = new WeakMap<z.ZodType, Node>()

export function nodeOf(shape: z.ZodType): Node {
  const before = known.get(shape)
  if (before !== undefined) return before
  const schema: unknown = z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' })
  const node = isSchema(schema) ? read(schema) : { kind: 'object' as const, fields: [] }
  known.set(shape, node)
  return node
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null
}

function read(schema: Schema): Node {
  const several = schema.anyOf ?? schema.oneOf ?? typesOf(schema)
  if (several !== undefined) return readSeveral(several)
  if (schema.const !== undefined) return { kind: 'fixed', value: plain(schema.const) }
  if (schema.enum !== undefined) return { kind: 'choice', values: schema.enum.map(String) }
  switch (schema.type) {
    case 'object':
      return readObject(schema)
    case 'array':
      return {
        kind: 'list',
        item: read(schema.items ?? {}),
        most: schema.maxItems ?? 1000,
        least: schema.minItems ?? 0,
      }
    case 'boolean':
      return { kind: 'yes-no' }
    case 'integer':
    case 'number':
      return {
        kind: 'number',
        least: schema.minimum ?? Number.MIN_SAFE_INTEGER,
        most: schema.maximum ?? Number.MAX_SAFE_INTEGER,
      }
    default:
      return {
        kind: 'text',
        // What has a pattern is a code, a date or a figure, never a paragraph.
        most: schema.maxLength ?? (schema.pattern === undefined ? 4000 : 80),
        least: schema.minLength ?? 0,
      }
  }
}

function typesOf(schema: Schema): readonly Schema[] | undefined {
  return typeof schema.type === 'object'
    ? schema.type.map((type) => ({ ...schema, type }))
    : undefined
}

function readSeveral(several: readonly Schema[]): Node {
  const real = several.filter((one) => one.type !== 'null')
  const [first] = real
  if (real.length === 1 && first !== undefined) return { kind: 'nullable', of: read(first) }
  const of = real.flatMap((one): readonly Variant[] => {
    const node = readObject(one)
    const value = one.properties?.kind?.const
    return typeof value === 'string' ? [{ value, node }] : []
  })
  return { kind: 'variants', by: 'kind', of }
}

function readObject(schema: Schema): Extract<Node, { kind: 'object' }> {
  const required = new Set(schema.required ?? [])
  const fields = Object.entries(schema.properties ?? {}).map(([name, of]) => ({
    name,
    node: read(of),
    optional: !required.has(name),
  }))
  return { kind: 'object', fields }
}

function plain(value: unknown): string | boolean {
  return typeof value === 'boolean' ? value : String(value)
}

/** Every field by its path: `terms.method.factors.title`; lists add nothing to it. */
export function pathsOf(node: Node, before = ''): readonly string[] {
  switch (node.kind) {
    case 'object':
      return node.fields.flatMap(({ name, node: inner }) => {
        const path = before === '' ? name : `${before}.${name}`
        return [path, ...pathsOf(inner, path)]
      })
    case 'list':
      return pathsOf(node.item, before)
    case 'nullable':
      return pathsOf(node.of, before)
    case 'variants':
      return [...new Set(node.of.flatMap((variant) => pathsOf(variant.node, before)))]
    default:
      return []
  }
}

/** Every choice with the path it stands at, kinds of variants included. */
export function choicesIn(
  node: Node,
  path = '',
): readonly { readonly path: string; readonly values: readonly string[] }[] {
  switch (node.kind) {
    case 'choice':
      return [{ path, values: node.values }]
    case 'object':
      return node.fields.flatMap(({ name, node: inner }) =>
        choicesIn(inner, path === '' ? name : `${path}.${name}`),
      )
    case 'list':
      return choicesIn(node.item, path)
    case 'nullable':
      return choicesIn(node.of, path)
    case 'variants':
      return [
        { path: `${path}.${node.by}`, values: node.of.map((variant) => variant.value) },
        ...node.of.flatMap((variant) => choicesIn(variant.node, path)),
      ]
    default:
      return []
  }
}

/** True for the shape of a stored file, which is uploaded rather than typed. */
export function isFileNode(node: Node): boolean {
  if (node.kind !== 'object') return false
  const names = node.fields.map((field) => field.name)
  return ['digest', 'mediaType', 'name', 'size'].every((name) => names.includes(name))
}
