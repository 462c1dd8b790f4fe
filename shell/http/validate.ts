// SPDX-License-Identifier: Apache-2.0
/** Shapes at the door: what does not fit is answered field by field, in the reader's language. */

import { type Words, words, z } from '@gongxin/core/kernel'
import type { Problem } from './contract/index.ts'
import { type Language, malformed, Stop } from './faults.ts'

const locales = { zh: z.locales.zhCN().localeError, en: z.locales.en().localeError }

/** The value in its shape, or a stop with one issue per fault. */
export function shaped<S extends z.ZodType>(
  shape: S,
  value: unknown,
  where: { readonly language: Language; readonly part: string },
): z.output<S> {
  const read = shape.safeParse(value, { error: locales[where.language] })
  if (read.success) return read.data
  throw faulty(issuesOf(read.error, where))
}

/** The issues a shape would raise, for a body that was already found wrong. */
export function issuesIn(shape: z.ZodType, value: unknown, language: Language): Problem['issues'] {
  const read = shape.safeParse(value, { error: locales[language] })
  return read.success ? [] : issuesOf(read.error, { language, part: '' })
}

export function faulty(issues: Problem['issues']): Stop {
  const facts = { count: issues.length }
  return new Stop({ status: 400, kind: 'malformed', code: 'malformed', issues, facts })
}

function issuesOf(
  error: z.ZodError,
  { language, part }: { readonly language: Language; readonly part: string },
): Problem['issues'] {
  return error.issues.map(({ path, message }) => {
    return {
      path: [part, ...path.map(String)].join('/').replace(/^(?=[^/])/, '/'),
      message: ownMessages[message]?.[language] ?? message,
    }
  })
}

/** Words for the codes that core's own checks give. */
const ownMessages: { readonly [code: string]: Words } = {
  'forbidden-character': words(
    '含有不能保存的控制字符',
    'Holds control characters, which cannot be kept',
  ),
  'line-break': words('不能换行', 'Must be one line'),
  'civil-date': words('应为日期，如2026-11-24', 'Must be a date such as 2026-11-24'),
  instant: words(
    '应为时刻，如2026-11-24T01:30:00.000Z',
    'Must be a moment such as 2026-11-24T01:30:00.000Z',
  ),
  'seats-differ': words(
    '各专业抽取人数之和应等于评委人数减去招标人代表人数',
    'The seats drawn must add up to the members less the seats of the owner',
  ),
  'named-twice': words('同一编号出现了两次', 'The same id is given twice'),
  'needed-for-benchmark': words(
    '所选评标基准价须有最高投标限价',
    'The chosen benchmark needs a ceiling price',
  ),
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: this is the list of what is refused.
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/
const loneSurrogate = /\p{Surrogate}/u
const deepest = 32

/** Before any shape: a database keeps no NUL, and a stack has an end. */
export function checkTexts(value: unknown, depth = 0): void {
  if (typeof value === 'string') {
    if (control.test(value) || loneSurrogate.test(value)) throw malformed('forbidden-character')
    return
  }
  if (typeof value !== 'object' || value === null) return
  if (depth > deepest) throw malformed('too-deep')
  for (const [key, inner] of Object.entries(value)) {
    checkTexts(key, depth)
    checkTexts(inner, depth + 1)
  }
}
