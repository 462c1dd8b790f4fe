// SPDX-License-Identifier: Apache-2.0
/** The witness over HTTP: add-checkpoint as C2SP has it, its mirror, and its evidence. */

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { findTilePath, noteKeyText } from '@gongxin/trust/log'
import { findShown } from './request.ts'
import type { Judged, Witness } from './witness.ts'

export interface Address {
  readonly host: string
  readonly port: number
}

export interface Serving {
  readonly url: string
  stop(): Promise<void>
}

/** A request, whoever carried it here; without a body where that is longer than any we read. */
export interface Asked {
  readonly method: string
  readonly path: string
  body(): Promise<Uint8Array | undefined>
}

export interface Reply {
  readonly status: number
  readonly type: string
  readonly body: string | Uint8Array
}

const mostBytes = 64 * 1024
const text = 'text/plain; charset=utf-8'

export async function serveWitness(witness: Witness, { host, port }: Address): Promise<Serving> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://witness')
    const asked = { method: request.method ?? '', path: pathname, body: () => bodyOf(request) }
    replyTo(witness, asked).then(
      (reply) => write(response, reply),
      (error: unknown) => {
        console.error(error)
        write(response, plain(500, 'broken'))
      },
    )
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const address = server.address()
  const bound = typeof address === 'object' && address !== null ? address.port : port
  return {
    url: `http://${host}:${bound}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

export async function replyTo(witness: Witness, { method, path, body }: Asked): Promise<Reply> {
  if (method === 'POST' && path === '/add-checkpoint') {
    const bytes = await body()
    const shown = bytes && findShown(bytes)
    return shown === undefined
      ? plain(400, 'malformed')
      : reply(await witness.judge(shown), witness)
  }
  if (method !== 'GET') return plain(405, 'method not allowed')
  if (path === '/key') return plain(200, noteKeyText(witness.key))
  if (path === '/checkpoint') return file(text, await witness.checkpoint())
  if (path === '/conflict') return file('application/json', await witness.conflict())
  const asked = findTilePath(path.slice(1))
  if (asked?.kind !== 'entries') return plain(404, 'not found')
  return file('application/octet-stream', await witness.bundle(asked.tile))
}

function reply(judged: Judged, { key }: Witness): Reply {
  switch (judged.kind) {
    case 'cosigned':
      return { status: 200, type: text, body: judged.line }
    case 'malformed':
      return plain(400, 'malformed')
    case 'unsigned':
      return plain(403, 'not signed by the log')
    case 'halted':
      return plain(403, `${key.name} holds evidence against this log: see /conflict`)
    case 'unknown-log':
      return plain(404, 'unknown log')
    case 'conflict':
    case 'forked':
      return { status: 409, type: 'text/x.tlog.size', body: `${judged.size}\n` }
    case 'proof-fails':
      return plain(422, 'the proof does not hold')
    case 'refused':
      return plain(422, `${judged.fault} at entry ${judged.index}`)
    case 'unavailable':
      return plain(503, 'the log does not show its entries')
  }
}

function plain(status: number, said: string): Reply {
  return { status, type: text, body: `${said}\n` }
}

function file(type: string, bytes: Uint8Array | null): Reply {
  return bytes === null ? plain(404, 'not found') : { status: 200, type, body: bytes }
}

function write(response: ServerResponse, { status, type, body }: Reply): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' })
  response.end(body)
}

async function bodyOf(request: IncomingMessage): Promise<Uint8Array | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > mostBytes) return undefined
    chunks.push(bytes)
  }
  return new Uint8Array(Buffer.concat(chunks))
}
