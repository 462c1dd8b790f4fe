// SPDX-License-Identifier: Apache-2.0
/** 评标报告 to 中标通知书 and the losers' own letters. */

import { type Cast, people } from '../cast.ts'

export async function conclude(cast: Cast, room: string): Promise<void> {
  const owner = await cast.call(people.owner)
  await owner.go(`${room}/acts/publish-candidates`)
  await owner.submit()
  await owner.go(`${room}/result`)
  await owner.sees('中标候选人')
  await cast.wait({ days: 5 })
  await owner.go(`${room}/acts/award`)
  await owner.submit()
  await owner.go(`${room}/acts/issue-award-notice`)
  await owner.type('通知书编号', 'LZ-2026-001')
  await owner.submit()
  for (const name of people.bidders) {
    const bidder = await cast.call(name)
    await bidder.go(`${room}/result`)
    await bidder.sees(/中标(结果)?通知书/)
  }
}
