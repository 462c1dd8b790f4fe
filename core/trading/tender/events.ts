// SPDX-License-Identifier: Apache-2.0
/** The event catalogue of a tender: names, disclosure and shapes; never edited once released. */

import type { Instant, Role, Words } from '../../kernel/index.ts'
import { words, type z } from '../../kernel/index.ts'
import { awardShapes } from './events/award.ts'
import type { Circle } from './events/entry.ts'
import { evaluationShapes } from './events/evaluation.ts'
import { openingShapes } from './events/opening.ts'
import { performanceShapes } from './events/performance.ts'
import { preparationShapes } from './events/preparation.ts'
import { remedyShapes } from './events/remedies.ts'
import { tenderingShapes } from './events/tendering.ts'

/** Who may read the payload; `public` means at once, `from` a phase at which it becomes so. */
export type Access =
  | { readonly to: 'public' }
  | ({ readonly to: 'restricted'; readonly readers: readonly Role[] } & Omit<Circle, 'readers'>)

export interface EventEntry<S extends z.ZodType> {
  readonly title: Words
  readonly access: Access
  readonly shape: S
}

export const eventShapes = {
  ...preparationShapes,
  ...tenderingShapes,
  ...openingShapes,
  ...evaluationShapes,
  ...awardShapes,
  ...performanceShapes,
  ...remedyShapes,
}

export type EventType = keyof typeof eventShapes
export type DataOf<T extends EventType> = z.infer<(typeof eventShapes)[T]['shape']>
export interface EventOf<T extends EventType> {
  readonly type: T
  readonly at: Instant
  readonly data: DataOf<T>
}
export type TenderEvent = { [T in EventType]: EventOf<T> }[EventType]

export function event<T extends EventType>(type: T, at: Instant, data: DataOf<T>): EventOf<T> {
  return { type, at, data }
}

export function isEventType(type: string): type is EventType {
  return Object.hasOwn(eventShapes, type)
}

/** Retention class of every tender event until the archive sets its own (招标档案保存). */
export const retention = words('三十年', '30 years')
