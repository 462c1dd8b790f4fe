// SPDX-License-Identifier: Apache-2.0
/** Every bid is committed before the deadline by a root that tells nothing, and shown whole after it. */

import { addMinutes, certain, z } from '@gongxin/core/kernel'
import { bidder, machine, owner } from '@gongxin/core/testing'
import { keptFault, revealOf, revealVerdict, secondPartFault } from '@gongxin/core/trading/bid'
import { tenderGrammar } from '@gongxin/core/trading/grammar'
import { platform, platformShapes, tickOf, tickPlans } from '@gongxin/core/trading/vault'
import { findBytes, hex } from '@gongxin/trust/canonical'
import { sm2PublicKey } from '@gongxin/trust/suites'
import { receiptFault, superRoot, superTree, tickFault } from '@gongxin/trust/vault'
import { readEntries } from '@gongxin/trust/witness'
import { beforeAll, describe, expect, test } from 'vitest'
import { biddingOn, keysOf } from '../tenders/bidding/testing.ts'
import { staged } from '../tenders/testing.ts'

const stage = await staged()
const { must, perform, seen, start, plan, clock, tenders, store } = stage
const { plainBid, withdrawal } = biddingOn(stage)
const [first, second, third, fourth] = [bidder(0), bidder(1), bidder(2), bidder(3)]
const bytes = (text: string) => certain(findBytes(text), 'hex')

const ticked = z.object({ data: platformShapes.VaultTicked.shape })
async function ticks() {
  const stored = await store.events.read(platform)
  return stored.map(({ body }) => ticked.parse(body).data)
}
async function rootAt(tick: number) {
  return bytes(certain((await ticks()).find((one) => one.tick === tick)?.root, 'a tick'))
}
async function placed() {
  return certain((await seen(owner)).notice?.vault, 'a notice with a vault')
}
async function facts(tick: number) {
  const { capacity, position } = await placed()
  return { capacity, position, tick, superRoot: await rootAt(tick) }
}
async function reach(minutes: number) {
  clock.at = addMinutes(start, minutes)
  await tenders.advanceVaults()
}
const proofOf = (who: typeof first, from = tenders) =>
  from.vaultProof(stage.id(), stage.callerOf(who))
const partOf = async (who: typeof first) =>
  ({ ...certain(await proofOf(who), 'a proof').part, log: null }) as const
const provenFor = async (who: typeof first) => {
  const { salt, value, vaultPath, superPath: path, ...place } = (await partOf(who)).proof
  const hashes = { vaultPath: vaultPath.map(bytes), superPath: path.map(bytes) }
  return { ...place, ...hashes, salt: bytes(salt), value: bytes(value) }
}
/** What the bidder's own machine knows. */
async function ownTicket(who: typeof first) {
  const state = certain(await tenders.ownBid(stage.id(), stage.callerOf(who)), 'a bid')
  const ticketKey = certain(sm2PublicKey(keysOf(who).ticket), 'a key')
  return { tender: stage.id(), vault: await placed(), ticketKey, versions: state.versions }
}
const submit = async (who: typeof first, priceFen: number, act = 'submit-bid') =>
  must({ who, act, body: await plainBid(who, priceFen), at: clock.at })

beforeAll(async () => {
  await stage.publish()
  await reach(0)
})

describe('before the deadline', () => {
  test('a bid is proven at the first tick after it, and the proof holds in strange hands', async () => {
    await submit(first, 980_000_000)
    expect(await proofOf(first)).toBeNull()
    await reach(1)
    const proof = await provenFor(first)
    expect(proof.tick).toBe(tickOf(clock.at))
    expect(tickFault(proof, await facts(proof.tick))).toBeUndefined()
    const state = await tenders.ownBid(stage.id(), stage.callerOf(first))
    expect(hex(proof.value)).toBe(state?.slot?.value)
    expect(await proofOf(second)).toBeNull()
  })

  test('the bidder’s own machine checks the second part, and an altered one fails', async () => {
    const [part, own] = [await partOf(first), await ownTicket(first)]
    expect(secondPartFault(part, own)).toBeNull()
    const other = '0'.repeat(64)
    const { data, ...rest } = part.body
    const wrong: readonly (readonly [string, object])[] = [
      ['TICK_ENTRY', { entry: part.entry.replace('"type":"VaultTicked"', '"type":"Other"') }],
      ['TICK_ENTRY', { salt: other }],
      ['TICK_ENTRY', { body: { ...rest, data: { ...data, root: other } } }],
      ['VAULT_ROOT', { proof: { ...part.proof, value: other } }],
      ['VAULT_POSITION', { proof: { ...part.proof, position: 9 } }],
      ['LOG_PROOF', { log: { idx: 0, size: 1, root: other, path: [], checkpoint: 'none' } }],
    ]
    for (const [fault, change] of wrong) {
      expect([fault, secondPartFault({ ...part, ...change }, own)]).toEqual([fault, fault])
    }
    expect(secondPartFault(part, { ...own, versions: [] })).toBe('BID_MISSING')
  })

  test('B-12: two proofs at successive ticks share no hash below the root and are equally long', async () => {
    const before = await provenFor(first)
    for (const [index, who] of [second, third, fourth].entries()) {
      await submit(who, 970_000_000 - index)
    }
    await reach(2)
    const after = await provenFor(first)
    expect(after.value).toEqual(before.value)
    const said = new Set([before.salt, ...before.vaultPath].map(hex))
    const again = [after.salt, ...after.vaultPath].map(hex)
    expect(again.filter((hash) => said.has(hash))).toEqual([])
    expect([after.vaultPath.length, after.superPath.length]).toEqual([8, 16])
    expect([before.vaultPath.length, before.superPath.length]).toEqual([8, 16])
  })

  test('what is replaced or withdrawn keeps its slot and changes its head', async () => {
    const before = await provenFor(second)
    await submit(second, 960_000_000, 'replace-bid')
    await must({ who: third, act: 'withdraw-bid', body: await withdrawal(third), at: clock.at })
    expect((await provenFor(second)).value).toEqual(before.value)
    await reach(3)
    const after = await provenFor(second)
    expect([after.slot, hex(after.value) === hex(before.value)]).toEqual([before.slot, false])
    expect(tickFault(await provenFor(third), await facts(after.tick))).toBeUndefined()
  })

  test('two bidders may not hang on one ticket', async () => {
    const fifth = bidder(4)
    const body = await plainBid(fifth, 950_000_000, keysOf(first))
    const outcome = await perform({ who: fifth, act: 'submit-bid', body, at: clock.at })
    const refusal = { reason: 'seal-faulty', facts: { fault: 'CONTEXT_MISMATCH' } }
    expect(outcome).toMatchObject({ kind: 'refused', refusal })
  })

  test('first bids of one moment get slots of their own', async () => {
    const many = [5, 6, 7, 8, 9].map(bidder)
    const bodies = await Promise.all(many.map((who) => plainBid(who, 940_000_000)))
    const sent = many.map((who, i) =>
      perform({ who, act: 'submit-bid', body: bodies[i], at: clock.at }),
    )
    expect((await Promise.all(sent)).map(({ kind }) => kind)).toEqual(many.map(() => 'done'))
    await reach(4)
    const slots = await Promise.all(many.map(async (who) => (await provenFor(who)).slot))
    expect(new Set(slots).size).toBe(many.length)
  })

  test('a platform started anew proves the same', async () => {
    expect(await proofOf(first, stage.restarted())).toEqual(await proofOf(first))
  })

  test('a tick a minute and no more, whatever came in', async () => {
    await reach(4)
    expect((await ticks()).map(({ tick }) => tick - tickOf(start))).toEqual([0, 1, 2, 3, 4])
    await reach(6)
    expect((await ticks()).at(-1)?.tick).toBe(tickOf(start) + 6)
    expect(await ticks()).toHaveLength(6)
  })
})

describe('at the deadline', () => {
  test('the last tick is taken, bidding is closed, and the whole vault is shown', async () => {
    const early = await provenFor(first)
    clock.at = plan.deadline
    await tenders.tick()
    const { revealed, bids, received } = await seen(machine)
    const shown = certain(revealed, 'the vault is shown')
    expect(shown.tick).toBe(tickOf(plan.deadline))
    expect([shown.slots.length, received]).toEqual([9, 8])
    const vault = await placed()
    const root = hex(await rootAt(shown.tick))
    const verdict = revealVerdict({ tender: stage.id(), vault, revealed: shown, root })
    const live = verdict.ok ? verdict.live.map(({ commitment }) => hex(commitment)) : verdict
    expect(new Set(Array.isArray(live) ? live : [])).toEqual(
      new Set(bids.map(({ commitment }) => commitment)),
    )
    const ticketKey = shown.slots.find(({ slot }) => slot === early.slot)?.ticketKey ?? ''
    const ticket = { tender: stage.id(), lot: '1', ticketKey: bytes(ticketKey) }
    const of = { reveal: revealOf(shown, vault.capacity), ticket }
    expect(receiptFault(early, await facts(early.tick), of)).toBeUndefined()
    expect(tickFault(await provenFor(first), await facts(shown.tick))).toBeUndefined()
  })

  test('who keeps the receipt sees that the last version is still there, or that it is not', async () => {
    const shown = certain((await seen(machine)).revealed, 'the vault is shown')
    const [part, own] = [await partOf(second), await ownTicket(second)]
    expect(keptFault(part, own, shown)).toBeNull()
    const slots = shown.slots.filter(({ slot }) => slot !== part.proof.slot)
    expect(keptFault(part, own, { ...shown, slots })).toBe('BID_MISSING')
    const cut = shown.slots.map((one) =>
      one.slot === part.proof.slot ? { ...one, versions: one.versions.slice(0, 1) } : one,
    )
    expect(keptFault(part, own, { ...shown, slots: cut })).toBe('BID_MISSING')
  })

  test('T-03: a version left out, or one slot too many, is found', async () => {
    const { revealed } = await seen(machine)
    const shown = certain(revealed, 'the vault is shown')
    const root = hex(await rootAt(shown.tick))
    const vault = await placed()
    const verdictOf = (change: Partial<typeof shown>) =>
      revealVerdict({ tender: stage.id(), vault, revealed: { ...shown, ...change }, root })
    expect(verdictOf({ slots: shown.slots.slice(1) })).toMatchObject({ ok: false })
    const doubled = shown.slots.map((one) => ({ ...one, slot: one.slot ^ 1 }))
    expect(verdictOf({ slots: doubled })).toMatchObject({ ok: false })
    expect(verdictOf({ seed: '0'.repeat(64) })).toMatchObject({ fault: 'VAULT_SEED' })
  })

  test('no later tick holds the tender, and its last one is not taken again', async () => {
    const { length } = await ticks()
    await tenders.advanceVaults()
    expect(await ticks()).toHaveLength(length)
    clock.at = addMinutes(plan.deadline, 1)
    await tenders.advanceVaults()
    const last = certain((await ticks()).at(-1), 'a tick')
    expect(last.root).toBe(hex(superRoot(superTree(new Map()))))
    const proof = await provenFor(first)
    expect(proof.tick).toBe(tickOf(plan.deadline))
  })

  test('a witness reads the stream of the platform, which names nobody', async () => {
    const stored = await store.events.read(platform)
    const entries = stored.map(({ entry }) => entry)
    expect(readEntries(new Map(), entries, tenderGrammar).ok).toBe(true)
    const text = stored.map(({ entry, body }) => Buffer.from(entry) + JSON.stringify(body)).join()
    expect(text).not.toContain(stage.id())
    expect(text).not.toContain(first.actor.party)
  })
})

describe('in a demo', () => {
  test('a jump over a deadline gives exactly the planned roots, and few bids are shown but not opened', async () => {
    const demo = await staged({ ticks: tickPlans.demo })
    const own = biddingOn(demo)
    await demo.publish()
    await demo.tenders.advanceVaults()
    const body = await own.plainBid(first, 980_000_000)
    await demo.must({ who: first, act: 'submit-bid', body, at: demo.start })
    demo.clock.at = addMinutes(plan.deadline, 30)
    await demo.tenders.tick()
    const taken = (await demo.store.events.read(platform)).map(
      ({ body }) => ticked.parse(body).data.tick,
    )
    const [from, to] = [tickOf(demo.start), tickOf(plan.deadline)]
    const every = Array.from({ length: to + 30 - from }, (_, i) => from + 1 + i)
    const near = (tick: number) => tick >= to - 60 && tick <= to
    expect(taken).toEqual([from, ...every.filter((tick) => tick % 360 === 0 || near(tick))])
    const { phase, revealed } = await demo.seen(machine)
    expect([phase, revealed?.slots.length, revealed?.tick]).toEqual(['failed', 1, to])
  })
})
