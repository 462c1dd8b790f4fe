// SPDX-License-Identifier: Apache-2.0
/** The public log as plain files (C2SP tlog-tiles): the tree under SM3, and its twin beside it. */

import { findTilePath, type TreeAlgorithm, tileWidth } from '@gongxin/trust/log'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { routes } from './contract/index.ts'
import { found, type Host, type HttpDeps, serve } from './host.ts'

const trees: readonly (readonly [TreeAlgorithm, string])[] = [
  ['SM3', '/log'],
  ['SHA-256', '/log/sha256'],
]

export function logHandlers(host: Host): void {
  const { app, deps } = host
  serve(host, routes.log, async () => deps.log.standing())
  serve(host, routes.inclusion, async ({ params: { tender, seq } }) =>
    found(await deps.log.inclusion(`tender/${tender}`, seq)),
  )
  for (const [algorithm, path] of trees) treeHandlers(app, deps.log, { algorithm, path })
  app.get('/log/policy', { exposeHeadRoute: false }, async (_, reply) =>
    plain(reply).send(deps.log.policy()),
  )
}

interface OfTree {
  readonly algorithm: TreeAlgorithm
  readonly path: string
}

function treeHandlers(app: FastifyInstance, log: HttpDeps['log'], of: OfTree): void {
  const { algorithm, path } = of
  app.get(`${path}/checkpoint`, { exposeHeadRoute: false }, async (_, reply) =>
    plain(reply).send(Buffer.from(found(await log.checkpoint(algorithm)))),
  )
  app.get<{ Params: { readonly '*': string } }>(
    `${path}/tile/*`,
    { exposeHeadRoute: false },
    async (request, reply) => {
      const { kind, tile } = found(findTilePath(`tile/${request.params['*']}`))
      const bytes = kind === 'tile' ? await log.tile(algorithm, tile) : await log.bundle(tile)
      const file = Buffer.from(found(bytes))
      // What is not full is soon asked for under another name.
      const kept = tile.width === tileWidth ? 'max-age=31536000, immutable' : 'max-age=60'
      return reply
        .header('content-type', 'application/octet-stream')
        .header('cache-control', `public, ${kept}`)
        .send(file)
    },
  )
}

function plain(reply: FastifyReply): FastifyReply {
  return reply
    .header('content-type', 'text/plain; charset=utf-8')
    .header('cache-control', 'no-store')
}
