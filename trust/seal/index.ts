// SPDX-License-Identifier: Apache-2.0
/** SBID/1: the format that keeps a bid shut until its bidder or the holders open it. */

export * from './file.ts'
export * from './identity.ts'
export * from './keys.ts'
export * from './manifest.ts'
export * from './part.ts'
export * from './place.ts'
export * from './sealing.ts'
export * from './unsealing.ts'
export * from './wraps.ts'
