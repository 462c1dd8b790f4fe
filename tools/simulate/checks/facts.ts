// SPDX-License-Identifier: Apache-2.0
/** What an invariant is judged by: what people were told, what the store holds, what strangers are given. */

import type { Verification } from '@gongxin/core/trading/proof'
import type { TenderState } from '@gongxin/core/trading/tender'
import type { StoredEvent } from '@gongxin/shell/store'
import { type Envelope, findEnvelope } from '@gongxin/trust/event'
import { leafHash, type NoteKey } from '@gongxin/trust/log'
import type { Disk } from '../machine/index.ts'
import type { Database } from '../store/index.ts'
import type { Ledger } from '../town/index.ts'

export interface Facts {
  readonly tender: string
  readonly db: Database
  readonly disk: Disk
  readonly ledger: Ledger
  readonly deadlineMs: number
  /** As the platform shows it after everything was shut down and started again. */
  readonly state: TenderState
  /** What it showed when it came to rest before that, and after it. */
  readonly before: Rest
  readonly after: Rest
  readonly policy: {
    readonly logKey: NoteKey
    readonly witnesses: readonly NoteKey[]
    readonly quorum: number
  }
  /** Bundles by the access of their reader, each as the verifier found it. */
  readonly bundles: readonly Checked[]
  /** Manifests as anybody may fetch them, by the number of the bid. */
  readonly manifests: ReadonlyMap<string, string>
}

export interface Rest {
  /** The tender as text. */
  readonly state: string
  readonly root: string
  readonly size: number
}

export interface Checked {
  readonly access: string
  readonly verification: Verification
  /** Mutations that the verifier let pass. */
  readonly passedMutants: readonly string[]
}

/** Why the invariant does not hold; nothing where it does. */
export type Check = (facts: Facts) => readonly string[]

export interface LoggedEvent {
  readonly idx: number
  readonly event: StoredEvent
  readonly envelope: Envelope
}

/** The log as it stands: each entry with its event. */
export function logged({ db }: Facts): readonly LoggedEvent[] {
  return db.log.entries.flatMap(({ stream, seq }, idx) => {
    const event = db.streams.get(stream)?.[seq]
    const envelope = event && findEnvelope(JSON.parse(Buffer.from(event.entry).toString('utf8')))
    return event === undefined || envelope === undefined ? [] : [{ idx, event, envelope }]
  })
}

/** Leaves of the tree, computed again from the bytes of the entries. */
export function leavesOf(facts: Facts): readonly Uint8Array[] {
  return logged(facts).map(({ event }) => leafHash(event.entry))
}

export function eventsOf({ db, tender }: Facts): readonly StoredEvent[] {
  return db.streams.get(`tender/${tender}`) ?? []
}

export function dataOf(facts: Facts, type: string): readonly Readonly<Record<string, unknown>>[] {
  return eventsOf(facts).flatMap((event) =>
    event.type === type ? [Object(Object(event.body).data)] : [],
  )
}

export function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : []
}
