// SPDX-License-Identifier: Apache-2.0
/** Green, amber or red, always with a shape and a word; why it is so beside it. */

import type { z } from '@gongxin/core/kernel'
import { allStages } from '@gongxin/core/procedures'
import type { boardRow } from '@gongxin/shell/http/contract'
import { messages as appMessages, phaseTitle, useText } from '../app/index.ts'
import { messages } from './messages.ts'

type Row = z.infer<typeof boardRow>

const marks = { green: '●', amber: '▲', red: '■' } as const

export function Signal({ row }: { readonly row: Row }) {
  const t = useText()
  const { signal, breached, duties, tender } = row
  const overdue = duties.filter((duty) => duty.overdue).length
  const ended = allStages.find((s) => s.id === tender.phase && s.end === 'failure')
  return (
    <span className={`badge ${signal}`}>
      {marks[signal]} {t(messages[signal])}
      {overdue > 0 && ` · ${t(appMessages.overdueCount, { count: overdue })}`}
      {breached > 0 && ` · ${t(messages.breaches, { count: breached })}`}
      {tender.suspended && ` · ${t(appMessages.suspended)}`}
      {ended !== undefined && ` · ${t(phaseTitle(ended.id, tender.procedure))}`}
    </span>
  )
}
