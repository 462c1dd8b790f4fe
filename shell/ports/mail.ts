// SPDX-License-Identifier: Apache-2.0
/** Letters that leave the platform: by default into a folder, where a relay may take them up. */

import { createHash } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Instant } from '@gongxin/core/kernel'

export interface Letter {
  /** The same letter twice is one letter. */
  readonly id: string
  readonly to: readonly string[]
  readonly subject: string
  readonly body: string
  readonly at: Instant
}

/** A lasting no is an answer; what may succeed later is thrown as `Unavailable`. */
export type Sending = { readonly kind: 'sent' } | { readonly kind: 'refused'; readonly why: string }

export interface Mail {
  send(letter: Letter): Promise<Sending>
}

/** One `.eml` file a letter, whole or not there at all. */
export function outboxIn(folder: string, from: string): Mail {
  return {
    async send(letter) {
      await mkdir(folder, { recursive: true })
      // Its digest, since an id may hold what no file may be called.
      const name = digestOf(letter.id)
      const waiting = join(folder, `.${name}.part`)
      await writeFile(waiting, messageOf(letter, from))
      await rename(waiting, join(folder, `${name}.eml`))
      return { kind: 'sent' }
    },
  }
}

/** A message of RFC 5322: headers in ASCII, the text in UTF-8 as base64. */
export function messageOf({ id, to, subject, body, at }: Letter, from: string): string {
  const domain = from.split('@')[1] ?? 'localhost'
  const text = wrapped(Buffer.from(body, 'utf8').toString('base64'), 76)
  return [
    `Date: ${new Date(at).toUTCString().replace('GMT', '+0000')}`,
    `From: ${encodedWords('柳州市公共资源交易平台')}\r\n <${plain(from)}>`,
    `To: ${to.map(plain).join(', ')}`,
    `Subject: ${encodedWords(subject)}`,
    `Message-ID: <${digestOf(id)}@${plain(domain)}>`,
    'Auto-Submitted: auto-generated',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    ...text,
    '',
  ].join('\r\n')
}

function digestOf(id: string): string {
  return createHash('sha256').update(id).digest('hex').slice(0, 40)
}

/** An address with a line end in it would write headers of its own. */
function plain(address: string): string {
  if (!/^[\x21-\x7e]+$/.test(address)) throw new Error('an address is plain characters')
  return address
}

const mostCharactersInWord = 12

/** RFC 2047: pieces short enough for one encoded word each, never cut within a character. */
function encodedWords(text: string): string {
  const characters = [...text.replaceAll(/\p{C}/gu, ' ')]
  const pieces = Math.ceil(characters.length / mostCharactersInWord)
  return Array.from({ length: pieces }, (_, piece) => {
    const at = piece * mostCharactersInWord
    const part = characters.slice(at, at + mostCharactersInWord).join('')
    return `=?utf-8?B?${Buffer.from(part, 'utf8').toString('base64')}?=`
  }).join('\r\n ')
}

function wrapped(text: string, width: number): readonly string[] {
  return text.match(new RegExp(`.{1,${width}}`, 'g')) ?? []
}
