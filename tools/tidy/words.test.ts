// SPDX-License-Identifier: Apache-2.0
/** The house speaks one language, keeps no notes, and knows no machine but its reader's. */

import { describe, expect, test } from 'vitest'
import { texts } from './sources.ts'
import { badNames, badText, badWords, wordsOf } from './words.ts'

const pages = texts()
const ofProduct = pages.filter(({ path }) => path !== 'package-lock.json')

describe('the house', () => {
  test('is read', () => expect(pages.length).toBeGreaterThan(50))
  test('has a home for everything', () => {
    expect(badNames(pages.map(({ path }) => path))).toEqual([])
  })
  test('uses no banned word', () => {
    const programs = ofProduct.filter(({ path }) => /\.(?:ts|tsx|md)$/.test(path))
    expect(programs.flatMap(badWords)).toEqual([])
  })
  test('leaves no note, names no registry and no machine', () => {
    expect(pages.flatMap(badText)).toEqual([])
  })
})

describe('a planted word', () => {
  test.each([
    ['const vend' + 'orName = 1', 'banned-word'],
    ['// The juries' + ' of juries: ju' + 'ry', 'banned-word'],
    ['<p>our selle' + 'rs</p>', 'banned-word'],
  ])('in %j is found', (text, rule) => {
    expect(badWords({ path: 'web/a.ts', text }).map((breach) => breach.rule)).toContain(rule)
  })

  test.each([
    ['// TO' + 'DO later', 'note'],
    ['https://registry.npm' + 'js.org/zod', 'registry'],
    ["const path = '/ho" + "me/me/file'", 'machine'],
  ])('in %j is found too', (text, rule) => {
    expect(badText({ path: 'web/a.ts', text }).map((breach) => breach.rule)).toContain(rule)
  })

  test.each(['shell/ut' + 'ils/a.ts', 'web/comm' + 'on.tsx', 'core/v' + '2/a.ts'])(
    'in the path %s is found',
    (path) => expect(badNames([path])).toHaveLength(1),
  )

  test('inside a longer word is not one', () => {
    expect(wordsOf('perjury sellerie')).toEqual(['perjury', 'sellerie'])
    expect(badWords({ path: 'web/a.ts', text: 'perjury' })).toEqual([])
    expect(badNames(['core/commons-law/a.ts', 'docs/newcomers.md'])).toEqual([])
  })
})
