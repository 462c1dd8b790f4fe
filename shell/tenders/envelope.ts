// SPDX-License-Identifier: Apache-2.0
/** Wraps what core decided into entries of the chain: the record is the event itself. */

import type { Actor, Finding, Instant, Json } from '@gongxin/core/kernel'
import {
  type Access as EntryAccess,
  entryOf,
  noEntry,
  originDigest,
  payloadDigest,
  saltSize,
} from '@gongxin/trust/event'
import { freshBytes } from '../chance/index.ts'
import type { NewEvent, StoredEvent } from '../store/index.ts'
import type { Caller } from './service.ts'

export interface Decided {
  readonly type: string
  readonly at: Instant
  readonly data: unknown
}

export interface ChainHead {
  readonly seq: number
  readonly hash: string
  /** When the last event happened; nothing in a chain that has not begun. */
  readonly at?: Instant
}

export const chainStart: ChainHead = { seq: -1, hash: noEntry }

/** Roles whose party is public from the first day; bidders and experts stay unnamed in entries. */
const namedRoles: readonly Actor['role'][] = ['tenderOwner', 'agency', 'centre', 'authority']

export interface Wrapping {
  readonly tender: string
  readonly head: ChainHead
  readonly caller: Caller
  readonly findings: readonly Finding[]
  readonly accessOf: (type: string) => EntryAccess
}

/** The events of one act, chained; the findings stand with the first event they justified. */
export function wrapped(events: readonly Decided[], of: Wrapping): readonly NewEvent[] {
  let { hash, seq } = of.head
  return events.map((event, index) => {
    seq += 1
    const salt = freshBytes(saltSize)
    const originSalt = freshBytes(saltSize)
    const body = plain({ data: event.data, findings: index === 0 ? of.findings : [] })
    const origin = originOf(of.caller)
    const entry = entryOf({
      type: event.type,
      tender: of.tender,
      lot: '1',
      seq,
      prev: hash,
      at: event.at,
      actor: actorShown(of.caller.actor),
      assurance: of.caller.actor.assurance,
      payload: {
        schema: `${event.type}/1`,
        digest: payloadDigest(salt, body),
        access: of.accessOf(event.type),
      },
      origin: originDigest(originSalt, origin),
    })
    hash = entry.hash
    return {
      type: event.type,
      at: event.at,
      entry: entry.bytes,
      hash: Buffer.from(entry.hash, 'hex'),
      salt,
      body,
      originSalt,
      origin,
    }
  })
}

function actorShown(actor: Actor) {
  return namedRoles.includes(actor.role)
    ? { role: actor.role, organisation: actor.party }
    : { role: actor.role }
}

function originOf({ actor, address, source, requestId }: Caller) {
  const { account, party } = actor
  return { account, party, address, source, requestId }
}

/** Drops what JSON does not have, so that what is hashed is what is stored. */
export function plain<T>(value: unknown): T & Json {
  return JSON.parse(JSON.stringify(value))
}

export function headOf(events: readonly StoredEvent[]): ChainHead {
  const last = events.at(-1)
  return last === undefined
    ? chainStart
    : { seq: last.seq, hash: Buffer.from(last.hash).toString('hex'), at: last.at }
}
