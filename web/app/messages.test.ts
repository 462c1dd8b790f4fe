// SPDX-License-Identifier: Apache-2.0
/** Every line of every catalogue is there in both languages, with the same facts in both. */

import type { Words } from '@gongxin/core/kernel'
import { describe, expect, test } from 'vitest'
import { messages as supervision } from '../supervision/messages.ts'
import { messages as bid } from '../trading/bid/messages.ts'
import { messages as document } from '../trading/document/messages.ts'
import { messages as draw } from '../trading/draw/messages.ts'
import { messages as evaluation } from '../trading/evaluation/messages.ts'
import { messages as trading } from '../trading/messages.ts'
import { messages as opening } from '../trading/opening/messages.ts'
import { messages as result } from '../trading/result/messages.ts'
import { messages as app } from './messages.ts'

const areas = { app, trading, document, bid, opening, draw, evaluation, result, supervision }
const lines: readonly (readonly [string, Words])[] = Object.entries(areas).flatMap(
  ([area, messages]) =>
    Object.entries(messages).map(([key, words]) => [`${area}.${key}`, words] as const),
)

function factsIn(text: string): readonly string[] {
  return (text.match(/\{\w+\}/g) ?? []).toSorted()
}

describe('the catalogues', () => {
  test('are not empty in any language', () => {
    expect(lines.length).toBeGreaterThan(400)
    expect(lines.filter(([, { zh, en }]) => zh.trim() === '' || en.trim() === '')).toEqual([])
  })

  test('ask for the same facts in both languages', () => {
    const differing = lines
      .filter(([, { zh }]) => factsIn(zh).length > 0)
      .filter(([, { zh, en }]) => factsIn(zh).join() !== factsIn(en).join())
      .map(([key]) => key)

    expect(differing).toEqual([])
  })

  test('hold no Chinese in English, save the name of the other language', () => {
    const mixed = lines
      .filter(([key]) => key !== 'app.language')
      .filter(([, { en }]) => /\p{Script=Han}/u.test(en))
    expect(mixed.map(([key]) => key)).toEqual([])
  })

  test('never end in an exclamation', () => {
    expect(lines.filter(([, { zh, en }]) => /[!！]/.test(zh + en))).toEqual([])
  })
})
