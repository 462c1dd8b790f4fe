// SPDX-License-Identifier: Apache-2.0
/** For tests only: a true tender told again with something changed, by whoever holds which keys. */

import {
  findBytes,
  findText,
  hex,
  isJsonObject,
  type Json,
  parseCanonical,
  utf8,
} from '@gongxin/trust/canonical'
import { type Envelope, entryOf, findEnvelope, noEntry, payloadDigest } from '@gongxin/trust/event'
import {
  checkpointText,
  findCheckpoint,
  findNote,
  inclusionProof,
  leafHash,
  type NoteKey,
  type NoteKind,
  type NoteLine,
  noteKeyText,
  signNote,
  type TreeAlgorithm,
  treeHash,
  treeRoot,
  writeNote,
} from '@gongxin/trust/log'
import { ed25519PublicKey, sm2PublicKey, sm3Digest } from '@gongxin/trust/suites'
import { certain } from '../../kernel/index.ts'
import { type SecondPart, secondPart } from '../../trading/bid/index.ts'
import { type Bundle, bundleFiles, type Files, type Place } from '../../trading/proof/index.ts'

/** One entry with its body, where that is told. */
export interface Line {
  readonly envelope: Envelope
  readonly salt: string
  readonly body: Json | null
}

/** A bundle before it is chained, numbered and signed. */
export interface Tale {
  readonly tender: readonly Line[]
  /** The chain of each bidder. */
  readonly chains: readonly (readonly Line[])[]
  readonly tick: Line | null
  readonly forms: Bundle['sealed']
  readonly claim: Bundle['claim']
  readonly accredited: Bundle['accredited']
  readonly revocationLists: Bundle['revocationLists']
  readonly stamps: Bundle['stamps']
}

const origin = 'gongxin/test'
const bytesOf = (salt: string) => certain(findBytes(salt), 'hex')

interface Hand {
  readonly key: NoteKey
  readonly sign: (text: string) => NoteLine
}

function handOf(name: string, kind: NoteKind, label = name): Hand {
  const privateKey = sm3Digest(utf8(`hand ${label}`))
  const sm2 = kind.startsWith('sm2')
  const publicKey = certain(sm2 ? sm2PublicKey(privateKey) : ed25519PublicKey(privateKey), 'a key')
  const key = { name, kind, publicKey }
  const timed = kind.endsWith('-cosigner') ? { time: 1_800_000_000 } : {}
  return { key, sign: (text) => signNote(text, { key, privateKey, entropy: privateKey, ...timed }) }
}

export const logHand = handOf(origin, 'sm2')
const twinHand = handOf(origin, 'ed25519')
export const witnessHands = [1, 2, 3, 4, 5].map((n) => handOf(`witness-${n}`, 'sm2-cosigner'))
export const strangeHand = handOf(origin, 'sm2', 'a stranger')

/** What the reader of these tales trusts beforehand. */
export const testPolicy = [
  `log ${noteKeyText(logHand.key)}`,
  `log ${noteKeyText(twinHand.key)}`,
  ...witnessHands.map(({ key }, i) => `witness w${i + 1} ${noteKeyText(key)}`),
  'group all 4 w1 w2 w3 w4 w5',
  'quorum all',
  '',
].join('\n')

export function lineOf(entry: Uint8Array, salt: string | null, body: Json | null): Line {
  const parsed = parseCanonical(entry)
  const envelope = parsed.ok ? findEnvelope(parsed.value) : undefined
  return {
    envelope: certain(envelope, 'an entry'),
    salt: salt ?? '',
    body: salt === null ? null : body,
  }
}

/** The tale, chained and logged and signed by the log and four witnesses, whatever it says. */
export function told(tale: Tale, hands = [logHand, ...witnessHands.slice(0, 4)]): Bundle {
  const tender = chained(tale.tender)
  const closing = tale.tender.findIndex(({ envelope }) => envelope.type === 'BiddingClosed')
  const ticks = tale.tick === null ? [] : chained([tale.tick], false)
  const sealed = tale.chains.flatMap((chain) => chained(chain))
  const split = closing < 0 ? tender.length : closing + 1
  const order = [...ticks, ...tender.slice(0, split), ...sealed, ...tender.slice(split)]
  const leaves = order.map(({ bytes }) => leafHash(bytes))
  const placeOf = ({ bytes }: Chained): Place => {
    const idx = order.findIndex((one) => one.bytes === bytes)
    return { idx, path: inclusionProof(leaves, idx).map(hex) }
  }
  const bytes = (list: readonly Chained[]) => list.map((one) => one.bytes)
  const payloads = [...ticks, ...tender].flatMap(({ digest, line }) =>
    line.body === null ? [] : [[digest, { salt: line.salt, body: line.body }] as const],
  )
  return {
    ...{ tender: tenderOf(tale), access: 'restricted', policy: testPolicy, claim: tale.claim },
    checkpoint: noteOf(bytes(order), 'SM3', hands),
    twin: noteOf(bytes(order), 'SHA-256', [twinHand]),
    entries: { tender: bytes(tender), sealed: bytes(sealed), platform: bytes(ticks) },
    proofs: {
      ...{ tender: tender.map(placeOf), sealed: sealed.map(placeOf), platform: ticks.map(placeOf) },
    },
    payloads: new Map(payloads),
    sealed: tale.forms,
    ...{ accredited: tale.accredited, revocationLists: tale.revocationLists },
    stamps: tale.stamps,
  }
}

/** Second part of a receipt that the log of this tale gave out: its root of the deadline at its place. */
export function receiptOf(tale: Tale): SecondPart {
  const bundle = told(tale)
  const note = certain(findNote(bundle.checkpoint), 'a note')
  const { size, root } = certain(findCheckpoint(note.text), 'a checkpoint')
  const [entry, place] = [bundle.entries.platform[0], bundle.proofs.platform[0]]
  const line = certain(tale.tick, 'a tick')
  const zero = '0'.repeat(64)
  return secondPart.parse({
    proof: {
      ...{ tick: 0, slot: 0, salt: zero, value: zero, vaultPath: [], position: 0, superPath: [] },
    },
    ...{ entry: findText(certain(entry, 'an entry')), salt: line.salt, body: line.body },
    log: {
      ...{ size, root: hex(root), ...certain(place, 'a place') },
      checkpoint: findText(bundle.checkpoint),
    },
  })
}

export function filesOf(tale: Tale, hands?: readonly Hand[]): Files {
  return bundleFiles(told(tale, hands === undefined ? undefined : [...hands]))
}

function tenderOf({ tender }: Tale): string {
  return tender[0]?.envelope.tender ?? ''
}

function noteOf(
  entries: readonly Uint8Array[],
  algorithm: TreeAlgorithm,
  hands: readonly Hand[],
): Uint8Array {
  const hash = treeHash(algorithm)
  const root = treeRoot(
    entries.map((entry) => leafHash(entry, hash)),
    hash,
  )
  const time = '2027-01-01T00:00:00.000Z'
  const text = checkpointText({ origin, size: entries.length, root, algorithm, time })
  return writeNote({ text, lines: hands.map((hand) => hand.sign(text)) })
}

interface Chained {
  readonly bytes: Uint8Array
  readonly digest: string
  readonly line: Line
}

/** Numbers and hashes made anew: what a forger would do who holds the whole log. */
function chained(lines: readonly Line[], anew = true): readonly Chained[] {
  let prev = noEntry
  return lines.map((line, seq) => {
    const { envelope, salt, body } = line
    const digest = body === null ? envelope.payload.digest : payloadDigest(bytesOf(salt), body)
    const place = anew ? { seq, prev } : {}
    const payload = { ...envelope.payload, digest }
    const entry = entryOf({ ...envelope, ...place, payload })
    prev = entry.hash
    return { bytes: entry.bytes, digest, line }
  })
}

/** Changes the data of the first entry of a type that passes `which`. */
export function altered(
  tale: Tale,
  type: string,
  change: (data: { [key: string]: Json }) => Json,
  which: (line: Line) => boolean = () => true,
): Tale {
  const at = tale.tender.findIndex((line) => line.envelope.type === type && which(line))
  const line = certain(tale.tender[at], `an entry ${type}`)
  const body = isJsonObject(line.body) ? { ...line.body } : {}
  const data: { [key: string]: Json } = isJsonObject(body.data) ? { ...body.data } : {}
  const next = { ...line, body: { ...body, data: change(data) } }
  return { ...tale, tender: tale.tender.with(at, next) }
}

export function at(tale: Tale, type: string): number {
  const place = tale.tender.findIndex(({ envelope }) => envelope.type === type)
  return certain(place < 0 ? undefined : place, `an entry ${type}`)
}
