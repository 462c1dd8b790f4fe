// SPDX-License-Identifier: Apache-2.0
/** The certification authority asked over HTTP, and the accredited list that says whose certificates count. */

import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from '@gongxin/core/kernel'
import { findAccredited } from '@gongxin/core/trading/bid'
import { canonicalize, hex } from '@gongxin/trust/canonical'
import { findCertificate, identifiers } from '@gongxin/trust/certificate'
import { Unavailable } from '../store/index.ts'
import type { Authority } from '../tenders/index.ts'
import { ask, type Patience, usualPatience } from './request.ts'

export interface AuthorityConnection {
  readonly url: string
  /** Folder of the accredited list, `accredited.json`. */
  readonly folder: string
  /** A demo takes the root of its own authority when it first meets it; production is told beforehand. */
  readonly believes: boolean
  readonly patience?: ListPatience
}

export interface ListPatience extends Patience {
  /** Until the first word of a list, which may then take its time. */
  readonly answerMs?: number
}

const whom = 'certification authority'
const issued = z.object({ certificates: z.array(z.string().max(16_000)).min(1).max(6) })
/** An opening is under way while somebody waits for a list: who says nothing for so long is away. */
const briefly = { ...usualPatience, answerMs: 1_500 }
/** Lists of authorities that serve a country are long. */
const mostBytes = 64 * 1024 * 1024

export function authorityOverHttp(connection: AuthorityConnection): Authority {
  const { url, folder, patience } = connection
  const path = join(folder, 'accredited.json')
  let known: Promise<string | null> | null = null
  return {
    async accredited() {
      known ??= listAt(path, connection)
      const list = await known
      if (list === null) known = null
      return list
    },
    async certify(request) {
      const asked = { whom, url: new URL('/requests', url), body: { request }, patience }
      return (await ask({ ...asked, shape: issued })).certificates
    },
    revocationLists: async () => [await bytesAt(new URL('/crl', url), patience ?? briefly)],
  }
}

/** A certificate for the key that signs papers: another kind than a bidder's, which cannot pass for it. */
export function certifyPapersOverHttp({
  url,
  patience,
}: Pick<AuthorityConnection, 'url' | 'patience'>): (request: string) => Promise<readonly string[]> {
  return async (request) => {
    const asked = { whom, url: new URL('/document-requests', url), body: { request }, patience }
    return (await ask({ ...asked, shape: issued })).certificates
  }
}

/** A file that is there and is no list is a fault of whoever keeps it: it is never passed over. */
async function listAt(path: string, { url, believes, patience }: AuthorityConnection) {
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text !== null) {
    if (findAccredited(text) === undefined) throw new Error(`no accredited list: ${path}`)
    return text
  }
  if (!believes) return null
  try {
    const root = await bytesAt(new URL('/root', url), patience ?? briefly)
    if (findCertificate(root) === undefined) return null
    const list = demoList(hex(root))
    await writeFile(path, list)
    return list
  } catch (error) {
    if (error instanceof Unavailable) return null
    throw error
  }
}

function demoList(der: string): string {
  const name = '演示电子认证机构'
  const uscc = identifiers.organisationIdentifier
  const stamping = [{ name, der }]
  return canonicalize({ v: 'GXCERT/1', roots: [{ name, der, uscc }], stamping })
}

async function bytesAt(url: URL, patience: ListPatience = usualPatience): Promise<Uint8Array> {
  const { timeoutMs, answerMs = timeoutMs } = patience
  const silence = new AbortController()
  const timer = setTimeout(() => silence.abort(new Error('silent')), answerMs)
  try {
    const signal = AbortSignal.any([silence.signal, AbortSignal.timeout(timeoutMs)])
    const response = await fetch(url, { signal })
    clearTimeout(timer)
    const bytes = new Uint8Array(await response.arrayBuffer())
    if (response.ok && bytes.length <= mostBytes) return bytes
    throw new Unavailable(`${whom}: status ${response.status}`)
  } catch (error) {
    if (error instanceof Unavailable) throw error
    throw new Unavailable(`${whom}: ${error instanceof Error ? error.message : String(error)}`)
  } finally {
    clearTimeout(timer)
  }
}
