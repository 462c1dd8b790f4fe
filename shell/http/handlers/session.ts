// SPDX-License-Identifier: Apache-2.0
/** Signing in and out, switching roles, confirming, and passkeys. */

import type { Refused } from '@gongxin/core/kernel'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { SignedIn } from '../../identity/index.ts'
import { routes } from '../contract/index.ts'
import { notFound, refusal } from '../faults.ts'
import { type Host, serve, sessionCookie, signedInOf } from '../host.ts'
import { createBrake } from './brake.ts'

export function sessionHandlers(host: Host): void {
  const { identity, config } = host.deps
  const secure = config.mode !== 'demo'
  const brake = createBrake(secure ? 10 : 600)
  const enter = async (reply: FastifyReply, opened: { token: string } | Refused) => {
    if ('kind' in opened) throw refusal(opened)
    const options = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const
    reply.setCookie(sessionCookie, opened.token, options)
    return opened.token
  }
  const shown = async (signedIn: SignedIn) => sessionShown(signedIn, host)
  const shownBehind = async (token: string) => {
    const signedIn = await identity.sessions.find(token)
    if (signedIn === null) throw notFound()
    return shown(signedIn)
  }
  const leave = async (request: FastifyRequest) => {
    if (request.signedIn !== null) await identity.sessions.close(request.signedIn)
  }

  serve(host, routes.signIn, async ({ body, request, reply }) => {
    brake(`${request.ip} ${body.login}`)
    const opened = await identity.signIn(body.login, body.password)
    const token = await enter(reply, opened)
    await leave(request)
    return shownBehind(token)
  })
  serve(host, routes.session, async (call) => shown(signedInOf(call)))
  serve(host, routes.switchRole, async (call) => {
    const opened = await identity.sessions.switchTo(signedInOf(call), call.body)
    return shownBehind(await enter(call.reply, opened))
  })
  serve(host, routes.signOut, async ({ request, reply }) => {
    await leave(request)
    reply.clearCookie(sessionCookie, { path: '/' })
    return undefined
  })
  serve(host, routes.demoSession, async ({ body, request, reply }) => {
    const opened = await identity.signInAsPersona(body.persona)
    if (opened === null) throw notFound()
    await enter(reply, opened)
    await leave(request)
    return undefined
  })
  serve(host, routes.confirm, async (call) => {
    const signedIn = signedInOf(call)
    brake(`confirm ${signedIn.account.id}`)
    const given = await identity.confirmations.give(signedIn, call.body)
    if ('kind' in given) throw refusal(given)
    return given
  })
  passkeyHandlers(host, async (reply, opened) => shownBehind(await enter(reply, opened)))
}

type Enter = (
  reply: FastifyReply,
  opened: { token: string } | Refused,
) => Promise<Awaited<ReturnType<typeof sessionShown>>>

function passkeyHandlers(host: Host, enter: Enter): void {
  const { identity } = host.deps
  serve(host, routes.passkeyOptions, async (call) => {
    return { ...(await identity.passkeys.registrationOptions(signedInOf(call).account)) }
  })
  serve(host, routes.registerPasskey, async (call) => {
    const { account } = signedInOf(call)
    const fault = await identity.passkeys.register(account, call.body.response)
    if (fault !== null) throw refusal(fault)
    return undefined
  })
  serve(host, routes.passkeyChallenge, async ({ body }) => {
    const account = body.login === undefined ? null : await identity.people.byLogin(body.login)
    return { ...(await identity.passkeys.challenge(account)) }
  })
  serve(host, routes.passkeySignIn, async ({ body, reply }) => {
    return enter(reply, await identity.signInByPasskey(body.response))
  })
}

async function sessionShown(signedIn: SignedIn, { deps }: Host) {
  const { account, acting, memberships, persona } = signedIn
  return {
    account: account.id,
    name: account.name,
    ...acting,
    memberships: [...memberships],
    persona,
    passkeys: await deps.identity.passkeys.count(account.id),
  }
}
