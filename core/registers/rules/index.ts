// SPDX-License-Identifier: Apache-2.0
/** The door of 规则目录: only what is listed may be a basis. */

export * from './basis.ts'
