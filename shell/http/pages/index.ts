// SPDX-License-Identifier: Apache-2.0
/** The public pages: models loaded here, rendered by the portal, whole without JavaScript. */

import { createHash } from 'node:crypto'
import { replay, type TenderEvent } from '@gongxin/core/trading/tender'
import { type Frame, portalCss, renderHome, renderProject } from '@gongxin/web/public-service'
import type { FastifyInstance } from 'fastify'
import type { NoticeView, TenderView } from '../contract/index.ts'
import type { HttpDeps } from '../host.ts'

const style = `/assets/portal-${createHash('sha256').update(portalCss).digest('hex').slice(0, 12)}.css`
const perPage = 30
const html = 'text/html; charset=utf-8'

export async function registerPages(app: FastifyInstance, deps: HttpDeps): Promise<void> {
  const frame = (): Frame => ({
    now: deps.clock.now(),
    demo: deps.config.mode === 'demo',
    style,
  })
  app.get(style, async (_request, reply) =>
    reply
      .type('text/css; charset=utf-8')
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(portalCss),
  )
  app.get<{ Querystring: { q?: string; from?: string } }>('/', async (request, reply) => {
    const query = String(request.query.q ?? '')
      .trim()
      .slice(0, 100)
    const from = Math.max(0, Math.min(100_000, Number(request.query.from) || 0))
    const notices = await noticesFor(deps, query, from)
    const link = `/?q=${encodeURIComponent(query)}&from=${from + perPage}`
    const more = notices.length === perPage ? link : null
    return reply.type(html).send(renderHome({ query, notices, more }, frame()))
  })
  app.get<{ Params: { tender: string } }>('/tenders/:tender', async (request, reply) => {
    const { tender } = request.params
    const view = await deps.tenders.view(tender, null)
    const trail = await deps.tenders.trail(tender, null, -1)
    if (view === null || trail === null) return reply.callNotFound()
    const state = stateOf(view)
    return reply.type(html).send(renderProject({ view, state, trail }, frame()))
  })
}

/** The view carries core's own state, folded for this reader; its wire type is open. */
function stateOf(view: TenderView): ReturnType<typeof replay> {
  const events: readonly TenderEvent[] = []
  return { ...replay(events), ...view.state }
}

async function noticesFor(
  { store }: HttpDeps,
  query: string,
  from: number,
): Promise<readonly NoticeView[]> {
  if (query !== '') {
    const found = await store.search.notices({ text: query, limit: perPage, offset: from })
    const keys = found.hits.map((hit) => hit.id)
    if (keys.length === 0) return []
    const rows = await store.queries
      .selectFrom('notice')
      .select(['id', 'doc'])
      .where('region', '=', store.region)
      .where('id', 'in', keys)
      .execute()
    return keys.flatMap((id) => rows.filter((row) => row.id === id).map((row) => viewOf(row.doc)))
  }
  const rows = await store.queries
    .selectFrom('notice')
    .select('doc')
    .where('region', '=', store.region)
    .orderBy('published_at', 'desc')
    .limit(perPage)
    .offset(from)
    .execute()
  return rows.map((row) => viewOf(row.doc))
}

/** Written by the projections of the tender service as a NoticeView and as nothing else. */
function viewOf(doc: unknown): NoticeView {
  return doc as NoticeView
}
