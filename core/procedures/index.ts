// SPDX-License-Identifier: Apache-2.0
/** The door of the procedures: every definition, found by its id. */

import { certain } from '../kernel/index.ts'
import { invitedTender } from './engineering/invited-tender.ts'
import { openTender as openTenderAlone } from './engineering/open-tender.ts'
import type { Procedure, Stage } from './procedure.ts'
import { consultation } from './procurement/consultation.ts'
import { inquiry } from './procurement/inquiry.ts'
import { procurementInvitedTender } from './procurement/invited-tender.ts'
import { negotiation } from './procurement/negotiation.ts'
import { procurementOpenTender } from './procurement/open-tender.ts'
import { singleSource } from './procurement/single-source.ts'
import { withRemedies } from './remedies/index.ts'
import { inOwnWords } from './speaking.ts'

export * from './after-award.ts'
export * from './procedure.ts'
export * from './remedies/index.ts'
export * from './rules.ts'
export * from './speaking.ts'

export const procedures: readonly Procedure[] = [
  openTenderAlone,
  invitedTender,
  procurementOpenTender,
  procurementInvitedTender,
  inquiry,
  negotiation,
  consultation,
  singleSource,
].map((procedure) => inOwnWords(withRemedies(procedure)))

const byId = new Map(procedures.map((procedure) => [procedure.id, procedure]))

/** What is meant where nothing is named: the first procedure of the house. */
export const usualProcedure = openTenderAlone.id

export const openTender: Procedure = getProcedure(usualProcedure)

export function findProcedure(id: string): Procedure | undefined {
  return byId.get(id)
}

/** Every stage of any procedure once, in the order of the first that has it. */
export const allStages: readonly Stage[] = procedures
  .flatMap(({ stages }) => stages)
  .filter((stage, place, all) => all.findIndex(({ id }) => id === stage.id) === place)

export function getProcedure(id: string): Procedure {
  return certain(findProcedure(id), `no procedure ${id}`)
}
