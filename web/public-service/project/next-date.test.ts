// SPDX-License-Identifier: Apache-2.0
/** 下一个时间 is the earliest of all that run, whatever they are for. */

import { moment } from '@gongxin/core/kernel'
import { findDifference, newPurchase, trace } from '@gongxin/core/testing'
import { expect, test } from 'vitest'
import { runningClocks } from './next-date.ts'

test('the publication of a contract comes before the refunds that may wait longer', async () => {
  const world = newPurchase()
  const signed = trace(
    '',
    '时间 | 谁 | 做什么 | 结果',
    `
  2026-04-07 09:00 | 乙公司 | 提交履约保证金 475,000.00 元 | 履约保证金
  2026-04-07 10:00 | 招标人 | 签署合同，中小企业 | 招标人签署合同
  2026-04-07 11:00 | 乙公司 | 会签合同 | 合同订立`,
  )
  expect(await findDifference(signed, world)).toBeUndefined()
  const clocks = runningClocks(world.state(), moment('2026-04-07T12:00:00Z'))
  expect(clocks.map(({ id }) => id)).toContain('refund')
  expect(clocks[0]?.id).toBe('publish-contract')
  const hours = clocks.map(({ until }) => until)
  expect(hours).toEqual(hours.toSorted())
})
