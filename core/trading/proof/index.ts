// SPDX-License-Identifier: Apache-2.0
/** The door of 验标: a tender in a folder of files, and whoever wants to check it. */

export * from './bundle.ts'
export * from './codes.ts'
export * from './papers.ts'
export { claimOf, handingOut } from './plain.ts'
export { findReceipt } from './receipts.ts'
export * from './verify.ts'
