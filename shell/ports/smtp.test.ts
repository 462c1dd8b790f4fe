// SPDX-License-Identifier: Apache-2.0
/** Mail through a small relay over a socket: what arrives, what is refused, what comes later. */

import { createServer, type Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { moment } from '@gongxin/core/kernel'
import { afterEach, expect, test } from 'vitest'
import { Unavailable } from '../store/index.ts'
import { connectPorts, mailOverSmtp, relayAt } from './index.ts'

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

interface Relay {
  readonly url: string
  readonly heard: string[]
}

/** Speaks just enough of RFC 5321; `says` answers the commands that begin with its keys. */
async function relay(says: Readonly<Record<string, string>> = {}): Promise<Relay> {
  const heard: string[] = []
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    const answer = (line: string) => socket.write(`${line}\r\n`)
    let inBody = false
    answer('220 relay.example.org')
    createInterface({ input: socket }).on('line', (line) => {
      heard.push(line)
      if (inBody) {
        if (line !== '.') return
        inBody = false
        answer(says['.'] ?? '250 kept')
        return
      }
      const own = Object.entries(says).find(([command]) => line.startsWith(command))
      inBody = line === 'DATA'
      if (own !== undefined) answer(own[1])
      else if (line.startsWith('EHLO')) answer('250-relay\r\n250 AUTH PLAIN')
      else answer(inBody ? '354 go on' : '250 good')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => {
    for (const socket of open) socket.destroy()
    return new Promise((resolve) => server.close(resolve))
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return { url: `smtp://centre:p%40ss@127.0.0.1:${port}`, heard }
}

const letter = {
  id: 'tender/T1/m1',
  to: ['one@example.org', 'two@example.org'],
  subject: '您有一条新的项目消息',
  body: '项目“雨水管网改造”有一条新消息。\n',
  at: moment('2026-01-05T01:00:00.000Z'),
}
const from = 'noreply@example.org'

const headerOf = (lines: readonly string[], name: string) => {
  const whole = lines.join('\r\n').replaceAll('\r\n ', ' ')
  const line = whole.split('\r\n').find((one) => one.startsWith(`${name}: `)) ?? ''
  return line.replaceAll(/=\?utf-8\?B\?([^?]*)\?= ?/g, (_, word: string) =>
    Buffer.from(word, 'base64').toString('utf8'),
  )
}

test('a letter arrives whole: Chinese subject and sender, every addressee, signed in', async () => {
  const { url, heard } = await relay({ AUTH: '235 welcome' })
  expect(await mailOverSmtp(url, from).send(letter)).toEqual({ kind: 'sent' })
  expect(headerOf(heard, 'Subject')).toBe(`Subject: ${letter.subject}`)
  expect(headerOf(heard, 'From')).toContain('柳州市公共资源交易平台')
  expect(headerOf(heard, 'From')).toContain(`<${from}>`)
  expect(heard).toContain(`MAIL FROM:<${from}>`)
  for (const to of letter.to) expect(heard).toContain(`RCPT TO:<${to}>`)
  const body = heard.slice(heard.indexOf('') + 1, heard.lastIndexOf('.')).join('')
  expect(Buffer.from(body, 'base64').toString('utf8')).toBe(letter.body)
  const login = Buffer.from('\u0000centre\u0000p@ss').toString('base64')
  expect(heard).toContain(`AUTH PLAIN ${login}`)
})

test.each([
  ['no such addressee', { RCPT: '550 no one@example.org here' }, 'EENVELOPE 550'],
  ['a letter it will not have', { '.': '554 not this' }, 'EMESSAGE 554'],
])('%s is refused, by its sign alone', async (_, says, sign) => {
  const { url } = await relay({ AUTH: '235 welcome', ...says })
  const answer = await mailOverSmtp(url, from).send(letter)
  expect(answer).toMatchObject({ kind: 'refused', why: expect.stringContaining(sign) })
  expect(JSON.stringify(answer)).not.toContain('@')
})

test.each([
  ['busy', { AUTH: '235 welcome', RCPT: '451 later' }],
  ['full', { AUTH: '235 welcome', '.': '452 no room' }],
  ['closed to us', { AUTH: '535 p@ss is wrong' }],
])('a relay that is %s is unavailable, and no secret is told', async (_, says) => {
  const { url } = await relay(says)
  const sending = mailOverSmtp(url, from).send(letter)
  await expect(sending).rejects.toThrow(Unavailable)
  await expect(sending).rejects.not.toThrow(/ss|@/)
})

test('one addressee who is not ready puts off the whole letter', async () => {
  const { url } = await relay({ AUTH: '235 welcome', 'RCPT TO:<two': '450 later' })
  await expect(mailOverSmtp(url, from).send(letter)).rejects.toThrow(Unavailable)
})

test('a relay that does not speak TLS hears nothing from who must be encrypted', async () => {
  const { url, heard } = await relay()
  const sending = mailOverSmtp(url.replace('smtp:', 'smtps:'), from).send(letter)
  await expect(sending).rejects.toThrow(Unavailable)
  expect(heard.join()).not.toMatch(/AUTH|MAIL|RCPT/)
})

test.each([
  ['smtps://relay.example.org', 465, true, false, false],
  ['smtp://relay.example.org', 587, false, true, false],
  ['smtp://10.0.0.5:25', 25, false, true, false],
  ['smtp://127.0.0.1:1025', 1025, false, false, true],
  ['smtp://[::1]:1025', 1025, false, false, true],
])('%s: encrypted unless it stays on this machine', (url, port, secure, requireTLS, ignoreTLS) => {
  expect(relayAt(url)).toMatchObject({ port, secure, requireTLS, ignoreTLS })
  expect(relayAt(url).tls).toEqual({ minVersion: 'TLSv1.2', rejectUnauthorized: true })
})

test('the relay is taken where one is configured', async () => {
  const { url, heard } = await relay({ AUTH: '235 welcome' })
  const { mail } = connectPorts('/nowhere', { GONGXIN_SMTP_URL: url, GONGXIN_MAIL_FROM: from })
  await mail.send(letter)
  expect(heard).toContain(`MAIL FROM:<${from}>`)
})
