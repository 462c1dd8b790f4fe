// SPDX-License-Identifier: Apache-2.0
/** Keys are made once, kept apart by tender and organisation, and brought back only where they belong. */

import { expect, test } from 'vitest'
import {
  findKeys,
  isBackedUp,
  type KeyPlace,
  keepKeys,
  keyIn,
  makeKeys,
  noteBackup,
  readKeys,
} from './key-file.ts'

function memory() {
  const kept = new Map<string, string>()
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
  }
}
const place: KeyPlace = { kind: 'bid', tender: 'LZ2026-000001', party: '91450200MA5LQ8H23J' }

test('asking twice gives the same keys, for what was sealed to them must open', () => {
  const store = memory()
  const made = makeKeys(store, place)
  expect(makeKeys(store, place)).toEqual(made)
  expect(keyIn(made, 'ticket')).toHaveLength(32)
  expect(keyIn(made, 'ticket')).not.toEqual(keyIn(made, 'opening'))
  expect(findKeys(store, { ...place, party: 'other' })).toBeNull()
  expect(makeKeys(store, { ...place, tender: 'LZ2026-000002' }).keys).not.toEqual(made.keys)
})

test('a backup opens on another machine, and only for its tender, kind and organisation', () => {
  const made = makeKeys(memory(), place)
  const text = JSON.stringify(made, null, 2)
  expect(readKeys(text, place)).toEqual(made)
  const others = [{ tender: 'LZ2026-000002' }, { party: 'other' }, { kind: 'holder' as const }]
  for (const other of others) expect(readKeys(text, { ...place, ...other })).toBeNull()
  for (const broken of ['', '{}', text.slice(1), text.replace('"opening"', '"other"')]) {
    expect(readKeys(broken, place)).toBeNull()
  }
  const other = memory()
  keepKeys(other, made)
  expect(findKeys(other, place)).toEqual(made)
  expect(isBackedUp(other, place)).toBe(false)
  noteBackup(other, place)
  expect(isBackedUp(other, place)).toBe(true)
})
