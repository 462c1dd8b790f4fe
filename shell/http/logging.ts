// SPDX-License-Identifier: Apache-2.0
/** What is written of each request: who asked for what and how it went; never what it held. */

import { bidActs } from '@gongxin/core/trading/bid'
import { type FastifyRequest, LogController } from 'fastify'

const ofBids = new RegExp(
  `^/api/(?:files(?:$|/|[?])|certificates(?:$|[/?])|tenders/[^/]+/(?:bid(?:$|/|[?])|acts/(?:${bidActs
    .map(({ name }) => name)
    .join('|')})(?:$|[/?])))`,
)

/** A line for each bid would let its reader count them: of these requests nothing is written. */
export function isUnwritten({ method, url }: Pick<FastifyRequest, 'method' | 'url'>): boolean {
  const downloads = method === 'GET' && url.startsWith('/api/files/')
  return !downloads && ofBids.test(url)
}

export const quiet = new LogController({ disableRequestLogging: isUnwritten })

export const logging = {
  level: 'info',
  redact: {
    paths: ['req.headers', 'res.headers', 'headers', 'body', 'password', 'token', 'cookie'],
    censor: '[withheld]',
  },
  serializers: {
    req: (request: FastifyRequest) => ({
      method: request.method,
      // Without the query: a search may hold a name.
      path: request.url.split('?')[0],
      address: request.ip,
    }),
    res: (reply: { readonly statusCode?: number }) => ({ status: reply.statusCode ?? 0 }),
    err: (error: Error) => ({ type: error.name, message: error.message, stack: error.stack ?? '' }),
  },
}
