// SPDX-License-Identifier: Apache-2.0
/** What an address may carry into the form of an objection: one entry, whole, or nothing. */

import { findAct } from '@gongxin/core/trading/tender'
import { expect, test } from 'vitest'
import { evidenceFrom, isLodging, lodgingActs, pointedIn } from './pointing.ts'

const entry = 'ab'.repeat(32)

test('an entry is taken with its number and its hash', () => {
  expect(evidenceFrom(pointedIn({ seq: 6, entry }))).toEqual({
    evidence: [{ seq: 6, entry, clause: '', note: '' }],
  })
})

test.each([
  {},
  { seq: 6 },
  { entry },
  { seq: -1, entry },
  { seq: 1.5, entry },
  { seq: 'x', entry },
  { seq: 6, entry: entry.slice(1) },
  { seq: 6, entry: `${entry.slice(1)}G` },
])('%j points at nothing', (search) => {
  expect(evidenceFrom(pointedIn(search))).toBeUndefined()
})

test('with a note it is the body of the act that the form sends', () => {
  const [evidence] = evidenceFrom({ seq: 6, entry })?.evidence ?? []
  const given = {
    id: 'Y1',
    text: '异议',
    files: [],
    evidence: [{ ...evidence, note: '与项目无关' }],
  }
  expect(findAct('lodge-objection')?.shape.safeParse(given).success).toBe(true)
  const silent = { ...given, evidence: [{ ...evidence, note: '' }] }
  expect(findAct('lodge-objection')?.shape.safeParse(silent).success).toBe(false)
})

test('only what is offered may be based on an entry', () => {
  expect(lodgingActs([{ act: 'lodge-complaint' }, { act: 'submit-bid' }])).toEqual([
    'lodge-complaint',
  ])
  expect(lodgingActs([])).toEqual([])
  expect([isLodging('lodge-objection'), isLodging('award')]).toEqual([true, false])
})
