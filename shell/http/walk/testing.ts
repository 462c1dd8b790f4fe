// SPDX-License-Identifier: Apache-2.0
/** For tests only: the whole address over a real database and real tenders, listening. */

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll } from 'vitest'
import { testStores } from '../../cabinet/testing.ts'
import { createClock } from '../../clock/index.ts'
import { createFileStore } from '../../files/index.ts'
import { createIdentity } from '../../identity/index.ts'
import type { HttpDeps } from '../host.ts'
import { registerPages } from '../pages/index.ts'
import { createHttpServer } from '../server.ts'
import { settle } from './cast.ts'
import { logOf, pressOf, tendersAmongNeighbours } from './neighbours.ts'

export interface Served {
  readonly url: string
  readonly app: FastifyInstance
  readonly deps: HttpDeps & { readonly log: Awaited<ReturnType<typeof logOf>> }
}

export { uploadsTo } from '../../tenders/testing.ts'

export const bankKey = 'key-of-the-test-bank'
/** The machine stands still, so that sessions last; the demo's hour moves ahead of it. */
const machine = () => Date.parse('2026-03-02T00:00:00.000Z')

export async function serveWhole(): Promise<Served> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'gongxin-walk-'))
  const { store, cabinet, close } = await testStores(join(dataFolder, 'vault'))
  const clock = await createClock({ mode: 'demo', memory: store.settings, machine })
  const site = { domain: 'localhost', origins: ['http://localhost:3000'] }
  const identity = await createIdentity({ store, clock, mode: 'demo', site })
  await settle(store, clock.now())
  const files = createFileStore(join(dataFolder, 'files'))
  const tenders = await tendersAmongNeighbours({ store, cabinet, clock, files })
  const config = { mode: 'demo', dataFolder, bankUrl: undefined, bankKey } as const
  const papers = pressOf({ store, cabinet, files })
  const log = await logOf({ store, clock, dataFolder })
  const deps = { config, store, cabinet, clock, tenders, identity, files, papers, log }
  const pace = { requestsPerMinute: 1_000_000, countsLocal: false }
  const app = await createHttpServer(deps, { pace, pages: registerPages })
  afterAll(async () => {
    await app.close()
    await log.close()
    await papers.close()
    await close()
    await rm(dataFolder, { recursive: true, force: true })
  })
  return { app, deps, url: await app.listen({ port: 0, host: '127.0.0.1' }) }
}
