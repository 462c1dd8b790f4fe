// SPDX-License-Identifier: Apache-2.0
/** The door of the law: limits, rules, formulas, documents and open readings. */

export * from './anniversary.ts'
export * from './calendar.ts'
export * from './complaint-clock.ts'
export * from './explain.ts'
export * from './limit.ts'
export * from './limit-rule.ts'
export * from './limits.ts'
export * from './tendering/time-after-evaluation.ts'
export * from './tendering/time-before-opening.ts'
