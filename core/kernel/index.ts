// SPDX-License-Identifier: Apache-2.0
/** The bottom stone of core: time, money, numbers, rules, decisions, shapes. */

export * from './actor.ts'
export * from './assert.ts'
export * from './calendar.ts'
export * from './decision.ts'
export * from './money.ts'
export * from './rational.ts'
export * from './rule.ts'
export * from './shape.ts'
export * from './terms.ts'
export * from './time.ts'
