// SPDX-License-Identifier: Apache-2.0
/** For tests only: bundles made of true tenders, and all that may be done to them. */

export * from './families.ts'
export { expiredAsRecorded } from './signing.ts'
export { filesOf, type Line, lineOf, receiptOf, type Tale, testPolicy } from './tale.ts'
