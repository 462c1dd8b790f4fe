// SPDX-License-Identifier: Apache-2.0
/** Up, ready, and how busy: for whoever runs the machine. */

import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { mostBehindMs } from '../clock/index.ts'
import { persistently } from '../store/index.ts'
import { notFound, stop } from './faults.ts'
import type { Host } from './host.ts'
import { isUnwritten } from './logging.ts'
import { isLocal } from './security.ts'

export function healthHandlers({ app, deps }: Host): void {
  const register = new Registry()
  collectDefaultMetrics({ register })
  const seconds = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from request to answer, by route as declared, never by address.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [register],
  })
  app.addHook('onResponse', async (request, reply) => {
    if (isUnwritten(request)) return
    const route = request.routeOptions.url ?? 'unknown'
    seconds.observe(
      { method: request.method, route, status: String(reply.statusCode) },
      reply.elapsedTime / 1000,
    )
  })
  const plain = { config: { rateLimit: false }, logLevel: 'warn' } as const
  app.get('/healthz', plain, async () => ({ ok: true }))
  app.get('/readyz', plain, async () => {
    await persistently(() => deps.store.pool.query('select 1'), 1).catch(() => {
      throw stop(503, 'unavailable', 'unavailable')
    })
    // Deadlines are judged by this clock: while it is wrong, nothing should be sent here.
    if (deps.clock.behindMs() > mostBehindMs) throw stop(503, 'unavailable', 'clock-behind')
    return { ok: true }
  })
  app.get('/metrics', plain, async (request, reply) => {
    // How often acts were asked for would tell the public how many bids have come in.
    if (!isLocal(request.ip)) throw notFound()
    return reply.header('content-type', register.contentType).send(await register.metrics())
  })
}
