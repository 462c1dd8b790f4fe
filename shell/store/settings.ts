// SPDX-License-Identifier: Apache-2.0
/** Small facts about this installation that outlive a restart, such as the offset of a demo clock. */

import type { Json } from '@gongxin/core/kernel'
import type { Queries } from './kysely.ts'

export interface SettingStore {
  find(name: string): Promise<Json>
  save(name: string, value: Json): Promise<void>
}

export function createSettingStore(queries: Queries, region: string): SettingStore {
  return {
    async find(name) {
      const found = await queries
        .selectFrom('setting')
        .select('value')
        .where('region', '=', region)
        .where('name', '=', name)
        .executeTakeFirst()
      return found?.value ?? null
    },
    async save(name, content) {
      const value = JSON.stringify(content)
      await queries
        .insertInto('setting')
        .values({ region, name, value })
        .onConflict((conflict) => conflict.columns(['region', 'name']).doUpdateSet({ value }))
        .execute()
    },
  }
}
