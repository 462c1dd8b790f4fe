// SPDX-License-Identifier: Apache-2.0
/** Typed calls of the interface, made from the contract's own routes. */

import type { z } from '@gongxin/core/kernel'
import type { Route } from '@gongxin/shell/http/contract'
import { lost, ProblemFound, readProblem } from './problem.ts'

export interface Asking<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  readonly params?: z.input<P>
  readonly query?: z.input<Q>
  readonly body?: z.input<B>
  /** Kept over retries, so that asking twice is one act. */
  readonly key?: string
  readonly signal?: AbortSignal
}

/** Answers in the route's shape, or throws {@link ProblemFound}. */
export async function call<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  A extends z.ZodType,
>(route: Route<P, Q, B, A>, asking: Asking<P, Q, B> = {}): Promise<z.output<A>> {
  const { body, key, signal } = asking
  const headers: Record<string, string> = { accept: 'application/json' }
  if (body !== undefined) headers['content-type'] = 'application/json'
  if (key !== undefined) headers['idempotency-key'] = key
  const request: RequestInit = { method: route.method, headers, credentials: 'same-origin' }
  if (body !== undefined) request.body = JSON.stringify(body)
  if (signal !== undefined) request.signal = signal
  const response = await sent(addressOf(route, asking), request)
  const text = await response.text()
  if (!response.ok) throw new ProblemFound(readProblem(response.status, text))
  return route.answer.parse(text === '' ? undefined : JSON.parse(text))
}

async function sent(address: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(address, request)
  } catch (error) {
    if (request.signal?.aborted === true) throw error
    throw new ProblemFound(lost(String(error)))
  }
}

/** The path with its parameters filled in, and the query behind it. */
export function addressOf(
  route: Pick<Route, 'path'>,
  asking: { readonly params?: unknown; readonly query?: unknown },
): string {
  const params = recordOf(asking.params)
  const path = route.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(params[name] ?? '')),
  )
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(recordOf(asking.query))) {
    if (value !== undefined && value !== '') query.set(name, String(value))
  }
  const tail = query.toString()
  return tail === '' ? path : `${path}?${tail}`
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {}
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
