// SPDX-License-Identifier: Apache-2.0
/** Picks the events of one type out of a history, with their type. */

import type { DataOf, EventOf, EventType } from '../trading/tender/index.ts'

interface Typed {
  readonly type: string
}

export function ofType<T extends EventType>(events: readonly Typed[], type: T) {
  return events.filter((event): event is EventOf<T> => event.type === type)
}

export function dataOf<T extends EventType>(
  events: readonly Typed[],
  type: T,
): readonly DataOf<T>[] {
  return ofType(events, type).map((event) => event.data)
}
