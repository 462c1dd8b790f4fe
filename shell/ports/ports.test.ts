// SPDX-License-Identifier: Apache-2.0
/** The ports against a neighbour of our own making: patience, shapes, and what is never sent. */

import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { day, moment } from '@gongxin/core/kernel'
import { revocationListAt, rootOf, stampedAt, testAuthority } from '@gongxin/core/testing'
import { findAccredited } from '@gongxin/core/trading/bid'
import { findCertificate } from '@gongxin/trust/certificate'
import { findTimestampQuery, verifyTimestamp, writeTimestampReply } from '@gongxin/trust/cms'
import { afterEach, describe, expect, test } from 'vitest'
import { Unavailable } from '../store/index.ts'
import {
  authorityOverHttp,
  bankOverHttp,
  connectPorts,
  libraryOverHttp,
  messageOf,
  outboxIn,
  stampingOverHttp,
} from './index.ts'

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

async function neighbour(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(
    () =>
      new Promise((resolve) => {
        server.close(resolve)
        server.closeAllConnections()
      }),
  )
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const patience = { timeoutMs: 200, attempts: 3, pauseMs: 1 }
const refund = { account: '6232000000000000001', principalFen: 1, interestFen: 0, reference: 'r' }

test('a bank that fails is asked again with the same reference', async () => {
  const seen: string[] = []
  const url = await neighbour((request, response) => {
    let text = ''
    request.on('data', (chunk) => {
      text += chunk
    })
    request.on('end', () => {
      seen.push(`${request.headers['x-bank-key']} ${text}`)
      if (seen.length < 3) response.writeHead(503).end()
      else response.writeHead(201).end(JSON.stringify({ statement: 'R1', on: '2026-01-05' }))
    })
  })
  expect(await bankOverHttp({ url, key: 'k', patience }).refund(refund)).toBe('R1')
  expect(seen).toEqual(Array(3).fill(`k ${JSON.stringify(refund)}`))
})

test.each([
  ['says no', (code: number) => code, 409, 1],
  ['stays down', (code: number) => code, 500, 3],
])('a bank that %s is unavailable', async (_, __, status, requests) => {
  let asked = 0
  const url = await neighbour((_request, response) => {
    asked += 1
    response.writeHead(status).end('{}')
  })
  const bank = bankOverHttp({ url, key: '', patience })
  await expect(bank.rateOn(day('2026-01-05'))).rejects.toThrow(Unavailable)
  expect(asked).toBe(requests)
})

test('a neighbour that never answers does not hold us', async () => {
  const url = await neighbour(() => {})
  const library = libraryOverHttp({ url, patience: { ...patience, attempts: 1 } })
  await expect(library.eligible(['A06'], day('2026-01-05'))).rejects.toThrow(Unavailable)
})

test('an answer out of shape is no answer', async () => {
  const url = await neighbour((_, response) => response.end(JSON.stringify([{ expert: 'E1' }])))
  const library = libraryOverHttp({ url, patience })
  await expect(library.eligible(['A06'], day('2026-01-05'))).rejects.toThrow('out of shape')
})

test('a call tells time, place and duration, never the project', async () => {
  let told: unknown
  const url = await neighbour((request, response) => {
    request.on('data', (chunk) => {
      told = JSON.parse(String(chunk))
    })
    request.on('end', () => response.end(JSON.stringify({ answer: 'declined' })))
  })
  const about = { at: moment('2026-01-05T01:00:00.000Z'), place: '评标一室' }
  expect(await libraryOverHttp({ url, patience }).call('E0001', about)).toBe('declined')
  expect(told).toEqual({ expert: 'E0001', ...about, minutes: 240 })
})

test('letters lie in the outbox whole, the same one once', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gongxin-mail-'))
  closing.push(() => rm(folder, { recursive: true, force: true }))
  const at = moment('2026-01-05T01:00:00.000Z')
  const subject = '您有一条新的项目消息，请登录平台查看，不要回复本邮件'
  const letter = { id: 'a/1', to: ['x@example.org'], subject, body: '请查收', at }
  const mail = outboxIn(folder, 'noreply@example.org')
  await mail.send(letter)
  await mail.send(letter)
  const [only = '', ...rest] = await readdir(folder)
  expect(rest).toEqual([])
  const text = await readFile(join(folder, only), 'utf8')
  const [head = '', body = ''] = text.split('\r\n\r\n')
  expect(only.endsWith('.eml')).toBe(true)
  expect(head).toContain('Date: Mon, 05 Jan 2026 01:00:00 +0000\r\n')
  expect(head).toContain('To: x@example.org\r\n')
  expect(head.split('\r\n').every((line) => line.length <= 76)).toBe(true)
  const words = head.match(/Subject: ([\s\S]*?)\r\n\S/)?.[1]?.split('\r\n ') ?? []
  const decoded = words.map((word) => Buffer.from(word.slice(10, -2), 'base64').toString('utf8'))
  expect(decoded.join('')).toBe(subject)
  expect(Buffer.from(body, 'base64').toString('utf8')).toBe('请查收')
})

test('an address cannot write a header of its own', () => {
  const at = moment('2026-01-05T01:00:00.000Z')
  const letter = { id: 'a', subject: '题\r\nBcc: y@example.org', body: '', at }
  expect(() => messageOf({ ...letter, to: ['x@b.c\r\nBcc: y@b.c'] }, 'n@b.c')).toThrow('plain')
  expect(messageOf({ ...letter, to: ['x@b.c'] }, 'n@b.c')).not.toContain('Bcc')
})

describe('the certification authority', () => {
  const root = rootOf(testAuthority)
  const list = revocationListAt(moment('2026-01-05T01:00:00.000Z'))
  const answers: Readonly<Record<string, [string, Uint8Array | string]>> = {
    '/root': ['application/pkix-cert', root],
    '/crl': ['application/pkix-crl', list],
    '/requests': ['application/json', JSON.stringify({ certificates: ['aa', 'bb'] })],
  }
  const answering: RequestListener = ({ url = '' }, response) => {
    const [type, body] = answers[url] ?? ['text/plain', '']
    response.writeHead(200, { 'content-type': type }).end(body)
  }
  const folderNow = async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gongxin-authority-'))
    closing.push(() => rm(folder, { recursive: true }))
    return folder
  }

  test('certifies, and gives its list of what it took back', async () => {
    const url = await neighbour(answering)
    const folder = await folderNow()
    const authority = authorityOverHttp({ url, folder, believes: true, patience })
    expect(await authority.certify('cc')).toEqual(['aa', 'bb'])
    expect(await authority.revocationLists()).toEqual([new Uint8Array(list)])
  })

  test('that says nothing is away long before its patience for a whole list ends', async () => {
    const url = await neighbour(() => {})
    const folder = await folderNow()
    const long = { ...patience, timeoutMs: 600_000, answerMs: 20 }
    const authority = authorityOverHttp({ url, folder, believes: false, patience: long })
    await expect(authority.revocationLists()).rejects.toThrow(Unavailable)
  })

  test('of a demo is believed once, and the list that was made then stays', async () => {
    const url = await neighbour(answering)
    const folder = await folderNow()
    const believing = authorityOverHttp({ url, folder, believes: true, patience })
    const text = await believing.accredited()
    const [made] = findAccredited(text ?? '')?.roots ?? []
    expect(made?.certificate.der).toEqual(new Uint8Array(root))
    const down = await neighbour((_request, response) => response.writeHead(500).end())
    const strict = authorityOverHttp({ url: down, folder, believes: false, patience })
    expect(await strict.accredited()).toBe(text)
    await expect(strict.revocationLists()).rejects.toThrow(Unavailable)
  })

  test('is not believed in production, and a damaged list is a fault', async () => {
    const url = await neighbour(answering)
    const folder = await folderNow()
    const strict = authorityOverHttp({ url, folder, believes: false, patience })
    expect(await strict.accredited()).toBeNull()
    await writeFile(join(folder, 'accredited.json'), '{}')
    await expect(strict.accredited()).rejects.toThrow('accredited')
  })
})

describe('the time-stamp authority', () => {
  const bytes = new Uint8Array(32)
  const at = moment('2026-01-05T01:00:00.000Z')
  /** Answers with a token for what was asked, or for another question. */
  const stampingAs = (nonceOf: (nonce: Uint8Array) => Uint8Array) =>
    neighbour((request, response) => {
      const parts: Buffer[] = []
      request.on('data', (part) => parts.push(part))
      request.on('end', () => {
        const query = findTimestampQuery(new Uint8Array(Buffer.concat(parts)))
        const nonce = nonceOf(query?.nonce ?? bytes)
        response.writeHead(200).end(writeTimestampReply(stampedAt(at, bytes, nonce)))
      })
    })

  test('stamps what was asked, and an answer to another question is none', async () => {
    const url = await stampingAs((nonce) => nonce)
    const token = await stampingOverHttp({ url }).stamp(bytes)
    const roots = [findCertificate(rootOf(testAuthority))].filter((one) => one !== undefined)
    expect(verifyTimestamp(token, bytes, { roots })).toMatchObject({ ok: true, info: { at } })
    const other = await stampingAs(() => Uint8Array.of(7))
    await expect(stampingOverHttp({ url: other }).stamp(bytes)).rejects.toThrow(Unavailable)
  })

  test.each([
    ['is down', 503, ''],
    ['says no', 200, writeTimestampReply(undefined)],
    ['says nonsense', 200, 'nonsense'],
  ])('that %s is unavailable', async (_, status, body) => {
    const url = await neighbour((_request, response) => response.writeHead(status).end(body))
    await expect(stampingOverHttp({ url }).stamp(bytes)).rejects.toThrow(Unavailable)
  })
})

test('without configuration there is a mailbox, but neither bank nor library', () => {
  expect(connectPorts('data', {})).toMatchObject({ bank: null, library: null })
  const both = { GONGXIN_BANK_URL: 'http://b', GONGXIN_LIBRARY_URL: 'http://l' }
  expect(connectPorts('data', both).bank?.name).toContain('演示')
})
