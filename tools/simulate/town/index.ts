// SPDX-License-Identifier: Apache-2.0
/** The door of the town. */

export * from './faults.ts'
export * from './ledger.ts'
export * from './people.ts'
export type { Platform } from './platform.ts'
export * from './play.ts'
export * from './town.ts'
