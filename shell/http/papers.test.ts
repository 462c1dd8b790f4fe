// SPDX-License-Identifier: Apache-2.0
/** Papers over the wire: each kind and each role, by list and by address, and the printed file. */

import { createHash } from 'node:crypto'
import {
  authority,
  bidders,
  certificateFor,
  owner,
  runWholeTender,
  stampedAt,
  testAccredited,
} from '@gongxin/core/testing'
import { findAccredited } from '@gongxin/core/trading/bid'
import { verifyPaper } from '@gongxin/core/trading/proof'
import { findBytes, hex, utf8 } from '@gongxin/trust/canonical'
import { findRequest, identifiers, partOf } from '@gongxin/trust/certificate'
import { type Signer, sm3Digest, softwareSigner } from '@gongxin/trust/suites'
import { afterEach, expect, it } from 'vitest'
import { Unavailable } from '../store/index.ts'
import { stage } from './testing.ts'

const ownSigner = softwareSigner({
  privateKey: sm3Digest(utf8('papers')),
  random: (size) => sm3Digest(utf8('chance')).subarray(0, size),
})
const atHand: { open: () => Promise<Signer> } = { open: async () => ownSigner }
const honest = async (bytes: Uint8Array) => stampedAt(deps.clock.now(), bytes)
const stamper: { of: (bytes: Uint8Array) => Promise<Uint8Array> } = { of: honest }
afterEach(() => {
  stamper.of = honest
  atHand.open = async () => ownSigner
})
const platform = '12450200MB1C000003'
const { app, deps, cookieOf } = await stage({
  signing: (folder) => ({
    key: {
      ...{ folder, code: platform, open: () => atHand.open() },
      async certify(request) {
        const asked = findRequest(findBytes(request) ?? new Uint8Array(0))
        const name = asked && partOf(asked.subject, identifiers.organisation)
        const uscc = asked && partOf(asked.subject, identifiers.organisationIdentifier)
        if (asked === undefined || name === undefined || uscc === undefined) return []
        const purposes = [identifiers.documentSigning]
        return [hex(certificateFor({ uscc, name }, asked.publicKey, { purposes }))]
      },
    },
    stamping: { stamp: (bytes) => stamper.of(bytes) },
    authority: { accredited: async () => testAccredited },
  }),
})
const tender = 'LZ2026-000001'
const world = runWholeTender()
const member = world.state().committee?.members[0]?.member ?? ''

/** The told tender, with the people of the demo city in the place of the script's. */
const cast: readonly (readonly [from: string, to: string])[] = [
  [owner.actor.party, '91450200MA5KX1C70K'],
  [authority.actor.party, 'office-authority'],
  [bidders[0]?.actor.party ?? '', '91450200MA5LQ8H23J'],
  [bidders[1]?.actor.party ?? '', '91450200MA5MT6P93F'],
  [member, 'E0001'],
]
const told = cast.reduce(
  (text, [from, to]) => text.replaceAll(`"${from}"`, `"${to}"`),
  JSON.stringify(world.events()),
)
const events: readonly { type: string; at: never; data: never }[] = JSON.parse(told)
await deps.store.events.append({
  stream: `tender/${tender}`,
  expectedVersion: -1,
  events: events.map(({ type, at, data }, seq) => {
    const entry = Buffer.from(`${seq} ${type}`)
    const hash = createHash('sm3').update(entry).digest()
    const body = { data, findings: [] }
    return { type, at, entry, hash, salt: hash, body, originSalt: null, origin: null }
  }),
})
const receipt = 'R0123456789ABCDEF0123'
const bidEvent = {
  type: 'BidSubmitted',
  at: events[0]?.at ?? ('' as never),
  data: {
    bidder: { party: '91450200MA5LQ8H23J', name: '甲公司' },
    receipt,
    envelope: { commitment: 'ab'.repeat(32), suite: 's', blob: 'cd'.repeat(32), size: 1 },
    slot: {
      ...{
        verNo: 1,
        ticketKey: '04'.repeat(65),
        ticketSig: 'ef'.repeat(64),
        value: '12'.repeat(32),
      },
    },
  },
}
await deps.store.events.append({
  stream: `bid/${tender}/91450200MA5LQ8H23J`,
  expectedVersion: -1,
  events: [
    {
      ...{ type: bidEvent.type, at: bidEvent.at, salt: null, originSalt: null, origin: null },
      entry: Buffer.from('e'),
      hash: Buffer.from('h'),
      body: { data: bidEvent.data, findings: [] },
    },
  ],
})

interface Line {
  readonly id: string
  readonly kind: string
  readonly href: string
  readonly access: string
}

const get = async (url: string, persona: string) => {
  const headers = persona === '' ? {} : { cookie: await cookieOf(persona) }
  return app.inject({ url, headers })
}
const list = async (persona: string): Promise<readonly Line[]> =>
  (await get(`/api/tenders/${tender}/papers`, persona)).json().items

const open = [
  'filing-receipt',
  'entry-receipt',
  'tender-notice',
  'opening-record',
  'candidate-notice',
  'award-notice',
  'result-notice',
  'contract-notice',
]
const losers = world.state().bids.length - 1
const letters = Array.from({ length: losers }, () => 'result-letter')
const closed: Readonly<Record<string, readonly string[]>> = {
  '': [],
  tenderOwner: ['evaluation-report', ...letters, 'written-report'],
  agency: [],
  bidder1: ['bid-receipt', 'result-letter'],
  // The winner of the told tender has no letter, and this bidder sent no bid through the store.
  bidder2: [],
  bidder3: [],
  expert1: ['evaluation-report'],
  expert2: [],
  centre: [],
  authority: ['evaluation-report', 'written-report'],
  audit: ['evaluation-report', ...letters, 'written-report'],
}

const all = await list('tenderOwner')
const own = await list('bidder1')
const everything = [...all, ...own.filter(({ id }) => !all.some((one) => one.id === id))]

it.each(Object.entries(closed))('%s sees the public papers and its own', async (persona, more) => {
  const kinds = (await list(persona)).map(({ kind }) => kind)
  expect(kinds.toSorted()).toEqual([...open, ...more].toSorted())
})

it.each(Object.keys(closed))(
  '%s reads by address what is in the list, and no other',
  async (who) => {
    const mine = (await list(who)).map(({ id }) => id)
    for (const { id } of everything) {
      const answer = await get(`/api/tenders/${tender}/papers/${id}`, who)
      expect([id, answer.statusCode]).toEqual([id, mine.includes(id) ? 200 : 404])
    }
  },
)

it('a letter says the loser’s own name and nobody else’s marks', async () => {
  const letter = own.find(({ kind }) => kind === 'result-letter')
  const answer = await get(`/api/tenders/${tender}/papers/${letter?.id}`, 'bidder1')
  const paper = answer.json()
  expect(paper).toMatchObject({ to: '甲公司', access: 'restricted', title: '中标结果通知书' })
  expect(answer.body).not.toContain('丙公司')
  expect(answer.body).not.toContain('丁公司')
})

it('the printed file is the paper’s, printed once, private where the paper is', async () => {
  const notice = all.find(({ kind }) => kind === 'award-notice')
  const [first, second] = [await get(notice?.href ?? '', ''), await get(notice?.href ?? '', '')]
  expect(first?.statusCode).toBe(200)
  expect(first?.headers['content-type']).toBe('application/pdf')
  expect(first?.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
  expect(second?.rawPayload.equals(first?.rawPayload ?? Buffer.alloc(0))).toBe(true)
  expect(first?.headers['cache-control']).toContain('public')
  const sent = own.find(({ kind }) => kind === 'bid-receipt')
  expect((await get(sent?.href ?? '', '')).statusCode).toBe(404)
  expect((await get(sent?.href ?? '', 'tenderOwner')).statusCode).toBe(404)
  const mine = await get(sent?.href ?? '', 'bidder1')
  expect(mine.statusCode).toBe(200)
  expect(mine.headers['cache-control']).toBe('private, no-store')
}, 150_000)

async function signedPaper(line: Line | undefined, persona = '') {
  const accredited = findAccredited(testAccredited)
  if (accredited === undefined) throw new Error('no list')
  const [paper, signature] = [
    (await get(line?.href ?? '', persona)).rawPayload,
    (await get(`${line?.href}.p7s`, persona)).rawPayload,
  ]
  const now = '2026-11-24T02:00:00.000Z'
  return { paper: new Uint8Array(paper), signature: new Uint8Array(signature), accredited, now }
}

it('beside the printed file lies the platform’s signature, made once, for whoever may read the paper', async () => {
  const notice = all.find(({ kind }) => kind === 'award-notice')
  expect(notice).toMatchObject({ signature: `${notice?.href}.p7s` })
  const question = await signedPaper(notice)
  const verdict = verifyPaper({ ...question, by: platform })
  expect(verdict).toMatchObject({ verdict: 'pass', signer: '柳州市公共资源交易平台' })
  expect(verdict).not.toMatchObject({ stampedAt: null })
  const again = await get(`${notice?.href}.p7s`, '')
  expect(new Uint8Array(again.rawPayload)).toEqual(question.signature)
  expect(again.headers['content-type']).toBe('application/pkcs7-signature')
  const letter = own.find(({ kind }) => kind === 'result-letter')
  expect((await get(`${letter?.href}.p7s`, '')).statusCode).toBe(404)
  expect((await get(`${letter?.href}.p7s`, 'bidder2')).statusCode).toBe(404)
  const mine = await signedPaper(letter, 'bidder1')
  expect(verifyPaper(mine)).toMatchObject({ verdict: 'pass', code: platform })
  expect(verifyPaper({ ...mine, paper: question.paper })).toMatchObject({ fault: 'PAPER_CHANGED' })
}, 150_000)

it('a stamp of something else, or of nobody, is left out and the paper is signed without', async () => {
  const stamps = [
    async () => stampedAt(deps.clock.now(), utf8('another')),
    async () => {
      throw new Unavailable('time-stamp authority: silent')
    },
  ]
  const lines = all.filter(({ kind }) => ['filing-receipt', 'entry-receipt'].includes(kind))
  for (const [at, of] of stamps.entries()) {
    stamper.of = of
    const verdict = verifyPaper(await signedPaper(lines[at]))
    expect(verdict).toMatchObject({ verdict: 'pass', stampedAt: null })
  }
}, 150_000)

it('a key that is not at hand is unavailable, and no other signs in its place', async () => {
  const contract = all.find(({ kind }) => kind === 'contract-notice')
  atHand.open = async () => {
    throw new Unavailable('cryptographic module: silent')
  }
  const answer = await get(`${contract?.href}.p7s`, '')
  expect(answer.statusCode).toBe(503)
  expect((await get(contract?.href ?? '', '')).statusCode).toBe(200)
  atHand.open = async () => ownSigner
  expect((await get(`${contract?.href}.p7s`, '')).statusCode).toBe(200)
}, 150_000)

it('each paper names the address of its check: its own page, or the proof of its tender', async () => {
  const notice = all.find(({ kind }) => kind === 'award-notice')
  const letter = own.find(({ kind }) => kind === 'result-letter')
  const checkOf = async (id: string | undefined) =>
    (await get(`/api/tenders/${tender}/papers/${id}`, 'bidder1')).json().check
  const origin = 'http://localhost:3000'
  expect(await checkOf(notice?.id)).toBe(`${origin}/tenders/${tender}/papers/${notice?.id}`)
  expect(await checkOf(letter?.id)).toBe(`${origin}/app/verify/?tender=${tender}`)
})

it('what does not exist is not found', async () => {
  for (const path of [
    'papers/x',
    'papers/x.pdf',
    'papers/x.pdf.p7s',
    'papers/award-notice-1.pdf',
  ]) {
    expect((await get(`/api/tenders/${tender}/${path}`, 'audit')).statusCode).toBe(404)
  }
  expect((await get('/api/tenders/T1/papers', 'audit')).statusCode).toBe(404)
})
