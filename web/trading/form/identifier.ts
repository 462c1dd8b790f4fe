// SPDX-License-Identifier: Apache-2.0
/** Ids that people never type: made on this machine, long enough never to meet another. */

import { getField } from '../fields.ts'
import type { Node } from './schema.ts'
import { isBody, type Value } from './values.ts'

export function newId(): string {
  return crypto.randomUUID()
}

/** Fills every empty top-level id of an act that the catalogue says is made for the user. */
export function withGeneratedIds(act: string, node: Node, body: Value): Value {
  if (node.kind !== 'object' || !isBody(body)) return body
  const made = node.fields
    .filter(({ name }) => getField(act, name).widget === 'generated')
    .filter(({ name }) => body[name] === '' || body[name] === undefined)
    .map(({ name }) => [name, newId()] as const)
  return { ...body, ...Object.fromEntries(made) }
}
