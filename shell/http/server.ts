// SPDX-License-Identifier: Apache-2.0
/** The one public address: policy first, then the interface, then the faces. */

import { randomUUID } from 'node:crypto'
import fastify, { type FastifyInstance } from 'fastify'
import { bundleHandlers } from './bundles.ts'
import { docsHandlers } from './docs-page.ts'
import { answerErrors } from './errors.ts'
import { downloadHandlers } from './files/downloads.ts'
import { uploadHandlers } from './files/uploads.ts'
import { handleRoutes } from './handlers/index.ts'
import { healthHandlers } from './health.ts'
import type { HttpDeps } from './host.ts'
import { liveHandlers } from './live.ts'
import { logHandlers } from './log.ts'
import { logging, quiet } from './logging.ts'
import { type Pace, secure } from './security.ts'
import { serveWorkbench } from './workbench.ts'

export interface ServerOptions {
  readonly log?: boolean
  readonly pace?: Pace
  /** Folder of the built workbench. */
  readonly workbench?: string
  /** The public pages, which register themselves under `/`. */
  readonly pages?: (app: FastifyInstance, deps: HttpDeps) => Promise<void>
}

const mostBodyBytes = 4 * 1024 * 1024

export async function createHttpServer(
  deps: HttpDeps,
  options: ServerOptions = {},
): Promise<FastifyInstance> {
  const production = deps.config.mode === 'production'
  const app: FastifyInstance = fastify({
    logger: options.log === true ? logging : false,
    logController: quiet,
    bodyLimit: mostBodyBytes,
    genReqId: () => randomUUID(),
    // Only a proxy on this machine may say whom it speaks for.
    trustProxy: 'loopback',
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    requestTimeout: 600_000,
    forceCloseConnections: true,
  })
  readJson(app)
  answerErrors(app)
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id)
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) {
      reply.header('cache-control', 'no-store')
    }
  })
  await secure(app, production, options.pace ?? usualPace(production))
  const host = { app, deps }
  healthHandlers(host)
  handleRoutes(host)
  liveHandlers(host)
  uploadHandlers(host)
  downloadHandlers(host)
  docsHandlers(host)
  logHandlers(host)
  bundleHandlers(host)
  if (options.workbench !== undefined) await serveWorkbench(host, options.workbench)
  if (options.pages !== undefined) await options.pages(app, deps)
  return app
}

function usualPace(production: boolean): Pace {
  return production
    ? { requestsPerMinute: 600, countsLocal: true }
    : { requestsPerMinute: 6_000, countsLocal: false }
}

/** An empty body is no body; keys that would reach into prototypes are malformed. */
function readJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser(['application/json', 'text/plain'])
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body.length === 0) return done(null, undefined)
    return parse(request, body.toString(), done)
  })
}
