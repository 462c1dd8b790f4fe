// SPDX-License-Identifier: Apache-2.0
/** Files of acts: named by whoever uploaded them, linked to the tender, opened with their events. */

import type { Actor, FileRef, Instant, Refused } from '@gongxin/core/kernel'
import {
  filesFor,
  filesIn,
  publicFilesIn,
  refuseForeign,
  type TenderEvent,
} from '@gongxin/core/trading/tender'
import type { Row, Store } from '../store/index.ts'
import type { TenderParts } from './parts.ts'
import { type LoadedTender, tenderStream } from './streams.ts'

export interface Naming {
  readonly actor: Actor
  /** Null for a tender that is only being registered. */
  readonly loaded: LoadedTender | null
  readonly body: unknown
}

/** Why the body may not name one of its files, or nothing: own uploads and what one may open here. */
export async function foreignFile(
  { store, cabinet }: TenderParts,
  { actor, loaded, body }: Naming,
): Promise<Refused | undefined> {
  const files = filesIn(body)
  if (files.length === 0) return undefined
  const digests = files.map(({ digest }) => digest)
  const uploaded = ({ queries, region }: Store) =>
    queries
      .selectFrom('file_link')
      .select('digest')
      .where('region', '=', region)
      .where('owner', '=', actor.party)
      .where('digest', 'in', digests)
      .execute()
  const own = (await Promise.all([store, cabinet.store].map(uploaded))).flat()
  const here = loaded === null ? [] : filesFor(actor, loaded.events, loaded.state)
  return refuseForeign(files, new Set([...own.map(({ digest }) => digest), ...here]))
}

/** Links of the files that these events name; what was public stays so. */
export function linksOf(
  tender: string,
  before: readonly TenderEvent[],
  events: readonly TenderEvent[],
): readonly Row[] {
  const named = events.flatMap(({ data, at }) => filesIn(data).map((file) => ({ file, at })))
  if (named.length === 0) return []
  const open = publicFilesIn([...before, ...events])
  return named.map(({ file, at }) => {
    const access = open.has(file.digest) ? 'public' : 'restricted'
    return linkTo(tenderStream(tender), file, { access, owner: null, at })
  })
}

/** A sealed bid's files stay the bidder's alone; the event that opens the bid opens them. */
export function sealedLinks(
  stream: string,
  content: unknown,
  { party, at }: { readonly party: string; readonly at: Instant },
): readonly Row[] {
  return filesIn(content).map((file) =>
    linkTo(stream, file, { access: 'sealed', owner: party, at }),
  )
}

interface Circle {
  readonly access: 'public' | 'restricted' | 'sealed'
  readonly owner: string | null
  readonly at: Instant
}

function linkTo(stream: string, { digest, name }: FileRef, { access, owner, at }: Circle): Row {
  return { table: 'file_link', row: { stream, digest, access, name, owner, linked_at: at } }
}
