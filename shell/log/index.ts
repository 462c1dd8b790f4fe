// SPDX-License-Identifier: Apache-2.0
/** The public log: numbered here, shown to witnesses, and read by anybody. */

import { join } from 'node:path'
import { hex } from '@gongxin/trust/canonical'
import {
  findNote,
  type Note,
  type NoteKey,
  noteKeyText,
  type Tile,
  type TreeAlgorithm,
  writeNote,
} from '@gongxin/trust/log'
import type { Clock } from '../clock/index.ts'
import type { InclusionView, LogView } from '../http/contract/index.ts'
import type { Store } from '../store/index.ts'
import { logSigners, type Signer } from './keys.ts'
import { inclusion, inclusions } from './proofs.ts'
import { createPublisher } from './publisher.ts'
import { createSequencer } from './sequencer.ts'
import { standingOf } from './standing.ts'
import { openRoll, quorumOf, type WitnessPlace } from './witnesses.ts'

export { type BundleReader, readEntries } from './entries.ts'
export { logSigners, type Signer, signerIn } from './keys.ts'
export { findPlace, quorumOf, type WitnessPlace } from './witnesses.ts'

/** What anybody may read. */
export interface PublicLog {
  /** The newest checkpoint with a quorum, as a signed note; the twin carries the log's hand alone. */
  checkpoint(algorithm: TreeAlgorithm): Promise<Uint8Array | null>
  tile(algorithm: TreeAlgorithm, tile: Tile): Promise<Uint8Array | null>
  bundle(tile: Omit<Tile, 'level'>): Promise<Uint8Array | null>
  /** Keys and quorum, in the form of C2SP tlog-policy. */
  policy(): string
  standing(): Promise<LogView>
  /** Where an event stands below the newest attested root; null where it is not attested. */
  inclusion(stream: string, seq: number): Promise<InclusionView | null>
  /** All that proves entries at these places to a stranger; null where one of them is not attested. */
  proofOf(places: readonly number[]): Promise<LogProof | null>
}

export interface LogProof {
  /** Keys and quorum, as {@link PublicLog.policy} says them. */
  readonly policy: string
  /** The newest attested checkpoint and its twin, as signed notes. */
  readonly checkpoint: Uint8Array
  readonly twin: Uint8Array
  /** One path for each place, in their order. */
  readonly paths: readonly (readonly Uint8Array[])[]
}

export interface Log extends PublicLog {
  /** Numbers what waits. */
  sequence(): Promise<void>
  /** Shows it to the witnesses. */
  publish(): Promise<void>
  /** Until no witness is being asked. */
  settled(): Promise<void>
  close(): Promise<void>
}

export interface LogParts {
  readonly store: Pick<Store, 'log' | 'settings' | 'region'>
  readonly clock: Pick<Clock, 'now'>
  readonly dataFolder: string
  readonly witnesses: readonly WitnessPlace[]
  readonly onFault?: (error: unknown) => void
}

export async function createLog(parts: LogParts): Promise<Log> {
  const { store, clock, witnesses: places, onFault = () => {} } = parts
  const { log } = store
  const origin = `gongxin/${store.region}`
  const signers = await logSigners(join(parts.dataFolder, 'keys'), origin)
  const roll = await openRoll(store.settings, places)
  const quorum = quorumOf(places.length)
  const sequencer = createSequencer({ log, clock, signers, origin })
  const publisher = createPublisher({ log, clock, roll, places, onFault })
  const policy = () => policyText([signers.SM3, signers['SHA-256']], roll.known(), quorum)
  const attested = async () => {
    const size = await log.cosignedSize(namesIn(), quorum)
    return size === null ? null : log.checkpoint(size)
  }
  return {
    tile: log.tile,
    bundle: log.bundle,
    async checkpoint(algorithm) {
      const kept = await attested()
      if (kept === null) return null
      return algorithm === 'SM3' ? withCosigners(kept.sm3Note, kept.size) : kept.sha256Note
    },
    async proofOf(places) {
      const kept = await attested()
      if (kept === null || places.some((place) => place >= kept.size)) return null
      const paths = await inclusions(log, places, kept.size)
      if (paths === null) return null
      const checkpoint = await withCosigners(kept.sm3Note, kept.size)
      return { policy: policy(), checkpoint, twin: kept.sha256Note, paths }
    },
    policy,
    standing,
    async inclusion(stream, seq) {
      const { attested } = await standing()
      const idx = await log.placeOf(stream, seq)
      if (attested === null || idx === null) return null
      const path = await inclusion(log, idx, attested.size)
      return path && { idx, size: attested.size, root: attested.root, path: path.map(hex) }
    },
    async sequence() {
      while ((await sequencer.step()) > 0);
    },
    publish: publisher.step,
    settled: publisher.settled,
    async close() {
      await publisher.settled()
      await sequencer.close()
    },
  }

  function standing(): Promise<LogView> {
    const witnesses = roll.known()
    return standingOf({ log, witnesses, expected: places.length, quorum })
  }

  function namesIn(): readonly string[] {
    return roll.known().map(({ name }) => name)
  }

  async function withCosigners(bytes: Uint8Array, size: number): Promise<Uint8Array> {
    const note = findNote(bytes)
    if (note === undefined) throw new Error(`checkpoint ${size} is no note`)
    const lines = (await log.cosignatures(size))
      .filter(({ witness }) => namesIn().includes(witness))
      .map(({ witness: name, line }): Note['lines'][number] => {
        return { name, keyId: line.subarray(0, 4), signature: line.subarray(4) }
      })
    return writeNote({ text: note.text, lines: [...note.lines, ...lines] })
  }
}

function policyText(
  signers: readonly Signer[],
  witnesses: readonly NoteKey[],
  quorum: number,
): string {
  const names = witnesses.map((_, index) => `w${index + 1}`)
  return [
    ...signers.map(({ key }) => `log ${noteKeyText(key)}`),
    ...witnesses.map((key, index) => `witness ${names[index]} ${noteKeyText(key)}`),
    `group all ${quorum} ${names.join(' ')}`.trim(),
    'quorum all',
    '',
  ].join('\n')
}
