// SPDX-License-Identifier: Apache-2.0
/** The invented people and organisations of the demo: the same for city, bank and library. */

export * from './experts.ts'
export * from './names.ts'
export * from './organisations.ts'
