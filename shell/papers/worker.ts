// SPDX-License-Identifier: Apache-2.0
/** The press room: a thread of its own, so that printing never holds up an answer. */

import { parentPort } from 'node:worker_threads'
import { print } from './print.ts'
import type { Sheet } from './sheet.ts'

let last: Promise<void> = Promise.resolve()

parentPort?.on('message', ({ id, sheet }: { readonly id: number; readonly sheet: Sheet }) => {
  last = last.then(async () => {
    try {
      parentPort?.postMessage({ id, bytes: await print(sheet) })
    } catch (error) {
      parentPort?.postMessage({ id, why: error instanceof Error ? error.message : String(error) })
    }
  })
})
