// SPDX-License-Identifier: Apache-2.0
/**
 * Before the opening no process, no database and no file of the platform holds a word or a price of a
 * bid: the memory of the running server, of its databases and of a witness is read from outside.
 */

import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { instantOfEpoch } from '@gongxin/core/kernel'
import { contentOf } from '@gongxin/core/testing'
import { stopDatabase } from '@gongxin/shell/database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { insisted, laneOf, prepareTender, signInAll } from '../kills/index.ts'
import {
  buildProgram,
  connectWire,
  holdersOf,
  planFrom,
  type Served,
  sealedAndUploaded,
  startServer,
} from '../served/index.ts'
import { familyOf, foundIn, readable } from './memory.ts'

const canary = '封存金丝雀七一九三'
const priceFen = 917_263_548

/** As text in both widths, as a number in both orders and as a fraction: however a program may keep it. */
function spellings(text: string, figure: number): ReadonlyMap<string, Buffer> {
  const number = Buffer.alloc(8)
  number.writeDoubleLE(figure)
  return new Map([
    ['the words', Buffer.from(text)],
    ['the words in UTF-16', Buffer.from(text, 'utf16le')],
    ['the price in digits', Buffer.from(String(figure))],
    ['the price in UTF-16 digits', Buffer.from(String(figure), 'utf16le')],
    ['the price as a double', number],
  ])
}

let folder = ''
let program = ''
let server: Served
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongxin-dumps-'))
  await chmod(folder, 0o755)
  program = await buildProgram()
  server = await startServer(program, { dataFolder: folder })
}, 90_000)
afterAll(async () => {
  await server?.stop()
  await stopDatabase(folder)
  await rm(folder, { recursive: true, force: true })
  await rm(dirname(program), { recursive: true, force: true })
})

/** Three bids over the real interface, sealed in this process and received in the other. */
async function sendBids(): Promise<string> {
  const people = await signInAll(server.url)
  const wire = await connectWire(server.port)
  const at = instantOfEpoch(Date.now())
  const tender = await prepareTender(wire, people, { plan: planFrom(at), at })
  const holders = await holdersOf(wire, tender)
  wire.close()
  const content = contentOf({ priceFen })
  const told = { ...content, qualifications: [{ id: 'Q1', statement: canary }] }
  for (const person of people.filter(({ role }) => role === 'bidder').slice(0, 3)) {
    const lot = { ...laneOf(person), tender, holders }
    const own = { slot: null, envelope: null }
    const body = await sealedAndUploaded(server.port, lot, { own, content: told })
    const path = `/api/tenders/${tender}/acts/submit-bid`
    const sent = { person, key: `dump-${person.party}`, path, body: { body } }
    const heard = await insisted(server.port, { sent, tender, act: 'submit-bid', answer: null })
    expect(heard.status).toBe(201)
  }
  return tender
}

test.skipIf(!readable)(
  'no process of the platform remembers a word or a price of a bid before its opening',
  async () => {
    const tender = await sendBids()
    const known = new Map([['the tender', Buffer.from(tender)]])
    const secrets = spellings(canary, priceFen)
    const family = await familyOf(server.pid)
    expect(family.length).toBeGreaterThan(3)
    const seen = new Set<string>()
    let remembers = 0
    for (const pid of family) {
      const { found, bytes } = await foundIn(pid, new Map([...secrets, ...known]), seen)
      expect([...found].filter((name) => secrets.has(name))).toEqual([])
      if (found.has('the tender') && bytes > 1_000_000) remembers += 1
    }
    // The same reading finds what they do know: in the server, and in the database.
    expect(remembers).toBeGreaterThan(1)
    // And it would find the secrets: this process sealed them.
    const own = await foundIn(process.pid, secrets, seen)
    expect([...own.found]).toContain('the words')
  },
  120_000,
)
