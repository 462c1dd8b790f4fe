// SPDX-License-Identifier: Apache-2.0
/** 开标大厅 live: what has become public, pushed to whoever watches; one look serves them all. */

import type { ServerResponse } from 'node:http'
import { admit, found, type Host, type HttpDeps } from './host.ts'

const lookMs = 500
const heartbeatMs = 15_000
/** A watcher that reads this slowly is cut off and comes back with its last number. */
const mostWaitingBytes = 1_048_576

interface Hall {
  readonly watchers: Set<ServerResponse>
  seq: number
  timer?: NodeJS.Timeout
}

export function liveHandlers({ app, deps }: Host): void {
  const halls = new Map<string, Hall>()
  app.get<{ Params: { tender: string } }>(
    '/api/tenders/:tender/live',
    { onRequest: async (request) => admit(request, 'anyone', deps), exposeHeadRoute: false },
    async (request, reply) => {
      const { tender } = request.params
      const after = Number(request.headers['last-event-id'] ?? -1)
      const from = Number.isSafeInteger(after) && after >= -1 ? after : -1
      const lines = found(await deps.tenders.trail(tender, null, from))
      reply.hijack()
      const { raw } = reply
      raw.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      })
      raw.write(`retry: 2000\n\n${lines.map(eventOf).join('')}`)
      join(halls, tender, { watcher: raw, seq: lines.at(-1)?.seq ?? from, deps })
    },
  )
  const beat = setInterval(() => {
    for (const { watchers } of halls.values()) tell(watchers, ': still here\n\n')
  }, heartbeatMs)
  // Before the server closes: an open stream would keep it from ever ending.
  app.addHook('preClose', async () => {
    clearInterval(beat)
    for (const { watchers, timer } of halls.values()) {
      clearTimeout(timer)
      for (const watcher of watchers) watcher.end()
    }
    halls.clear()
  })
}

interface Joining {
  readonly watcher: ServerResponse
  /** Number of the last line the watcher has. */
  readonly seq: number
  readonly deps: HttpDeps
}

function join(halls: Map<string, Hall>, tender: string, { watcher, seq, deps }: Joining): void {
  const known = halls.get(tender)
  const hall: Hall = known ?? { watchers: new Set<ServerResponse>(), seq }
  if (known === undefined) {
    halls.set(tender, hall)
    watch(hall, tender, deps)
  }
  // A newcomer may be behind the hall or ahead of it: lines told twice carry the same number.
  hall.seq = Math.min(hall.seq, seq)
  hall.watchers.add(watcher)
  watcher.on('close', () => {
    hall.watchers.delete(watcher)
    if (hall.watchers.size > 0) return
    clearTimeout(hall.timer)
    halls.delete(tender)
  })
}

function watch(hall: Hall, tender: string, deps: HttpDeps): void {
  const look = async () => {
    const head = await deps.store.events.head(`tender/${tender}`)
    if (head > hall.seq) {
      const lines = (await deps.tenders.trail(tender, null, hall.seq)) ?? []
      if (lines.length > 0) tell(hall.watchers, lines.map(eventOf).join(''))
      hall.seq = Math.max(hall.seq, lines.at(-1)?.seq ?? head)
    }
  }
  const again = () => {
    hall.timer = setTimeout(() => {
      // A database that is away for a moment is asked again; nobody here can do more.
      look()
        .catch(() => {})
        .finally(() => hall.watchers.size > 0 && again())
    }, lookMs)
  }
  again()
}

/** Public lines only: what the citizen may not read has no body and is not sent. */
function eventOf(line: { readonly seq: number; readonly body: unknown }): string {
  return line.body === null ? '' : `id: ${line.seq}\nevent: line\ndata: ${JSON.stringify(line)}\n\n`
}

function tell(watchers: Set<ServerResponse>, text: string): void {
  const bytes = Buffer.from(text)
  if (bytes.length === 0) return
  for (const watcher of watchers) {
    watcher.write(bytes)
    if (watcher.writableLength > mostWaitingBytes) watcher.destroy()
  }
}
