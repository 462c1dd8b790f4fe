// SPDX-License-Identifier: Apache-2.0
/** A stage of 招标投标法 taken over by 政府采购法: the same acts, and the limits of the other law. */

import type { Stage } from '../procedure.ts'
import { inPlaceOf, procurementRules, tenderingRules } from '../rules.ts'

/** The answer to an objection is that to a 质疑 here. */
const answered: Readonly<Record<string, string>> = { 'LIM-08': 'TL-35' }

/** Limits that have no counterpart do not run here, and 书面报告 is owed under 招标投标法 47 alone. */
export function procured({ limits = [], ...stage }: Stage): Stage {
  const acts = stage.acts.filter(({ act }) => act !== 'file-written-report')
  const here = (id: string) => inPlaceOf(id, tenderingRules, procurementRules) ?? answered[id]
  const kept = limits.flatMap((id) => here(id) ?? [])
  return kept.length === 0 ? { ...stage, acts } : { ...stage, acts, limits: kept }
}
