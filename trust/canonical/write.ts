// SPDX-License-Identifier: Apache-2.0
/** Writes a value as canonical JSON: RFC 8785, narrowed to what needs no judgement to compare. */

import { deepest, forbiddenKey, isPlain, type Json, NotCanonical, textFault } from './json.ts'
import { utf8 } from './utf8.ts'

/** The one text of a value; throws {@link NotCanonical}, for the value is always our own. */
export function canonicalize(value: Json): string {
  return written(value, 1)
}

export function canonicalBytes(value: Json): Uint8Array {
  return utf8(written(value, 1))
}

function written(value: unknown, depth: number): string {
  switch (typeof value) {
    case 'string':
      return quoted(value)
    case 'number':
      if (!Number.isSafeInteger(value)) throw new NotCanonical('not-safe-integer')
      return String(value)
    case 'boolean':
      return value ? 'true' : 'false'
    case 'object':
      if (value === null) return 'null'
      if (depth > deepest) throw new NotCanonical('depth')
      return Array.isArray(value) ? writtenList(value, depth) : writtenObject(value, depth)
    default:
      throw new NotCanonical('not-json')
  }
}

function writtenList(list: readonly unknown[], depth: number): string {
  let text = '['
  for (let i = 0; i < list.length; i++) {
    if (i > 0) text += ','
    text += written(list[i], depth + 1)
  }
  return `${text}]`
}

function writtenObject(value: object, depth: number): string {
  const prototype = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) throw new NotCanonical('not-json')
  if (!isRecord(value)) throw new NotCanonical('not-json')
  let text = '{'
  for (const key of inOrder(Object.keys(value))) {
    const label = labels.get(key) ?? labelOf(key)
    text += text.length > 1 ? `,${label}` : label
    text += written(value[key], depth + 1)
  }
  return `${text}}`
}

function isRecord(value: object): value is { readonly [key: string]: unknown } {
  return !Array.isArray(value)
}

// Keys are few and come again in every event, so their quoted form is kept; a pure function of the
// key, and bounded, so that no stranger's keys can fill the memory.
const labels = new Map<string, string>()
const mostLabels = 4096

function labelOf(key: string): string {
  if (key === forbiddenKey) throw new NotCanonical('forbidden-key')
  const label = `${quoted(key)}:`
  if (labels.size < mostLabels) labels.set(key, label)
  return label
}

/** Keys by UTF-16 units, which is how strings compare; sorts in place, for few keys by insertion. */
function inOrder(keys: string[]): readonly string[] {
  if (keys.length > 24) return keys.sort()
  for (let i = 1; i < keys.length; i++) {
    const key = keys[i] ?? ''
    let j = i - 1
    for (; j >= 0 && (keys[j] ?? '') > key; j--) keys[j + 1] = keys[j] ?? ''
    keys[j + 1] = key
  }
  return keys
}

function quoted(text: string): string {
  if (isPlain(text)) return `"${text}"`
  const fault = textFault(text)
  if (fault !== undefined) throw new NotCanonical(fault)
  return JSON.stringify(text)
}
