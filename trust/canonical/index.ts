// SPDX-License-Identifier: Apache-2.0
/** One value, one text, one byte string: what everything else here hashes and signs. */

export * from './bytes.ts'
export * from './json.ts'
export * from './parse.ts'
export * from './utf8.ts'
export * from './write.ts'
