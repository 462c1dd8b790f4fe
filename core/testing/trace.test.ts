// SPDX-License-Identifier: Apache-2.0
/** A trace that is wrong says in which row, and what was so instead. */

import { expect, test } from 'vitest'
import { findDifference, newWorld, trace } from './index.ts'
import { published } from './traces/setups.ts'

const late = '2026-03-23 09:00 | 甲公司 | 递交投标文件 |'

test.each([
  [`${late} 受理`, '实为 拒绝（'],
  [`${late} 拒绝〔招标投标法 34〕`, '〔招标投标法 28'],
  [`${late} 拒绝（保证金）`, '实为 拒绝（'],
  ['2026-03-20 09:00 | 甲公司 | 递交投标文件 | 开标', '实为 递交投标文件'],
])('%s is told apart', async (row, told) => {
  expect(await findDifference(trace('', published, row), newWorld())).toContain(told)
})

test('a phrase nobody defined is an error, not a pass', async () => {
  const odd = trace('', published, '2026-03-20 09:00 | 甲公司 | 请客 | 受理')
  await expect(findDifference(odd, newWorld())).rejects.toThrow('请客')
})
