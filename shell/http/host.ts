// SPDX-License-Identifier: Apache-2.0
/** From a route as data to a route that serves: admit, read, handle, answer; nothing else decides. */

import type { Actor, z } from '@gongxin/core/kernel'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Cabinet } from '../cabinet/index.ts'
import type { Clock } from '../clock/index.ts'
import type { Config } from '../config/index.ts'
import type { FileStore } from '../files/index.ts'
import type { Identity, SignedIn } from '../identity/index.ts'
import type { PublicLog } from '../log/index.ts'
import type { Papers } from '../papers/index.ts'
import type { Store } from '../store/index.ts'
import type { Authority, Caller, Tenders } from '../tenders/index.ts'
import type { Route } from './contract/index.ts'
import { type Language, notFound, refusal, stop } from './faults.ts'
import { checkTexts, shaped } from './validate.ts'

export interface HttpDeps {
  readonly config: Pick<Config, 'mode' | 'dataFolder' | 'bankUrl' | 'bankKey'>
  readonly store: Store
  readonly cabinet: Cabinet
  readonly clock: Clock
  readonly tenders: Tenders
  readonly identity: Identity
  readonly files: FileStore
  readonly papers: Papers
  readonly log: PublicLog
  /** Absent or null where nobody is certified. */
  readonly authority?: Authority | null
}

export interface Host {
  readonly app: FastifyInstance
  readonly deps: HttpDeps
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set on every route of the interface; null for a citizen. */
    signedIn: SignedIn | null
    language: Language
  }
}

export interface Call<P, Q, B> {
  readonly params: P
  readonly query: Q
  readonly body: B
  readonly signedIn: SignedIn | null
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

export function serve<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
>(
  { app, deps }: Host,
  route: Route<P, Q, B, R>,
  handle: (call: Call<z.output<P>, z.output<Q>, z.output<B>>) => Promise<z.input<R>>,
): void {
  // In production a demo route does not exist: it answers as any unknown address.
  if (route.demoOnly === true && deps.config.mode !== 'demo') return
  app.route({
    method: route.method,
    url: route.path,
    onRequest: async (request) => admit(request, route.access, deps),
    handler: async (request, reply) => {
      const { language, signedIn } = request
      for (const part of [request.params, request.query, request.body]) checkTexts(part)
      const given = emptyAsNothing(route.body, request.body)
      const answer = await handle({
        params: shaped(route.params, request.params, { language, part: 'params' }),
        query: shaped(route.query, request.query, { language, part: 'query' }),
        body: shaped(route.body, given, { language, part: '' }),
        signedIn,
        request,
        reply,
      })
      const status = route.status ?? 200
      if (status === 204) return reply.code(204).send()
      // Parsing drops what the shape does not name: nothing undeclared ever leaves.
      return reply.code(status).send(route.answer.parse(answer))
    },
  })
}

/** Deny by default: only what the table grants passes. */
export async function admit(
  request: FastifyRequest,
  access: Route['access'],
  { identity }: Pick<HttpDeps, 'identity'>,
): Promise<void> {
  const token = request.cookies[sessionCookie]
  request.signedIn = token === undefined ? null : await identity.sessions.find(token)
  if (access === 'anyone') return
  if (request.signedIn === null) throw stop(401, 'refused', 'sign-in-needed')
  if (access === 'signed-in') return
  const { role } = request.signedIn.acting
  if (access.includes(role)) return
  throw refusal({ kind: 'refused', reason: 'not-your-act', facts: {}, findings: [] })
}

export const sessionCookie = 'gongxin_session'

function emptyAsNothing(shape: z.ZodType, body: unknown): unknown {
  if (body === null) return undefined
  const empty = typeof body === 'object' && Object.keys(body ?? {}).length === 0
  return empty && shape.safeParse(undefined).success ? undefined : body
}

/** The person behind a call that the table has already admitted as signed in. */
export function signedInOf({ signedIn }: { readonly signedIn: SignedIn | null }): SignedIn {
  if (signedIn === null) throw stop(401, 'refused', 'sign-in-needed')
  return signedIn
}

export function actorOf(
  { account, acting, memberships }: SignedIn,
  assurance: Actor['assurance'] = 'session',
): Actor {
  const { role, organisation: party } = acting
  const others = memberships.flatMap(({ organisation }) =>
    organisation === party ? [] : [organisation],
  )
  return {
    ...{ role, party, account: account.id, assurance },
    ...(others.length === 0 ? {} : { alsoFor: others }),
  }
}

export function readerOf({ signedIn }: { readonly signedIn: SignedIn | null }): Actor | null {
  return signedIn === null ? null : actorOf(signedIn)
}

export function callerOf(
  request: FastifyRequest,
  signedIn: SignedIn,
  assurance: Actor['assurance'],
): Caller {
  return {
    actor: actorOf(signedIn, assurance),
    name: signedIn.acting.organisationName,
    address: request.ip,
    source: (request.headers['user-agent'] ?? '').slice(0, 200),
    requestId: request.id,
  }
}

export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw notFound()
  return value
}
