// SPDX-License-Identifier: Apache-2.0
/** 待确认的读法: a doubt, the readings one may take, and the one we took. */

export interface Reading {
  readonly id: string
  /** Where the doubt stands in the handbook. */
  readonly handbook: string
  readonly title: string
  readonly question: string
  readonly options: readonly string[]
  readonly chosen: string
  readonly consequence: string
  readonly status: '待确认' | '已确认'
}
