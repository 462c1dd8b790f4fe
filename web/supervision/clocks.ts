// SPDX-License-Identifier: Apache-2.0
/** Running clocks of the whole board, the overdue first; and the column a project stands in. */

import type { z } from '@gongxin/core/kernel'
import { allStages } from '@gongxin/core/procedures'
import type { boardRow } from '@gongxin/shell/http/contract'

type Row = z.infer<typeof boardRow>

export interface Clock {
  readonly duty: Row['duties'][number]
  readonly tender: Row['tender']
}

export function clocksOf(rows: readonly Row[]): readonly Clock[] {
  return rows
    .flatMap(({ duties, tender }) => duties.map((duty) => ({ duty, tender })))
    .toSorted((a, b) => rankOf(a).localeCompare(rankOf(b)))
}

function rankOf({ duty }: Clock): string {
  return `${duty.overdue ? 0 : 1} ${duty.until ?? '9999'}`
}

/** Every stage a trade of any procedure can stand in. */
export const columns = allStages.filter((stage) => stage.end !== 'failure')

/** Ended without a result: shown in the last column it can be told for, the first. */
export function columnOf(phase: string): number {
  return Math.max(
    0,
    columns.findIndex((stage) => stage.id === phase),
  )
}
