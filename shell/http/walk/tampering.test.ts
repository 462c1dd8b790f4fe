// SPDX-License-Identifier: Apache-2.0
/** One tender told over the wire, and all that may be done to its bundle: each is told by its one code. */

import { buffer } from 'node:stream/consumers'
import {
  expiredAsRecorded,
  filesOf,
  type Line,
  lineOf,
  machine,
  receiptOf,
  type Tale,
  testAccredited,
  testPolicy,
  variants,
} from '@gongxin/core/testing'
import { claimOf, type Files, type Verifying, verifyBundle } from '@gongxin/core/trading/proof'
import { hex, utf8 } from '@gongxin/trust/canonical'
import { bidCommitment } from '@gongxin/trust/seal'
import { beforeAll, expect, test } from 'vitest'
import { tellStory } from './story.ts'
import { type HttpWorld, httpWorld } from './world.ts'

let tale: Tale
beforeAll(async () => {
  const world = await httpWorld()
  const send = async (step: Parameters<HttpWorld['perform']>[0]) => {
    await world.perform(step)
  }
  await tellStory({ world, pause: async () => {}, send })
  tale = await taleOf(world)
})

/** All that the machine may read: what is withheld from people could not be tampered with in sight. */
async function taleOf(world: HttpWorld): Promise<Tale> {
  const { tenders, store } = world.deps
  await tenders.stampsSettled()
  const tender = world.tender()
  const whole = await tenders.told(tender, machine.actor)
  if (whole === null || whole.tick === null) throw new Error('the story was told to its end')
  const chains = new Map<string, Line[]>()
  for (const { stream, entry } of await store.events.readAll(`bid/${tender}/`)) {
    chains.set(stream, [...(chains.get(stream) ?? []), lineOf(entry, null, null)])
  }
  const shown = (await tenders.manifests(tender)) ?? []
  return {
    tender: whole.lines.map(({ entry, salt, body }) =>
      lineOf(utf8(entry), salt, JSON.parse(JSON.stringify(body))),
    ),
    chains: [...chains.values()],
    tick: lineOf(whole.tick.entry, hex(whole.tick.salt), whole.tick.body),
    forms: new Map(
      shown.map(({ manifest, form }) => {
        const bytes = utf8(manifest)
        const files = { manifest: bytes, form: new Uint8Array(Buffer.from(form, 'base64')) }
        return [hex(bidCommitment(bytes)), files]
      }),
    ),
    claim: claimOf(whole.state),
    accredited: testAccredited,
    stamps: await tenders.stampsOf(tender),
    revocationLists: await Promise.all(
      (whole.state.record?.revocationLists ?? []).map(async ({ digest }) => {
        const file = await world.deps.files.get(digest)
        if (file === null) throw new Error('a list of the record is not kept')
        return new Uint8Array(await buffer(file))
      }),
    ),
  }
}

const asked = (files: Files, held: Verifying = {}) =>
  verifyBundle(files, { pinned: testPolicy, accredited: testAccredited, ...held })

test('untouched it passes, and only signatures are left unsaid', async () => {
  const { lines, verdict } = await asked(filesOf(tale))
  expect(lines.filter(({ ok }) => !ok)).toEqual([])
  expect(verdict).toMatchObject({ verdict: 'pass', withheld: ['V4'], tender: 'LZ2026-000001' })
  expect(verdict.checkedEvents).toBe(tale.tender.length)
  // Every bid is proved by its certificate; what is withheld are the acts that nobody signs yet.
  const bids = [...tale.forms].length
  expect(bids).toBeGreaterThanOrEqual(3)
  const signed = lines.find(({ step }) => step === 'V4')
  expect([signed?.checked, signed?.withheld]).toEqual([bids, tale.tender.length])
})

test('a receipt that the same log gave out is found to belong to it', async () => {
  const { lines, verdict } = await asked(filesOf(tale), { receipts: [receiptOf(tale)] })
  expect(verdict).toMatchObject({ verdict: 'pass', withheld: ['V4'] })
  const without = await asked(filesOf(tale))
  const checkedBy = (of: typeof lines) => of.find(({ step }) => step === 'V2')?.checked ?? 0
  expect(checkedBy(lines)).toBe(checkedBy(without.lines) + 1)
})

test.each(variants.map((one) => [one.family, one.attack, one.code, one] as const))(
  '%s %s: %s',
  async (_family, _attack, code, { made, receipt }) => {
    const held = receipt === undefined ? {} : { receipts: [receipt(tale)] }
    const { lines, verdict } = await asked(made(tale), held)
    const first = lines.find(({ ok }) => !ok)
    expect(`${first?.step}/${first?.code}`).toBe(code)
    expect(verdict.verdict).toBe('fail')
  },
)

test('a fault that the record names is a finding, unless its bid won', async () => {
  const [winner] = tale.tender.flatMap(({ envelope, body }) =>
    envelope.type === 'AwardDecided' ? [JSON.parse(JSON.stringify(body)).data.bid] : [],
  )
  const { rows } = JSON.parse(
    JSON.stringify(tale.tender.find(({ envelope }) => envelope.type === 'OpeningRecorded')?.body),
  ).data
  const numbers: string[] = rows.map(({ bid }: { bid: string }) => bid)
  const faultOf = async (no: string) => {
    const { lines } = await asked(filesOf(expiredAsRecorded(tale, no)))
    return lines.find(({ step }) => step === 'V4')?.code
  }
  const loser = numbers.find((no) => no !== winner) ?? ''
  expect([await faultOf(loser), await faultOf(winner)]).toEqual([undefined, 'CERT_EXPIRED'])
})

test('a reader who pins no list takes that of the bundle, and without any nothing is passed', async () => {
  const own = await verifyBundle(filesOf(tale), { pinned: testPolicy })
  const bids = [...tale.forms].length
  expect(own.lines.find(({ step }) => step === 'V4')?.checked).toBe(bids)
  expect(own.verdict.withheld).toEqual(['V1', 'V4'])
  const bare = filesOf({ ...tale, accredited: null })
  const { lines } = await verifyBundle(bare, { pinned: testPolicy })
  const line = lines.find(({ step }) => step === 'V4')
  expect(line).toMatchObject({ ok: true, checked: 0, withheld: tale.tender.length + bids })
})

test('a bit flipped anywhere is found', async () => {
  const files = filesOf(tale)
  const paths = [...files.keys()]
  // A linear congruential walk: the same places every time.
  let seed = 20_261_124
  const next = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31
    return seed % below
  }
  for (let i = 0; i < flips; i++) {
    const path = paths[next(paths.length)] ?? ''
    const bytes = files.get(path) ?? new Uint8Array(0)
    if (bytes.length === 0) continue
    const place = next(bytes.length)
    const flipped = bytes.with(place, (bytes[place] ?? 0) ^ (1 << next(8)))
    const { verdict } = await asked(new Map(files).set(path, flipped))
    expect([path, place, verdict.verdict]).toEqual([path, place, 'fail'])
  }
}, 600_000)

/** The run of all is `GONGXIN_FLIPS=10000 npx vitest run shell/http/walk/tampering`. */
const flips = Number(process.env.GONGXIN_FLIPS ?? 200)
