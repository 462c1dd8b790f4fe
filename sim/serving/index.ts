// SPDX-License-Identifier: Apache-2.0
/** A small JSON server for the demo's own programs: a table of routes, nothing else. */

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { z } from '@gongxin/core/kernel'

export { hourOf } from './hour.ts'

export interface Asking {
  readonly query: URLSearchParams
  /** Parts of the path that the pattern names, in order. */
  readonly parts: readonly string[]
  readonly body: unknown
  /** What was sent, as it was sent; empty for a GET. */
  readonly bytes: Uint8Array
  readonly header: (name: string) => string | undefined
}

export interface Replying {
  readonly status: number
  readonly body: unknown
  /** Kind of a body that is bytes, such as a certificate. */
  readonly type?: string
  /** For people: the body is a page. */
  readonly page?: true
}

export interface Serving {
  readonly method: 'GET' | 'POST'
  /** Whole path; groups are handed on as `parts`. */
  readonly path: RegExp
  readonly answer: (asking: Asking) => Promise<Replying> | Replying
}

export interface Running {
  readonly url: string
  stop(): Promise<void>
}

const mostBytes = 1_000_000

/** Every answer says that it comes from a demo: no amount and no person in it is real. */
const demoMark = 'demo'

export async function serveJson(port: number, table: readonly Serving[]): Promise<Running> {
  const server = createServer((request, response) => {
    answered(request, table).then(
      (reply) => write(response, reply),
      (error: unknown) => {
        console.error(error)
        write(response, { status: 500, body: { code: 'broken' } })
      },
    )
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const url = `http://127.0.0.1:${portOf(server.address())}`
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { url, stop }
}

/** Prints one line when ready, and stops on the signals a keeper sends. */
export async function untilStopped(name: string, running: Running): Promise<void> {
  console.log(`${name} ready ${running.url}`)
  await new Promise<void>((resolve) => {
    process.once('SIGTERM', resolve)
    process.once('SIGINT', resolve)
  })
  await running.stop()
}

export function found(body: unknown, status = 200): Replying {
  return { status, body }
}

export function missing(): Replying {
  return { status: 404, body: { code: 'not-found' } }
}

/** The body in its shape, or the reply that says what is wrong with it. */
export function shaped<S extends z.ZodType>(
  shape: S,
  body: unknown,
  then: (given: z.output<S>) => Promise<Replying> | Replying,
): Promise<Replying> | Replying {
  const read = shape.safeParse(body)
  if (read.success) return then(read.data)
  const issues = read.error.issues.map(({ path, message }) => ({ path: path.join('/'), message }))
  return { status: 400, body: { code: 'malformed', issues } }
}

async function answered(request: IncomingMessage, table: readonly Serving[]): Promise<Replying> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1')
  for (const { method, path, answer } of table) {
    const fits = method === request.method ? path.exec(url.pathname) : null
    if (fits === null) continue
    const bytes = method === 'GET' ? new Uint8Array(0) : await bytesOf(request)
    if (bytes === null) return { status: 413, body: { code: 'too-large' } }
    const parts = fits.slice(1).map((part) => decodeURIComponent(part ?? ''))
    const body = method === 'GET' ? undefined : bodyOf(request, bytes)
    const header = (name: string) => [request.headers[name]].flat()[0]
    return answer({ query: url.searchParams, parts, body, bytes, header })
  }
  return missing()
}

/** Null where it is too long to be read. */
async function bytesOf(request: IncomingMessage): Promise<Uint8Array | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > mostBytes) return null
    chunks.push(bytes)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

function bodyOf(request: IncomingMessage, bytes: Uint8Array): unknown {
  const text = new TextDecoder().decode(bytes)
  const form = request.headers['content-type'] === 'application/x-www-form-urlencoded'
  try {
    return form ? Object.fromEntries(new URLSearchParams(text)) : JSON.parse(text)
  } catch {
    return undefined
  }
}

function write(response: ServerResponse, { status, body, page, type }: Replying): void {
  const kind = page === true ? 'text/html' : 'application/json'
  response.writeHead(status, {
    'content-type': type ?? `${kind}; charset=utf-8`,
    'x-gongxin-demo': demoMark,
  })
  if (body instanceof Uint8Array) response.end(body)
  else response.end(page === true ? String(body) : JSON.stringify(body))
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address !== null ? address.port : 0
}
