// SPDX-License-Identifier: Apache-2.0
/** Sealed bids: the seam that holds any suite, and SBID/1, the format that keeps a bid shut. */

export * from './file.ts'
export * from './identity.ts'
export * from './keys.ts'
export * from './manifest.ts'
export * from './part.ts'
export * from './place.ts'
export * from './sealing.ts'
export * from './seam.ts'
export * from './unsealing.ts'
export * from './wraps.ts'
