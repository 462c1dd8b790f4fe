// SPDX-License-Identifier: Apache-2.0
/** One act of the city: when, who, what, and what is written on the form. */

import type { Instant } from '@gongxin/core/kernel'
import type { Player } from './cast.ts'
import type { Seen } from './seen.ts'

/** Known by name, or found out on the way: a seat of the committee, the winner, the second. */
export type Who =
  | { readonly kind: 'player'; readonly player: Player }
  | { readonly kind: 'seat'; readonly seat: number }
  | { readonly kind: 'winner' }
  | { readonly kind: 'second' }

export interface Step {
  readonly at: Instant
  readonly who: Who
  /** An act of the platform, or `register-project`, `pay-deposit`, `wait`. */
  readonly act: string
  readonly body: (seen: Seen) => unknown
  /** Whether the form depends on what is seen; else nobody need look first. */
  readonly reads: boolean
}

export type Life = Generator<Step, void, void>

export function does(at: Instant, player: Player, act: string, body: unknown = {}): Step {
  return { at, who: { kind: 'player', player }, act, body: () => body, reads: false }
}

/** A form that is filled in from what the persona sees at that moment. */
export function fills(step: Omit<Step, 'who' | 'reads'> & { readonly who: Player | Who }): Step {
  const { who, body } = step
  const known: Who = 'kind' in who ? who : { kind: 'player', player: who }
  return { ...step, who: known, reads: body.length > 0 }
}

export function seat(place: number): Who {
  return { kind: 'seat', seat: place }
}
