// SPDX-License-Identifier: Apache-2.0
/** What a told tender is about: kind, document, money, deadline, and the procedure it runs in. */

import { type Instant, moment } from '../kernel/index.ts'
import type { DataOf, TenderTerms } from '../trading/tender/index.ts'
import { compositeTerms, lowestTerms } from './terms.ts'

export type ProcurementFacts = NonNullable<DataOf<'ProjectRegistered'>['procurement']>

export interface Plan {
  readonly kind: 'works' | 'goods'
  readonly terms: TenderTerms
  readonly estimateFen: number
  readonly stateControlled: boolean
  readonly deadline: Instant
  /** Where another procedure than the usual one is used, and what procurement states of it. */
  readonly procedure?: string
  readonly procurement?: ProcurementFacts
}

export function planOf(change: Partial<Plan> = {}): Plan {
  const kind = change.kind ?? 'works'
  return {
    kind,
    terms: kind === 'works' ? compositeTerms : lowestTerms,
    estimateFen: 1_000_000_000,
    stateControlled: true,
    deadline: moment('2026-03-23T01:00:00Z'),
    ...change,
  }
}
