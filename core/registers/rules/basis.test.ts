// SPDX-License-Identifier: Apache-2.0
/** 规则目录以外的不作依据；回避逐项命中。 */

import { expect, test } from 'vitest'
import { article, day } from '../../kernel/index.ts'
import { recusalHits } from '../experts/index.ts'
import { basisRefusalShown, catalogueOn, mayBeBasis } from './index.ts'

test('目录以外、尚未施行、只作指导的都不能单独作依据', () => {
  const on = day('2025-06-01')
  expect(mayBeBasis(article('实施条例', 67), on).ok).toBe(true)
  expect(mayBeBasis(article('某会议纪要', 1), on)).toMatchObject({ why: 'not-listed' })
  expect(mayBeBasis(article('195号文', '人机分工'), on)).toMatchObject({ why: 'not-in-force' })
  expect(mayBeBasis(article('1117号文', 12), on)).toMatchObject({ why: 'only-guiding' })
  expect(mayBeBasis(article('1117号文', 12), day('2027-09-01')).ok).toBe(false)
  expect(mayBeBasis(article('政府采购法', 77), on).ok).toBe(true)
  expect(mayBeBasis(article('243号文', '变更公告'), on)).toMatchObject({ why: 'only-guiding' })
  expect(mayBeBasis(article('2号文', '处理'), on)).toMatchObject({ why: 'not-in-force' })
  expect(basisRefusalShown(article('某会议纪要', 1), on)).toContain('不在规则目录内')
  expect(catalogueOn(day('2026-11-24')).length).toBeGreaterThan(20)
})

test('专家回避：单位、亲属、离职未满三年', () => {
  const lot = { owner: 'O', agency: null, bidders: ['B'], seatedEmployers: ['S'] }
  const clear = {
    employer: 'E',
    relativesAt: [],
    interestsIn: [],
    leftYearsAgo: [{ employer: 'B', years: 3 }],
    authorityStaff: false,
    punished: false,
    preparedThisLot: false,
    unavailable: false,
  }
  expect(recusalHits(clear, lot)).toEqual([])
  expect(recusalHits({ ...clear, leftYearsAgo: [{ employer: 'B', years: 2 }] }, lot)).toEqual([
    'RC-7',
  ])
  expect(recusalHits({ ...clear, employer: 'B', relativesAt: ['B'] }, lot)).toEqual([
    'RC-1',
    'RC-5',
  ])
})
