// SPDX-License-Identifier: Apache-2.0
/** What lay closed in the cabinet becomes part of the record, in the commit that ends the bidding. */

import type { Append, Row, Store } from '../store/index.ts'
import type { TenderParts } from './parts.ts'
import { bidStream } from './streams.ts'

/** The chains of all bidders as they were written, with what is kept beside them. */
export async function handedOver(
  { streams, cabinet }: Pick<TenderParts, 'streams' | 'cabinet'>,
  tender: string,
): Promise<readonly Append[]> {
  const chains = await streams.inCabinet(tender)
  if (chains.size === 0) return []
  const kept = await keptBeside(cabinet.store, tender, [...chains.keys()])
  return [...chains].map(([stream, events]) => {
    const rows = kept.filter((one) => one.stream === stream).map(({ row }) => row)
    return { stream, events, expectedVersion: -1, rows }
  })
}

interface Kept {
  readonly stream: string
  readonly row: Row
}

async function keptBeside(
  { queries, region }: Store,
  tender: string,
  streams: readonly string[],
): Promise<readonly Kept[]> {
  const contents = await queries
    .selectFrom('sealed_content')
    .select(['stream', 'digest', 'bytes'])
    .where('region', '=', region)
    .where('stream', 'in', streams)
    .execute()
  const links = await queries
    .selectFrom('file_link')
    .select(['stream', 'digest', 'access', 'name', 'owner', 'linked_at'])
    .where('region', '=', region)
    .where('stream', 'in', streams)
    .execute()
  const bids = await queries
    .selectFrom('bid')
    .select(['tender', 'bidder', 'state', 'version', 'updated_at', 'doc'])
    .where('region', '=', region)
    .where('tender', '=', tender)
    .execute()
  return [
    ...contents.map((row): Kept => keptOf(row.stream, { table: 'sealed_content', row })),
    ...links.map((row): Kept => keptOf(row.stream, { table: 'file_link', row })),
    ...bids.map((row): Kept => keptOf(bidStream(tender, row.bidder), { table: 'bid', row })),
  ]
}

function keptOf(stream: string, row: Row): Kept {
  return { stream, row }
}
