// SPDX-License-Identifier: Apache-2.0
/** The door of the procedures: every definition, found by its id. */

import { certain } from '../kernel/index.ts'
import { invitedTender } from './engineering/invited-tender.ts'
import { openTender as openTenderOwn } from './engineering/open-tender.ts'
import type { Procedure, Stage } from './procedure.ts'
import { consultation } from './procurement/consultation.ts'
import { inquiry } from './procurement/inquiry.ts'
import { procurementInvitedTender } from './procurement/invited-tender.ts'
import { negotiation } from './procurement/negotiation.ts'
import { procurementOpenTender as procurementOpenTenderOwn } from './procurement/open-tender.ts'
import { singleSource } from './procurement/single-source.ts'
import { withRemedies } from './remedies/index.ts'
import { inOwnWords } from './speaking.ts'

export * from './after-award.ts'
export * from './procedure.ts'
export * from './remedies/index.ts'
export * from './rules.ts'
export * from './speaking.ts'

export const openTender: Procedure = withRemedies(openTenderOwn)
export const procurementOpenTender: Procedure = withRemedies(procurementOpenTenderOwn)

export const procedures: readonly Procedure[] = [
  openTender,
  withRemedies(invitedTender),
  procurementOpenTender,
  withRemedies(procurementInvitedTender),
  withRemedies(inquiry),
  withRemedies(negotiation),
  withRemedies(consultation),
  withRemedies(singleSource),
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
