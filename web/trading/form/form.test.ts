// SPDX-License-Identifier: Apache-2.0
/** Forms begin empty, change by path, say faults in words, and read every act's shape whole. */

import { civilDate, line, z } from '@gongxin/core/kernel'
import { bidContent, findAct, tenderActs } from '@gongxin/core/trading/tender'
import { describe, expect, test } from 'vitest'
import { rowsOfText } from '../bid/sheet.ts'
import { faultsIn } from './faults.ts'
import { withGeneratedIds } from './identifier.ts'
import { numberOf } from './leaf.tsx'
import { nodeOf } from './schema.ts'
import { at, emptyOf, isBody, merged, put } from './values.ts'

describe('a form', () => {
  test('of every act can be begun', () => {
    for (const act of tenderActs) expect(isBody(emptyOf(nodeOf(act.shape))), act.name).toBe(true)
  })

  test('begins with nothing where nothing may stand, a day as any other', () => {
    const days = [
      ['lodge-complaint', 'knewOn'],
      ['check-complaint', 'supplementUntil'],
      ['accept-performance', 'rectifyUntil'],
    ] as const
    for (const [name, day] of days) {
      const shape = findAct(name)?.shape
      const begun = shape === undefined ? undefined : emptyOf(nodeOf(shape))
      expect(at(begun, [day]), `${name} ${day}`).toBeNull()
    }
    expect(emptyOf(nodeOf(z.strictObject({ on: civilDate.nullable(), name: line(9) })))).toEqual({
      on: null,
      name: '',
    })
  })

  test('changes one place and leaves the rest', () => {
    const begun = { terms: { factors: [{ title: 'a' }, { title: 'b' }] }, other: 1 }
    const changed = put(begun, ['terms', 'factors', 1, 'title'], 'c')
    expect(at(changed, ['terms', 'factors', 1, 'title'])).toBe('c')
    expect(at(changed, ['terms', 'factors', 0, 'title'])).toBe('a')
    expect(at(begun, ['terms', 'factors', 1, 'title'])).toBe('b')
    expect(put({ a: 1, b: 2 }, ['a'], undefined)).toEqual({ b: 2 })
    expect(merged({ a: '', b: { c: 1 } }, { b: { c: 2 } })).toEqual({ a: '', b: { c: 2 } })
  })

  test('makes the ids that nobody types', () => {
    const shape = findAct('lodge-objection')?.shape
    expect(shape).toBeDefined()
    if (shape === undefined) return
    const body = withGeneratedIds('lodge-objection', nodeOf(shape), emptyOf(nodeOf(shape)))
    expect(String(at(body, ['id']))).toMatch(/^[0-9a-f-]{36}$/)
    const kept = withGeneratedIds('lodge-objection', nodeOf(shape), { id: 'mine' })
    expect(at(kept, ['id'])).toBe('mine')
  })

  test('leaves the objection to be answered to choice', () => {
    const shape = findAct('answer-objection')?.shape
    if (shape === undefined) return
    const body = withGeneratedIds('answer-objection', nodeOf(shape), emptyOf(nodeOf(shape)))
    expect(at(body, ['id'])).toBe('')
  })

  test('says faults in the language of the reader, never in that of the checker', () => {
    const empty = emptyOf(nodeOf(bidContent))
    const faults = faultsIn(bidContent, isBody(empty) ? empty : {}, 'zh')
    expect(faults.get('form/priceFen')).toBe('请填写')
    const english = [...faultsIn(bidContent, isBody(empty) ? empty : {}, 'en').values()]
    expect(english.every((sentence) => !/expected|Invalid/.test(sentence))).toBe(true)
  })
})

describe('numbers', () => {
  test('are read as money, shares and counts', () => {
    expect(numberOf('1,000.5', { money: true, percent: false })).toBe(100_050)
    expect(numberOf('5%', { money: false, percent: true })).toBe(500)
    expect(numberOf('２０', { money: false, percent: false })).toBe(20)
    expect(numberOf('x', { money: false, percent: false })).toBeUndefined()
  })
})

describe('tables', () => {
  test('are read from tabs and from commas', () => {
    expect(rowsOfText('挖土方\t12.5\n\n回填\t8')).toEqual([
      ['挖土方', '12.5'],
      ['回填', '8'],
    ])
    expect(rowsOfText('"挖,土方","1,200.50"\r\n"他说""好""",2')).toEqual([
      ['挖,土方', '1,200.50'],
      ['他说"好"', '2'],
    ])
  })
})
