// SPDX-License-Identifier: Apache-2.0
/** What the pages lean on, and how a request becomes the setting of a page. */

import type { Instant } from '@gongxin/core/kernel'
import type { Language, PageSetting } from '@gongxin/web/public-service'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Clock } from '../../clock/index.ts'
import type { Config } from '../../config/index.ts'
import type { PublicLog } from '../../log/index.ts'
import type { Papers } from '../../papers/index.ts'
import type { Store } from '../../store/index.ts'
import type { Authority, Tenders } from '../../tenders/index.ts'

export interface PageDeps {
  readonly tenders: Pick<Tenders, 'trail' | 'lastRoot'>
  readonly store: Pick<Store, 'queries' | 'region' | 'search'>
  readonly clock: { now(): Instant } & Partial<Clock>
  readonly config: Pick<Config, 'mode'>
  readonly papers: Pick<Papers, 'list' | 'read' | 'signs' | 'addressOf'>
  readonly log: Pick<PublicLog, 'standing'>
  readonly authority?: Pick<Authority, 'accredited'> | null
}

type Query = { readonly [name: string]: string | readonly string[] | undefined }

/** One value of the query, cut to what a person may type; never an array, never a control. */
export function asked(request: FastifyRequest, name: string): string | null {
  const query = request.query
  if (!isQuery(query)) return null
  const value = query[name]
  if (typeof value !== 'string') return null
  const plain = value.replaceAll(/\p{Cc}|\p{Surrogate}/gu, ' ').trim()
  return plain === '' ? null : plain.slice(0, 200)
}

function isQuery(query: unknown): query is Query {
  return typeof query === 'object' && query !== null
}

export function settingOf(request: FastifyRequest, deps: PageDeps): PageSetting {
  return {
    language: languageOf(request),
    largeType: typeOf(request) === 'large',
    now: deps.clock.now(),
    demo: deps.config.mode === 'demo',
    address: addressOf(request),
  }
}

/** The choices themselves are no part of an address that is passed on. */
function addressOf({ url }: FastifyRequest): string {
  const [path = '/', query = ''] = url.split('?')
  const parameters = new URLSearchParams(query)
  parameters.delete('lang')
  parameters.delete('type')
  const rest = parameters.toString()
  return rest === '' ? path : `${path}?${rest}`
}

/** What was just asked stands before the cookie, the cookie before the wish of the browser. */
function languageOf(request: FastifyRequest): Language {
  const chosen = [asked(request, 'lang'), cookieOf(request, 'lang')].find(isLanguage)
  if (chosen !== undefined) return chosen
  const wished = (request.headers['accept-language'] ?? '').toLowerCase().match(/\b(zh|en)\b/)
  return wished?.[1] === 'en' ? 'en' : 'zh'
}

function isLanguage(value: string | null): value is Language {
  return value === 'zh' || value === 'en'
}

function typeOf(request: FastifyRequest): string | null {
  return asked(request, 'type') ?? cookieOf(request, 'type')
}

function cookieOf(request: FastifyRequest, name: string): string | null {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='))
  return pairs.find(([key]) => key === name)?.[1] ?? null
}

const yearSeconds = 31_536_000

/** A choice in the address is kept for the pages to come. */
export function keepChoices(request: FastifyRequest, reply: FastifyReply): void {
  const choices = [
    ['lang', ['zh', 'en']],
    ['type', ['large', 'normal']],
  ] as const
  for (const [name, values] of choices) {
    const value = asked(request, name)
    if (value === null || !values.some((known) => known === value)) continue
    reply.header('set-cookie', `${name}=${value}; Path=/; Max-Age=${yearSeconds}; SameSite=Lax`)
  }
}

export function sendPage(
  reply: FastifyReply,
  html: string,
  { language }: Pick<PageSetting, 'language'>,
  status = 200,
) {
  return reply
    .code(status)
    .header('content-type', 'text/html; charset=utf-8')
    .header('content-language', language === 'zh' ? 'zh-CN' : 'en')
    .header('cache-control', 'no-cache')
    .header('vary', 'cookie, accept-language')
    .send(html)
}

export function sendSheet(reply: FastifyReply, name: string, csv: string) {
  return reply
    .header('content-type', 'text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}.csv"`)
    .header('cache-control', 'no-cache')
    .header('vary', 'cookie, accept-language')
    .send(csv)
}
