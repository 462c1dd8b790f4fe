// SPDX-License-Identifier: Apache-2.0
/** For tests only: two answers held side by side, with what chance drew taken out of both. */

import type { Heard } from './world.ts'

/** What may differ: names drawn by chance, all of one length. */
export function said({ status, headers, text }: Heard) {
  // Of the caller's own requests in a window of the clock on the wall.
  const spared = ['date', 'x-request-id', 'x-ratelimit-reset', 'x-ratelimit-remaining']
  const kept = [...headers].filter(([name]) => !spared.includes(name))
  return {
    status,
    headers: Object.fromEntries(kept),
    text: masked(text),
  }
}

export function masked(text: string): string {
  return (
    text
      // A time stamp over a hash that differs anyway; its length must not.
      .replace(/"token":"([0-9a-f]+)"/g, (_, token: string) => `"token":"#${token.length}"`)
      .replace(/[0-9a-f]{64}/g, '#'.repeat(64))
      .replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '#')
      .replace(/R[0-9A-F]{20}/g, 'R#')
      // The slot of one's own ticket, which the seed drew.
      .replace(/"slot":\d+,"salt"/g, '"slot":#,"salt"')
      .replace(/<code>[0-9a-f]{12}<\/code>/g, '<code>#</code>')
      .replace(/\+[0-9a-f]{8}\+[A-Za-z0-9+/=]+/g, '+#')
      .replace(/127\.0\.0\.1:\d{5}/g, 'here')
  )
}

/** The first place where two answers part, short enough to read; empty where they are one. */
export function difference(what: string, ...answers: readonly unknown[]): string {
  const [a = '', b = ''] = answers.map((answer) => JSON.stringify(answer))
  if (a === b) return ''
  const at = [...a].findIndex((letter, i) => letter !== b[i])
  return `${what}: …${a.slice(at - 80, at + 40)}… or …${b.slice(at - 80, at + 40)}…`
}
