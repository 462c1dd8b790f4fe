// SPDX-License-Identifier: Apache-2.0
/** Bids a second through the whole server against rows a second into the bare database. */

import { certain } from '@gongxin/core/kernel'
import { contentOf, persona } from '@gongxin/core/testing'
import { digestOfBody, type SignedIn } from '@gongxin/shell/identity'
import pg from 'pg'
import { connectWire } from '../served/index.ts'
import { sealedBody, stateOf } from './bids.ts'
import { type Figure, median, perSecond } from './figures.ts'
import { type Bidder, bidders, type Ground, inParallel, openTenders } from './ground.ts'

const spread = 64
const people = 1_024
const clients = [1, 4, 16] as const
// Each bid is sealed beforehand, which takes this process longer than the server takes to receive it.
const rounds = 3
const sliceMs = 600
const goal = 0.5

export async function submissions(ground: Ground): Promise<readonly Figure[]> {
  const tenders = await openTenders(ground, spread)
  const list = await bidders(ground, people)
  const raw = await openRaw(ground.databaseUrl)
  const desk = await openDesk(ground, list)
  const pairs = pairsOf(tenders, people)
  await desk.slice(pairs, 16, 1_000)
  const figures: Figure[] = []
  for (const count of clients) {
    const some: { bids: number; rows: number }[] = []
    for (let round = 0; round < rounds; round++) {
      const rows = await raw.slice(count)
      const bids = await desk.slice(pairs, count, sliceMs)
      some.push({ rows, bids })
    }
    figures.push(figureOf(`bids over ${spread} tenders, ${count} clients`, some, count === 16))
  }
  figures.push(await oneTender(ground, { raw, desk }))
  await raw.close()
  return figures
}

async function oneTender(ground: Ground, { raw, desk }: { raw: Raw; desk: Desk }): Promise<Figure> {
  const tenders = await openTenders(ground, rounds)
  const some: { bids: number; rows: number }[] = []
  for (const tender of tenders) {
    const rows = await raw.slice(16)
    some.push({ rows, bids: await desk.slice(pairsOf([tender], people), 16, sliceMs) })
  }
  return figureOf('bids on one tender, 16 clients', some, false)
}

function figureOf(
  what: string,
  rounds: readonly { bids: number; rows: number }[],
  isGoal: boolean,
): Figure {
  const ratio = median(rounds.map(({ bids, rows }) => bids / rows))
  return {
    what,
    value: `${median(rounds.map(({ bids }) => bids)).toFixed(0)}/s`,
    against: `${median(rounds.map(({ rows }) => rows)).toFixed(0)} durable rows/s`,
    ratio,
    ...(isGoal ? { goal: `>= ${goal}`, met: ratio >= goal } : {}),
  }
}

export interface Raw {
  slice(clients: number): Promise<number>
  close(): Promise<void>
}

/** One row, one commit, one flush: the most this database can promise. */
export async function openRaw(databaseUrl: string): Promise<Raw> {
  const connections = await inParallel(Array.from({ length: 16 }), async () => {
    const client = new pg.Client({ connectionString: databaseUrl })
    client.on('error', () => {})
    await client.connect()
    return client
  })
  await connections[0]?.query(
    'create table if not exists bench_row (id bigint primary key, body text not null)',
  )
  const body = 'x'.repeat(500)
  let id = 0
  const text = 'insert into bench_row (id, body) values ($1, $2)'
  return {
    slice: (count) =>
      rate(connections.slice(0, count), sliceMs, async (client) => {
        id += 1
        await client.query({ name: 'bench', text, values: [id, body] })
        return true
      }),
    async close() {
      await Promise.all(connections.map((client) => client.end()))
    },
  }
}

/** Every client works until the time is up; answers pieces of work a second. */
async function rate<C>(
  clients: readonly C[],
  ms: number,
  work: (client: C) => Promise<boolean>,
): Promise<number> {
  const began = performance.now()
  let done = 0
  await Promise.all(
    clients.map(async (client) => {
      while (performance.now() - began < ms && (await work(client))) done += 1
    }),
  )
  return perSecond(done, performance.now() - began)
}

export interface Pair {
  readonly tender: string
  readonly bidder: number
}

/** Neighbours in the order differ in tender and in bidder. */
export function* pairsOf(tenders: readonly string[], bidders: number): Generator<Pair> {
  for (let i = 0; i < tenders.length * bidders; i++) {
    const tender = certain(tenders[i % tenders.length], 'a tender')
    yield { tender, bidder: (Math.floor(i / tenders.length) + (i % tenders.length) * 16) % bidders }
  }
}

export interface Desk {
  slice(pairs: Iterator<Pair>, clients: number, ms: number): Promise<number>
}

export async function openDesk(ground: Ground, list: readonly Bidder[]): Promise<Desk> {
  const { identity, server } = ground
  const people = await inParallel(list, async ({ cookie }) => {
    return certain(await identity.sessions.find(cookie), 'a session')
  })
  const holders = new Map<string, ReturnType<typeof stateOf>>()
  const holdersOf = (tender: string) => {
    const known = holders.get(tender) ?? stateOf(ground, tender)
    holders.set(tender, known)
    return known
  }
  // Sealing and the person's confirmation are done before the clock runs.
  const ready = async (pair: Pair) => {
    const { tender } = pair
    const { party, name } = certain(list[pair.bidder], 'a bidder')
    const state = await holdersOf(tender)
    const content = contentOf({ priceFen: 900_000_000 + pair.bidder * 100 })
    const body = await sealedBody(ground, persona(name, 'bidder', party), {
      tender,
      state,
      content,
    })
    const signedIn: SignedIn = certain(people[pair.bidder], 'a person')
    const digest = certain(digestOfBody(body), 'a digest')
    const asked = { tender: pair.tender, act: 'submit-bid', digest, demo: true } as const
    const given = await identity.confirmations.give(signedIn, asked)
    if ('kind' in given) throw new Error('not confirmed')
    return requestOf(pair, certain(list[pair.bidder], 'a bidder'), {
      body,
      confirmation: given.confirmation,
    })
  }
  let lastRate = 150
  return {
    async slice(pairs, count, ms) {
      const many = Math.ceil(((lastRate * ms) / 1_000) * 1.6) + 30
      const waiting = await inParallel(take(pairs, many), ready)
      // Fresh ones: between two slices the server may have closed what was idle.
      const wires = await inParallel(Array.from({ length: count }), () => connectWire(server.port))
      const perSecond = await rate(wires, ms, async (wire) => {
        const next = waiting.pop()
        if (next === undefined) return false
        const { status, body } = await wire.ask(next)
        if (status !== 201) throw new Error(`a bid was not taken: ${status} ${body}`)
        return true
      })
      for (const wire of wires) wire.close()
      lastRate = perSecond
      return perSecond
    },
  }
}

function requestOf({ tender }: Pair, { cookie }: Bidder, body: unknown) {
  return {
    method: 'POST',
    path: `/api/tenders/${tender}/acts/submit-bid`,
    headers: {
      cookie: `gongxin_session=${cookie}`,
      'idempotency-key': crypto.randomUUID(),
      'user-agent': 'gongxin-bench',
    },
    body: JSON.stringify(body),
  } as const
}

function take<T>(from: Iterator<T>, count: number): T[] {
  const taken: T[] = []
  while (taken.length < count) {
    const next = from.next()
    if (next.done === true) break
    taken.push(next.value)
  }
  return taken
}
