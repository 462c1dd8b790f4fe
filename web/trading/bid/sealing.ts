// SPDX-License-Identifier: Apache-2.0
/** What is said between the page and the worker that hashes and seals. */

import type { OwnBid } from '@gongxin/core/trading/bid'

/** The bid with its documents as blobs; functions and streams cannot cross to a worker. */
export type SealRequest = Omit<OwnBid, 'documents'> & { readonly documents: readonly Blob[] }

export type WorkerRequest =
  | { readonly kind: 'seal'; readonly bid: SealRequest }
  | { readonly kind: 'digest'; readonly document: Blob }

export interface SealedBid {
  readonly manifest: string
  readonly ticketSig: string
  readonly commitment: string
  readonly file: Blob
}

export type WorkerAnswer =
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'sealed'; readonly sealed: SealedBid }
  | { readonly kind: 'digest'; readonly digest: string }
  | { readonly kind: 'failed'; readonly reason: string }

interface Going {
  /** Bytes done so far. */
  readonly onProgress?: (done: number) => void
  readonly signal?: AbortSignal
}

/** Seals on a thread of its own, so that the page stays at hand. Rejects when it fails or is given up. */
export async function sealInWorker(bid: SealRequest, going: Going = {}): Promise<SealedBid> {
  const answer = await ask({ kind: 'seal', bid }, going)
  if (answer.kind !== 'sealed') throw new Error('the worker answered something else')
  return answer.sealed
}

/** SM3 of a document, in lower-case hex. */
export async function digestInWorker(document: Blob, going: Going = {}): Promise<string> {
  const answer = await ask({ kind: 'digest', document }, going)
  if (answer.kind !== 'digest') throw new Error('the worker answered something else')
  return answer.digest
}

type Ended = Exclude<WorkerAnswer, { kind: 'progress' } | { kind: 'failed' }>

function ask(request: WorkerRequest, { onProgress, signal }: Going): Promise<Ended> {
  return new Promise((done, fail) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
    const end = (then: () => void) => {
      worker.terminate()
      then()
    }
    worker.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => {
      if (data.kind === 'progress') onProgress?.(data.done)
      else if (data.kind === 'failed') end(() => fail(new Error(data.reason)))
      else end(() => done(data))
    }
    worker.onerror = ({ message }) => end(() => fail(new Error(message)))
    signal?.addEventListener('abort', () => end(() => fail(new Error('given up'))))
    worker.postMessage(request)
  })
}
