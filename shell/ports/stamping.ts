// SPDX-License-Identifier: Apache-2.0
/** The time-stamp authority, asked over HTTP as RFC 3161 has it: once, with little patience. */

import { sameBytes } from '@gongxin/trust/canonical'
import {
  findSignedData,
  findTimestampInfo,
  findTimestampReply,
  writeTimestampQuery,
} from '@gongxin/trust/cms'
import { sm3Digest } from '@gongxin/trust/suites'
import { freshBytes } from '../chance/index.ts'
import { Unavailable } from '../store/index.ts'
import type { Stamping } from '../tenders/index.ts'

export interface StampingConnection {
  readonly url: string
  readonly timeoutMs?: number
}

const whom = 'time-stamp authority'
/** A stamp counts up to five seconds after the deadline: whoever waits longer gets one that does not. */
const usualTimeoutMs = 3_000
const mostBytes = 64 * 1024

export function stampingOverHttp({
  url,
  timeoutMs = usualTimeoutMs,
}: StampingConnection): Stamping {
  return {
    async stamp(bytes) {
      const nonce = new Uint8Array(freshBytes(8))
      nonce[0] = 1
      const query = writeTimestampQuery({ imprint: sm3Digest(bytes), nonce, withCertificate: true })
      const token = findTimestampReply(await posted({ url, timeoutMs }, query))
      const content = token === undefined ? undefined : findSignedData(token)?.content
      const info = content === undefined ? undefined : findTimestampInfo(content)
      const fresh = info?.nonce !== undefined && sameBytes(info.nonce, nonce)
      if (token === undefined || !fresh)
        throw new Unavailable(`${whom}: no answer to this question`)
      return token
    },
  }
}

async function posted(
  { url, timeoutMs }: Required<StampingConnection>,
  query: Uint8Array,
): Promise<Uint8Array> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query' },
      body: new Uint8Array(query),
      signal: AbortSignal.timeout(timeoutMs),
    })
    const bytes = new Uint8Array(await response.arrayBuffer())
    if (response.ok && bytes.length <= mostBytes) return bytes
    throw new Unavailable(`${whom}: status ${response.status}`)
  } catch (error) {
    if (error instanceof Unavailable) throw error
    throw new Unavailable(`${whom}: ${error instanceof Error ? error.message : String(error)}`)
  }
}
