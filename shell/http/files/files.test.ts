// SPDX-License-Identifier: Apache-2.0
/** Files over a real socket: resumed, named by content, refused by type, opened by their links. */

import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { openFiles, stage } from '../testing.ts'

const { app, deps, cookieOf } = await stage()
const url = await app.listen({ port: 0, host: '127.0.0.1' })
const bidder = await cookieOf('bidder1')
const rival = await cookieOf('bidder2')
const owner = await cookieOf('tenderOwner')

const tus = { 'tus-resumable': '1.0.0' }
const name = (text: string) => `filename ${Buffer.from(text).toString('base64')}`

function begin(length: number, cookie: string, metadata = name('图纸 第一卷.pdf')) {
  const headers = { ...tus, cookie, 'upload-length': String(length), 'upload-metadata': metadata }
  return fetch(`${url}/api/files`, { method: 'POST', headers })
}

function send(at: string, from: number, body: Uint8Array<ArrayBuffer>, cookie = bidder) {
  const type = { 'content-type': 'application/offset+octet-stream' }
  const headers = { ...tus, ...type, cookie, 'upload-offset': String(from) }
  return fetch(new URL(at, url), { method: 'PATCH', headers, body })
}

const get = (digest: string, cookie = '') =>
  fetch(`${url}/api/files/${digest}`, { headers: { cookie } })

const pdf = `%PDF-1.7\n${'内容 content '.repeat(500)}`
const content = Uint8Array.from(Buffer.from(pdf))
const bytes = content.length
const digest = createHash('sm3').update(pdf).digest('hex')

it('an upload is resumed and comes back under the digest of its content', async () => {
  const made = await begin(bytes, bidder)
  expect(made.status).toBe(201)
  const at = made.headers.get('location') ?? ''
  const half = content.subarray(0, 20)
  expect((await send(at, 0, half)).status).toBe(204)
  const stand = await fetch(new URL(at, url), {
    method: 'HEAD',
    headers: { ...tus, cookie: bidder },
  })
  expect(stand.headers.get('upload-offset')).toBe('20')
  expect((await send(at, 20, content.subarray(20), rival)).status).toBe(404)
  const done = await send(at, 20, content.subarray(20))
  expect(await done.json()).toEqual({
    ...{ digest, size: bytes, name: '图纸 第一卷.pdf', mediaType: 'application/pdf' },
  })
})

it('until an act says more, the uploader alone may read it', async () => {
  expect((await get(digest)).status).toBe(404)
  expect((await get(digest, rival)).status).toBe(404)
  const own = await get(digest, bidder)
  expect(await own.text()).toBe(pdf)
  expect(own.headers.get('content-disposition')).toMatch(/^attachment; .*UTF-8''%E5%9B%BE/)
  expect(own.headers.get('x-content-type-options')).toBe('nosniff')
  expect(own.headers.get('content-security-policy')).toContain('sandbox')
})

it('a restricted link lets in whoever may read its event, a public one everybody', async () => {
  const link = (access: 'restricted' | 'public') =>
    deps.store.queries
      .insertInto('file_link')
      .values({
        ...{ region: deps.store.region, stream: 'tender/T1', digest, access, name: '图纸.pdf' },
        linked_at: deps.clock.now(),
      })
      .onConflict((c) => c.columns(['region', 'stream', 'digest']).doUpdateSet({ access }))
      .execute()
  await link('restricted')
  expect((await get(digest, owner)).status).toBe(404)
  openFiles.add(digest)
  expect((await get(digest, owner)).status).toBe(200)
  expect((await get(digest, rival)).status).toBe(404)
  expect((await get(digest)).status).toBe(404)
  await link('public')
  expect((await get(digest)).status).toBe(200)
})

it('a program under the name of a document is refused in plain words', async () => {
  const program = `MZ${'\u0000\u0001'.repeat(50)}`
  const made = await begin(program.length, bidder, name('投标函.pdf'))
  const answer = await send(
    made.headers.get('location') ?? '',
    0,
    Uint8Array.from(Buffer.from(program)),
  )
  expect(answer.status).toBe(415)
  expect(await answer.text()).toContain('不支持这种内容类型')
})

it('too large is said before a byte is sent, and strangers may send nothing', async () => {
  const answer = await begin(400 * 1024 * 1024, bidder)
  expect(answer.status).toBe(413)
  expect(await answer.text()).toContain('300MB')
  expect((await begin(10, '')).status).toBe(401)
})

it('the live hall opens, and ends with the server', async () => {
  const answer = await fetch(`${url}/api/tenders/T1/live`)
  expect(answer.headers.get('content-type')).toContain('text/event-stream')
  const reader = answer.body?.getReader()
  const first = await reader?.read()
  expect(new TextDecoder().decode(first?.value)).toContain('retry: 2000')
  await reader?.cancel()
})
