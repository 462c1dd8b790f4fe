// SPDX-License-Identifier: Apache-2.0
/** 据此提出: evidence points at an entry of the trade; the system adds what event it is and where it stands. */

import { type Refused, refused } from '../../../kernel/index.ts'
import type { EntrySeen } from '../acts/act.ts'
import type { EvidenceGiven, EvidenceKept } from '../events/remedies.ts'

/** Only what the caller may read can be pointed at, and only as it stands in the chain. */
export function keptEvidence(
  given: readonly EvidenceGiven[],
  entries: readonly EntrySeen[] = [],
): readonly EvidenceKept[] | Refused {
  const kept: EvidenceKept[] = []
  for (const of of given) {
    const entry = entries.find(({ seq }) => seq === of.seq)
    if (entry === undefined || entry.hash !== of.entry) {
      return refused('evidence-unknown', { seq: of.seq })
    }
    kept.push({ ...of, type: entry.type, logged: entry.logged })
  }
  return kept
}

export function isRefused(kept: readonly EvidenceKept[] | Refused): kept is Refused {
  return 'kind' in kept
}
