// SPDX-License-Identifier: Apache-2.0
/** 评标: each expert alone, then the ranking, then five signatures. */

import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { all, type Person } from '../person.ts'

export async function review(experts: readonly Person[], room: string): Promise<void> {
  await all(experts, async (expert) => {
    await expert.go(`${room}/evaluation`)
    await expert.press('签署并提交初步评审意见')
    await expert.sign()
  })
}

/** Goes to the bid that has the file, and opens it; in any language. */
export async function openFile(page: Page, name = '商务技术文件.pdf'): Promise<void> {
  const file = page.locator('li', { hasText: name }).getByRole('button')
  await page.locator('.panes').waitFor()
  while ((await file.count()) === 0) await page.locator('nav.row button').last().click()
  await file.click()
}

/** A bid's PDF beside the sheet: by page, by word, by keyboard; its page goes into the sheet. */
export async function read({ page, press, sees }: Person, room: string): Promise<void> {
  const fetched: string[] = []
  page.on('response', (answer) => {
    const { pathname } = new URL(answer.url())
    if (pathname.includes('/pdf-')) fetched.push(`${answer.status()} ${pathname.split('/').at(-1)}`)
  })
  await page.goto(new URL(`/app${room}/evaluation`, page.url()).href)
  await openFile(page, '损坏.pdf')
  await sees('文件不是完整的PDF')
  await press('返回投标内容')
  await openFile(page)
  await sees('第1页，共3页')
  await page.locator('.textLayer').getByText('投标函（柳东新区）').waitFor()
  expect(fetched).toContain('200 UniGB-UCS2-H.bcmap')
  expect(fetched.filter((answer) => !answer.startsWith('200'))).toEqual([])
  await page.locator('.pages > div').press('PageDown')
  await sees('第2页，共3页')
  await page.getByLabel('查找文字').fill('管理机构')
  await page.getByLabel('查找文字').press('Enter')
  await sees('第1处，共1处')
  await sees('第3页，共3页')
  await page.getByLabel('第几页').fill('2')
  await page.getByLabel('第几页').press('Enter')
  await page.getByRole('button', { name: '填入当前页：《商务技术文件》2' }).first().click()
  expect(await page.getByLabel('页码').first().inputValue()).toBe('《商务技术文件》2')
}

export async function score(experts: readonly Person[], room: string): Promise<void> {
  await all(experts, async (expert, i) => {
    await expert.go(`${room}/evaluation`)
    await mark(expert, i)
    await expert.press('签署并提交评分')
    await expert.sign()
  })
}

export async function report(experts: readonly Person[], room: string): Promise<void> {
  await all(experts, async (expert) => {
    await expert.go(`${room}/evaluation`)
    await expert.sees('汇总与排名')
    await expert.press('签署并提交')
    await expert.sign()
    await expert.sees(/您已签署|已签署[1-5]人/)
  })
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
