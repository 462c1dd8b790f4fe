// SPDX-License-Identifier: Apache-2.0
/** The worker of the bid tool: hashes documents and seals bids; nothing of it leaves the machine. */

import { z } from '@gongxin/core/kernel'
import { sealOwnBid } from '@gongxin/core/trading/bid'
import { hex } from '@gongxin/trust/canonical'
import { isKernel, kernelGcm, kernelLeaves } from '@gongxin/trust/kernel'
import type { QuickHands } from '@gongxin/trust/seal'
import { sm3 } from '@gongxin/trust/suites'
import type { SealRequest, WorkerAnswer, WorkerRequest } from './sealing.ts'

// Shapes must not compile themselves at run time: the content policy forbids it.
z.config({ jitless: true })

const pieceSize = 1 << 20

function say(answer: WorkerAnswer): void {
  postMessage(answer)
}

addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  const work = data.kind === 'seal' ? seal(data.bid) : digest(data.document)
  work.then(say, (error: unknown) => say({ kind: 'failed', reason: String(error) }))
})

async function seal({ documents, ...bid }: SealRequest): Promise<WorkerAnswer> {
  // A blob may be kept on disk by the browser; pieces are gathered so that few of them are held.
  let pieces: BlobPart[] = []
  const blobs: Blob[] = []
  let [done, held] = [0, 0]
  const write = (piece: Uint8Array) => {
    // Not copied: what is sealed is never written to again.
    pieces.push(piece as Uint8Array<ArrayBuffer>)
    done += piece.length
    held += piece.length
    if (held < 8 * pieceSize) return
    blobs.push(new Blob(pieces))
    pieces = []
    held = 0
    say({ kind: 'progress', done })
  }
  const random = (size: number) => crypto.getRandomValues(new Uint8Array(size))
  const own = { ...bid, documents: documents.map(piecesOf) }
  const hands = { random, write, ...(await quickHands()) }
  const { manifest, ticketSig, commitment } = await sealOwnBid(own, hands)
  const file = new Blob([...blobs, ...pieces])
  return { kind: 'sealed', sealed: { manifest, ticketSig, commitment, file } }
}

/** The kernel, about twice as quick; none where the browser has none, and plain code seals the same. */
async function quickHands(): Promise<QuickHands> {
  try {
    const response = await fetch('/app/kernel.wasm')
    const { instance } = await WebAssembly.instantiate(await response.arrayBuffer(), {})
    const kernel = instance.exports
    return isKernel(kernel) ? { cipher: kernelGcm(kernel), leaves: kernelLeaves(kernel) } : {}
  } catch {
    return {}
  }
}

async function digest(document: Blob): Promise<WorkerAnswer> {
  const hash = sm3()
  let done = 0
  for await (const piece of piecesOf(document)) {
    hash.update(piece)
    done += piece.length
    say({ kind: 'progress', done })
  }
  return { kind: 'digest', digest: hex(hash.digest()) }
}

async function* piecesOf(document: Blob): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < document.size; from += pieceSize) {
    const piece = document.slice(from, from + pieceSize)
    yield new Uint8Array(await piece.arrayBuffer())
  }
}
