// SPDX-License-Identifier: Apache-2.0
/** 专家抽取, 摇号 and the K value: chance that can be run again by anybody, and steered by nobody. */

export * from './seed.ts'
export * from './stream.ts'
