// SPDX-License-Identifier: Apache-2.0
/** How a process reaches its database: one statement there, its answer back. */

/** What was `sent` may stand although no answer ever comes. */
export type Hand = <T>(
  label: string,
  effect: () => T,
  how?: { readonly sent?: boolean },
) => Promise<T>

export interface Connection {
  readonly hand: Hand
  /** Whether the process that holds the connections lives: with it its locks are gone. */
  readonly isAlive: () => boolean
}
