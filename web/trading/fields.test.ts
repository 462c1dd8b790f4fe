// SPDX-License-Identifier: Apache-2.0
/** Every field and every choice of every act and event has words in both languages. */

import type { z } from '@gongxin/core/kernel'
import { bidActs } from '@gongxin/core/trading/bid'
import { bidContent, eventShapes, tenderActs } from '@gongxin/core/trading/tender'
import { describe, expect, test } from 'vitest'
import { findChoice, findField } from './fields.ts'
import { choicesIn, nodeOf, pathsOf } from './form/index.ts'

const shapes: readonly (readonly [string, z.ZodType])[] = [
  ...[...tenderActs, ...bidActs].map((act) => [act.name, act.shape] as const),
  ['submit-bid', bidContent],
  ...Object.entries(eventShapes).map(([type, { shape }]) => [type, shape] as const),
]

describe('the catalogue of fields', () => {
  test('walks all acts', () => {
    expect(shapes.length).toBeGreaterThan(90)
    expect(pathsOf(nodeOf(bidContent))).toContain('form.projectManager.certificate')
  })

  test('names every field in both languages', () => {
    const missing = shapes.flatMap(([act, shape]) =>
      pathsOf(nodeOf(shape))
        .filter((path) => {
          const field = findField(act, path)
          return field === undefined || field.label.zh === '' || field.label.en === ''
        })
        .map((path) => `${act}/${path}`),
    )
    expect(missing).toEqual([])
  })

  test('says every choice in both languages', () => {
    const missing = shapes.flatMap(([act, shape]) =>
      choicesIn(nodeOf(shape)).flatMap(({ path, values }) =>
        values
          .filter((value) => {
            const found = findChoice(act, path, value)
            return found === undefined || found.zh === '' || found.en === ''
          })
          .map((value) => `${act}/${path}=${value}`),
      ),
    )
    expect(missing).toEqual([])
  })

  test('helps with every field that is typed', () => {
    const acts = [...tenderActs, ...bidActs]
    const bare = acts.flatMap((act) =>
      pathsOf(nodeOf(act.shape))
        .filter((path) => findField(act.name, path)?.help.zh === '')
        .map((path) => `${act.name}/${path}`),
    )
    expect(bare).toEqual([])
  })
})
