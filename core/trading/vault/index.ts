// SPDX-License-Identifier: Apache-2.0
/** 标箱: the stream of the platform, in which every tender is committed minute by minute. */

export * from './events.ts'
export * from './plan.ts'
