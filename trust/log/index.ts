// SPDX-License-Identifier: Apache-2.0
/** The append-only log: tree, tiles, checkpoints with their signatures, and the two proofs. */

export * from './base64.ts'
export * from './checkpoint.ts'
export * from './note.ts'
export * from './tiles.ts'
export * from './tree.ts'
