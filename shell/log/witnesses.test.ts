// SPDX-License-Identifier: Apache-2.0
/** A witness counts once its key is kept, so that no start forgets one whose signature was shown. */

import { once } from 'node:events'
import { createServer } from 'node:http'
import { type NoteKey, noteKeyText } from '@gongxin/trust/log'
import { sm2PublicKey } from '@gongxin/trust/suites'
import { afterAll, expect, test } from 'vitest'
import { Unavailable } from '../store/index.ts'
import { openRoll } from './witnesses.ts'

const publicKey = sm2PublicKey(new Uint8Array(32).fill(7)) ?? new Uint8Array()
const key: NoteKey = { name: 'witness-1', kind: 'sm2-cosigner', publicKey }
const server = createServer((_, answer) => answer.end(`${noteKeyText(key)}\n`)).listen(0)
await once(server, 'listening')
afterAll(() => server.close())

const address = server.address()
const port = typeof address === 'object' && address !== null ? address.port : 0
const place = { url: new URL(`http://127.0.0.1:${port}/`), key: undefined }

test('a key that could not be kept does not count, and is kept at the next meeting', async () => {
  let [kept, away] = [null as unknown, true]
  const settings = {
    find: async () => kept,
    async save(_name: string, value: unknown) {
      if (away) throw new Unavailable('away')
      kept = value
    },
  }
  const roll = await openRoll(settings as Parameters<typeof openRoll>[0], [place])
  await expect(roll.meet(place)).rejects.toThrow(Unavailable)
  expect(roll.known()).toEqual([])
  away = false
  const [one, other] = await Promise.all([roll.meet(place), roll.meet(place)])
  expect([one.key.name, other.key.name]).toEqual(['witness-1', 'witness-1'])
  expect(kept).toEqual([noteKeyText(key)])
  const again = await openRoll(settings as Parameters<typeof openRoll>[0], [place])
  expect(again.known().map(({ name }) => name)).toEqual(['witness-1'])
})
