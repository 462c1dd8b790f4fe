// SPDX-License-Identifier: Apache-2.0
/** I2, I3, I4, I8, I10, I12: the tree, the chains, who signed them, and what strangers make of it. */

import { hex } from '@gongxin/trust/canonical'
import { verifyChain } from '@gongxin/trust/event'
import { findCheckpoint, findNote, treeRoot, verifyCheckpoint } from '@gongxin/trust/log'
import { eventKey, tableOf } from '../store/index.ts'
import { type Check, type Facts, leavesOf } from './facts.ts'

/** I2: numbers without a gap, each event once, one root for a size, and nobody is shown a smaller log. */
export const oneTree: Check = (facts) => {
  const { db, ledger } = facts
  const names = db.log.entries.map(({ stream, seq }) => eventKey(stream, seq))
  const twice = new Set(names).size === names.length ? [] : ['an event has two numbers']
  const rootOf = rootsOf(facts)
  const signed = db.log.checkpoints.map(({ sm3Note }) => checkpointIn(sm3Note))
  const seen = ledger.seen.map(checkpointIn)
  const roots = [...signed, ...seen].flatMap((found) => {
    if (found === undefined) return ['a checkpoint cannot be read']
    return rootOf(found.size) === hex(found.root) ? [] : [`another root for ${found.size} entries`]
  })
  const back = seen.flatMap((found, i) => {
    const before = seen[i - 1]?.size ?? 0
    return (found?.size ?? 0) < before ? [`the log went back from ${before} to ${found?.size}`] : []
  })
  const unlogged = [...db.streams].flatMap(([stream, events]) => {
    if (!stream.startsWith('tender/') && stream !== 'platform') return []
    const names = events.map(({ seq, type }) => [eventKey(stream, seq), type] as const)
    const missing = names.filter(([key]) => !db.log.placed.has(key) && !db.log.outbox.has(key))
    return missing.map(([key, type]) => `${type} at ${key} has no number and waits for none`)
  })
  return [...twice, ...roots, ...back, ...unlogged]
}

function checkpointIn(bytes: Uint8Array) {
  const note = findNote(bytes)
  return note && findCheckpoint(note.text)
}

function rootsOf(facts: Facts): (size: number) => string {
  const leaves = leavesOf(facts)
  const known = new Map<number, string>()
  return (size) => {
    const root =
      known.get(size) ?? (size > leaves.length ? '-' : hex(treeRoot(leaves.slice(0, size))))
    known.set(size, root)
    return root
  }
}

/** I3: every chain holds, every act that was acknowledged stands where it was said, and lists agree with it. */
export const chainsHold: Check = (facts) => {
  const { db, ledger, tender } = facts
  const chains = [...db.streams].flatMap(([stream, events]) => {
    const bodies = events.flatMap(({ seq, salt, body }) =>
      salt === null || body === null ? [] : [[seq, { salt, body }] as const],
    )
    const verdict = verifyChain(
      events.map(({ entry }) => entry),
      new Map(bodies),
    )
    return verdict.ok ? [] : [`${stream}: ${verdict.fault} at ${verdict.seq}`]
  })
  const lost = ledger.told.flatMap(({ act, stream, hash, events }) => {
    const last = events.at(-1)
    const stands = last === undefined ? undefined : db.streams.get(stream)?.[last.seq]
    return stands !== undefined && hex(stands.hash) === hash
      ? []
      : [`${act} was acknowledged and does not stand in ${stream}`]
  })
  const line = tableOf(db, 'tender').get(JSON.stringify([tender]))
  const row = line?.version === facts.state.version ? [] : ['the list has another version']
  return [...chains, ...lost, ...row, ...ledger.wrong]
}

/** I4: whatever checkpoint the public was shown bears a quorum of known hands; of some every hand is checked. */
export const attested: Check = ({ ledger, policy }) => {
  const texts = new Map(ledger.seen.map((bytes) => [Buffer.from(bytes).toString('latin1'), bytes]))
  const all = [...texts.values()]
  const { logKey, witnesses, quorum } = policy
  const names = witnesses.map(({ name }) => name)
  return all.flatMap((bytes, i) => {
    const note = findNote(bytes)
    if (note === undefined) return ['what was shown is no note']
    const hands = new Set(note.lines.map(({ name }) => name).filter((name) => names.includes(name)))
    if (hands.size < quorum) return [`shown with ${hands.size} hands of ${quorum}`]
    if (i % Math.ceil(all.length / mostVerified) !== 0) return []
    const of = { origin: logKey.name, logKeys: [logKey], witnesses, quorum }
    const verdict = verifyCheckpoint(note, of)
    return verdict.ok ? [] : [`shown without a quorum: ${verdict.fault}`]
  })
}

/** A signature takes milliseconds, and the platform has checked each when it came. */
const mostVerified = 4

/** I8: shut down and started again it shows the same state, and a log that goes on from the same root. */
export const sameAfterRestart: Check = (facts) => {
  const { before, after } = facts
  const rootOf = rootsOf(facts)
  return [
    ...(before.state === after.state ? [] : ['another state after the restart']),
    ...(after.size >= before.size ? [] : [`${after.size} entries after, ${before.size} before`]),
    ...(rootOf(before.size) === before.root ? [] : ['another root after the restart']),
  ]
}

/** I10: no witness has ever signed two heads that cannot both be of the one log. */
export const oneHistory: Check = (facts) => {
  const rootOf = rootsOf(facts)
  return facts.ledger.signed.flatMap(({ witness, size, root }) =>
    rootOf(size) === root ? [] : [`${witness} signed another root of ${size} entries`],
  )
}

/** I12: every bundle passes, and no altered one does. */
export const bundlesVerify: Check = ({ bundles }) =>
  bundles.flatMap(({ access, verification, passedMutants }) => [
    ...verification.lines
      .filter(({ ok }) => !ok)
      .map(({ step, code, where }) => `the ${access} bundle fails at ${step}: ${code} ${where}`),
    ...passedMutants.map((mutant) => `the ${access} bundle passes with ${mutant}`),
  ])
