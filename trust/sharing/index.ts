// SPDX-License-Identifier: Apache-2.0
/** A secret in shares that a stranger can check: fewer than the threshold learn nothing of it. */

export * from './circle.ts'
export * from './deal.ts'
export * from './equal-logs.ts'
export * from './holders.ts'
export * from './shares.ts'
