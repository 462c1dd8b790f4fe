// SPDX-License-Identifier: Apache-2.0
/** The door of the procedures: every definition, found by its id. */

import { certain } from '../kernel/index.ts'
import { openTender as openTenderOwn } from './engineering/open-tender.ts'
import type { Procedure } from './procedure.ts'
import { withRemedies } from './remedies/index.ts'

export * from './procedure.ts'
export * from './remedies/index.ts'

export const openTender: Procedure = withRemedies(openTenderOwn)

export const procedures: readonly Procedure[] = [openTender]

export function getProcedure(id: string): Procedure {
  return certain(
    procedures.find((procedure) => procedure.id === id),
    `no procedure ${id}`,
  )
}
