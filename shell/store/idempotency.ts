// SPDX-License-Identifier: Apache-2.0
/** Answers already given: a repeated request gets the first answer and changes nothing. */

import type { Instant, Json } from '@gongxin/core/kernel'
import type pg from 'pg'
import type { Queries } from './kysely.ts'
import { prepared } from './pool.ts'
import { together } from './together.ts'
import { persistently } from './unavailable.ts'

export interface GivenAnswer {
  /** Digest of the request; another one under the same key is a misuse. */
  readonly digest: string
  readonly status: number
  readonly answer: Json | null
}

export interface IdempotencyStore {
  find(account: string, key: string): Promise<GivenAnswer | null>
  /** For answers without an append, such as refusals; false when the key is already taken. */
  keep(
    account: string,
    key: string,
    given: GivenAnswer & { readonly at: Instant },
  ): Promise<boolean>
  forgetBefore(at: Instant): Promise<number>
}

export function createIdempotencyStore(
  queries: Queries,
  pool: pg.Pool,
  region: string,
): IdempotencyStore {
  const find = together<Asked, GivenAnswer | null>(async (list) => {
    const values = [region, list.map(({ account }) => account), list.map(({ key }) => key)]
    const { rows } = await persistently(() => pool.query(prepared(findText, values)))
    const found = new Map(rows.map(({ n, ...given }) => [n, given]))
    return list.map((_, i) => found.get(i + 1) ?? null)
  }, 1)
  return {
    find: (account, key) => find({ account, key }, '', []),
    async keep(account, key, { digest, status, answer, at }) {
      const written = await queries
        .insertInto('idempotency')
        .values({ region, account, key, digest, status, answer: JSON.stringify(answer), at })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      return written.numInsertedOrUpdatedRows === 1n
    },
    async forgetBefore(at) {
      const { numDeletedRows } = await queries
        .deleteFrom('idempotency')
        .where('region', '=', region)
        .where('at', '<', at)
        .executeTakeFirst()
      return Number(numDeletedRows)
    },
  }
}

interface Asked {
  readonly account: string
  readonly key: string
}

const findText = `select r.n::integer, i.digest, i.status, i.answer
  from unnest($2::text[], $3::text[]) with ordinality as r (account, key, n)
  cross join lateral (select digest, status, answer from idempotency i where i.region = $1
    and i.account = r.account and i.key = r.key offset 0) as i`
