// SPDX-License-Identifier: Apache-2.0
/** Group `uscc`: each code of `valid` and `invalid`, judged alike. */

import { readUscc, type UsccFault } from '@gongxin/core/registers/entities'
import type { Answers, Evaluate } from './evaluate.ts'
import type { Fields } from './fields.ts'

export const evaluate: Evaluate = (fields) => {
  const lists = ['valid', 'invalid'].filter((key) => fields.has(key))
  if (lists.length === 0) throw fields.wrong('valid', 'missing')
  return Object.fromEntries(lists.map((key) => [key, fields.objects(key).map(answerOf)]))
}

function answerOf(item: Fields): Answers {
  const code = item.text('code')
  const reading = readUscc(code)
  if (reading.ok) return { code, ok: true, check: reading.check }
  const { fault } = reading
  const check = fault.code === 'check' ? { check: fault.expected } : {}
  return { code, ok: false, ...check, why: whyOf(fault) }
}

function whyOf(fault: UsccFault): string {
  switch (fault.code) {
    case 'length':
      return `${fault.length} characters`
    case 'character': {
      const kind = /\p{L}/u.test(fault.character) ? 'letter' : 'character'
      return `${kind} ${fault.character} in ${fault.part}`
    }
    case 'authority':
      return `unknown authority ${fault.character}`
    case 'check':
      return 'check'
  }
}
