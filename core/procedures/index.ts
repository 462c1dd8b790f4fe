// SPDX-License-Identifier: Apache-2.0
/** The door of the procedures: every definition, found by its id. */

import { certain } from '../kernel/index.ts'
import { openTender } from './engineering/open-tender.ts'
import type { Procedure } from './procedure.ts'
import { procurementOpenTender } from './procurement/open-tender.ts'

export * from './after-award.ts'
export * from './procedure.ts'
export { openTender, procurementOpenTender }

export const procedures: readonly Procedure[] = [openTender, procurementOpenTender]

export function getProcedure(id: string): Procedure {
  return certain(
    procedures.find((procedure) => procedure.id === id),
    `no procedure ${id}`,
  )
}
