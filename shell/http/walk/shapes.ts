// SPDX-License-Identifier: Apache-2.0
/** For tests only: what a zod shape asks for, found by code: samples that fit, and every text in it. */

import { z } from '@gongxin/core/kernel'

export interface TextField {
  readonly path: readonly (string | number)[]
  /** Any words will do; else it has a form such as an id, a digest or a moment. */
  readonly free: boolean
  readonly most: number
}

/** The smallest body that has everything once; later options of a choice stand before earlier. */
export function sampleOf(schema: unknown): unknown {
  if (schema instanceof z.ZodObject) {
    const entries = Object.entries(schema.shape).map(([key, inner]) => [key, sampleOf(inner)])
    return Object.fromEntries(entries)
  }
  if (schema instanceof z.ZodArray) {
    const one = [sampleOf(schema.element)]
    return schema.safeParse(one).success ? one : [...one, ...one]
  }
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) {
    return sampleOf(schema.unwrap())
  }
  if (schema instanceof z.ZodUnion) return sampleOf(schema.options.at(-1))
  if (schema instanceof z.ZodEnum) return schema.options[0]
  if (schema instanceof z.ZodLiteral) return schema.value
  if (schema instanceof z.ZodBoolean) return true
  if (schema instanceof z.ZodType) return fitting(schema)
  return undefined
}

const digest = 'ab'.repeat(32)
const candidates = ['样本', 'A1', '1', digest, '2026-12-30T01:00:00.000Z', '2026-03-02', 1, 5, 100]

function fitting(schema: z.ZodType): unknown {
  return candidates.find((value) => schema.safeParse(value).success)
}

/** Every text of a body, with where it stands; what the body leaves out is not there to be asked. */
export function textsIn(
  schema: unknown,
  value: unknown,
  path: TextField['path'] = [],
): readonly TextField[] {
  if (value === null || value === undefined) return []
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) {
    return textsIn(schema.unwrap(), value, path)
  }
  if (schema instanceof z.ZodUnion) {
    const option = schema.options.find((o) => o instanceof z.ZodType && o.safeParse(value).success)
    return textsIn(option, value, path)
  }
  if (schema instanceof z.ZodArray && Array.isArray(value)) {
    return value.slice(0, 1).flatMap((item) => textsIn(schema.element, item, [...path, 0]))
  }
  if (schema instanceof z.ZodObject && isRecord(value)) {
    return Object.entries(schema.shape).flatMap(([key, inner]) =>
      textsIn(inner, value[key], [...path, key]),
    )
  }
  if (!(schema instanceof z.ZodString)) return []
  const free = schema.safeParse('样 <b>').success
  return [{ path, free, most: schema.maxLength ?? 200 }]
}

/** A copy of the body with another value in one place. */
export function replaced(body: unknown, path: TextField['path'], value: unknown): unknown {
  const [head, ...rest] = path
  if (head === undefined) return value
  if (Array.isArray(body)) {
    return body.map((item, i) => (i === head ? replaced(item, rest, value) : item))
  }
  if (!isRecord(body)) return body
  return { ...body, [head]: replaced(body[head], rest, value) }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
