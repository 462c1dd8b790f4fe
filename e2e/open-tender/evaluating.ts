// SPDX-License-Identifier: Apache-2.0
/** 评标: each expert alone, then the ranking, then five signatures. */

import type { Person } from '../person.ts'

export async function review(experts: readonly Person[], room: string): Promise<void> {
  for (const expert of experts) {
    await expert.go(`${room}/evaluation`)
    await expert.press('签署并提交初步评审意见')
    await expert.sign()
  }
}

export async function score(experts: readonly Person[], room: string): Promise<void> {
  for (const [i, expert] of experts.entries()) {
    await expert.go(`${room}/evaluation`)
    await mark(expert, i)
    await expert.press('签署并提交评分')
    await expert.sign()
  }
}

export async function report(experts: readonly Person[], room: string): Promise<void> {
  for (const expert of experts) {
    await expert.go(`${room}/evaluation`)
    await expert.sees('汇总与排名')
    await expert.press('签署并提交')
    await expert.sign()
    await expert.sees(/您已签署|已签署[1-5]人/)
  }
}

/** Three bids, three factors each; the figures differ a little from one expert to the next. */
async function mark(expert: Person, place: number): Promise<void> {
  for (const bid of [0, 1, 2]) {
    const marks = [22 - bid - (place % 2), 9 - bid, 4]
    for (const [factor, figure] of marks.entries()) {
      await expert.page
        .getByLabel(/^得分（满分/)
        .nth(factor)
        .fill(String(figure))
      await expert.page.getByLabel('页码').nth(factor).fill('12')
    }
    if (bid < 2) await expert.press('下一份（Alt＋→）')
  }
}
