// SPDX-License-Identifier: Apache-2.0
/** Routes of the platform's clock, of demo personas, of sessions and of registration. */

import { roles, uscc, words, z } from '@gongxin/core/kernel'
import { route } from './route.ts'
import { clockView, organisationView, personaView, sessionView } from './views.ts'

const none = z.undefined()

/** A person's confirmation over the digest shown: single use, ten minutes (decision 24). */
export const confirmationBody = z.strictObject({
  tender: z.string().max(64),
  act: z.string().max(64),
  /** SM3 over the canonical JSON of the act's body, in hex. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  password: z.string().max(200).optional(),
  passkey: z.unknown().optional(),
  /** Demo mode: one click stands for the password, and the event says so. */
  demo: z.literal(true).optional(),
})

export const registrationBody = z.strictObject({
  uscc,
  name: z.string().min(2).max(80),
  kind: z.enum(['enterprise', 'agency', 'institution', 'government']),
  address: z.string().max(120),
  basicAccount: z.strictObject({ bank: z.string().max(80), number: z.string().max(40) }),
  person: z.strictObject({
    name: z.string().min(1).max(40),
    login: z.string().regex(/^[a-z0-9._@-]{3,60}$/),
    password: z.string().min(10).max(200),
    phone: z.string().max(40),
    email: z.string().max(120),
  }),
})

export const sessionRoutes = {
  clock: route(
    {
      method: 'GET',
      path: '/api/clock',
      title: words('服务器时间', 'Server time'),
      tag: 'platform',
      access: 'anyone',
    },
    { answer: clockView },
  ),
  personas: route(
    {
      method: 'GET',
      path: '/api/demo/personas',
      title: words('演示身份', 'Demo personas'),
      tag: 'demo',
      access: 'anyone',
      demoOnly: true,
    },
    { answer: z.array(personaView) },
  ),
  drawnExperts: route(
    {
      method: 'GET',
      path: '/api/demo/experts',
      title: words('已被抽中的专家（演示）', 'Experts who are expected (demo)'),
      tag: 'demo',
      access: 'anyone',
      demoOnly: true,
    },
    { answer: z.array(personaView) },
  ),
  demoSession: route(
    {
      method: 'POST',
      path: '/api/demo/session',
      title: words('以演示身份登录', 'Sign in as a persona'),
      tag: 'demo',
      access: 'anyone',
      demoOnly: true,
      status: 204,
    },
    { body: z.strictObject({ persona: z.string().max(64) }), answer: none },
  ),
  moveClock: route(
    {
      method: 'POST',
      path: '/api/demo/clock',
      title: words('拨动演示时钟', 'Move the demo clock'),
      tag: 'demo',
      access: 'anyone',
      demoOnly: true,
    },
    {
      body: z.strictObject({
        to: z.string().optional(),
        byMinutes: z.number().int().positive().max(525_600).optional(),
      }),
      answer: clockView,
    },
  ),
  signIn: route(
    {
      method: 'POST',
      path: '/api/session',
      title: words('登录', 'Sign in'),
      tag: 'session',
      access: 'anyone',
    },
    {
      body: z.strictObject({ login: z.string().max(60), password: z.string().max(200) }),
      answer: sessionView,
    },
  ),
  session: route(
    {
      method: 'GET',
      path: '/api/session',
      title: words('当前会话', 'Current session'),
      tag: 'session',
      access: 'signed-in',
    },
    { answer: sessionView },
  ),
  switchRole: route(
    {
      method: 'PUT',
      path: '/api/session',
      title: words('切换身份', 'Switch organisation or role'),
      tag: 'session',
      access: 'signed-in',
    },
    {
      body: z.strictObject({ organisation: z.string().max(64), role: z.enum(roles) }),
      answer: sessionView,
    },
  ),
  signOut: route(
    {
      method: 'DELETE',
      path: '/api/session',
      title: words('退出', 'Sign out'),
      tag: 'session',
      access: 'signed-in',
      status: 204,
    },
    { answer: none },
  ),
  confirm: route(
    {
      method: 'POST',
      path: '/api/session/confirmations',
      title: words('签署确认', 'Confirm a signature'),
      tag: 'session',
      access: 'signed-in',
      status: 201,
    },
    { body: confirmationBody, answer: z.object({ confirmation: z.string(), until: z.string() }) },
  ),
  passkeyOptions: route(
    {
      method: 'POST',
      path: '/api/passkeys/options',
      title: words('登记通行密钥：参数', 'Passkey registration options'),
      tag: 'session',
      access: 'signed-in',
    },
    { answer: z.record(z.string(), z.unknown()) },
  ),
  registerPasskey: route(
    {
      method: 'POST',
      path: '/api/passkeys',
      title: words('登记通行密钥', 'Register a passkey'),
      tag: 'session',
      access: 'signed-in',
      status: 204,
    },
    { body: z.strictObject({ response: z.unknown() }), answer: none },
  ),
  passkeyChallenge: route(
    {
      method: 'POST',
      path: '/api/session/passkey/options',
      title: words('通行密钥登录：参数', 'Passkey sign-in options'),
      tag: 'session',
      access: 'anyone',
    },
    {
      body: z.strictObject({ login: z.string().max(60).optional() }),
      answer: z.record(z.string(), z.unknown()),
    },
  ),
  passkeySignIn: route(
    {
      method: 'POST',
      path: '/api/session/passkey',
      title: words('通行密钥登录', 'Sign in with a passkey'),
      tag: 'session',
      access: 'anyone',
    },
    { body: z.strictObject({ response: z.unknown() }), answer: sessionView },
  ),
  register: route(
    {
      method: 'POST',
      path: '/api/organisations',
      title: words('市场主体注册', 'Register an organisation'),
      tag: 'organisations',
      access: 'anyone',
      status: 201,
    },
    { body: registrationBody, answer: organisationView },
  ),
} as const
