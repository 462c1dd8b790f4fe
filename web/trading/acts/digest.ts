// SPDX-License-Identifier: Apache-2.0
/** SM3 over the canonical body: what a person signs, computed here and again on the server. */

import { canonicalBytes, hex, type Json } from '@gongxin/trust/canonical'
import { sm3Digest } from '@gongxin/trust/suites'

/** In hex, over the body as {@link cleaned}; so only a cleaned body may be sent with it. */
export function digestOf(body: unknown): string {
  return hex(sm3Digest(canonicalBytes(cleaned(body))))
}

/** What is signed and sent: composed characters, no tabs, no edges of space, nothing absent. */
export function cleaned(body: unknown): Json {
  return JSON.parse(JSON.stringify(body ?? null), (_, value: unknown) =>
    typeof value === 'string'
      ? value.normalize('NFC').replace(/\r/g, '').replace(/\t/g, ' ').trim()
      : value,
  )
}
