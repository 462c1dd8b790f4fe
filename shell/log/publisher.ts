// SPDX-License-Identifier: Apache-2.0
/** Shows every new checkpoint to the witnesses (C2SP tlog-witness) and keeps what they sign. */

import { concat, utf8 } from '@gongxin/trust/canonical'
import { base64, findNote, verifyNote } from '@gongxin/trust/log'
import type { Clock } from '../clock/index.ts'
import type { KeptCheckpoint, LogStore } from '../store/index.ts'
import { consistency } from './proofs.ts'
import type { Roll, Witness, WitnessPlace } from './witnesses.ts'

export interface PublisherParts {
  readonly log: LogStore
  readonly clock: Pick<Clock, 'now'>
  readonly roll: Roll
  readonly places: readonly WitnessPlace[]
  readonly onFault: (error: unknown) => void
}

export interface Publisher {
  /** Asks every witness that lags and is not being asked; waits for none of them. */
  step(): Promise<void>
  /** Until nobody is being asked. */
  settled(): Promise<void>
}

/** What we believe of a witness until it says otherwise. */
interface Asked {
  readonly place: WitnessPlace
  /** Size it has cosigned; undefined until it has been asked. */
  size: number | undefined
  failures: number
  /** By the machine's own clock. */
  notBefore: number
  running: Promise<void> | undefined
}

const patienceMs = 10_000
const [firstPauseMs, longestPauseMs] = [250, 30_000]

export function createPublisher(parts: PublisherParts): Publisher {
  const all = parts.places.map((place): Asked => {
    return { place, size: undefined, failures: 0, notBefore: 0, running: undefined }
  })
  const ask = async (asked: Asked, newest: KeptCheckpoint) => {
    try {
      const witness = await parts.roll.meet(asked.place)
      asked.size = await cosigned(parts, witness, { newest, from: asked.size ?? 0 })
      asked.failures = 0
    } catch (error) {
      asked.failures += 1
      const pause = Math.min(longestPauseMs, firstPauseMs * 2 ** asked.failures)
      asked.notBefore = performance.now() + pause
      if (asked.failures === 1) parts.onFault(error)
    } finally {
      asked.running = undefined
    }
  }
  return {
    async step() {
      const newest = all.length === 0 ? null : await parts.log.newest()
      if (newest === null) return
      for (const asked of all) {
        const waits = asked.running !== undefined || asked.notBefore > performance.now()
        if (!waits && asked.size !== newest.size) asked.running = ask(asked, newest)
      }
    },
    async settled() {
      await Promise.all(all.map(({ running }) => running))
    },
  }
}

interface Showing {
  readonly newest: KeptCheckpoint
  /** Where we believe the witness to stand. */
  readonly from: number
}

/** A witness that stands elsewhere says where; then it is asked once more from there. */
async function cosigned(parts: PublisherParts, witness: Witness, of: Showing): Promise<number> {
  const { newest } = of
  const first = await show(parts, witness, of)
  const answer = first.status === 409 ? await show(parts, witness, standing(first)) : first
  if (answer.status !== 200) {
    throw new Error(`${witness.key.name}: ${answer.status} ${answer.text.trim().slice(0, 200)}`)
  }
  const line = lineIn(newest, witness, answer.text)
  const at = parts.clock.now()
  await parts.log.keepCosignature({ size: newest.size, witness: witness.key.name, line, at })
  return newest.size

  function standing({ text }: { readonly text: string }): Showing {
    const from = /^\d{1,15}\n?$/.test(text) ? Number(text) : Number.NaN
    if (!(from <= newest.size)) throw new Error(`${witness.key.name} has seen more: ${text.trim()}`)
    return { newest, from }
  }
}

async function show({ log }: PublisherParts, { url }: Witness, { newest, from }: Showing) {
  const proof = await consistency(log, from, newest.size)
  const lines = (proof ?? []).map((hash) => `${base64(hash)}\n`).join('')
  const response = await fetch(new URL('add-checkpoint', url), {
    method: 'POST',
    body: concat(utf8(`old ${from}\n${lines}\n`), newest.sm3Note),
    signal: AbortSignal.timeout(patienceMs),
  })
  return { status: response.status, text: await response.text() }
}

/** The line of this very witness under this very text, or a fault. */
function lineIn({ sm3Note }: KeptCheckpoint, { key }: Witness, answer: string): Uint8Array {
  const text = findNote(sm3Note)?.text ?? ''
  const note = findNote(utf8(`${text}\n${answer}`))
  const verdict = note === undefined ? undefined : verifyNote(note, [key])
  const own = note?.lines.find(({ name }) => name === key.name)
  if (verdict?.ok !== true || verdict.signatures.length !== 1 || own === undefined) {
    throw new Error(`${key.name} answers what it did not sign`)
  }
  return concat(own.keyId, own.signature)
}
