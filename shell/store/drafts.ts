// SPDX-License-Identifier: Apache-2.0
/** What an organisation has begun to write and not yet done: private to it, and no event. */

import type { Instant, Json } from '@gongxin/core/kernel'
import type { Queries } from './kysely.ts'

export interface Draft {
  readonly organisation: string
  /** The stream the draft will belong to, or a name of its own before there is one. */
  readonly stream: string
  /** The act or form that is being filled in. */
  readonly kind: string
  readonly body: Json
  readonly savedAt: Instant
}

export interface DraftStore {
  find(organisation: string, stream: string, kind: string): Promise<Draft | null>
  list(organisation: string): Promise<readonly Draft[]>
  save(draft: Draft): Promise<void>
  remove(organisation: string, stream: string, kind: string): Promise<void>
}

export function createDraftStore(queries: Queries, region: string): DraftStore {
  const select = (organisation: string) =>
    queries
      .selectFrom('draft')
      .select(['organisation', 'stream', 'kind', 'body', 'saved_at as savedAt'])
      .where('region', '=', region)
      .where('organisation', '=', organisation)
  return {
    async find(organisation, stream, kind) {
      const query = select(organisation).where('stream', '=', stream).where('kind', '=', kind)
      return (await query.executeTakeFirst()) ?? null
    },
    list: (organisation) => select(organisation).orderBy('saved_at', 'desc').execute(),
    async save({ organisation, stream, kind, body, savedAt }) {
      const content = { body: JSON.stringify(body), saved_at: savedAt }
      await queries
        .insertInto('draft')
        .values({ region, organisation, stream, kind, ...content })
        .onConflict((conflict) =>
          conflict.columns(['region', 'organisation', 'stream', 'kind']).doUpdateSet(content),
        )
        .execute()
    },
    async remove(organisation, stream, kind) {
      await queries
        .deleteFrom('draft')
        .where('region', '=', region)
        .where('organisation', '=', organisation)
        .where('stream', '=', stream)
        .where('kind', '=', kind)
        .execute()
    },
  }
}
