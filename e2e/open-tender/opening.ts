// SPDX-License-Identifier: Apache-2.0
/** 开标: the hall live for all, decryption, an objection answered on the spot, the record. */

import { type Cast, people } from '../cast.ts'
import { all } from '../person.ts'

export async function decrypt(cast: Cast, room: string): Promise<void> {
  const agency = await cast.call(people.agency)
  await agency.go(room)
  await agency.press('拨到投标截止')
  await agency.follow('进入开标大厅')
  await agency.press('开标')
  await agency.signIfAsked()
  await all(people.bidders.slice(0, -1), async (name) => {
    const bidder = await cast.call(name)
    await bidder.go(`${room}/hall`)
    await bidder.press('解密投标文件')
    await bidder.signIfAsked()
    await bidder.sees('已解密')
  })
}

/** One has lost the key: after the bidders' time two holders open the bid, each at a machine of theirs. */
export async function openForTheLoser(cast: Cast, room: string): Promise<void> {
  const loser = await cast.call(people.bidders[2])
  await loser.page.evaluate(() => localStorage.clear())
  await loser.go(`${room}/hall`)
  await loser.sees('本机没有密钥')
  await cast.wait({ to: await cast.decryptionUntil(room) })
  for (const name of [people.notary, people.auditor]) {
    const holder = await cast.call(name)
    await holder.go(`${room}/hall`)
    await holder.press('提交密钥份额')
    await holder.signIfAsked()
    await holder.page.getByRole('button', { name: '提交密钥份额' }).waitFor({ state: 'detached' })
  }
  await loser.go(`${room}/hall`)
  await loser.sees('已解密')
}

/** The hall tells everybody at once: who watches sees it without a reload. */
export async function announceRecord(cast: Cast, room: string): Promise<void> {
  const agency = await cast.call(people.agency)
  const first = await cast.call(people.bidders[0])
  await agency.go(`${room}/hall`)
  await first.go(`${room}/hall`)
  await first.unfold('对开标提出异议')
  await first.type('异议内容', '解密后页面等待较久，请确认解密结果。')
  await first.submit()
  await agency.sees('解密后页面等待较久，请确认解密结果。')
  await agency.type('答复内容', '贵单位已解密成功，结果以开标记录为准。')
  await agency.submit()
  await agency.press('公布开标记录')
  await agency.signIfAsked()
  await agency.sees('开标记录已公布')
  await first.sees('开标记录已公布')
  await first.press('在本机核验')
  await first.sees(/截止时收到的3份，开标记录一份不多、一份不少/)
  const untrue = await first.page.getByText('不一致', { exact: false }).count()
  if (untrue > 0) throw new Error('the record does not check')
}
