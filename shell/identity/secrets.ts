// SPDX-License-Identifier: Apache-2.0
/** Secrets of 256 bits and their digests; only the digest is ever stored. */

import { createHash, randomBytes, randomUUID } from 'node:crypto'

/** What the token is for goes into the digest: a confirmation can never be read as a session. */
export type Purpose = 'session' | 'confirmation' | 'passkey'

export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

export function isToken(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text)
}

export function digestOfToken(purpose: Purpose, token: string): string {
  return createHash('sha256').update(`${purpose}:${token}`).digest('hex')
}

export function newAccountId(): string {
  return `account-${randomUUID()}`
}
