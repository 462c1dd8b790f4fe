// SPDX-License-Identifier: Apache-2.0
/** DER: the one binary spelling of certificates and signatures, read strictly and written back. */

export * from './read.ts'
export * from './tags.ts'
export * from './time.ts'
export * from './values.ts'
export * from './write.ts'
