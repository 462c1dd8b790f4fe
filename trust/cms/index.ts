// SPDX-License-Identifier: Apache-2.0
/** Messages of GB/T 35275 and GM/T 0010: signatures apart from their text, envelopes, time-stamps. */

export * from './detached.ts'
export * from './envelope.ts'
export * from './exchange.ts'
export * from './signed.ts'
export * from './timestamp.ts'
