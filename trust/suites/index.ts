// SPDX-License-Identifier: Apache-2.0
/** The primitives of the national suite, written out here and checked against published vectors. */

export * from './sm3.ts'
