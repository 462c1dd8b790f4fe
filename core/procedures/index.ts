// SPDX-License-Identifier: Apache-2.0
/** The door of the procedures: every definition, found by its id. */

import { certain } from '../kernel/index.ts'
import { invitedTender } from './engineering/invited-tender.ts'
import { openTender } from './engineering/open-tender.ts'
import type { Procedure, Stage } from './procedure.ts'
import { inquiry } from './procurement/inquiry.ts'
import { procurementInvitedTender } from './procurement/invited-tender.ts'
import { procurementOpenTender } from './procurement/open-tender.ts'
import { inOwnWords } from './speaking.ts'

export * from './procedure.ts'
export * from './rules.ts'
export * from './speaking.ts'
export { openTender }

export const procedures: readonly Procedure[] = [
  openTender,
  invitedTender,
  procurementOpenTender,
  procurementInvitedTender,
  inquiry,
].map(inOwnWords)

/** What is meant where nothing is named: the first procedure of the house. */
export const usualProcedure = openTender.id

export function findProcedure(id: string): Procedure | undefined {
  return procedures.find((procedure) => procedure.id === id)
}

/** Every stage of any procedure once, in the order of the first that has it. */
export const allStages: readonly Stage[] = procedures
  .flatMap(({ stages }) => stages)
  .filter((stage, place, all) => all.findIndex(({ id }) => id === stage.id) === place)

export function getProcedure(id: string): Procedure {
  return certain(findProcedure(id), `no procedure ${id}`)
}
