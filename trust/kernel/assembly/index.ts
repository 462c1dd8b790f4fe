// SPDX-License-Identifier: Apache-2.0
/** The kernel in AssemblyScript: SM4 counter mode, GHASH and SM3 on four streams, in SIMD. */

export { absorb, prepareHash } from './ghash'
export { hashFour } from './sm3'
export { encrypt, prepareKeys } from './sm4'
