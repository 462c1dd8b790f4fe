// SPDX-License-Identifier: Apache-2.0
/** The door of 公开目录: what is published, and what never is. */

export * from './items.ts'
export * from './never-public.ts'
