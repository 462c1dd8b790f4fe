// SPDX-License-Identifier: Apache-2.0
/** A route as data: the same object validates, documents (OpenAPI) and types the callers. */

import type { Role, Words } from '@gongxin/core/kernel'
import { z } from '@gongxin/core/kernel'

export interface Route<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  R extends z.ZodType = z.ZodType,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Path with `:name` parameters. */
  readonly path: string
  readonly title: Words
  readonly tag: string
  /** `anyone`: no session; `signed-in`: any session; roles: a session in one of them. */
  readonly access: 'anyone' | 'signed-in' | readonly Role[]
  /** Exists in demo mode only; production answers 404. */
  readonly demoOnly?: true
  readonly params: P
  readonly query: Q
  readonly body: B
  readonly answer: R
  readonly status?: 200 | 201 | 204
}

const nothing = z.strictObject({})

type Head = Pick<Route, 'method' | 'path' | 'title' | 'tag' | 'access'> & {
  readonly demoOnly?: true
  readonly status?: 200 | 201 | 204
}

/** Fills in what a route leaves out: no parameters, no query, no body. */
export function route<
  R extends z.ZodType,
  P extends z.ZodType = typeof nothing,
  Q extends z.ZodType = typeof nothing,
  B extends z.ZodType = z.ZodUndefined,
>(
  head: Head,
  shapes: { readonly answer: R; readonly params?: P; readonly query?: Q; readonly body?: B },
): Route<P, Q, B, R>
export function route(
  head: Head,
  shapes: {
    readonly answer: z.ZodType
    readonly params?: z.ZodType
    readonly query?: z.ZodType
    readonly body?: z.ZodType
  },
): Route {
  return {
    ...head,
    params: shapes.params ?? nothing,
    query: shapes.query ?? nothing,
    body: shapes.body ?? z.undefined(),
    answer: shapes.answer,
  }
}

/** Cursor paging: the cursor is opaque; no cursor in the answer means the end. */
export const pageQuery = {
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
}

/** RFC 9457 problem+json with the five kinds of errors kept apart. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  kind: z.enum(['refused', 'malformed', 'conflict', 'unavailable', 'broken']),
  /** Stable kebab-case code. */
  code: z.string(),
  detail: z.string(),
  /** What can be done instead. */
  next: z.string(),
  cites: z.array(z.string()),
  findings: z.array(z.unknown()),
  issues: z.array(z.object({ path: z.string(), message: z.string() })),
  /** On a conflict: the version now, and who moved it with what act. */
  current: z
    .object({ version: z.number(), act: z.string(), by: z.string(), at: z.string() })
    .optional(),
  requestId: z.string(),
})
export type Problem = z.infer<typeof problem>
