// SPDX-License-Identifier: Apache-2.0
/** The blinded vault: every bid is committed before the deadline, and nobody learns how many. */

export * from './reveal.ts'
export * from './slot.ts'
export * from './ticks.ts'
export * from './vault.ts'
