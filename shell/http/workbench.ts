// SPDX-License-Identifier: Apache-2.0
/** The workbench under `/app/`: built files as they are, and its one page for every inner address. */

import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { sendFault } from './errors.ts'
import { notFound } from './faults.ts'
import type { Host } from './host.ts'
import { workbenchPolicy } from './security.ts'

/** Nothing is served where nothing was built. */
export async function serveWorkbench({ app }: Host, folder: string): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) return
  const pages = async (scope: FastifyInstance) => {
    scope.addHook('onSend', async (_request, reply) => {
      reply.header('content-security-policy', workbenchPolicy)
    })
    await scope.register(fastifyStatic, {
      root: folder,
      prefix: '/',
      index: 'index.html',
      // Names of built files carry their digest; only the page itself is looked up afresh.
      setHeaders: (reply, path) => {
        const fixed = path.startsWith(join(folder, 'assets'))
        const kept = fixed ? 'public, max-age=31536000, immutable' : 'no-cache'
        reply.header('cache-control', kept)
      },
    })
    // Without its slash the address lies outside `/app/*`, and slashes at the end are dropped.
    scope.get('/', async (_request, reply) => reply.sendFile('index.html'))
    scope.setNotFoundHandler(async (request, reply) => {
      // A file that is gone is gone: the page in its place would be run as a script.
      if (request.url.startsWith('/app/assets/')) return sendFault(notFound().fault, request, reply)
      return reply.sendFile('index.html')
    })
  }
  await app.register(pages, { prefix: '/app' })
}

/** In the source tree, or named by the launcher when we run from a bundle elsewhere. */
export function workbenchFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url))
  const folder = join(process.env.GONGXIN_ROOT || dirname(dirname(here)), 'web/dist')
  return existsSync(folder) ? folder : join(process.cwd(), 'web/dist')
}
