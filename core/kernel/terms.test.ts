// SPDX-License-Identifier: Apache-2.0
/** The map is a map: nothing is said twice, and nothing that is banned is said. */

import { describe, expect, test } from 'vitest'
import { bannedWords, type Term, term, termGroups, terms } from './terms.ts'

const all: readonly [string, Term][] = Object.entries(terms)

describe('the terms', () => {
  test('are at least 120, and no group hides one of another', () => {
    const inGroups = termGroups.flatMap((group) => Object.keys(group.terms))
    expect(all.length).toBeGreaterThanOrEqual(120)
    expect(inGroups.toSorted()).toEqual(all.map(([id]) => id).toSorted())
  })

  test('have a Chinese and an English name each', () => {
    for (const [id, { zh, en }] of all) {
      expect(zh, id).toMatch(/^\p{Script=Han}[\p{Script=Han}、]*$/u)
      expect(en, id).toMatch(/^[a-z][a-z -]*$/i)
    }
  })

  test('say one thing by one English name', () => {
    const names = all.map(([, { en }]) => en)
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
  })

  test('never use a banned word themselves', () => {
    const said = all.flatMap(([id, { en }]) => `${id} ${en}`.toLowerCase().split(/[^a-z]/))
    expect(said.filter((word) => bannedWords.has(word))).toEqual([])
  })

  test('are found by their code name', () => {
    expect(term('tenderOwner').zh).toBe('招标人')
    expect(bannedWords.get('vendor')).toBe('bidder or supplier')
  })
})
