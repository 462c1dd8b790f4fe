// SPDX-License-Identifier: Apache-2.0
/** Reads canonical JSON and nothing else: what it accepts has exactly one spelling. */

import {
  type CanonicalFault,
  deepest,
  forbiddenKey,
  isPlain,
  type Json,
  type JsonObject,
  textFault,
} from './json.ts'
import { findText } from './utf8.ts'

export type Parsed =
  | { readonly ok: true; readonly value: Json }
  | { readonly ok: false; readonly fault: CanonicalFault; readonly at: number }

/** The grammar leaves no choice, so the same value written again gives the same bytes. */
export function parseCanonical(bytes: Uint8Array): Parsed {
  const text = findText(bytes)
  if (text === undefined) return { ok: false, fault: 'utf8', at: 0 }
  const reader: Reader = { text, at: 0, fault: undefined }
  const value = readValue(reader, 1)
  if (reader.fault === undefined && reader.at < text.length) reader.fault = 'trailing-bytes'
  return reader.fault === undefined
    ? { ok: true, value }
    : { ok: false, fault: reader.fault, at: reader.at }
}

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The first fault stays; after it every read returns null at once. */
interface Reader {
  readonly text: string
  at: number
  fault: CanonicalFault | undefined
}

const numberForm = /-?\d[\d.eE+-]*/y
const integerForm = /^(?:0|-?[1-9]\d*)$/
const stringForm = /"([^"\\]*(?:\\.[^"\\]*)*)"/sy

function readValue(reader: Reader, depth: number): Json {
  switch (reader.text[reader.at]) {
    case '{':
      return depth > deepest ? fail(reader, 'depth') : readObject(reader, depth)
    case '[':
      return depth > deepest ? fail(reader, 'depth') : readList(reader, depth)
    case '"':
      return readString(reader)
    case 't':
      return readWord(reader, 'true', true)
    case 'f':
      return readWord(reader, 'false', false)
    case 'n':
      return readWord(reader, 'null', null)
    default:
      return readNumber(reader)
  }
}

function readObject(reader: Reader, depth: number): Json {
  const fields: { [key: string]: Json } = {}
  let before: string | undefined
  reader.at += 1
  if (took(reader, '}')) return fields
  do {
    if (reader.text[reader.at] !== '"') return fail(reader, 'syntax')
    const key = readString(reader)
    if (reader.fault !== undefined) return null
    if (key === forbiddenKey) return fail(reader, 'forbidden-key')
    if (key === before) return fail(reader, 'duplicate-key')
    if (before !== undefined && key < before) return fail(reader, repeatOr(fields, key))
    if (!took(reader, ':')) return fail(reader, 'syntax')
    fields[key] = readValue(reader, depth + 1)
    if (reader.fault !== undefined) return null
    before = key
  } while (took(reader, ','))
  return took(reader, '}') ? fields : fail(reader, 'syntax')
}

function readList(reader: Reader, depth: number): Json {
  const list: Json[] = []
  reader.at += 1
  if (took(reader, ']')) return list
  do {
    list.push(readValue(reader, depth + 1))
    if (reader.fault !== undefined) return null
  } while (took(reader, ','))
  return took(reader, ']') ? list : fail(reader, 'syntax')
}

function readString(reader: Reader): string {
  stringForm.lastIndex = reader.at
  const inside = stringForm.exec(reader.text)?.[1]
  if (inside === undefined) return failText(reader, 'syntax')
  const value = isPlain(inside) ? inside : unescaped(reader, inside)
  if (reader.fault === undefined) reader.at = stringForm.lastIndex
  return value
}

/** Quote, backslash and the line feed are the only characters with an escape. */
function unescaped(reader: Reader, inside: string): string {
  if (/^(?:[^\\]|\\["\\n])*$/.test(inside)) {
    const value = inside.replace(/\\(.)/g, (_, escaped) => (escaped === 'n' ? '\n' : escaped))
    const fault = textFault(value)
    return fault === undefined ? value : failText(reader, fault)
  }
  return failText(reader, 'string-escape')
}

function readNumber(reader: Reader): Json {
  numberForm.lastIndex = reader.at
  const form = numberForm.exec(reader.text)?.[0]
  if (form === undefined) return fail(reader, 'syntax')
  if (!integerForm.test(form)) return fail(reader, 'number-form')
  const value = Number(form)
  if (!Number.isSafeInteger(value)) return fail(reader, 'not-safe-integer')
  reader.at += form.length
  return value
}

function readWord(reader: Reader, word: string, value: boolean | null): Json {
  if (!reader.text.startsWith(word, reader.at)) return fail(reader, 'syntax')
  reader.at += word.length
  return value
}

function took(reader: Reader, character: string): boolean {
  if (reader.text[reader.at] !== character) return false
  reader.at += 1
  return true
}

function repeatOr(fields: JsonObject, key: string): CanonicalFault {
  return Object.hasOwn(fields, key) ? 'duplicate-key' : 'key-order'
}

function fail(reader: Reader, fault: CanonicalFault): null {
  reader.fault ??= fault
  return null
}

function failText(reader: Reader, fault: CanonicalFault): string {
  reader.fault ??= fault
  return ''
}
