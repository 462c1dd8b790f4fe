// SPDX-License-Identifier: Apache-2.0
/** A person's own desk: tasks, inbox, drafts. Everything is keyed by the party signed in for. */

import { type Actor, isInstant, type Json, type Words, words, z } from '@gongxin/core/kernel'
import { findProcedure, spokenWords } from '@gongxin/core/procedures'
import { findBidAct } from '@gongxin/core/trading/bid'
import { findAct } from '@gongxin/core/trading/tender'
import { routes } from '../contract/index.ts'
import { notFound } from '../faults.ts'
import { found, type Host, readerOf, serve, signedInOf } from '../host.ts'
import { paged, placeOf, wrongCursor } from '../paging.ts'

export function workHandlers(host: Host): void {
  serve(host, routes.tasks, async (call) => ({
    items: await tasks(host, signedInOf(call).acting.organisation),
  }))
  inboxHandlers(host)
  draftHandlers(host)
}

async function tasks({ deps }: Host, organisation: string) {
  const { queries, region } = deps.store
  const now = deps.clock.now()
  const rows = await queries
    .selectFrom('task')
    .leftJoin('tender', (join) =>
      join
        .onRef('tender.region', '=', 'task.region')
        .on((e) =>
          e(
            'task.stream',
            '=',
            e.fn<string>('concat', [e.cast<string>(e.val('tender/'), 'text'), 'tender.id']),
          ),
        ),
    )
    .select(['task.id', 'task.stream', 'task.act', 'task.title', 'task.due_at', 'task.why'])
    .select(['tender.title as tenderTitle', 'tender.doc as tenderDoc'])
    .where('task.region', '=', region)
    .where('task.organisation', '=', organisation)
    .where('task.done_at', 'is', null)
    .orderBy('task.due_at')
    .orderBy('task.id')
    .limit(500)
    .execute()
  return rows.map(({ id, stream, act, title, due_at, why, tenderTitle, tenderDoc }) => ({
    id,
    tender: tenderOf(stream) ?? '',
    tenderTitle: tenderTitle ?? '',
    act,
    title: spokenIn(tenderDoc, titleOf(act, title)),
    due: due_at,
    why,
    overdue: due_at !== null && due_at < now,
  }))
}

function titleOf(act: string, title: string): Words {
  return (findAct(act) ?? findBidAct(act))?.title ?? words(title || act, title || act)
}

const held = z.object({ procedure: z.string() })

/** In the words of the procedure the tender is held by. */
function spokenIn(doc: unknown, title: Words): Words {
  const read = held.safeParse(doc)
  const procedure = read.success ? findProcedure(read.data.procedure) : undefined
  return procedure === undefined ? title : spokenWords(title, procedure)
}

function tenderOf(stream: string | null): string | null {
  const [kind, tender] = (stream ?? '').split('/')
  return kind === 'tender' && tender !== undefined ? tender : null
}

function inboxHandlers(host: Host): void {
  const { store, clock } = host.deps
  const { queries, region } = store
  serve(host, routes.inbox, async (call) => {
    const { organisation } = signedInOf(call).acting
    const { limit } = call.query
    let rows = queries
      .selectFrom('inbox_message')
      .select(['id', 'stream', 'subject', 'body', 'delivered_at', 'read_at'])
      .where('region', '=', region)
      .where('organisation', '=', organisation)
      .orderBy('delivered_at', 'desc')
      .orderBy('id')
      .limit(limit + 1)
    const after = placeOf(call.query.cursor, 2)
    if (after !== null) {
      const [at = '', id = ''] = after.map(String)
      if (!isInstant(at)) throw wrongCursor()
      rows = rows.where((e) =>
        e.or([e('delivered_at', '<', at), e.and([e('delivered_at', '=', at), e('id', '>', id)])]),
      )
    }
    return paged(
      await rows.execute(),
      limit,
      ({ id, stream, subject, body, delivered_at, read_at }) => {
        const tender = tenderOf(stream)
        return { id, tender, subject, body, deliveredAt: delivered_at, readAt: read_at }
      },
      (row) => [row.delivered_at, row.id],
    )
  })
  serve(host, routes.readMessage, async (call) => {
    const own = queries
      .updateTable('inbox_message')
      .set((e) => ({ read_at: e.fn.coalesce('read_at', e.val(clock.now())) }))
      .where('region', '=', region)
      .where('organisation', '=', signedInOf(call).acting.organisation)
      .where('id', '=', call.params.id)
    // A message of somebody else is not there at all.
    if ((await own.executeTakeFirst()).numUpdatedRows === 0n) throw notFound()
    return undefined
  })
}

function draftHandlers(host: Host): void {
  const { store, clock, tenders } = host.deps
  const exists = async (tender: string, reader: Actor | null) => {
    // A draft of a registration has no tender yet.
    if (tender !== 'new') found(await tenders.view(tender, reader))
  }
  serve(host, routes.draft, async (call) => {
    const { tender, kind } = call.params
    const { organisation } = signedInOf(call).acting
    const draft = await store.drafts.find(organisation, `tender/${tender}`, kind)
    return { body: draft?.body ?? null, savedAt: draft?.savedAt ?? null }
  })
  serve(host, routes.saveDraft, async (call) => {
    const { tender, kind } = call.params
    await exists(tender, readerOf(call))
    const { organisation } = signedInOf(call).acting
    const savedAt = clock.now()
    const body = jsonOf(call.body.body)
    await store.drafts.save({ organisation, stream: `tender/${tender}`, kind, body, savedAt })
    return { savedAt }
  })
}

/** What came in as JSON is JSON; only an absent body is not. */
function jsonOf(body: unknown): Json {
  return isJson(body) ? body : null
}

function isJson(body: unknown): body is Json {
  return body !== undefined
}
