// SPDX-License-Identifier: Apache-2.0
/** Time stamps from outside over bids and closings: asked for right after the entry, and nobody waits (ADR 12). */

import { findAccredited } from '@gongxin/core/trading/bid'
import { hex } from '@gongxin/trust/canonical'
import { verifyTimestamp } from '@gongxin/trust/cms'
import { leafHash } from '@gongxin/trust/log'
import type { Cabinet } from '../cabinet/index.ts'
import type { Store, StoredEvent } from '../store/index.ts'
import type { Authority, Stamping } from './authorities.ts'
import type { OwnStamp } from './service.ts'
import { bidStream, tenderStream } from './streams.ts'

export type { Authority, Stamping } from './authorities.ts'

export interface Stamps {
  /** Asks in the background; never rejects. What fails is written down and never asked again. */
  bidMade(tender: string, party: string): void
  closed(tender: string): void
  /** Waits until what was asked has come or failed: a demo's hour is not moved in between. */
  settled(): Promise<void>
  /** Tokens over entries of bids and of the closing, by the hash of the entry. */
  of(tender: string): Promise<ReadonlyMap<string, Uint8Array>>
  /** Of the last version of a bid; nothing before it was asked. */
  ownOf(tender: string, party: string): Promise<OwnStamp | undefined>
}

interface Needs {
  readonly store: Store
  /** Stamps of bids lie with their bids, and stay there: nothing outside tells of them. */
  readonly cabinet: Pick<Cabinet, 'store'>
  readonly authority?: Authority | null
  readonly stamping?: Stamping | null
}

interface Asking extends Needs {
  /** Where the entry lies, and its stamp with it. */
  readonly home: Store
}

const ofBids = ['BidSubmitted', 'BidReplaced']

export function createStamps(needs: Needs): Stamps {
  const { store, stamping = null } = needs
  const closed = needs.cabinet.store
  const running = new Set<Promise<void>>()
  const ask = (home: Store, stream: string, types: readonly string[]) => {
    if (stamping === null) return
    const work = stampLast({ ...needs, home }, stream, types)
      // The entry stands without it; a verifier says that the stamp is not there.
      .catch(() => {})
      .finally(() => running.delete(work))
    running.add(work)
  }
  return {
    bidMade: (tender, party) => ask(closed, bidStream(tender, party), ofBids),
    closed: (tender) => ask(store, tenderStream(tender), ['BiddingClosed']),
    async settled() {
      await Promise.all(running)
    },
    async of(tender) {
      const sealed = await tokensIn(closed, `bid/${tender}/`)
      const own = await tokensIn(store, tenderStream(tender))
      return new Map(
        [...sealed, ...own].flatMap(([entry, token]) => (token === null ? [] : [[entry, token]])),
      )
    },
    async ownOf(tender, party) {
      const stream = bidStream(tender, party)
      const last = await lastOf(closed, stream, ofBids)
      const entry = last === undefined ? '' : hex(leafHash(last.entry))
      const token = (await tokensIn(closed, stream)).get(entry)
      return token === undefined ? undefined : { entry, token: token === null ? null : hex(token) }
    },
  }
}

async function lastOf({ events }: Store, stream: string, types: readonly string[]) {
  return (await events.read(stream, -1)).findLast(({ type }) => types.includes(type))
}

/** Of all streams with this beginning, by the hash of the entry; null where the authority was silent. */
async function tokensIn({ queries, region }: Store, prefix: string) {
  const rows = await queries
    .selectFrom('stamp')
    .select(['hash', 'token'])
    .where('region', '=', region)
    .where('stream', 'like', `${prefix.replace(/[\\%_]/g, '\\$&')}%`)
    .execute()
  return new Map(
    rows.map(({ hash, token }) => {
      return [hex(new Uint8Array(hash)), token === null ? null : new Uint8Array(token)] as const
    }),
  )
}

/** Once, and never again later: a stamp of tomorrow would say that the bid came tomorrow. */
async function stampLast(needs: Asking, stream: string, types: readonly string[]): Promise<void> {
  const last = await lastOf(needs.home, stream, types)
  if (last === undefined) return
  const hash = leafHash(last.entry)
  try {
    await keep(needs, { stream, last, hash }, { token: await stampOf(needs, hash), why: '' })
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    await keep(needs, { stream, last, hash }, { token: null, why: why.slice(0, 200) })
  }
}

/** Only what a verifier will accept: a stamp that does not hold is as good as none. */
async function stampOf({ stamping, authority }: Needs, hash: Uint8Array): Promise<Uint8Array> {
  if (stamping == null) throw new Error('no time-stamp authority')
  const token = await stamping.stamp(hash)
  const list = (await authority?.accredited()) ?? null
  const accredited = list === null ? undefined : findAccredited(list)
  const roots = accredited?.stamping.map(({ certificate }) => certificate) ?? []
  const verdict = verifyTimestamp(token, hash, { roots })
  if (!verdict.ok) throw new Error(`the stamp does not hold: ${verdict.fault}`)
  return token
}

interface Subject {
  readonly stream: string
  readonly last: StoredEvent
  readonly hash: Uint8Array
}

async function keep(
  { home }: Asking,
  { stream, last, hash }: Subject,
  answer: { readonly token: Uint8Array | null; readonly why: string },
): Promise<void> {
  await home.queries
    .insertInto('stamp')
    .values({ region: home.region, stream, seq: last.seq, hash, ...answer })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
