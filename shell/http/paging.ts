// SPDX-License-Identifier: Apache-2.0
/** Opaque cursors: where the next page begins, in a form nobody is asked to understand. */

import { jsonIn, z } from '@gongxin/core/kernel'
import { malformed } from './faults.ts'

const place = z.array(z.union([z.string(), z.number()])).max(4)
export type Place = z.infer<typeof place>

export function cursorOf(values: Place): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url')
}

/** The place a cursor names; a cursor we did not make is malformed. */
export function placeOf(cursor: string | undefined, length: number): Place | null {
  if (cursor === undefined) return null
  const read = place.safeParse(jsonIn(Buffer.from(cursor, 'base64url').toString()))
  if (!read.success || read.data.length !== length) throw wrongCursor()
  return read.data
}

export function wrongCursor() {
  return malformed('malformed', [
    { path: '/query/cursor', message: '翻页标记不对，请从第一页开始' },
  ])
}

/** One row more than asked tells whether there is a next page. */
export function paged<T, V>(
  rows: readonly T[],
  limit: number,
  shown: (row: T) => V,
  placed: (row: T) => Place,
): { items: V[]; next: string | null } {
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  return { items: page.map(shown), next: last === undefined ? null : cursorOf(placed(last)) }
}
