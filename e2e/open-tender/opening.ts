// SPDX-License-Identifier: Apache-2.0
/** 开标: the hall live for all, decryption, an objection answered on the spot, the record. */

import { type Cast, people } from '../cast.ts'

export async function open(cast: Cast, room: string): Promise<void> {
  const agency = await cast.call(people.agency)
  await agency.go(room)
  if (await agency.page.getByRole('button',{name:'拨到投标截止'}).count()) await agency.press('拨到投标截止')
  await agency.follow('进入开标大厅')
  await agency.press('开标')
  const bidders = await Promise.all(people.bidders.map((name) => cast.call(name)))
  for (const bidder of bidders) {
    await bidder.go(`${room}/hall`)
    await bidder.press('解密')
    await bidder.sign()
  }
  const [first] = bidders
  if (first === undefined) throw new Error('nobody bids')
  await first.press(/对开标提出异议/)
  await first.type('异议内容', '解密后页面等待较久，请确认解密结果。')
  await first.submit()
  await agency.sees('解密后页面等待较久，请确认解密结果。')
}
