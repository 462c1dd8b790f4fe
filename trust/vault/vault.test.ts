// SPDX-License-Identifier: Apache-2.0
/** The vault shows nothing before the deadline and hides nothing after it. */

import { describe, expect, test } from 'vitest'
import { hex, utf8 } from '../canonical/index.ts'
import { nodeHash, treeRoot } from '../log/index.ts'
import { signSm2, sm2PublicKey, sm3Digest } from '../suites/index.ts'
import {
  blindedRow,
  dummyAt,
  emptySlot,
  openedFault,
  pathIn,
  type Reveal,
  type RevealFacts,
  receiptFault,
  rootOf,
  type SlotAction,
  type SlotVersion,
  seedCommitment,
  slotMessage,
  slotOrder,
  slotSalt,
  slotValue,
  superPath,
  superRoot,
  superTree,
  type TickFacts,
  tickFault,
  tickProof,
  vaultLevels,
  vaultOf,
  verifyReveal,
  verifySlot,
} from './index.ts'

const bytesOf = (label: string) => sm3Digest(utf8(label))
const seed = bytesOf('vault seed')
const capacity = 16
const vault = vaultOf(seed, capacity)
const order = slotOrder(vault)
const position = 4711
const deadline = 29_000_000
const tender = { tender: 'LZ2026-000123', lot: '1' }

interface Bidder {
  readonly ticketKey: Uint8Array
  readonly versions: readonly SlotVersion[]
  readonly values: readonly Uint8Array[]
}

function bidderOf(name: string, actions: readonly SlotAction[]): Bidder {
  const privateKey = bytesOf(`ticket of ${name}`)
  const ticketKey = sm2PublicKey(privateKey) ?? privateKey
  const versions: SlotVersion[] = []
  const values: Uint8Array[] = []
  for (const [place, action] of actions.entries()) {
    const commitment = action === 'withdraw' ? emptySlot : bytesOf(`bid ${place} of ${name}`)
    const bare = { verNo: place + 1, action, commitment }
    const before = values.at(-1) ?? emptySlot
    const message = slotMessage({ ...tender, ticketKey }, bare, before)
    const ticketSig = signSm2({ privateKey, message, entropy: bytesOf(`entropy ${name} ${place}`) })
    versions.push({ ...bare, ticketSig })
    values.push(slotValue({ ...bare, ticketSig }, before))
  }
  return { ticketKey, versions, values }
}

const bidders = [
  bidderOf('甲', ['submit']),
  bidderOf('乙', ['submit', 'replace']),
  bidderOf('丙', ['submit', 'withdraw']),
]
const slotOf = (i: number) => order[i] ?? 0
const head = (bidder: Bidder) => bidder.values.at(-1) ?? emptySlot

function headsOf(list: readonly Bidder[]): ReadonlyMap<number, Uint8Array> {
  return new Map(list.map((bidder, i) => [slotOf(i), head(bidder)]))
}

function tickWith(list: readonly Bidder[], tick: number, place = position) {
  const levels = vaultLevels(vault, tick, headsOf(list))
  const others: [number, Uint8Array][] = [
    [0, bytesOf('other vault')],
    [65_535, bytesOf('last vault')],
  ]
  const tree = superTree(new Map([...others, [place, rootOf(levels)]]))
  const facts: TickFacts = { capacity, position, tick, superRoot: superRoot(tree) }
  const proof = (i: number) => {
    const slot = slotOf(i)
    const value = headsOf(list).get(slot) ?? dummyAt(seed, slot)
    const from = { levels, tree, position: place }
    return tickProof({ tick, slot, salt: slotSalt(seed, tick, slot) }, value, from)
  }
  return { levels, tree, facts, proof }
}

const now = tickWith(bidders, deadline)

describe('a vault before the deadline', () => {
  test('is as large and its proofs as long for no bid as for many', () => {
    for (const list of [[], bidders]) {
      const { facts, proof } = tickWith(list, deadline)
      expect(proof(0).vaultPath).toHaveLength(4)
      expect(proof(0).superPath).toHaveLength(16)
      expect(tickFault(proof(0), facts)).toBeUndefined()
    }
  })

  test('shows two proofs of one bidder that share no hash below the root', () => {
    const later = tickWith(bidders, deadline + 1)
    const first = now.proof(0)
    const second = later.proof(0)
    expect(second.value).toEqual(first.value)
    const seen = new Set([first.salt, ...first.vaultPath].map(hex))
    for (const hash of [second.salt, ...second.vaultPath]) expect(seen.has(hex(hash))).toBe(false)
    expect(now.facts.superRoot).not.toEqual(later.facts.superRoot)
  })

  test('gives out its slots in an order that its seed decides', () => {
    expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: capacity }, (_, i) => i))
    expect(slotOrder({ seed: bytesOf('other'), capacity })).not.toEqual(order)
    expect(blindedRow(seed, bytesOf('a'))).not.toEqual(blindedRow(seed, bytesOf('b')))
  })

  test('has a capacity of its own kind only', () => {
    for (const wrong of [0, 1, 3, 255, 131_072, 2.5]) {
      expect(() => vaultOf(seed, wrong)).toThrow('power of two')
    }
    expect(() => vaultOf(seed.subarray(1), 16)).toThrow('32')
    expect(() => vaultLevels(vault, -1, new Map())).toThrow('tick')
  })
})

describe('the tree of the city', () => {
  test('is the full tree, computed where there is something', () => {
    const empty = superRoot(superTree(new Map()))
    const leaf = bytesOf('vault root')
    const at = 3
    const tree = superTree(new Map([[at, leaf]]))
    let node: Uint8Array = leaf
    for (const [height, neighbour] of superPath(tree, at).entries()) {
      node = (at >> height) & 1 ? nodeHash(neighbour, node) : nodeHash(node, neighbour)
    }
    expect(node).toEqual(superRoot(tree))
    expect(superRoot(tree)).not.toEqual(empty)
    expect(rootOf(now.levels)).toEqual(treeRoot(now.levels[0] ?? []))
    expect(() => superTree(new Map([[65_536, leaf]]))).toThrow('place')
    expect(() => superPath(tree, -1)).toThrow('place')
  })

  test('T-04: a second vault of one lot at another place is no vault of that lot', () => {
    const second = tickWith(bidders, deadline, 4712)
    expect(tickFault(second.proof(0), second.facts)).toBe('VAULT_POSITION')
    const moved = { ...second.proof(0), position }
    expect(tickFault(moved, second.facts)).toBe('VAULT_ROOT')
  })

  test('a proof altered anywhere, or of another tick, fails', () => {
    const proof = now.proof(1)
    const flip = (hash: Uint8Array) => hash.map((byte, i) => (i === 5 ? byte ^ 4 : byte))
    const altered = [
      { ...proof, salt: flip(proof.salt) },
      { ...proof, value: flip(proof.value) },
      { ...proof, slot: proof.slot ^ 1 },
      { ...proof, slot: -1 },
      { ...proof, tick: deadline - 1 },
      { ...proof, vaultPath: proof.vaultPath.slice(1) },
      { ...proof, vaultPath: proof.vaultPath.map(flip) },
      { ...proof, superPath: proof.superPath.slice(1) },
      { ...proof, superPath: proof.superPath.map(flip) },
    ]
    for (const bad of altered) expect(tickFault(bad, now.facts)).toBe('VAULT_ROOT')
  })
})

const reveal: Reveal = {
  seed,
  values: Array.from({ length: capacity }, (_, i) => headsOf(bidders).get(i) ?? dummyAt(seed, i)),
  slots: new Map(bidders.map((bidder, i) => [slotOf(i), bidder])),
  superPath: now.proof(0).superPath,
}
const facts: RevealFacts = { ...now.facts, ...tender, seedCommitment: seedCommitment(seed) }

function faultOf(change: Partial<Reveal>, other: Partial<RevealFacts> = {}) {
  const verdict = verifyReveal({ ...reveal, ...change }, { ...facts, ...other })
  return verdict.ok ? undefined : verdict.fault
}

describe('a vault after the deadline', () => {
  test('holds the live bids in the order of their slots, without the withdrawn', () => {
    const verdict = verifyReveal(reveal, facts)
    if (!verdict.ok) throw new Error(verdict.fault)
    const live = [bidders[0], bidders[1]].map((bidder, i) => ({
      slot: slotOf(i),
      commitment: bidder?.versions.at(-1)?.commitment,
    }))
    expect(verdict.live).toEqual(live.toSorted((a, b) => a.slot - b.slot))
  })

  test('T-04: a real bid cannot pass for a dummy', () => {
    const slots = new Map([...reveal.slots].slice(1))
    expect(faultOf({ slots })).toBe('DUMMY_MISMATCH')
    const values = reveal.values.map((value, i) => (i === slotOf(0) ? dummyAt(seed, i) : value))
    expect(faultOf({ slots, values })).toBe('VAULT_ROOT')
    expect(faultOf({ values })).toBe('SLOT_CHAIN')
  })

  test('T-04: a bid cannot be added after the deadline', () => {
    const late = bidderOf('丁', ['submit'])
    const slots = new Map([...reveal.slots, [slotOf(9), late]])
    const values = reveal.values.map((value, i) => (i === slotOf(9) ? head(late) : value))
    expect(faultOf({ slots, values })).toBe('VAULT_ROOT')
    expect(faultOf({ slots })).toBe('SLOT_CHAIN')
  })

  test('is held to its seed, capacity, place and tick', () => {
    expect(faultOf({ seed: bytesOf('other') })).toBe('VAULT_SEED')
    expect(faultOf({ seed: seed.subarray(1) })).toBe('VAULT_SEED')
    expect(faultOf({ values: reveal.values.slice(1) })).toBe('VAULT_ROOT')
    expect(faultOf({}, { position: 4712 })).toBe('VAULT_ROOT')
    expect(faultOf({}, { position: 70_000 })).toBe('VAULT_POSITION')
    expect(faultOf({}, { tick: deadline - 1 })).toBe('VAULT_ROOT')
    expect(faultOf({ slots: new Map([...reveal.slots, [99, bidderOf('丁', [])]]) })).toBe(
      'VAULT_ROOT',
    )
  })

  test('gives one slot to one ticket', () => {
    const [first] = bidders
    if (first === undefined) throw new Error('a first bidder')
    const slots = new Map([...reveal.slots, [slotOf(9), first]])
    const values = reveal.values.map((value, i) => (i === slotOf(9) ? head(first) : value))
    expect(faultOf({ slots, values })).toBe('TICKET_TWICE')
  })

  test('T-03: a receipt finds its bid, and tells when it was dropped', () => {
    const [first, second] = bidders
    if (first === undefined || second === undefined) throw new Error('two bidders')
    const ticket = { ...tender, ticketKey: first.ticketKey }
    const shown = { reveal, ticket }
    expect(receiptFault(now.proof(0), now.facts, shown)).toBeUndefined()
    const dropped = { ...reveal, slots: new Map([...reveal.slots].slice(1)) }
    expect(receiptFault(now.proof(0), now.facts, { reveal: dropped, ticket })).toBe('BID_MISSING')
    const early = tickWith([first, bidderOf('乙', ['submit'])], deadline - 9)
    const other = { reveal, ticket: { ...tender, ticketKey: second.ticketKey } }
    expect(receiptFault(early.proof(1), early.facts, other)).toBeUndefined()
    const hidden = bidderOf('乙', ['submit', 'replace', 'replace'])
    const unseen = tickWith([first, hidden], deadline - 1)
    expect(receiptFault(unseen.proof(1), unseen.facts, other)).toBe('BID_MISSING')
    expect(receiptFault(now.proof(1), now.facts, other)).toBeUndefined()
    expect(receiptFault({ ...now.proof(0), position: 1 }, now.facts, shown)).toBe('VAULT_POSITION')
  })

  test('T-03: what is opened is what was live', () => {
    const live = [bytesOf('a'), bytesOf('b'), bytesOf('c')]
    expect(openedFault(live, live.toReversed())).toBeUndefined()
    expect(openedFault(live, live.slice(1))).toBe('BID_MISSING')
    expect(openedFault(live, [...live, bytesOf('d')])).toBe('BID_ADDED')
    expect(openedFault(live, [bytesOf('a'), bytesOf('a'), bytesOf('b')])).toBe('BID_MISSING')
  })
})

describe('a slot', () => {
  const [, second] = bidders
  if (second === undefined) throw new Error('a second bidder')
  const ticket = { ...tender, ticketKey: second.ticketKey }
  const [first, replaced] = second.versions
  if (first === undefined || replaced === undefined) throw new Error('two versions')

  test('T-05: cannot be withdrawn by another hand', () => {
    const forged: SlotVersion = { ...replaced, action: 'withdraw', commitment: emptySlot }
    expect(verifySlot([first, forged], ticket)).toMatchObject({ fault: 'TICKET_SIG', verNo: 2 })
    expect(verifySlot(second.versions, { ...ticket, lot: '2' })).toMatchObject({
      fault: 'TICKET_SIG',
    })
    expect(verifySlot(second.versions, { ...ticket, ticketKey: emptySlot })).toMatchObject({
      fault: 'TICKET_SIG',
    })
  })

  test('has its versions in order and in sense', () => {
    const chains: readonly (readonly SlotVersion[])[] = [
      [replaced],
      [first, first],
      [{ ...first, action: 'replace' }],
      [first, { ...replaced, verNo: 3 }],
      [{ ...first, commitment: emptySlot.subarray(1) }],
      [first, { ...replaced, action: 'withdraw' }],
    ]
    for (const chain of chains) expect(verifySlot(chain, ticket).ok).toBe(false)
    const again = bidderOf('戊', ['submit', 'withdraw', 'submit'])
    const own = { ...tender, ticketKey: again.ticketKey }
    expect(verifySlot(again.versions, own)).toMatchObject({
      ok: true,
      live: again.versions[2]?.commitment,
    })
    expect(pathIn(now.levels, 0)).toHaveLength(4)
  })
})
