// SPDX-License-Identifier: Apache-2.0
/** 评标报告 to 中标通知书 and the losers' own letters. */

import { type Cast, people } from '../cast.ts'
import { sendByKeyboard, tabTo } from '../keyboard.ts'
import type { Person } from '../person.ts'

/** Answers who did not win: bids are numbered by their commitments, so nobody knows it before. */
export async function conclude(cast: Cast, room: string): Promise<readonly string[]> {
  const owner = await cast.call(people.owner)
  await owner.go(`${room}/acts/publish-candidates`)
  await owner.submit()
  await owner.go(`${room}/result`)
  await owner.sees('中标候选人')
  await cast.wait({ days: 5 })
  await owner.go(`${room}/acts/award`)
  await owner.submit()
  await owner.go(`${room}/acts/issue-award-notice`)
  await owner.sees('通知书编号')
  await tabTo(owner.page, 'form input')
  await owner.page.keyboard.type('LZ-2026-001')
  await sendByKeyboard(owner.page, { signed: true })
  const losers: string[] = []
  for (const name of people.bidders) {
    const bidder = await cast.call(name)
    await bidder.go(`${room}/result`)
    await bidder.sees('中标通知书')
    if (await bidder.page.getByRole('heading', { name: '结果通知书' }).isVisible())
      losers.push(name)
  }
  return losers
}

/** From the sign-in page to the receipt without a mouse. */
export async function reportByKeyboard({ go, page, sees }: Person, room: string): Promise<void> {
  await go('/sign-in')
  await sees(people.owner)
  await tabTo(page, '.cards button', people.owner)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/app\/$/)
  await go(`${room}/acts/file-written-report`)
  await sees('书面报告内容')
  await tabTo(page, 'form textarea')
  await page.keyboard.type('招标投标活动依法进行，结果已公示。')
  await sendByKeyboard(page, { signed: false })
}
