// SPDX-License-Identifier: Apache-2.0
/** The demo expert library over HTTP: who may be drawn, and what they say when called. */

import { id, instant, line, z } from '@gongxin/core/kernel'
import { specialties } from '@gongxin/core/registers/experts'
import { found, missing, type Running, type Serving, serveJson, shaped } from '../serving/index.ts'
import { answerTo, type CallAnswer, eligible, expertsOf } from './experts.ts'

/** Neither project nor bidders are ever told: time, place and duration only (DW-4). */
const callBody = z.strictObject({
  expert: id,
  at: instant,
  place: line(120),
  minutes: z.int().min(1).max(10_000).default(240),
})
type Call = z.infer<typeof callBody>

export interface LibraryOptions {
  readonly port: number
  readonly seed: number
}

export async function startLibrary({ port, seed }: LibraryOptions): Promise<Running> {
  const experts = expertsOf(seed)
  const calls: (Call & { readonly answer: CallAnswer })[] = []
  const table: readonly Serving[] = [
    get(/^\/$/, () => ({ name: '演示评标专家库', experts: experts.length })),
    get(/^\/healthz$/, () => ({ ok: true })),
    get(/^\/specialties$/, () => specialties),
    get(/^\/eligible$/, (query) =>
      eligible(experts, { specialties: query.getAll('specialty'), on: query.get('on') ?? '' }),
    ),
    {
      method: 'GET',
      path: /^\/experts\/([^/]+)$/,
      answer: ({ parts }) => {
        const expert = experts.find((e) => e.expert === parts[0])
        return expert === undefined ? missing() : found(expert)
      },
    },
    {
      method: 'POST',
      path: /^\/calls$/,
      answer: ({ body }) =>
        shaped(callBody, body, (call) => {
          const known = experts.some((e) => e.expert === call.expert)
          if (!known) return missing()
          const answer = answerTo(seed, call.expert, call.at)
          calls.push({ ...call, answer })
          return found({ answer })
        }),
    },
    // What the experts of the demo know themselves: when and where they promised to be.
    get(/^\/calls$/, (query) =>
      calls.filter((c) => c.at === query.get('at') && c.place === query.get('place')),
    ),
  ]
  return serveJson(port, table)
}

function get(path: RegExp, answer: (query: URLSearchParams) => unknown): Serving {
  return { method: 'GET', path, answer: ({ query }) => found(answer(query)) }
}
