// SPDX-License-Identifier: Apache-2.0
/** Answers already given: a repeated request gets the first answer and changes nothing. */

import type { Instant, Json } from '@gongxin/core/kernel'
import type { Ask, Kind } from './asking.ts'
import type { Queries } from './kysely.ts'

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
  region: string,
  ask: Ask,
): IdempotencyStore {
  return {
    find: (account, key) => ask(given, [account, key]),
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

const given: Kind<GivenAnswer> = {
  name: 'given',
  columns: { account: 'text', key: 'text' },
  select: (asked) => `select r.n, i.answer from ${asked} cross join lateral
    (select json_build_object('digest', digest, 'status', status, 'answer', answer) as answer
      from idempotency i where i.region = $1 and i.account = r.account and i.key = r.key
      offset 0) as i`,
  read: (answer: GivenAnswer) => answer,
}
