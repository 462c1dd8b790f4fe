// SPDX-License-Identifier: Apache-2.0
/** Reads what is public about one organisation. */

import type { EntityModel } from '@gongxin/web/public-service'
import { organisationView } from '../contract/index.ts'
import type { PageDeps } from './deps.ts'
import { tendersOf } from './lists.ts'

export async function entityModel(deps: PageDeps, code: string): Promise<EntityModel | null> {
  const { store } = deps
  if (!/^[0-9A-Z]{1,64}$/.test(code)) return null
  const row = await store.queries
    .selectFrom('organisation')
    .select(['id', 'name', 'kind', 'roles', 'created_at'])
    .where('region', '=', store.region)
    .where('id', '=', code)
    .executeTakeFirst()
  if (row === undefined) return null
  const { id, created_at: since, ...rest } = row
  const read = organisationView.safeParse({ uscc: id, since, ...rest })
  if (!read.success) return null
  // No projection lists tenders by winner yet, and an empty list would say something untrue.
  return { organisation: read.data, owned: await tendersOf(deps, code), won: null }
}
