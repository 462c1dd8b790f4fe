// SPDX-License-Identifier: Apache-2.0
/** What every answer wears and every request must pass: policy, pace, size, and the same site. */

import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Language, Stop, stop } from './faults.ts'

const strict = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
}

/** The workbench's styles are made while it runs, and its sealing is WebAssembly. */
export const workbenchPolicy =
  "default-src 'self';script-src 'self' 'wasm-unsafe-eval';style-src 'self' 'unsafe-inline';" +
  "img-src 'self' data: blob:;font-src 'self' data:;connect-src 'self';worker-src 'self' blob:;" +
  "object-src 'none';base-uri 'none';form-action 'self';frame-ancestors 'none'"

export interface Pace {
  readonly requestsPerMinute: number
  /** Whether callers on this machine are counted; a demo's own city is not. */
  readonly countsLocal: boolean
}

export async function secure(app: FastifyInstance, production: boolean, pace: Pace): Promise<void> {
  app.decorateRequest('signedIn', null)
  app.decorateRequest('language', 'zh')
  await app.register(cookie)
  app.addHook('onRequest', async (request) => {
    request.language = languageOf(request)
    if (!isSafe(request.method)) checkSite(request)
  })
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: strict },
    strictTransportSecurity: production ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'same-origin' },
  })
  await app.register(rateLimit, {
    max: pace.requestsPerMinute,
    timeWindow: 60_000,
    allowList: (request) => !pace.countsLocal && isLocal(request.ip),
    errorResponseBuilder: (_, { ttl }) => tooMany(Math.ceil(ttl / 1000)),
  })
  await app.register(compress, { threshold: 1024, encodings: ['br', 'gzip'] })
}

export function tooMany(retryAfterSeconds: number): Stop {
  const code = 'too-many-requests'
  return new Stop({ status: 429, kind: 'unavailable', code, retryAfterSeconds })
}

function isSafe(method: string): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS'
}

/** From this machine; a proxy on it must say whom it speaks for. */
export function isLocal(address: string): boolean {
  return address === '127.0.0.1' || address === '::1' || address === '::ffff:127.0.0.1'
}

/** Browsers say where a request comes from; programs that say nothing carry no borrowed cookie. */
function checkSite(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site']
  if (site === 'same-origin' || site === 'none') return
  const { origin } = request.headers
  if (origin !== undefined && URL.canParse(origin) && new URL(origin).host === request.host) return
  if (site === undefined && origin === undefined) return
  throw stop(403, 'refused', 'cross-site')
}

/** A choice kept in a cookie stands before the browser's wish; Chinese stands before all. */
function languageOf(request: FastifyRequest): Language {
  const chosen = request.cookies.lang
  if (chosen === 'zh' || chosen === 'en') return chosen
  const wished = (request.headers['accept-language'] ?? '').toLowerCase().match(/\b(zh|en)\b/)
  return wished?.[1] === 'en' ? 'en' : 'zh'
}
