// SPDX-License-Identifier: Apache-2.0
/** The one place where errors become answers: five kinds, problem+json, nothing from inside. */

import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Unavailable } from '../store/index.ts'
import { type Fault, notFound, problemOf, Stop } from './faults.ts'

export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError | Error, request, reply) => {
    const fault = faultOf(error)
    if (fault.kind === 'broken') request.log.error({ err: error }, 'broken')
    return sendFault(fault, request, reply)
  })
  app.setNotFoundHandler((request, reply) => sendFault(notFound().fault, request, reply))
}

export function sendFault(fault: Fault, request: FastifyRequest, reply: FastifyReply) {
  const problem = problemOf(fault, request.language, request.id)
  if (fault.retryAfterSeconds !== undefined) {
    reply.header('retry-after', String(fault.retryAfterSeconds))
  }
  // Sent as bytes: the type is not one the serializer knows.
  return reply
    .code(fault.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('content-language', request.language === 'zh' ? 'zh-CN' : 'en')
    .send(JSON.stringify(problem))
}

function faultOf(error: FastifyError | Error): Fault {
  if (error instanceof Stop) return error.fault
  if (error instanceof Unavailable) {
    return { status: 503, kind: 'unavailable', code: 'unavailable', retryAfterSeconds: 2 }
  }
  const code = 'code' in error ? error.code : ''
  const status = 'statusCode' in error ? (error.statusCode ?? 500) : 500
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE' || status === 413) {
    return { status: 413, kind: 'malformed', code: 'too-large' }
  }
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE' || status === 415) {
    return { status: 415, kind: 'malformed', code: 'media-type' }
  }
  if (
    code === 'FST_ERR_CTP_INVALID_JSON_BODY' ||
    (error instanceof SyntaxError && status === 400)
  ) {
    return { status: 400, kind: 'malformed', code: 'malformed-json' }
  }
  if (status === 404) return notFound().fault
  if (status >= 400 && status < 500) {
    return { status, kind: 'malformed', code: 'malformed', facts: { count: 1 } }
  }
  return { status: 500, kind: 'broken', code: 'broken' }
}
