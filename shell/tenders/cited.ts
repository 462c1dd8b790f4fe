// SPDX-License-Identifier: Apache-2.0
/** Facts for an act that points at entries of the trade: which the caller may read, and where they are logged. */

import { z } from '@gongxin/core/kernel'
import type { EntrySeen } from '@gongxin/core/trading/tender'
import type { TenderParts } from './parts.ts'
import type { ActRequest, Caller } from './service.ts'
import { tenderStream } from './streams.ts'
import type { Gather } from './tender-desk.ts'
import { trailOf } from './trail.ts'

const citing = z.object({
  evidence: z
    .array(z.object({ seq: z.int().min(0) }))
    .min(1)
    .max(20),
})

/** Null for an act whose body points at nothing. */
export function citedFacts(
  { store }: TenderParts,
  { actor }: Caller,
  { tender, body }: ActRequest,
): Gather | null {
  const cited = citing.safeParse(body)
  if (!cited.success) return null
  const seqs = cited.data.evidence.map(({ seq }) => seq)
  return async (loaded) => {
    const lines = trailOf(loaded, actor, -1).filter(
      ({ seq, body: shown }) => shown !== null && seqs.includes(seq),
    )
    const entries = lines.map(async ({ seq, hash, type }): Promise<EntrySeen> => {
      return { seq, hash, type, logged: await store.log.placeOf(tenderStream(tender), seq) }
    })
    return { entries: await Promise.all(entries) }
  }
}
