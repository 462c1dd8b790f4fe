// SPDX-License-Identifier: Apache-2.0
/** SM3 over the canonical body: what a person signs, computed here and again on the server. */

import { canonicalBytes, hex, type Json } from '@gongxin/trust/canonical'
import { sm3Digest } from '@gongxin/trust/suites'

/** The body is sent in exactly the form that was digested: absent fields are left out of both. */
export function digestOf(body: unknown): string {
  return hex(sm3Digest(canonicalBytes(jsonOf(body))))
}

function jsonOf(body: unknown): Json {
  return JSON.parse(JSON.stringify(body))
}
