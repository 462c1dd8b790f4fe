// SPDX-License-Identifier: Apache-2.0
/** The door of the trace harness: worlds, people, scripts. For tests and the printed handbook only. */

export * from './bidding.ts'
export * from './certifying.ts'
export * from './handbook.ts'
export * from './holders.ts'
export * from './invariants.ts'
export * from './lost-key.ts'
export * from './open-tender.ts'
export * from './people.ts'
export * from './random.ts'
export * from './rerun.ts'
export * from './script.ts'
export * from './tampering/index.ts'
export * from './tender.ts'
export * from './terms.ts'
export * from './trace.ts'
export * from './whole.ts'
