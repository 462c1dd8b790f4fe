// SPDX-License-Identifier: Apache-2.0
/** The form of an evaluator: the fields of one case in, the expected keys out. */

import type { GivenCase } from './cases.ts'
import { Fields } from './fields.ts'

export type Answer =
  | null
  | boolean
  | number
  | string
  | readonly Answer[]
  | { readonly [key: string]: Answer }
export type Answers = { readonly [key: string]: Answer }
export type Evaluate = (fields: Fields) => Answers

/** `{id, …}` as one line; the id comes back as it was given. */
export function answerLine(given: GivenCase, evaluate: Evaluate): string {
  const fields = new Fields(given, '')
  const id = fields.identity()
  const answers = evaluate(fields.named(id))
  return JSON.stringify(id === null ? answers : { id, ...answers })
}
