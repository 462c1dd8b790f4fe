// SPDX-License-Identifier: Apache-2.0
/** How a remedy stands: what is open, which acts it holds back, and which days do not count. */

import { type CivilDate, dayOf, workdaysAfter } from '../../../kernel/index.ts'
import { getRemedy } from '../../../procedures/index.ts'
import type { Moment } from '../acts/act.ts'
import type { Objection, TenderState } from '../state.ts'
import type { Complaint } from './state.ts'
import { remedyOf } from './times.ts'

export function isOpen({ answer, lodged }: Objection): boolean {
  return answer === null && lodged?.late !== true
}

/** The objection or challenge that holds this act back, though the trade goes on. */
export function holding(state: TenderState, act: string): Objection | undefined {
  return state.objections.find((objection) => {
    const { stay } = remedyOf(objection)
    const { lodged } = objection
    return (
      isOpen(objection) &&
      stay.holds.includes(act) &&
      lodged !== null &&
      stay.of.includes(lodged.subject)
    )
  })
}

export function isPending({ decision, withdrawnAt, checks }: Complaint): boolean {
  const turned = checks.some(({ result }) => result === 'refused' || result === 'transferred')
  return decision === null && withdrawnAt === null && !turned
}

export function acceptedOn({ checks }: Complaint): CivilDate | null {
  return checks.find(({ result }) => result === 'accepted')?.acceptedOn ?? null
}

/** A supplement was asked for and has not come. */
export function waitsForSupplement({ checks, supplementedAt }: Complaint): boolean {
  const asked = checks.find(({ result }) => result === 'supplement')
  return asked !== undefined && (supplementedAt === null || supplementedAt < asked.at)
}

/** C-5 and C-12: working days of the stops, each day once; an open stop runs until today. */
export function stoppedWorkdays(
  { stops }: Complaint,
  { now, calendar }: Pick<Moment, 'now' | 'calendar'>,
): number {
  const days = stops.flatMap(({ from, to }) => {
    const last = dayOf(to ?? now)
    const counted: CivilDate[] = []
    for (let n = 1; ; n += 20) {
      const some = workdaysAfter(dayOf(from), n + 19, calendar).slice(n - 1)
      counted.push(...some.filter((on) => on <= last))
      if (some.some((on) => on > last)) return counted
    }
  })
  return new Set(days).size
}

export function isStopped({ stops }: Complaint): boolean {
  return stops.some(({ to }) => to === null)
}

export function remedyOfComplaint({ lodged, decision }: Complaint) {
  return getRemedy(lodged?.remedy ?? decision?.remedy ?? 'engineering-complaint')
}
