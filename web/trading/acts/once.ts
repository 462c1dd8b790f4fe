// SPDX-License-Identifier: Apache-2.0
/** What a form needs that it is asked once, whatever the network does: draft, digest and key. */

export { digestOf } from './digest.ts'
export { begunFrom, useKept } from './kept.ts'
export { forgetKey, keyFor } from './key-of.ts'
