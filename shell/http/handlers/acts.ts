// SPDX-License-Identifier: Apache-2.0
/** Acts: who asks, was it confirmed, what came of it. Nothing is decided in this file. */

import { findSentBidAct } from '@gongxin/core/trading/bid'
import { findAct, registerProject } from '@gongxin/core/trading/tender'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { mostBehindMs } from '../../clock/index.ts'
import type { SignedIn } from '../../identity/index.ts'
import type { Outcome } from '../../tenders/index.ts'
import { routes } from '../contract/index.ts'
import { malformed, notFound, refusal, Stop, stop } from '../faults.ts'
import { callerOf, type Host, serve, signedInOf } from '../host.ts'
import { faulty, issuesIn } from '../validate.ts'

export function actHandlers(host: Host): void {
  const { tenders } = host.deps
  serve(host, routes.registerTender, async (call) => {
    const { body, request, reply } = call
    byGoodTime(host)
    const caller = callerOf(request, signedInOf(call), 'session')
    const outcome = await tenders.register(caller, body, keyOf(request))
    return answered(outcome, { request, reply, act: registerProject.name, body })
  })
  serve(host, routes.act, async (call) => {
    const { params, request, reply } = call
    byGoodTime(host)
    const { body, confirmation, expectedVersion } = call.body
    const signedIn = signedInOf(call)
    const key = keyOf(request)
    const act = { tender: params.tender, act: params.act, body }
    const confirming = { signedIn, confirmation, confirmed: act }
    const outcome = await withConfirmation(host, confirming, (confirmed) =>
      tenders.act(callerOf(request, signedIn, 'session'), {
        ...act,
        key,
        confirmed,
        ...(expectedVersion === undefined ? {} : { expectedVersion }),
      }),
    )
    return answered(outcome, { request, reply, act: params.act, body })
  })
}

/** Every act is judged by the hour, so none is taken while the hour is wrong. */
function byGoodTime({ deps }: Host): void {
  if (deps.clock.behindMs() > mostBehindMs) throw stop(503, 'unavailable', 'clock-behind')
}

/** Two requests with one key are one act; so every act must bring one. */
function keyOf(request: FastifyRequest): string {
  const key = request.headers['idempotency-key']
  if (typeof key === 'string' && /^[\x21-\x7e]{1,128}$/.test(key)) return key
  throw malformed('key-needed')
}

interface Confirming {
  readonly signedIn: SignedIn
  readonly confirmation: string | undefined
  readonly confirmed: { readonly tender: string; readonly act: string; readonly body: unknown }
}

/**
 * A confirmation that does not fit leaves the plain session: the procedure's table then refuses
 * what needs more, and a repeated request still gets its first answer.
 */
async function withConfirmation<T>(
  { deps }: Host,
  { signedIn, confirmation, confirmed }: Confirming,
  work: (taken: Promise<boolean>) => Promise<T>,
): Promise<T> {
  const { confirmations } = deps.identity
  if (confirmation === undefined) return work(Promise.resolve(false))
  const taken = confirmations.take(signedIn, confirmation, confirmed)
  const wasTaken = taken.catch(() => false)
  return work(taken).catch(async (error) => {
    if (await wasTaken) {
      await confirmations.giveBack(signedIn, confirmation, confirmed).catch(() => {})
    }
    throw error
  })
}

interface Asked {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly act: string
  readonly body: unknown
}

function answered(outcome: Outcome, { request, reply, act, body }: Asked) {
  switch (outcome.kind) {
    case 'done':
      if (outcome.repeated) reply.header('idempotency-replayed', 'true')
      return outcome.answer
    case 'refused':
      throw refusal(outcome.refusal)
    case 'malformed': {
      const shape = shapeOf(act)
      const said = shape === undefined ? [] : issuesIn(shape, body, request.language)
      throw faulty(said.length > 0 ? said : [...outcome.issues])
    }
    case 'conflict':
      throw new Stop({
        ...{ status: 409, kind: 'conflict', code: 'version-moved' },
        current: outcome.current,
      })
    case 'key-reused':
      throw stop(409, 'conflict', 'key-reused')
    case 'not-found':
      throw notFound()
  }
}

function shapeOf(act: string) {
  return (findAct(act) ?? findSentBidAct(act))?.shape
}
