// SPDX-License-Identifier: Apache-2.0
/** The judgement of a witness: what it will sign, and what it will keep as evidence instead. */

export * from './chains.ts'
export * from './witness.ts'
