// SPDX-License-Identifier: Apache-2.0
/** The door of a bidder's sealed stream. */

export * from './accredited.ts'
export * from './acts.ts'
export * from './certifying.ts'
export * from './check.ts'
export * from './events.ts'
export * from './identity.ts'
export * from './receipt-paper.ts'
export * from './revealed.ts'
export * from './seal.ts'
export * from './second-part.ts'
export * from './slots.ts'
export * from './stamp.ts'
export * from './state.ts'
export * from './take-up.ts'
export * from './tool.ts'
