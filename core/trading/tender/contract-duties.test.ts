// SPDX-License-Identifier: Apache-2.0
/** 合同的期限 and 待办: who owes what by which day, once the contract is signed. */

import { expect, test } from 'vitest'
import { day, dayOf, endOf, instantOn } from '../../kernel/index.ts'
import { calendar } from '../../law/index.ts'
import {
  authority,
  bidder,
  findDifference,
  newPurchase,
  owner,
  persona,
  type Trace,
  trace,
} from '../../testing/index.ts'
import { dutiesOf, isForAll, type Reader, stateFor, tasksOf } from './index.ts'

const head = '时间 | 谁 | 做什么 | 结果'
const signed = `${head}
  2026-04-07 09:00 | 乙公司 | 提交履约保证金 475,000.00 元 | 履约保证金
  2026-04-07 10:00 | 招标人 | 签署合同，中小企业，28 日退保 | 招标人签署合同
  2026-04-07 11:00 | 乙公司 | 会签合同 | 合同订立`

async function after(rows: string, on: string) {
  const of: Trace = trace('', signed, rows)
  const world = newPurchase()
  expect(await findDifference(of, world)).toBeUndefined()
  const at = { calendar, now: instantOn(day(on), '12:00') }
  const state = world.state()
  return { state, at, duties: dutiesOf(state, at), tasks: tasksOf(state, at) }
}

const days = (duties: Awaited<ReturnType<typeof after>>['duties']) =>
  Object.fromEntries(duties.map(({ id, until }) => [id, until === null ? null : dayOf(until)]))

test('a signed contract starts the clocks of publication, filing and refund, with their clauses', async () => {
  const { duties, tasks } = await after('', '2026-04-07')
  expect(days(duties)).toMatchObject({
    'publish-contract': '2026-04-09',
    'file-contract': '2026-04-16',
  })
  const [publish] = duties.filter(({ id }) => id === 'publish-contract')
  expect(publish?.why).toContain('政府采购法实施条例第50条')
  const own = tasks.find(({ act }) => act === 'publish-contract')
  expect(own).toMatchObject({ role: 'tenderOwner', due: publish?.until })
})

test('what is done stops its clock', async () => {
  const { duties } = await after(
    `
  2026-04-08 09:00 | 招标人 | 公告合同 | 合同公告
  2026-04-08 09:01 | 招标人 | 合同备案 | 合同备案`,
    '2026-04-08',
  )
  expect(Object.keys(days(duties)).filter((id) => id.endsWith('contract'))).toEqual([])
})

test('a change waits for the contractor first, then for its publication', async () => {
  const proposed = `
  2026-04-20 09:00 | 招标人 | 提出合同变更 C1，事由公共利益，减少 1.00 元 | 提出合同变更`
  const asked = await after(proposed, '2026-04-20')
  expect(asked.tasks.filter(({ role }) => role === 'bidder')).toMatchObject([
    { act: 'answer-contract-change', party: '91450200MA60000002' },
  ])
  const agreed = `${proposed}
  2026-04-20 09:04 | 乙公司 | 同意合同变更 C1 | 答复合同变更`
  const { duties, tasks } = await after(agreed, '2026-04-20')
  expect(days(duties)).toMatchObject({ 'publish-change-C1': '2026-04-22' })
  expect(tasks.filter(({ role }) => role === 'bidder')).toEqual([])
})

test('an invoice is due only once its condition is met, and then by the earlier clock', async () => {
  const billed = `
  2026-05-06 10:00 | 乙公司 | 登记发票 F1，9,500,000.00 元 | 收到发票`
  const waiting = await after(billed, '2026-05-06')
  expect(days(waiting.duties)).not.toHaveProperty('payment-F1')
  const accepted = `${billed}
  2026-06-01 10:00 | 招标人 | 验收 A1，合格 | 履约验收`
  const { duties, tasks } = await after(accepted, '2026-06-01')
  expect(days(duties)).toMatchObject({
    'payment-F1': '2026-06-15',
    'return-performance-deposit': '2026-06-29',
  })
  expect(tasks.find(({ act }) => act === 'record-payment')?.why).toContain('243号文')
  const paid = `${accepted}
  2026-06-02 10:00 | 招标人 | 支付 F1，9,500,000.00 元，2026-06-02 | 付款`
  expect(days((await after(paid, '2026-06-02')).duties)).not.toHaveProperty('payment-F1')
})

test('the public sees no clock of invoices and changes, both sides and their watchers do', async () => {
  const rows = `
  2026-04-20 09:03 | 招标人 | 提出合同变更 C1，事由公共利益，减少 1.00 元 | 提出合同变更
  2026-04-20 09:04 | 乙公司 | 同意合同变更 C1 | 答复合同变更
  2026-06-01 10:00 | 招标人 | 验收 A1，合格 | 履约验收
  2026-06-01 10:06 | 乙公司 | 登记发票 F1，1,000.00 元 | 收到发票`
  const { state, at } = await after(rows, '2026-06-01')
  const seen = (reader: Reader) =>
    dutiesOf(state, at)
      .filter((one) => isForAll(one) || one.known?.includes(reader?.party ?? '') === true)
      .map(({ id }) => id)
  const papers = ['file-contract', 'publish-change-C1']
  const closed = [...papers, 'payment-F1', 'return-performance-deposit']
  const open = ['publish-contract']
  for (const reader of [owner, authority, bidder(1)]) {
    expect(seen(reader.actor)).toEqual(expect.arrayContaining([...open, ...closed]))
  }
  const elsewhere = persona('', 'authority', 'elsewhere')
  for (const reader of [null, bidder(0).actor, elsewhere.actor]) {
    expect(seen(reader)).toEqual(expect.arrayContaining(open))
    expect(seen(reader).filter((id) => closed.includes(id))).toEqual([])
  }
})

test('a refund that is over is due for nobody, even for those who may not read it', async () => {
  const ordered = `
  2026-04-08 10:00 | 招标人 | 退还全部保证金 | 保证金结清`
  const world = newPurchase()
  expect(await findDifference(trace('', signed, ordered), world)).toBeUndefined()
  const at = { calendar, now: instantOn(day('2026-06-01'), '12:00') }
  for (const reader of [null, bidder(0).actor, owner.actor]) {
    const seen = dutiesOf(stateFor(reader, world.events(), world.state()), at)
    expect(seen.filter(({ id }) => id.startsWith('refund'))).toEqual([])
  }
})

test('what is to be mended is the contractor’s task until it is shown', async () => {
  const judged = `
  2026-05-06 09:02 | 招标人 | 验收 A1，整改至 2026-05-20 | 履约验收`
  const { tasks } = await after(judged, '2026-05-06')
  const [own] = tasks.filter(({ act }) => act === 'record-performance')
  expect(own).toMatchObject({ role: 'bidder', party: '91450200MA60000002' })
  expect(own?.due).toBe(endOf(day('2026-05-20')))
  const shown = `${judged}
  2026-05-08 09:02 | 乙公司 | 登记交付 L1，2026-05-08 | 履约记录`
  const next = await after(shown, '2026-05-08')
  expect(next.tasks.filter(({ act }) => act === 'record-performance')).toEqual([])
  expect(next.tasks.map(({ act }) => act)).toContain('accept-performance')
})
