// SPDX-License-Identifier: Apache-2.0
/** Routes of one tender: project page, notice, opening hall, and their CSV. */

import { words } from '@gongxin/core/kernel'
import {
  type ProjectModel,
  renderHall,
  renderNotice,
  renderPaper,
  renderProject,
  type TenderSheet,
  tenderSheet,
} from '@gongxin/web/public-service'
import type { FastifyInstance } from 'fastify'
import { paperLineOf, paperViewOf } from '../paper-view.ts'
import type { PageDeps } from './deps.ts'
import { keepChoices, sendPage, sendSheet, settingOf } from './deps.ts'
import { missing } from './missing.ts'

interface OfTender {
  readonly Params: { readonly tender: string }
}

type Draw = (of: ProjectModel, setting: ReturnType<typeof settingOf>) => string | null

export function projectPages(app: FastifyInstance, deps: PageDeps): void {
  const page = (path: string, draw: Draw) =>
    app.get<OfTender>(path, async (request, reply) => {
      const setting = settingOf(request, deps)
      const model = await modelOf(deps, request.params.tender)
      const html = model && draw(model, setting)
      if (html === null) return missing(request, reply, deps)
      keepChoices(request, reply)
      return sendPage(reply, html, setting)
    })
  page('/tenders/:tender', renderProject)
  page('/tenders/:tender/notice', renderNotice)
  page('/tenders/:tender/opening', renderHall)
  paperPage(app, deps)
  for (const sheet of ['trail', 'opening', 'candidates'] as const) sheetRoute(app, deps, sheet)
}

interface OfPaper {
  readonly Params: { readonly tender: string; readonly paper: string }
}

/** Read as a citizen reads: a paper that is not public is not there. */
function paperPage(app: FastifyInstance, deps: PageDeps): void {
  app.get<OfPaper>('/tenders/:tender/papers/:paper', async (request, reply) => {
    const setting = settingOf(request, deps)
    const { tender, paper } = request.params
    const read = isName(tender) ? await deps.papers.read(tender, paper, null) : null
    if (read === null) return missing(request, reply, deps)
    keepChoices(request, reply)
    return sendPage(reply, renderPaper(paperViewOf(read, deps.papers), setting), setting)
  })
}

function isName(tender: string): boolean {
  return /^[0-9A-Za-z][0-9A-Za-z._-]{0,63}$/.test(tender)
}

function sheetRoute(app: FastifyInstance, deps: PageDeps, sheet: TenderSheet): void {
  app.get<OfTender>(`/tenders/:tender/${sheet}.csv`, async (request, reply) => {
    const model = await modelOf(deps, request.params.tender)
    const csv = model && tenderSheet(sheet, model, settingOf(request, deps))
    return csv === null ? missing(request, reply, deps) : sendSheet(reply, sheet, csv)
  })
}

/** The trail as a citizen may read it; what is withheld comes without its body. */
async function modelOf(deps: PageDeps, tender: string): Promise<ProjectModel | null> {
  if (!isName(tender)) return null
  const trail = await deps.tenders.trail(tender, null, -1)
  if (trail === null || trail.length === 0) return null
  const lines = (await deps.papers.list(tender, null)) ?? []
  const papers = lines.map((line) => paperLineOf(tender, line, deps.papers))
  const vaultRoot = await deps.tenders.lastRoot(tender)
  return { id: tender, trail, documents: await documentsOf(deps, tender), papers, vaultRoot }
}

async function documentsOf(
  { store }: PageDeps,
  tender: string,
): Promise<ProjectModel['documents']> {
  const links = await store.queries
    .selectFrom('file_link')
    .select(['digest', 'name', 'linked_at'])
    .where('region', '=', store.region)
    .where('stream', '=', `tender/${tender}`)
    .where('access', '=', 'public')
    .orderBy('linked_at')
    .orderBy('digest')
    .execute()
  return links.map(({ digest, name, linked_at: at }) => {
    return { name, title: words(name, name), at, href: `/api/files/${digest}` }
  })
}
