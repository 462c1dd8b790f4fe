// SPDX-License-Identifier: Apache-2.0
/** What is written of each request: who asked for what and how it went; never what it held. */

import type { FastifyRequest } from 'fastify'

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
