// SPDX-License-Identifier: Apache-2.0
/** The bidder's machine believes the vault only what it can compute, and shouts when it cannot. */

import { addMinutes, certain, moment } from '@gongxin/core/kernel'
import { withdrawalSig } from '@gongxin/core/trading/bid'
import { hex, utf8 } from '@gongxin/trust/canonical'
import { entryOf, noEntry, payloadDigest } from '@gongxin/trust/event'
import { signSm2, sm2PublicKey, sm3Digest } from '@gongxin/trust/suites'
import {
  dummyAt,
  emptySlot,
  rootOf,
  seedCommitment,
  slotMessage,
  slotSalt,
  slotValue,
  superRoot,
  superTree,
  tickProof,
  vaultLevels,
  vaultOf,
} from '@gongxin/trust/vault'
import { describe, expect, test } from 'vitest'
import { findPart, keepPart, standingOf } from './second-part.ts'

const seed = sm3Digest(utf8('vault'))
const ticket = sm3Digest(utf8('ticket'))
const ticketKey = certain(sm2PublicKey(ticket), 'a key')
const [tender, position, capacity, slot] = ['LZ2026-000001', 3, 16, 5]
const tick = 29_000_000
const at = addMinutes(moment('1970-01-01T00:00:00.000Z'), tick)
const vault = { position, capacity, commitment: hex(seedCommitment(seed)) }

const commitment = sm3Digest(utf8('bid'))
const version = { verNo: 1, action: 'submit', commitment } as const
const message = slotMessage({ tender, lot: '1', ticketKey }, version, emptySlot)
const ticketSig = signSm2({ privateKey: ticket, message, entropy: sm3Digest(utf8('entropy')) })
const head = slotValue({ ...version, ticketSig }, emptySlot)
const versions = [{ ...version, commitment: hex(commitment), ticketSig: hex(ticketSig) }]
const own = { tender, vault, ticketKey, versions }

function sentOf(value: Uint8Array) {
  const levels = vaultLevels(vaultOf(seed, capacity), tick, new Map([[slot, value]]))
  const tree = superTree(new Map([[position, rootOf(levels)]]))
  const salted = { tick, slot, salt: slotSalt(seed, tick, slot) }
  const {
    salt,
    vaultPath,
    superPath: path,
    ...place
  } = tickProof(salted, value, {
    ...{ levels, tree, position },
  })
  const body = { data: { tick, root: hex(superRoot(tree)) }, findings: [] }
  const bodySalt = sm3Digest(utf8('salt'))
  const { bytes } = entryOf({
    ...{ type: 'VaultTicked', tender: 'platform', lot: '1', seq: 0, prev: noEntry, at },
    ...{ actor: { role: 'system' }, assurance: 'session', origin: noEntry },
    payload: { schema: 'VaultTicked/1', digest: payloadDigest(bodySalt, body), access: 'public' },
  })
  const hashes = { vaultPath: vaultPath.map(hex), superPath: path.map(hex) }
  const proof = { ...place, ...hashes, salt: hex(salt), value: hex(value) }
  const entry = new TextDecoder().decode(bytes)
  return { proof, entry, salt: hex(bodySalt), body, log: null }
}

const bid = (minutes: number) => ({ receivedAt: addMinutes(at, minutes), withdrawnAt: null })
const sent = sentOf(head)
const revealed = {
  ...{ seed: hex(seed), tick, capacity, position },
  superPath: Array.from({ length: 16 }, () => noEntry),
  slots: [{ slot, ticketKey: hex(ticketKey), versions }],
}

describe('the second part of a receipt', () => {
  const early = { own, bid: bid(-1), revealed: null }

  test('is waited for, and proven when it comes', () => {
    expect(standingOf({ kept: null, sent: null }, early).kind).toBe('waiting')
    expect(standingOf({ kept: null, sent }, early)).toEqual({ kind: 'proven', part: sent })
  })

  test('of an older tick is waited out, and of a later one without the bid is told loudly', () => {
    const empty = sentOf(dummyAt(seed, slot))
    expect(standingOf({ kept: null, sent: empty }, { ...early, bid: bid(1) }).kind).toBe('waiting')
    const missing = { kind: 'missing', fault: 'BID_MISSING' }
    expect(standingOf({ kept: null, sent: empty }, early)).toMatchObject(missing)
    const signed = withdrawalSig(
      { tender, keys: { ticket, opening: ticket }, before: { slot: null, commitment: null } },
      sm3Digest(utf8('other')),
    )
    const forged = { ...own, versions: versions.map((one) => ({ ...one, ticketSig: signed })) }
    expect(standingOf({ kept: null, sent }, { ...early, own: forged })).toMatchObject(missing)
  })

  test('after the deadline is held against the vault that was shown', () => {
    const ended = { own, bid: bid(-1), revealed }
    expect(standingOf({ kept: sent, sent: null }, ended)).toMatchObject({ fault: 'VAULT_ROOT' })
    const whole = { ...revealed, superPath: [...sent.proof.superPath] }
    const good = { ...ended, revealed: whole }
    expect(standingOf({ kept: sent, sent: null }, good)).toEqual({ kind: 'kept', part: sent })
    const dropped = { ...good, revealed: { ...whole, slots: [] } }
    expect(standingOf({ kept: sent, sent }, dropped)).toMatchObject({ fault: 'BID_MISSING' })
  })

  test('is kept for its bid alone, and what is no receipt is none', () => {
    const kept = new Map<string, string>()
    const store = {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, value: string) => void kept.set(name, value),
    }
    const place = { tender, party: '甲' }
    expect(findPart(store, place)).toBeNull()
    keepPart(store, place, sent)
    expect(findPart(store, place)).toEqual(sent)
    expect(findPart(store, { tender, party: '乙' })).toBeNull()
    store.setItem(`receipt ${tender} 甲`, '{')
    expect(findPart(store, place)).toBeNull()
  })
})
