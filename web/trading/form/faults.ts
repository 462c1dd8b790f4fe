// SPDX-License-Identifier: Apache-2.0
/** What a shape says of a body, put into words beside the fields; never the checker's own text. */

import type { Words, z } from '@gongxin/core/kernel'
import { type Language, said } from '../../app/index.ts'
import { messages } from '../messages.ts'
import type { Body } from './values.ts'

/** Sentences by place: `terms/deposit/amountFen`. */
export type Faults = ReadonlyMap<string, string>

export function faultsIn(shape: z.ZodType, body: Body, language: Language): Faults {
  const parsed = shape.safeParse(body)
  if (parsed.success) return new Map()
  return new Map(
    parsed.error.issues.map((issue) => [
      issue.path.map(String).join('/'),
      sentenceOf(issue, language),
    ]),
  )
}

type Issue = z.core.$ZodIssue

function sentenceOf(issue: Issue, language: Language): string {
  const text = (words: Words, filling = {}) => said(words, language, filling)
  switch (issue.code) {
    case 'too_small': {
      const { origin, minimum } = issue
      if (origin === 'string')
        return text(minimum === 1 ? messages.faultNeeded : messages.faultShort)
      if (origin === 'array') return text(messages.faultNeeded)
      return text(messages.faultSmall, { least: String(minimum) })
    }
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array'
        ? text(messages.faultLong)
        : text(messages.faultBig, { most: String(issue.maximum) })
    case 'custom':
      return text(customFaults[issue.message] ?? messages.faultForm)
    case 'invalid_format':
      return text(issue.input === '' ? messages.faultNeeded : messages.faultForm)
    default:
      return text(messages.faultNeeded)
  }
}

const customFaults: Readonly<Record<string, Words>> = {
  'forbidden-character': messages.faultCharacter,
  'line-break': messages.faultBreak,
  'civil-date': messages.faultDate,
  instant: messages.faultDate,
}
