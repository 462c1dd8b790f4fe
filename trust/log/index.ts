// SPDX-License-Identifier: Apache-2.0
/** The append-only log: leaves, roots and the two proofs a stranger can check. */

export * from './tree.ts'
