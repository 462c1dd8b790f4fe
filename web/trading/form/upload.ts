// SPDX-License-Identifier: Apache-2.0
/** 上传: in pieces that can be paused and resumed; what comes back is the file by its digest. */

import type { FileRef } from '@gongxin/core/kernel'
import { fileView } from '@gongxin/shell/http/contract'

export interface Going {
  readonly name: string
  readonly percent: number
  readonly bytesPerSecond: number
  readonly leftMs: number
  readonly state: 'going' | 'paused' | 'interrupted' | 'refused'
}

export interface Upload {
  pause(): void
  resume(): void
  cancel(): void
}

interface Listening {
  /** A bid sealed on this machine: larger than other files may be. */
  readonly sealed?: boolean
  readonly onGoing: (going: Going) => void
  readonly onDone: (file: FileRef) => void
}

export async function startUpload(file: File, going: Listening): Promise<Upload> {
  const { onGoing, onDone, sealed = false } = going
  const tus = await import('tus-js-client')
  const begunMs = Date.now()
  const shown = { name: file.name, percent: 0, bytesPerSecond: 0, leftMs: 0 }
  let latest = shown
  let answer = ''
  const upload = new tus.Upload(file, {
    endpoint: '/api/files',
    chunkSize: 8 * 1024 * 1024,
    retryDelays: [500, 1500, 4000, 10_000],
    removeFingerprintOnSuccess: true,
    metadata: { filename: file.name, ...(sealed ? { purpose: 'sealed' } : {}) },
    onAfterResponse: (_, response) => {
      answer = response.getBody() || answer
    },
    onProgress: (sent, total) => {
      const seconds = Math.max(0.1, (Date.now() - begunMs) / 1000)
      const bytesPerSecond = sent / seconds
      const leftMs = bytesPerSecond === 0 ? 0 : ((total - sent) / bytesPerSecond) * 1000
      latest = { ...shown, percent: Math.floor((sent / total) * 100), bytesPerSecond, leftMs }
      onGoing({ ...latest, state: 'going' })
    },
    onError: (error) => {
      const refused = 'originalResponse' in error && error.originalResponse !== null
      onGoing({ ...latest, state: refused ? 'refused' : 'interrupted' })
    },
    onSuccess: () => {
      const stored = readStored(answer)
      if (stored === null) onGoing({ ...latest, state: 'refused' })
      else onDone(stored)
    },
  })
  onGoing({ ...latest, state: 'going' })
  upload.start()
  return {
    pause: () => {
      void upload.abort()
      onGoing({ ...latest, state: 'paused' })
    },
    resume: () => upload.start(),
    cancel: () => void upload.abort(true),
  }
}

/** The last answer carries the stored file; anything else means it was not taken. */
export function readStored(text: string): FileRef | null {
  try {
    const parsed = fileView.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
