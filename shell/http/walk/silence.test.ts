// SPDX-License-Identifier: Apache-2.0
/**
 * Before the deadline no byte tells how many bids there are: two platforms, equal but for none and
 * forty bids, are asked everything there is to ask, by everybody there is, over real HTTP.
 */

import { createHash } from 'node:crypto'
import { addMinutes, addMs, type Instant, z } from '@gongxin/core/kernel'
import * as people from '@gongxin/core/testing'
import { contentOf, depositStep, noticeOf, type Persona, planOf } from '@gongxin/core/testing'
import { bidActs } from '@gongxin/core/trading/bid'
import { tenderActs } from '@gongxin/core/trading/tender'
import { platform } from '@gongxin/core/trading/vault'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readEntries } from '../../log/index.ts'
import { routes } from '../contract/index.ts'
import { difference, masked, said } from './alike.ts'
import { getPaths } from './routes.ts'
import { countsOf, dumpOf, filesWith, rowsWith, thinned } from './rows.ts'
import { type HttpWorld, httpWorld } from './world.ts'

const plan = planOf()
const published = addMinutes(plan.deadline, -21 * 24 * 60)
const sent = addMinutes(plan.deadline, -2 * 24 * 60)
const justBefore = addMs(plan.deadline, -1)

const none = await httpWorld()
const forty = await httpWorld()
const both = [none, forty] as const

const rival = people.bidder(43)
const stranger = people.bidder(44)
const { owner, agency, centre, authority, auditOffice } = people
const readers: readonly (readonly [string, Persona | null])[] = [
  ['anybody', null],
  ['a stranger', stranger],
  ['the owner', owner],
  ['the agency', agency],
  ['the centre', centre],
  ['the authority', authority],
  ['the audit office', auditOffice],
  ['an expert', people.expert('E01')],
  ['another bidder', rival],
]

/** A new parameter of a query must be given values here. */
const queryValues: Readonly<Record<string, readonly string[]>> = {
  q: ['雨水管网', '甲公司', '第21公司', '20000000'],
  role: ['bidder'],
  phase: ['tendering'],
  kind: ['works', 'N-02'],
  district: ['城中区'],
  line: ['engineering'],
  mine: ['1'],
  after: ['0', '2'],
  limit: ['1', '100'],
  cursor: [],
}

beforeAll(async () => {
  for (const world of both) {
    await publish(world)
    await world.deps.tenders.advanceVaults()
    await world.deps.log.sequence()
  }
  for (const world of both) halls.push(await watch(world))
  await upload(forty, people.bidder(7))
  await send(forty, 40)
}, 180_000)
afterAll(() => Promise.all(halls.map((hall) => hall.stop())))

interface Hall {
  /** Everything the hall has said so far. */
  said(): string
  stop(): Promise<void>
}
const halls: Hall[] = []

/** Somebody sits in the hall from before the first bid, and hears what is pushed. */
async function watch(world: HttpWorld): Promise<Hall> {
  const ending = new AbortController()
  const address = new URL(`/api/tenders/${world.tender()}/live`, world.url)
  const { body } = await fetch(address, { signal: ending.signal })
  let text = ''
  const reading = (async () => {
    const decoder = new TextDecoder()
    for await (const part of body ?? []) text += decoder.decode(part, { stream: true })
  })().catch(() => {})
  return {
    said: () => text,
    async stop() {
      ending.abort()
      await reading
    },
  }
}

const document = '施工组织设计'
const fileOfBidder = createHash('sm3').update(document).digest('hex')

/** What an upload leaves behind, short of its many requests. */
async function upload({ deps }: HttpWorld, { actor }: Persona) {
  const { queries, region } = deps.store
  await deps.files.put(
    (async function* () {
      yield Buffer.from(document)
    })(),
  )
  const [digest, name, at] = [fileOfBidder, '方案.txt', deps.clock.now()]
  const size = Buffer.byteLength(document)
  await queries
    .insertInto('file')
    .values({ region, digest, size, media_type: 'text/plain', name, stored_at: at })
    .execute()
  await queries
    .insertInto('file_link')
    .values({
      ...{ region, stream: `upload/${actor.party}`, digest, access: 'sealed', name },
      ...{ owner: actor.party, linked_at: at },
    })
    .execute()
}

async function publish(world: HttpWorld) {
  let step = people.preparation(plan)(await world.state(), published)
  for (let guard = 0; step !== undefined && guard < 10; guard++) {
    expect(await world.perform(step)).toMatchObject({ status: 201 })
    if (step.act === 'register-project') await entrust(world)
    step = people.preparation(plan)(await world.state(), published)
  }
  const body = noticeOf(plan, published)
  const notice = await world.perform({ who: owner, act: 'publish-notice', body, at: published })
  expect(notice?.status).toBe(201)
}

/** The hour, and the root of the city that is due by then. */
async function reach(at: Instant) {
  for (const world of both) {
    await world.reach(at)
    await world.deps.tenders.advanceVaults()
  }
}

async function entrust(world: HttpWorld) {
  const { name, actor } = agency
  const body = { agency: { party: actor.party, name }, mandate: '全过程代理', contract: null }
  const heard = await world.act(owner, { act: 'entrust-agency', body })
  expect(heard.status).toBe(201)
}

/** Some only look, some only pay, some change their mind: every kind of sealed act there is. */
async function send(world: HttpWorld, count: number) {
  await reach(sent)
  await Promise.all(
    people.bidders.slice(0, count).map(async (who, index) => {
      const content = contentOf({ priceFen: 900_000_000 + index * 1_000_000 })
      const done = [
        await world.act(who, { act: 'download-document', body: {} }),
        await world.perform(depositStep(who, 20_000_000, sent)),
        await world.perform({ who, act: 'submit-bid', content, at: sent }),
        ...(index % 3 === 0
          ? [await world.perform({ who, act: 'replace-bid', content, at: sent })]
          : []),
        ...(index % 5 === 0 ? [await world.perform({ who, act: 'withdraw-bid', at: sent })] : []),
      ]
      expect(done.map((heard) => heard?.status)).toEqual(done.map(() => 201))
    }),
  )
}

/** Every address there is to get, filled in and asked with every parameter it knows. */
function addresses(world: HttpWorld): readonly string[] {
  const values: Readonly<Record<string, readonly string[]>> = {
    tender: [world.tender()],
    uscc: [owner.actor.party, people.bidder(7).actor.party, `${people.bidder(7).actor.party}.csv`],
    digest: [fileOfBidder],
    kind: ['submit-bid'],
    seq: ['0', '9'],
    // Papers that are there carry the number of their tender; these come later or to one only.
    paper: ['opening-record', 'bid-receipt', 'result-letter'],
    '*': ['nowhere'],
  }
  return getPaths(world.app).flatMap((path) => {
    const names = [...path.matchAll(/:(\w+)|\*/g)].map((m) => m[1] ?? '*')
    const known = names.every((name) => values[name] !== undefined)
    expect([path, known]).toEqual([path, true])
    const filled = names.reduce<readonly string[]>(
      (paths, name) => paths.flatMap((p) => (values[name] ?? []).map((v) => fill(p, name, v))),
      [path],
    )
    return filled.flatMap((address) => [address, ...asked(path).map((q) => `${address}?${q}`)])
  })
}

function fill(path: string, name: string, value: string): string {
  return path.replace(name === '*' ? '*' : `:${name}`, value)
}

function asked(path: string): readonly string[] {
  const route = Object.values(routes).find((r) => r.path === path && r.method === 'GET')
  const page = /^\/(?:notices|calendar|$)/.test(path) ? ['q', 'kind', 'district', 'line'] : []
  const query = route?.query instanceof z.ZodObject ? Object.keys(route.query.shape) : page
  return query.flatMap((name) => {
    expect([path, name, queryValues[name] !== undefined]).toEqual([path, name, true])
    return (queryValues[name] ?? []).map((value) => `${name}=${encodeURIComponent(value)}`)
  })
}

let requests = 0

async function compare(who: Persona | null) {
  const every = addresses(none)
  expect(addresses(forty)).toEqual(every)
  // The portal is handed no identity, so most go where a session is read at all.
  const paths = every.filter(
    (path) => who === null || path.startsWith('/api/') || (who === owner && !path.includes('?')),
  )
  for (const path of paths) {
    const [a, b] = await Promise.all(both.map(async (world) => said(await world.ask(who, path))))
    requests += 2
    expect(difference(path, a, b)).toBe('')
    expect(a?.status, path).toBeLessThan(500)
  }
}

test('the addresses are those of the contract and of the portal, none left out', () => {
  const served = getPaths(none.app)
  const gets = Object.values(routes).flatMap(({ method, path }) => (method === 'GET' ? [path] : []))
  expect(gets.filter((path) => !served.includes(path))).toEqual([])
  expect(served.length).toBeGreaterThan(40)
  expect(new Set(addresses(none)).size).toBeGreaterThan(70)
})

test.each([
  ['anybody', null],
  ['another bidder', rival],
])(
  'while bids come in, %s hears the same',
  async (_, who) => {
    await reach(sent)
    await compare(who)
  },
  90_000,
)

test.each(readers)(
  'a breath before the deadline %s hears the same',
  async (_, who) => {
    await reach(justBefore)
    await compare(who)
  },
  90_000,
)

test.each([
  ['the owner', owner],
  ['another bidder', rival],
])(
  '%s is answered alike whatever act is tried',
  async (_, who) => {
    for (const { name } of [...tenderActs, ...bidActs]) {
      const of = { act: name, body: {} }
      const [a, b] = await Promise.all(both.map(async (world) => said(await world.act(who, of))))
      requests += 2
      expect(difference(name, a, b)).toBe('')
    }
  },
  90_000,
)

/** Everything below `/log/`, under both hashes, and one tile and one entry more than there are. */
function logAddresses(size: number): readonly string[] {
  const widths = Array.from({ length: size + 1 }, (_, index) => index + 1)
  const files = widths.flatMap((n) => [`tile/0/000.p/${n}`, `tile/entries/000.p/${n}`])
  const rest = ['checkpoint', 'tile/0/000', 'tile/entries/000', 'tile/1/000.p/1']
  return ['/log', '/log/sha256'].flatMap((tree) => [...files, ...rest].map((f) => `${tree}/${f}`))
}

test('every byte below the log is the same', async () => {
  const sizes = []
  for (const { deps } of both) {
    await deps.log.sequence()
    sizes.push((await deps.log.standing()).recorded?.size)
  }
  const [size = 0] = sizes
  expect(size).toBeGreaterThan(4)
  expect(sizes).toEqual([size, size])
  for (const path of [...logAddresses(size), '/log/policy']) {
    const [a, b] = await Promise.all(
      both.map(async (world) => {
        const heard = said(await world.ask(null, path))
        // A tile is nothing but digests; its length stands in the headers.
        return /tile\/\d/.test(path) ? { ...heard, text: '' } : heard
      }),
    )
    expect(difference(path, a, b)).toBe('')
  }
  const [a, b] = await Promise.all(both.map(async ({ deps }) => deps.store.log.newest()))
  expect(a?.at).toBe(b?.at)
  expect(a?.sm3Note.length).toBe(b?.sm3Note.length)
})

test('whoever sat in the hall all the time has heard the same', () => {
  // Each server's own heartbeat goes by the machine's time, and says nothing.
  const [a = '', b = ''] = halls.map((hall) =>
    masked(hall.said()).replaceAll(': still here\n\n', ''),
  )
  expect(difference('live', a, b)).toBe('')
  expect(a).toContain('NoticePublished')
})

/** Who has signed in; they say nothing of what was done then. */
const ofPeople = ['account', 'membership', 'organisation', 'session', 'single_use']

test('whoever copies the public database finds no bidder there, and as many rows', async () => {
  const dumps = await Promise.all(both.map(({ deps }) => dumpOf(deps.store)))
  const [a, b] = dumps.map((dump) => thinned(dump, ofPeople, fileOfBidder))
  if (a === undefined || b === undefined) throw new Error('there are two')
  expect(countsOf(b)).toEqual(countsOf(a))
  expect(a.size).toBeGreaterThan(25)
  const names = people.bidders.slice(0, 40).flatMap(({ actor, name }) => [actor.party, name])
  expect(rowsWith(b, names)).toEqual([])
  expect(dumps[1]?.get('single_use')?.filter((row) => row.includes(forty.tender()))).toEqual([])
  // The same search finds them where they are.
  expect(rowsWith(await dumpOf(forty.deps.cabinet.store), names).length).toBeGreaterThan(200)
})

test('no price and no word of a bid stands in either database, nor in any file', async () => {
  const { form, qualifications } = contentOf({ priceFen: 1 })
  const prices = people.bidders.slice(0, 40).map((_, place) => 900_000_000 + place * 1_000_000)
  const words = [form.projectManager.name, ...qualifications.map(({ statement }) => statement)]
  const { store, cabinet, config } = forty.deps
  for (const dump of [await dumpOf(store), await dumpOf(cabinet.store)]) {
    expect(rowsWith(dump, [...words, ...prices.map(String)])).toEqual([])
  }
  const { all, telling } = await filesWith(config.dataFolder, words)
  expect(telling).toEqual([])
  expect(all.length).toBeGreaterThan(40)
})

test('a bid beside none and a bid beside forty are received alike', async () => {
  await reach(justBefore)
  const content = contentOf({ priceFen: 955_000_000 })
  const heard = await Promise.all(
    both.map(async (world) => {
      const by = { who: rival, content, at: justBefore }
      const body = await world.sent({ ...by, act: 'submit-bid' })
      const first = await world.act(rival, { act: 'submit-bid', body })
      const second = await world.act(rival, { act: 'submit-bid', body })
      const again = await world.sent({ ...by, act: 'replace-bid' })
      const replaced = await world.act(rival, { act: 'replace-bid', body: again })
      await world.deps.tenders.stampsSettled()
      const own = await world.ask(rival, `/api/tenders/${world.tender()}/bid`)
      return [first, second, replaced, own].map(said)
    }),
  )
  expect(difference('submit-bid', heard[0], heard[1])).toBe('')
  expect(heard[0]?.map(({ status }) => status)).toEqual([201, 409, 201, 200])
  await compare(rival)
}, 90_000)

/** Sealed chains in the log; no entry holds the code of a bidder. */
async function sealedChains({ deps }: HttpWorld): Promise<number> {
  await deps.log.sequence()
  const size = (await deps.log.standing()).recorded?.size ?? 0
  const entries = (await readEntries(deps.log.bundle, 0, size)) ?? []
  const texts = entries.map((entry) => Buffer.from(entry).toString('utf8'))
  for (const { actor } of people.bidders) {
    expect(texts.some((text) => text.includes(actor.party))).toBe(false)
  }
  return texts.filter((text) => /"access":"sealed".*"seq":0,/.test(text)).length
}

test('both cities have given as many roots', async () => {
  const ticks = await Promise.all(both.map(async ({ deps }) => deps.store.events.head(platform)))
  expect(ticks[0]).toBe(ticks[1])
  expect(ticks[0]).toBeGreaterThan(1)
})

test('the two did differ: forty bids are taken up at the deadline, and then it is public', async () => {
  await reach(plan.deadline)
  for (const world of both) await world.deps.tenders.tick()
  const parts = await Promise.all(
    both.map(async (world) =>
      said(await world.ask(rival, `/api/tenders/${world.tender()}/bid/vault`)),
    ),
  )
  expect(parts[0]?.status).toBe(200)
  // The number of a slot has one to three digits, so the lengths of the answers may differ.
  expect(difference('second part', ...parts.map(({ text }) => text))).toBe('')
  const received = await Promise.all(both.map(async (world) => (await world.state()).received))
  expect(received).toEqual([1, 33])
  // Whoever took a bid back is counted among the chains, and not named.
  expect(await Promise.all(both.map(sealedChains))).toEqual([1, 41])
  expect(requests).toBeGreaterThan(1_000)
})
