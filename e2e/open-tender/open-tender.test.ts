// SPDX-License-Identifier: Apache-2.0
/** One tender from 项目登记 to 中标通知书 in real browsers, by everybody it needs. */

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findBrowser, launchBrowser } from '../../tools/browser/index.ts'
import { type Cast, castAt, people } from '../cast.ts'
import { type Faults, inspect } from '../inspect.ts'
import { arrive, type Person } from '../person.ts'
import { type Stand, startStand } from '../stand.ts'
import { bid } from './bidding.ts'
import { conclude, reportByKeyboard } from './concluding.ts'
import { convene, draw } from './drawing.ts'
import { openFile, read, report, review, score } from './evaluating.ts'
import { announceRecord, decrypt, openForTheLoser } from './opening.ts'
import { announce, prepare } from './preparing.ts'
import { verify } from './verifying.ts'

const available = (await findBrowser()) !== undefined
const minutes = 60_000

let stand: Stand
let browser: Browser
let cast: Cast
let room = ''
let experts: readonly Person[] = []
const seen: Faults[] = []

beforeAll(async () => {
  if (!available) return
  stand = await startStand()
  browser = await launchBrowser()
  cast = castAt(browser, stand.url)
}, 5 * minutes)

afterAll(async () => {
  await browser?.close()
  await stand?.stop()
})

/** Chapters lean on each other: what follows a chapter that failed would only repeat its fault. */
let broken = false
function chapter(title: string, told: () => Promise<void>): void {
  test.skipIf(!available)(
    title,
    async () => {
      if (broken) throw new Error('an earlier chapter failed')
      broken = true
      await told()
      broken = false
    },
    10 * minutes,
  )
}

async function look(name: string, who: string, path: string, ready: string): Promise<void> {
  const person = await cast.call(who)
  await person.go(path)
  seen.push(await inspect(person.page, name, ready))
}

async function lookAtPortal(name: string, path: string, ready: string): Promise<void> {
  const { page } = await cast.call(people.auditor)
  await page.goto(`${stand.url}${path}`)
  seen.push(await inspect(page, name, ready))
}

chapter('招标人登记，代理备案，中心办理入场，代理发布公告', async () => {
  room = await prepare(cast)
  await look('editor', people.agency, '/', 'h1')
  await announce(cast, room)
  await look('holder-key', people.notary, `${room}/acts/provide-holder-key`, '.stack')
})

chapter('三家投标人下载、编制、缴纳、密封递交', async () => {
  await look('room', people.bidders[0], room, '.go.primary')
  await bid(cast, room)
  await look('bid', people.bidders[0], `${room}/acts/submit-bid`, '.steps')
  await look('receipt', people.bidders[0], `${room}/receipt`, 'article')
})

chapter('开标：在线解密，丢了密钥的由保管人补救，当场异议和答复，公布记录', async () => {
  await decrypt(cast, room)
  await look('hall', people.agency, `${room}/hall`, '.countdown')
  await openForTheLoser(cast, room)
  await announceRecord(cast, room)
  await look('record', people.bidders[1], `${room}/hall`, 'table')
})

chapter('抽取专家：三方随机数、通知、签到、组建委员会', async () => {
  experts = await draw(cast, room)
  await look('draw', people.centre, `${room}/draw`, '.digest')
  await convene(cast, experts, room)
})

chapter('专家独立评审、打分、签署报告', async () => {
  await review(experts, room)
  const [first] = experts
  if (first === undefined) throw new Error('nobody was drawn')
  await first.go(`${room}/evaluation`)
  seen.push(await inspect(first.page, 'evaluation', '.panes'))
  await read(first, room)
  seen.push(await inspect(first.page, 'reading', '.panes', () => openFile(first.page)))
  await score(experts, room)
  await report(experts, room)
})

chapter('公示、定标、中标通知书和每家的结果通知书', async () => {
  const losers = await conclude(cast, room)
  expect(losers).toHaveLength(people.bidders.length - 1)
  for (const loser of losers.slice(0, 1)) await look('result', loser, `${room}/result`, 'article')
})

chapter('登录、填写、提交，只用键盘', async () => {
  const owner = await arrive(browser, stand.url)
  await reportByKeyboard(owner, room)
  await owner.leave()
  expect(owner.complaints).toEqual([])
})

chapter('陌生人验标：在平台的页面上，再断网用离线文件', async () => {
  for (const verdict of await verify(browser, stand.url, room)) {
    expect(verdict).toContain('查到的都通过')
  }
  await lookAtPortal('verify', `/app/verify/?tender=${room.split('/').at(-1)}`, '.verdict')
})

chapter('监督部门看得到全过程，公众在门户上看得到结果', async () => {
  await look('board', people.authority, '/supervision', '.board')
  await lookAtPortal('portal-home', '/', 'h1')
  await lookAtPortal('portal-list', '/notices', 'h1')
  await lookAtPortal('portal-project', room, 'h1')
})

test.skipIf(!available)('每一页：不横向滚动、不露代码、无障碍无严重问题、键盘都能到', () => {
  expect(seen.flatMap(({ page, faults }) => faults.map((fault) => `${page} ${fault}`))).toEqual([])
  expect(seen.length).toBeGreaterThanOrEqual(10)
  for (const { complaints } of cast.present.values()) expect(complaints).toEqual([])
})
