// SPDX-License-Identifier: Apache-2.0
/** Certificates of the national suite: who a key belongs to, who says so, and whether it held then. */

export * from './chain.ts'
export * from './identifiers.ts'
export * from './names.ts'
export * from './read.ts'
export * from './request.ts'
export * from './revocation.ts'
export * from './write.ts'
