// SPDX-License-Identifier: Apache-2.0
/** One stream as it would be kept: envelopes chained by hash, each with the body it commits to. */

import type { Actor, Finding, Json } from '@gongxin/core/kernel'
import { canonicalize, hex, utf8 } from '@gongxin/trust/canonical'
import { type Access, entryOf, noEntry, originDigest, payloadDigest } from '@gongxin/trust/event'
import { sm3Digest } from '@gongxin/trust/suites'

export interface Fact {
  readonly type: string
  readonly at: string
  readonly data: unknown
}

export interface Journal {
  append(facts: readonly Fact[], by: Actor, findings: readonly Finding[]): void
  /** Hash of the last entry. */
  head(): string
  /** One line an event: the entry, its hash, the salt and the body. */
  lines(): readonly string[]
}

export interface JournalOf {
  readonly tender: string
  /** What the salts of this stream grow from: the same input gives the same stream. */
  readonly name: string
  readonly accessOf: (type: string) => Access
}

export function newJournal({ tender, name, accessOf }: JournalOf): Journal {
  const lines: string[] = []
  let head = noEntry
  const append: Journal['append'] = (facts, by, findings) => {
    for (const [index, { type, at, data }] of facts.entries()) {
      const seq = lines.length
      const salt = sm3Digest(utf8(`replay ${name} ${seq}`))
      const body = plain({ data, findings: index === 0 ? findings : [] })
      const entry = entryOf({
        type,
        tender,
        lot: '1',
        seq,
        prev: head,
        at,
        actor: { role: by.role },
        assurance: by.assurance,
        payload: {
          schema: `${type}/1`,
          digest: payloadDigest(salt, body),
          access: accessOf(type),
        },
        origin: originDigest(salt, { source: 'gongxin replay' }),
      })
      head = entry.hash
      const shown = { hash: entry.hash, salt: hex(salt), body }
      lines.push(`{"entry":${text(entry.bytes)},${canonicalize(shown).slice(1)}`)
    }
  }
  return { append, head: () => head, lines: () => lines }
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

/** Drops what JSON does not have, so that what is hashed is what is written. */
function plain(value: unknown): Json {
  return JSON.parse(JSON.stringify(value))
}
