// SPDX-License-Identifier: Apache-2.0
/** 投标: the document, the bid in five steps, the deposit at the demo bank, the receipt. */

import { type Cast, people } from '../cast.ts'
import { chinesePdf } from '../chinese-pdf.ts'
import { all, type Person } from '../person.ts'
import { backUp } from './preparing.ts'

const prices = ['25480000', '25960000', '26120000'] as const

export async function bid(cast: Cast, room: string): Promise<void> {
  await all(people.bidders, async (name, i) => {
    const bidder = await cast.call(name)
    await bidder.go('/projects')
    await bidder.follow('柳东新区博园大道改造工程施工')
    await bidder.follow('下载招标文件')
    await bidder.press(/提交/)
    await bidder.sees('已办理，留痕时间')
    await bidder.go(`${room}/acts/submit-bid`)
    await fillIn(bidder, prices[i] ?? prices[0])
    if (i === 0) await attach(bidder)
    await pay(bidder)
    await backUp(bidder)
    await bidder.press('密封')
    await bidder.sees('已密封，验证能够打开')
    await bidder.press('签署并递交')
    await bidder.sign()
    await bidder.sees('投标回执')
    await bidder.sees('回执编号')
  })
}

async function fillIn(bidder: Person, price: string): Promise<void> {
  await bidder.sees('未递交：下面的内容只是草稿，只有您的单位能看到。')
  await bidder.type('投标报价', price)
  await bidder.type('姓名', '覃志强')
  await bidder.page.getByRole('button', { name: /元整$/ }).click()
  await bidder.press(/资格响应/)
  await bidder.type('企业资质', '市政公用工程施工总承包一级，安全生产许可证有效。')
  await bidder.press('全部接受')
  await bidder.press(/密封递交/)
}

/** One file to be read beside the sheet, and one that only calls itself a PDF. */
async function attach(bidder: Person): Promise<void> {
  const pages = ['投标函', '施工组织设计', '项目管理机构'].map((title) => `${title}（柳东新区）`)
  const files = { '商务技术文件.pdf': chinesePdf(pages), '损坏.pdf': Buffer.from('%PDF-1.7\n') }
  await bidder.press(/4\. 文件/)
  await bidder.page.locator('input[type=file]').setInputFiles(
    Object.entries(files).map(([name, buffer]) => ({
      ...{ name, buffer, mimeType: 'application/pdf' },
    })),
  )
  for (const name of Object.keys(files)) await bidder.sees(name)
  await bidder.page.waitForFunction(() => document.querySelector('[role=progressbar]') === null)
  await bidder.press(/密封递交/)
}

/** In a window of the bank's own, as one pays in life. */
async function pay(bidder: Person): Promise<void> {
  const opened = bidder.context.waitForEvent('page')
  await bidder.follow('到演示银行缴纳（演示）')
  const bank = await opened
  await bank.getByRole('button', { name: '确认缴纳' }).click()
  await bank.getByText('已缴纳，流水号').waitFor()
  await bank.close()
  await bidder.sees(/已到账/)
}
