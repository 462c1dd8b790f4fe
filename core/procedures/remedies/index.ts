// SPDX-License-Identifier: Apache-2.0
/** The door of the remedies: every definition by its id, and the lines they add to a procedure. */

import { certain } from '../../kernel/index.ts'
import type { Procedure } from '../procedure.ts'
import { engineeringComplaint } from './engineering-complaint.ts'
import { engineeringObjection } from './engineering-objection.ts'
import { remedyLines } from './lines.ts'
import { procurementChallenge } from './procurement-challenge.ts'
import { procurementComplaint } from './procurement-complaint.ts'
import { procurementEnquiry } from './procurement-enquiry.ts'
import type { Remedy, RemedyLevel } from './remedy.ts'

export { remedyActs } from './lines.ts'
export * from './remedy.ts'

export const engineeringRemedies: readonly string[] = [
  engineeringObjection.id,
  engineeringComplaint.id,
]
export const procurementRemedies: readonly string[] = [
  procurementEnquiry.id,
  procurementChallenge.id,
  procurementComplaint.id,
]

export const remedies: readonly Remedy[] = [
  engineeringObjection,
  engineeringComplaint,
  procurementEnquiry,
  procurementChallenge,
  procurementComplaint,
]

export function getRemedy(id: string): Remedy {
  return certain(
    remedies.find((remedy) => remedy.id === id),
    `no remedy ${id}`,
  )
}

export function remediesOf(procedure: Pick<Procedure, 'remedies'>): readonly Remedy[] {
  return procedure.remedies.map(getRemedy)
}

/** The remedy of a procedure at a level; each has one at most. */
export function remedyAt(
  procedure: Pick<Procedure, 'remedies'>,
  level: RemedyLevel,
): Remedy | undefined {
  return remediesOf(procedure).find((remedy) => remedy.level === level)
}

/** The procedure with the acts of its remedies in every stage that knows them. */
export function withRemedies(procedure: Procedure): Procedure {
  const named = remediesOf(procedure)
  return {
    ...procedure,
    stages: procedure.stages.map((stage) => ({
      ...stage,
      acts: [...stage.acts, ...remedyLines(named, stage.id)],
    })),
  }
}
