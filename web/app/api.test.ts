// SPDX-License-Identifier: Apache-2.0
/** Calls fill addresses, keep keys, and turn every failure into a problem of one of five kinds. */

import { problem, routes } from '@gongxin/shell/http/contract'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { addressOf, call } from './api.ts'
import { isPassing, isSessionOver, ProblemFound, problemOf, readProblem } from './problem.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

const refusal = {
  type: 'https://gongxin.example/problems/wrong-phase',
  title: '本项目目前所处的阶段不能办理这项操作。',
  status: 409,
  kind: 'refused',
  code: 'wrong-phase',
  detail: '本项目目前所处的阶段不能办理这项操作。',
  next: '请查看项目进度，到相应阶段再办理。',
  cites: ['招标投标法 24'],
  findings: [],
  issues: [],
  requestId: 'r-1',
}

function answering(response: Response | Error) {
  const asked: [unknown, RequestInit | undefined][] = []
  vi.stubGlobal('fetch', async (address: unknown, request?: RequestInit) => {
    asked.push([address, request])
    if (response instanceof Error) throw response
    return response
  })
  return asked
}

async function problemFrom(work: Promise<unknown>) {
  const error = await work.then(
    () => null,
    (found: unknown) => found,
  )
  expect(error).toBeInstanceOf(ProblemFound)
  return problemOf(error)
}

describe('a call', () => {
  test('fills the path and leaves out what is not asked', () => {
    const address = addressOf(routes.act, { params: { tender: 'a/b', act: 'award' } })
    expect(address).toBe('/api/tenders/a%2Fb/acts/award')
    const query = { q: '道路', phase: undefined, kind: '' }
    expect(addressOf(routes.tenders, { query })).toBe('/api/tenders?q=%E9%81%93%E8%B7%AF')
  })

  test('sends the body as JSON with the key it was given', async () => {
    const asked = answering(Response.json({ confirmation: 'c', until: 'u' }, { status: 201 }))
    const body = { tender: 't', act: 'award', digest: '0'.repeat(64), demo: true } as const
    await expect(call(routes.confirm, { body, key: 'k-1' })).resolves.toEqual({
      confirmation: 'c',
      until: 'u',
    })
    const headers = new Headers(asked[0]?.[1]?.headers)
    expect(headers.get('idempotency-key')).toBe('k-1')
    expect(headers.get('content-type')).toBe('application/json')
    expect(asked[0]?.[1]?.body).toBe(JSON.stringify(body))
  })

  test('takes an empty answer where the route has none', async () => {
    answering(new Response(null, { status: 204 }))
    await expect(call(routes.signOut)).resolves.toBeUndefined()
  })
})

describe('a failure', () => {
  test('is read as problem+json', async () => {
    answering(Response.json(refusal, { status: 409 }))
    expect(await problemFrom(call(routes.session))).toEqual(problem.parse(refusal))
  })

  test('without problem+json is told by its status', () => {
    expect(readProblem(502, '<html>')).toMatchObject({ kind: 'unavailable', code: 'http-502' })
    expect(readProblem(404, '')).toMatchObject({ kind: 'refused' })
    expect(readProblem(500, '{}')).toMatchObject({ kind: 'broken' })
    expect(isSessionOver(readProblem(401, ''))).toBe(true)
  })

  test('of the wire may pass; of the law does not', async () => {
    answering(new TypeError('failed to fetch'))
    const found = await problemFrom(call(routes.session))
    expect(found).toMatchObject({ kind: 'unavailable', code: 'connection-lost' })
    expect(isPassing(found)).toBe(true)
    expect(isPassing(problem.parse(refusal))).toBe(false)
  })
})
