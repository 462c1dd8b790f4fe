// SPDX-License-Identifier: Apache-2.0
/** Running clocks of the whole board, the overdue first; and the column a project stands in. */

import type { z } from '@gongxin/core/kernel'
import { openTender } from '@gongxin/core/procedures'
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

/** Ended without a result: shown in the last column it can be told for, the first. */
export function columnOf(phase: string): number {
  const columns = openTender.stages.filter((stage) => stage.end !== 'failure')
  return Math.max(
    0,
    columns.findIndex((stage) => stage.id === phase),
  )
}
