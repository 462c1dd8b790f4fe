// SPDX-License-Identifier: Apache-2.0
/** One kept-alive connection that speaks just enough HTTP: measuring must cost less than serving. */

import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

export interface Answer {
  readonly status: number
  /** As sent, in lower case. */
  readonly head: string
  readonly body: string
}

export interface Asking {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

export interface Wire {
  /** One at a time; fails when the other side goes away before it has answered. */
  ask(asking: Asking): Promise<Answer>
  close(): void
}

interface Waiting {
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: Error) => void
}

const none = Buffer.alloc(0)

export async function connectWire(port: number): Promise<Wire> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  await once(socket, 'connect')
  let waiting: Waiting | null = null
  let held: Buffer = none
  const lost = () => {
    waiting?.reject(new Error('connection lost'))
    waiting = null
  }
  socket.on('data', (chunk) => {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk])
    const answer = answerIn(held)
    if (answer === null) return
    held = none
    const { resolve } = waiting ?? {}
    waiting = null
    resolve?.(answer)
  })
  socket.on('close', lost).on('error', lost)
  return {
    ask: (asking) =>
      new Promise((resolve, reject) => {
        if (socket.destroyed || waiting !== null) return reject(new Error('connection lost'))
        waiting = { resolve, reject }
        write(socket, asking)
      }),
    close: () => socket.destroy(),
  }
}

function write(socket: Socket, { method, path, headers = {}, body }: Asking): void {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  if (body !== undefined) {
    lines.push('content-type: application/json\r\n')
    lines.push(`content-length: ${Buffer.byteLength(body)}\r\n`)
  }
  socket.write(
    `${method} ${path} HTTP/1.1\r\nhost: localhost\r\n${lines.join('')}\r\n${body ?? ''}`,
  )
}

/** Null while it is not whole. Lengths and chunks are all the ways in which our server ends. */
function answerIn(held: Buffer): Answer | null {
  const split = held.indexOf('\r\n\r\n')
  if (split < 0) return null
  const head = held.toString('latin1', 0, split).toLowerCase()
  const status = Number(head.slice(9, 12))
  const length = /\r\ncontent-length: (\d+)/.exec(head)?.[1]
  const from = split + 4
  if (length !== undefined) {
    const until = from + Number(length)
    return held.length < until ? null : { status, head, body: held.toString('utf8', from, until) }
  }
  if (!head.includes('transfer-encoding: chunked')) return { status, head, body: '' }
  const chunks: Buffer[] = []
  for (let at = from; ; ) {
    const line = held.indexOf('\r\n', at)
    if (line < 0) return null
    const size = Number.parseInt(held.toString('latin1', at, line), 16)
    const until = line + 2 + size
    if (held.length < until + 2) return null
    if (size === 0) return { status, head, body: Buffer.concat(chunks).toString('utf8') }
    chunks.push(held.subarray(line + 2, until))
    at = until + 2
  }
}
