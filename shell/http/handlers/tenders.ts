// SPDX-License-Identifier: Apache-2.0
/** Tenders as their readers may see them: list, room, trail, own bid, documents. */

import { type Actor, isInstant, words, z } from '@gongxin/core/kernel'
import type { SecondPart } from '@gongxin/core/trading/bid'
import { platform } from '@gongxin/core/trading/vault'
import { findCheckpoint, findNote } from '@gongxin/trust/log'
import {
  type Caller,
  createDepositary,
  performanceAccount,
  type VaultProof,
} from '../../tenders/index.ts'
import { routes, tenderLine } from '../contract/index.ts'
import { callerOf, found, type Host, readerOf, serve, signedInOf } from '../host.ts'
import { cursorOf, paged, placeOf, wrongCursor } from '../paging.ts'

export function tenderHandlers(host: Host): void {
  const { tenders } = host.deps
  serve(host, routes.tenders, async ({ query, signedIn }) => {
    if (query.q !== undefined && query.q.trim() !== '') return searched(host, query)
    const mine = query.mine === undefined ? null : signedInOf({ signedIn }).acting
    return listed(host, query, mine)
  })
  serve(host, routes.tender, async (call) =>
    found(await tenders.view(call.params.tender, readerOf(call))),
  )
  serve(host, routes.trail, async (call) => {
    const lines = found(await tenders.trail(call.params.tender, readerOf(call), call.query.after))
    return { items: [...lines] }
  })
  serve(host, routes.ownBid, async (call) => {
    const caller = callerOf(call.request, signedInOf(call), 'session')
    const state = found(await tenders.ownBid(call.params.tender, caller))
    const account = await accountOf(host, call.params.tender, caller)
    const stamp = await tenders.ownStamp(call.params.tender, caller)
    return { state: { ...state }, account, ...(stamp === undefined ? {} : { stamp }) }
  })
  serve(host, routes.vaultProof, async (call) => {
    const caller = callerOf(call.request, signedInOf(call), 'session')
    const proof = await tenders.vaultProof(call.params.tender, caller)
    return { part: proof === null ? null : await secondPartOf(host, proof) }
  })
  serve(host, routes.manifests, async ({ params }) => ({
    items: [...found(await tenders.manifests(params.tender))],
  }))
  serve(host, routes.documents, async (call) => {
    const { tender } = call.params
    const reader = readerOf(call)
    const open = found(await tenders.files(tender, reader))
    return { items: await documents(host, tender, { reader, open }) }
  })
}

/** With the place of its tick in the log, once witnesses have signed that far. */
async function secondPartOf({ deps }: Host, { seq, part }: VaultProof): Promise<SecondPart> {
  const bytes = await deps.log.checkpoint('SM3')
  const place = await deps.log.inclusion(platform, seq)
  if (bytes === null || place === null) return { ...part, log: null }
  const note = findNote(bytes)
  // Of a tree that grew between the two questions the next one asks again.
  const grew = findCheckpoint(note?.text ?? '')?.size !== place.size
  const checkpoint = Buffer.from(bytes).toString('utf8')
  return { ...part, log: grew ? null : { ...place, checkpoint } }
}

/** Where the deposit goes; null before a notice that asks for one. The number is asked for here. */
async function accountOf({ deps }: Host, tender: string, { actor, name }: Caller) {
  const view = await deps.tenders.view(tender, actor)
  if (!asksDeposit.safeParse(view?.state).success) return null
  const performance = performanceAccount(tender, actor.party)
  const of = { tender, bidder: actor.party, bidderName: name }
  const { number } = await createDepositary(deps.cabinet.store).accountFor(of)
  return { ...depositBank, number, performance, counter: counterOf(deps.config) }
}

/** Nobody can walk into a demo bank, so it has a page; a real one is reached by one's own means. */
function counterOf({ mode, bankUrl }: Host['deps']['config']): string | null {
  return mode === 'demo' && bankUrl !== undefined ? new URL('/counter', bankUrl).href : null
}

const amount = z.object({ amountFen: z.number() })
const asksDeposit = z.object({
  notice: z.object({
    terms: z
      .object({ deposit: amount })
      .or(z.object({ performanceDepositRate: z.number().positive() })),
  }),
})
const depositBank = { bank: '演示银行柳州分行', name: '柳州市公共资源交易中心保证金专户' }

interface TenderQuery {
  readonly q?: string | undefined
  readonly phase?: string | undefined
  readonly kind?: string | undefined
  readonly district?: string | undefined
  readonly cursor?: string | undefined
  readonly limit: number
}

async function listed(
  { deps }: Host,
  query: TenderQuery,
  mine: { readonly organisation: string; readonly role: string } | null,
) {
  const { limit, phase, kind, district } = query
  const { queries, region } = deps.store
  let rows = queries
    .selectFrom('tender')
    .select(['doc', 'updated_at', 'id'])
    .where('region', '=', region)
    .orderBy('updated_at', 'desc')
    .orderBy('id')
    .limit(limit + 1)
  if (phase !== undefined) rows = rows.where('phase', '=', phase)
  if (kind !== undefined) rows = rows.where('kind', '=', kind)
  if (district !== undefined) rows = rows.where('district', '=', district)
  // The centre and the audit office serve or watch every tender.
  if (mine !== null && mine.role !== 'centre' && mine.role !== 'audit') {
    const party = mine.organisation
    const bids = await bidFor(deps, party)
    const tasks = queries.selectFrom('task').select('stream').where('region', '=', region)
    rows = rows.where((e) =>
      e.or([
        e('owner', '=', party),
        e('agency', '=', party),
        e('authority', '=', party),
        ...(bids.length === 0 ? [] : [e('id', 'in', bids)]),
        e(
          e.fn('concat', [e.cast<string>(e.val('tender/'), 'text'), 'id']),
          'in',
          tasks.where('organisation', '=', party),
        ),
      ]),
    )
  }
  const after = placeOf(query.cursor, 2)
  if (after !== null) {
    const [at = '', id = ''] = after.map(String)
    if (!isInstant(at)) throw wrongCursor()
    rows = rows.where((e) =>
      e.or([e('updated_at', '<', at), e.and([e('updated_at', '=', at), e('id', '>', id)])]),
    )
  }
  return paged(
    await rows.execute(),
    limit,
    ({ doc }) => tenderLine.parse(doc),
    (row) => [row.updated_at, row.id],
  )
}

/** Tenders the party has a hand in as a bidder, closed ones and those that still lie in the cabinet. */
async function bidFor({ store, cabinet }: Host['deps'], party: string): Promise<readonly string[]> {
  const found = [store, cabinet.store].map(({ queries, region }) =>
    queries
      .selectFrom('bid')
      .select('tender')
      .where('region', '=', region)
      .where('bidder', '=', party)
      .execute(),
  )
  return (await Promise.all(found)).flat().map(({ tender }) => tender)
}

async function searched({ deps }: Host, { q = '', limit, ...query }: TenderQuery) {
  const offset = Number(placeOf(query.cursor, 1)?.[0] ?? 0)
  if (!Number.isSafeInteger(offset) || offset < 0) throw wrongCursor()
  const { store } = deps
  const { kind, district } = query
  const request = { text: q, kind, district, limit: limit + 1, offset }
  const { hits } = await store.search.tenders(request)
  const ids = hits.slice(0, limit).map(({ id }) => id)
  if (ids.length === 0) return { items: [], next: null }
  const rows = await store.queries
    .selectFrom('tender')
    .select(['id', 'doc'])
    .where('region', '=', store.region)
    .where('id', 'in', ids)
    .execute()
  const docs = new Map(rows.map(({ id, doc }) => [id, doc]))
  const items = ids.flatMap((id) => (docs.has(id) ? [tenderLine.parse(docs.get(id))] : []))
  return { items, next: hits.length > limit ? cursorOf([offset + limit]) : null }
}

/** Files laid to the tender: the public ones, those of events one may read, and one's own. */
async function documents(
  { deps }: Host,
  tender: string,
  { reader, open }: { readonly reader: Actor | null; readonly open: ReadonlySet<string> },
) {
  const { queries, region } = deps.store
  const links = await queries
    .selectFrom('file_link')
    .select(['digest', 'name', 'access', 'owner', 'linked_at'])
    .where('region', '=', region)
    .where('stream', '=', `tender/${tender}`)
    .orderBy('linked_at')
    .orderBy('digest')
    .execute()
  return links
    .filter(({ access, owner, digest }) => {
      if (access === 'public') return true
      if (reader !== null && owner === reader.party) return true
      return access === 'restricted' && open.has(digest)
    })
    .map(({ digest, name, linked_at }) => {
      return { name, title: words(name, name), at: linked_at, href: `/api/files/${digest}` }
    })
}
