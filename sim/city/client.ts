// SPDX-License-Identifier: Apache-2.0
/** The public interface as a function: a route of the contract, what it asks, what it answers. */

import { Broken, type z } from '@gongxin/core/kernel'
import { fileView, problem, type Route } from '@gongxin/shell/http/contract'

export interface Asking {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
  /** Cookie of whoever asks; nobody in particular without it. */
  readonly session?: string | undefined
  /** Two requests with one key are one act. */
  readonly key?: string
  /** Who asks, for whoever watches. */
  readonly as?: string
}

export type Answered<T> =
  | { readonly ok: true; readonly value: T; readonly session: string | undefined }
  | { readonly ok: false; readonly fault: Fault }

export interface Fault {
  readonly status: number
  readonly kind: string
  readonly code: string
  readonly detail: string
}

/** One request and its answer, as a trace shows them. */
export interface Exchange {
  readonly route: Route
  readonly path: string
  readonly as: string
  readonly status: number
  readonly fault: Fault | null
}

type Answering<A extends z.ZodType> = Route<z.ZodType, z.ZodType, z.ZodType, A>

export interface Client {
  ask<A extends z.ZodType>(route: Answering<A>, asking?: Asking): Promise<Answered<z.output<A>>>
  /** A sealed bid in one piece (tus, creation with upload). Throws where it is not taken. */
  upload(bytes: Uint8Array, of: Uploading): Promise<z.output<typeof fileView>>
}

interface Uploading {
  readonly session: string
  readonly name: string
}

const patienceMs = 30_000

export function clientAt(url: string, watch: (exchange: Exchange) => void = () => {}): Client {
  return {
    async ask<A extends z.ZodType>(route: Answering<A>, asking: Asking = {}) {
      const path = pathOf(route, asking)
      const response = await sent(new URL(path, url), route, asking)
      const fault = response.ok ? null : await faultIn(response)
      watch({ route, path, as: asking.as ?? '', status: response.status, fault })
      if (fault !== null) return { ok: false, fault }
      const body = response.status === 204 ? undefined : await response.json()
      const value: z.output<A> = route.answer.parse(body)
      return { ok: true, value, session: sessionIn(response) }
    },
    async upload(bytes, { session, name }) {
      const response = await fetch(new URL('/api/files', url), {
        method: 'POST',
        headers: {
          'tus-resumable': '1.0.0',
          'content-type': 'application/offset+octet-stream',
          'upload-length': String(bytes.length),
          'upload-metadata': `filename ${btoa(name)},purpose ${btoa('sealed')}`,
          ...{ cookie: session, 'user-agent': 'gongxin-demo-city' },
        },
        body: new Uint8Array(bytes),
        signal: AbortSignal.timeout(patienceMs),
      })
      if (!response.ok) throw new Broken(`the sealed bid was not taken: ${await response.text()}`)
      return fileView.parse(await response.json())
    },
  }
}

async function sent(url: URL, route: Route, asking: Asking): Promise<Response> {
  const { body, session, key } = asking
  return fetch(url, {
    method: route.method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(session === undefined ? {} : { cookie: session }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
      'user-agent': 'gongxin-demo-city',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(patienceMs),
  })
}

function pathOf({ path }: Route, { params = {}, query = {} }: Asking): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  )
  const asked = new URLSearchParams(query).toString()
  return asked === '' ? filled : `${filled}?${asked}`
}

/** Only the pair of name and value goes back. */
function sessionIn(response: Response): string | undefined {
  const [cookie] = response.headers.getSetCookie()
  return cookie?.split(';')[0]
}

async function faultIn(response: Response): Promise<Fault> {
  const body: unknown = await response.json().catch(() => null)
  const read = problem.partial().safeParse(body)
  const { status } = response
  if (!read.success) return { status, kind: 'broken', code: 'no-problem', detail: '' }
  const { kind = 'broken', code = '', detail = '', issues = [] } = read.data
  const wrong = issues.map((issue) => `${issue.path} ${issue.message}`).join('；')
  return { status, kind, code, detail: `${detail}${wrong}` }
}
