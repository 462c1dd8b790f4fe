// SPDX-License-Identifier: Apache-2.0
/** Hands orders to the press room and waits for the bytes; a press that broke is set up anew. */

import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { Unavailable } from '../store/index.ts'
import type { Sheet } from './sheet.ts'

export interface Press {
  print(sheet: Sheet): Promise<Uint8Array>
  close(): Promise<void>
}

interface Waiting {
  readonly resolve: (bytes: Uint8Array) => void
  readonly reject: (error: Error) => void
  readonly timer: NodeJS.Timeout
}

interface Answer {
  readonly id: number
  readonly bytes?: Uint8Array
  readonly why?: string
}

export interface PressOptions {
  readonly patienceMs?: number
  readonly mostWaiting?: number
}

/** Started with the first order: who never prints never pays for it. */
export function createPress({ patienceMs = 120_000, mostWaiting = 50 }: PressOptions = {}): Press {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let orders = 0
  const broke = (why: string) => {
    worker = null
    for (const [id, { reject, timer }] of waiting) {
      clearTimeout(timer)
      waiting.delete(id)
      reject(new Unavailable(`press: ${why}`))
    }
  }
  const start = (): Worker => {
    const started = startWorker()
    started.on('message', ({ id, bytes, why }: Answer) => {
      const order = waiting.get(id)
      if (order === undefined) return
      waiting.delete(id)
      clearTimeout(order.timer)
      if (bytes === undefined) order.reject(new Error(`press: ${why}`))
      else order.resolve(bytes)
      if (waiting.size === 0) started.unref()
    })
    started.on('error', ({ message }) => broke(message))
    started.on('exit', () => {
      if (worker === started) broke('it stopped')
    })
    return started
  }
  return {
    print(sheet) {
      if (waiting.size >= mostWaiting) return Promise.reject(new Unavailable('press: too busy'))
      worker ??= start()
      const press = worker
      press.ref()
      orders += 1
      const id = orders
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          broke('it took too long')
          void press.terminate()
        }, patienceMs)
        waiting.set(id, { resolve, reject, timer })
        press.postMessage({ id, sheet })
      })
    },
    async close() {
      const press = worker
      broke('it is closed')
      await press?.terminate()
    },
  }
}

/** In the source tree a page of TypeScript; beside the bundle a program of its own. */
function startWorker(): Worker {
  const source = new URL('./worker-from-source.mjs', import.meta.url)
  const bundled = new URL('./papers-worker.mjs', import.meta.url)
  return new Worker(existsSync(fileURLToPath(source)) ? source : bundled, { execArgv: [] })
}
