// SPDX-License-Identifier: Apache-2.0
/** One request to a neighbour: a time to wait, a few attempts, and an answer in its shape. */

import type { z } from '@gongxin/core/kernel'
import { Unavailable } from '../store/index.ts'

export interface Patience {
  readonly timeoutMs: number
  readonly attempts: number
  readonly pauseMs: number
}

export const usualPatience: Patience = { timeoutMs: 5_000, attempts: 3, pauseMs: 200 }

export interface Asked<S extends z.ZodType> {
  /** Name of the neighbour, for whoever reads that it did not answer. */
  readonly whom: string
  readonly url: URL
  readonly shape: S
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  readonly patience?: Patience | undefined
  /** A status of refusal whose body is an answer too. */
  readonly also?: number
}

/** Only what may be repeated is asked here: a payment carries its own reference. */
export async function ask<S extends z.ZodType>(asked: Asked<S>): Promise<z.output<S>> {
  const { attempts, pauseMs } = asked.patience ?? usualPatience
  for (let attempt = 1; ; attempt += 1) {
    const answer = await once(asked)
    if (answer.kind === 'answered') return answer.value
    if (answer.kind === 'no' || attempt >= attempts) {
      throw new Unavailable(`${asked.whom}: ${answer.why}`)
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs * attempt))
  }
}

type Once<T> =
  | { readonly kind: 'answered'; readonly value: T }
  /** Asking again will not help. */
  | { readonly kind: 'no'; readonly why: string }
  | { readonly kind: 'silent'; readonly why: string }

async function once<S extends z.ZodType>(asked: Asked<S>): Promise<Once<z.output<S>>> {
  const { url, shape, body, headers = {}, patience = usualPatience } = asked
  try {
    const response = await fetch(url, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(patience.timeoutMs),
    })
    if (response.status >= 500 || response.status === 429) {
      return { kind: 'silent', why: `status ${response.status}` }
    }
    if (!response.ok && response.status !== asked.also)
      return { kind: 'no', why: `status ${response.status}` }
    const read = shape.safeParse(await response.json())
    return read.success
      ? { kind: 'answered', value: read.data }
      : { kind: 'no', why: 'an answer out of shape' }
  } catch (error) {
    return { kind: 'silent', why: error instanceof Error ? error.message : String(error) }
  }
}
