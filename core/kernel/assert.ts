// SPDX-License-Identifier: Apache-2.0
/** Broken is not refused: a failed assertion stops the work and keeps the evidence. */

export class Broken extends Error {
  override readonly name = 'Broken'
}

/** Throws {@link Broken} unless `condition` holds; never caught inside core. */
export function assert(condition: boolean, claim: string): asserts condition {
  if (!condition) throw new Broken(claim)
}

/** Returns the value, or stops: for what the caller has already proved to exist. */
export function certain<T>(value: T | null | undefined, claim: string): T {
  if (value === null || value === undefined) throw new Broken(claim)
  return value
}

/** Ends an exhaustive switch: compiles only while every case is handled. */
export function unreachable(value: never): never {
  throw new Broken(`unreachable: ${JSON.stringify(value)}`)
}
