// SPDX-License-Identifier: Apache-2.0
/** The public face: every page, list and feed at its short address, for everybody. */

import { procedures } from '@gongxin/core/procedures'
import {
  calendarSheet,
  flowSheet,
  logSheet,
  monthsSheet,
  noticesSheet,
  type PageSetting,
  portalStylesheet,
  portalStylesheetPath,
  renderAbout,
  renderCalendar,
  renderEntity,
  renderFeed,
  renderGuide,
  renderHome,
  renderLaw,
  renderLog,
  renderNotices,
  renderProcedure,
  renderReadings,
  renderUnavailable,
  standingSheets,
  tendersSheet,
} from '@gongxin/web/public-service'
import type { FastifyInstance } from 'fastify'
import { Unavailable } from '../../store/index.ts'
import { keepChoices, type PageDeps, sendPage, sendSheet, settingOf } from './deps.ts'
import { entityModel } from './entities.ts'
import { homeModel, monthFigures } from './home.ts'
import { newestNotices, tendersClosing } from './lists.ts'
import { missing } from './missing.ts'
import { noticesAsked, noticesModel } from './notices.ts'
import { projectPages } from './projects.ts'
import { rootsOf } from './roots.ts'

export type { PageDeps } from './deps.ts'

const monthMs = 30 * 86_400_000
const pageSize = 20
const mostInSheet = 5_000
const everything = { kind: null, district: null, line: null, since: null }

export async function registerPages(parent: FastifyInstance, deps: PageDeps): Promise<void> {
  // An own scope, so that a fault here is answered with a page and elsewhere with a problem.
  await parent.register(async (app) => {
    app.setErrorHandler((error, request, reply) => {
      if (!(error instanceof Unavailable)) throw error
      const setting = settingOf(request, deps)
      reply.header('retry-after', '5')
      return sendPage(reply, renderUnavailable(setting), setting, 503)
    })
    standingPages(app, deps)
    listPages(app, deps)
    projectPages(app, deps)
    entityPages(app, deps)
    app.get(portalStylesheetPath, async (_, reply) =>
      reply
        .header('content-type', 'text/css; charset=utf-8')
        .header('cache-control', 'public, max-age=31536000, immutable')
        .send(portalStylesheet),
    )
    // The interface and the workbench say in their own way that something is not there.
    app.get('/*', async (request, reply) =>
      /^\/(?:api|app)(?:\/|$)/.test(request.url)
        ? reply.callNotFound()
        : missing(request, reply, deps),
    )
  })
}

type Draw = (setting: PageSetting) => string | Promise<string>

function page(app: FastifyInstance, deps: PageDeps, path: string, draw: Draw): void {
  app.get(path, async (request, reply) => {
    const setting = settingOf(request, deps)
    const html = await draw(setting)
    keepChoices(request, reply)
    return sendPage(reply, html, setting)
  })
}

function sheet(app: FastifyInstance, deps: PageDeps, path: string, write: Draw): void {
  const name = path.replace(/^.*\/|\.csv$/g, '')
  app.get(path, async (request, reply) =>
    sendSheet(reply, name, await write(settingOf(request, deps))),
  )
}

function standingPages(app: FastifyInstance, deps: PageDeps): void {
  page(app, deps, '/law', renderLaw)
  page(app, deps, '/law/readings', renderReadings)
  page(app, deps, '/guide', renderGuide)
  page(app, deps, '/about', async (setting) => renderAbout(setting, await rootsOf(deps)))
  sheet(app, deps, '/law/limits.csv', standingSheets.limits)
  sheet(app, deps, '/law/documents.csv', standingSheets.documents)
  sheet(app, deps, '/law/readings.csv', standingSheets.readings)
  sheet(app, deps, '/guide.csv', standingSheets.procedures)
  for (const procedure of procedures) {
    const path = `/guide/${procedure.id}`
    page(app, deps, path, (setting) => renderProcedure(procedure.id, setting) ?? '')
    sheet(app, deps, `${path}.csv`, (setting) => flowSheet(procedure, setting))
  }
  sheet(app, deps, '/about.csv', standingSheets.neverPublic)
}

function listPages(app: FastifyInstance, deps: PageDeps): void {
  const openings = (setting: PageSetting, limit: number) =>
    tendersClosing(deps, { from: setting.now, withinMs: monthMs, limit })
  page(app, deps, '/', async (setting) => renderHome(await homeModel(deps, setting.now), setting))
  page(app, deps, '/calendar', async (setting) =>
    renderCalendar({ openings: await openings(setting, 500) }, setting),
  )
  sheet(app, deps, '/calendar.csv', async (setting) =>
    calendarSheet({ openings: await openings(setting, mostInSheet) }, setting),
  )
  sheet(app, deps, '/months.csv', async (setting) =>
    monthsSheet({ months: await monthFigures(deps, setting.now) }, setting),
  )
  noticePages(app, deps)
  page(app, deps, '/log', async (setting) => renderLog(await deps.log.standing(), setting))
  sheet(app, deps, '/log.csv', async (setting) => logSheet(await deps.log.standing(), setting))
}

function noticePages(app: FastifyInstance, deps: PageDeps): void {
  app.get('/notices', async (request, reply) => {
    const setting = settingOf(request, deps)
    const of = { now: setting.now, limit: pageSize }
    const html = renderNotices(await noticesModel(deps, noticesAsked(request), of), setting)
    keepChoices(request, reply)
    return sendPage(reply, html, setting)
  })
  app.get('/notices.csv', async (request, reply) => {
    const setting = settingOf(request, deps)
    const of = { now: setting.now, limit: mostInSheet }
    const { items } = await noticesModel(deps, { ...noticesAsked(request), cursor: null }, of)
    return sendSheet(reply, 'notices', noticesSheet(items, setting))
  })
  app.get('/notices.atom', async (request, reply) => {
    const { items } = await newestNotices(deps, everything, { limit: 50, after: null })
    const origin = `${request.protocol}://${request.host}`
    return reply
      .header('content-type', 'application/atom+xml; charset=utf-8')
      .header('cache-control', 'public, max-age=60')
      .send(renderFeed(items, { origin, now: deps.clock.now() }))
  })
}

interface OfEntity {
  readonly Params: { readonly uscc: string }
}

function entityPages(app: FastifyInstance, deps: PageDeps): void {
  app.get<OfEntity>('/entities/:uscc', async (request, reply) => {
    const isSheet = request.params.uscc.endsWith('.csv')
    const model = await entityModel(deps, request.params.uscc.replace(/\.csv$/, ''))
    if (model === null) return missing(request, reply, deps)
    const setting = settingOf(request, deps)
    if (isSheet) {
      return sendSheet(
        reply,
        'projects',
        tendersSheet([...model.owned, ...(model.won ?? [])], setting),
      )
    }
    keepChoices(request, reply)
    return sendPage(reply, renderEntity(model, setting), setting)
  })
}
