// SPDX-License-Identifier: Apache-2.0
/** Routes of the public log for people and pages; its files lie below `/log/` as C2SP has them. */

import { words, z } from '@gongxin/core/kernel'
import { route } from './route.ts'

const signed = z.object({
  size: z.number().int(),
  /** Root under SM3, lower-case hex. */
  root: z.string(),
  at: z.string(),
})

export const logLineView = z.object({
  /** Place in the log, from 0. */
  idx: z.number().int(),
  type: z.string(),
  tender: z.string(),
  at: z.string(),
  /** Out of the sealed chain of a bid, which has no name. */
  sealed: z.boolean(),
  /** Leaf under SM3, lower-case hex. */
  leaf: z.string(),
})
export type LogLineView = z.infer<typeof logLineView>

export const logView = z.object({
  /** Numbered and committed. */
  recorded: signed.nullable(),
  /** Cosigned by a quorum of witnesses. */
  attested: signed.nullable(),
  quorum: z.number().int(),
  /** How many witnesses there are to be. */
  expected: z.number().int(),
  witnesses: z.array(
    z.object({
      name: z.string(),
      seen: z.object({ size: z.number().int(), at: z.string() }).nullable(),
    }),
  ),
  latest: z.array(logLineView),
})
export type LogView = z.infer<typeof logView>

/** RFC 9162 §2.1.3: with the leaf and this path anybody comes to the root that was cosigned. */
export const inclusionView = z.object({
  idx: z.number().int(),
  size: z.number().int(),
  root: z.string(),
  path: z.array(z.string()),
})

export type InclusionView = z.infer<typeof inclusionView>

export const logRoutes = {
  log: route(
    {
      method: 'GET',
      path: '/api/log',
      title: words('公信日志', 'The public log'),
      tag: 'log',
      access: 'anyone',
    },
    { answer: logView },
  ),
  inclusion: route(
    {
      method: 'GET',
      path: '/api/tenders/:tender/log/:seq',
      title: words('留痕在公信日志中的证明', 'Proof that an entry is in the log'),
      tag: 'log',
      access: 'anyone',
    },
    {
      params: z.strictObject({
        tender: z.string().max(64),
        seq: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
      }),
      answer: inclusionView,
    },
  ),
} as const
