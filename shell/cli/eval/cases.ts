// SPDX-License-Identifier: Apache-2.0
/** Reads cases as JSON Lines or one array; numbers stay the decimal text they show. */

import { parse } from 'lossless-json'
import { WrongInput } from '../command.ts'

/** A JSON number, kept as written. */
export interface NumberText {
  readonly numberText: string
}
export type Given =
  | null
  | boolean
  | string
  | NumberText
  | readonly Given[]
  | { readonly [key: string]: Given }
export type GivenCase = { readonly [key: string]: Given }

export function readCases(text: string): readonly GivenCase[] {
  const trimmed = text.replace(/^\uFEFF/, '').trim()
  if (trimmed === '') throw new WrongInput('stdin', 'no case given')
  const whole = tryParse(trimmed)
  if (whole !== undefined) {
    return Array.isArray(whole) ? whole.map(caseAt) : [caseAt(whole, 0)]
  }
  return trimmed
    .split(/\r?\n/)
    .map((line, i) => ({ line, i }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, i }) => {
      const value = tryParse(line)
      if (value === undefined) throw new WrongInput(`line ${i + 1}`, 'is not JSON')
      return caseAt(value, i)
    })
}

export function isNumberText(value: unknown): value is NumberText {
  return typeof value === 'object' && value !== null && 'numberText' in value
}

export function isRecord(value: unknown): value is GivenCase {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !isNumberText(value)
  )
}

function caseAt(value: unknown, index: number): GivenCase {
  if (!isRecord(value)) throw new WrongInput(`case ${index + 1}`, 'is not an object')
  return value
}

function tryParse(text: string): unknown {
  try {
    return parse(text, undefined, (numberText) => ({ numberText }))
  } catch {
    return undefined
  }
}
