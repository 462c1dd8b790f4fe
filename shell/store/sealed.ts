// SPDX-License-Identifier: Apache-2.0
/** Sealed bids, kept with the stream whose event names them; written as rows of an append. */

import type { Queries } from './kysely.ts'

export interface SealedStore {
  /** Null where the stream keeps nothing of that digest. */
  find(stream: string, digest: string): Promise<Uint8Array | null>
}

export function createSealedStore(queries: Queries, region: string): SealedStore {
  return {
    async find(stream, digest) {
      const row = await queries
        .selectFrom('sealed_content')
        .select('bytes')
        .where('region', '=', region)
        .where('stream', '=', stream)
        .where('digest', '=', digest)
        .executeTakeFirst()
      return row?.bytes ?? null
    },
  }
}
