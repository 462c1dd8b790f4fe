// SPDX-License-Identifier: Apache-2.0
/** All traces, and which of them belong to which procedure. */

import type { Procedure } from '../procedures/index.ts'
import type { Trace } from './trace.ts'
import { awardTraces } from './traces/award.ts'
import { dayTraces } from './traces/days.ts'
import { drawingTraces } from './traces/drawing.ts'
import { evaluationTraces } from './traces/evaluation.ts'
import { moneyTraces } from './traces/money.ts'
import { openingTraces } from './traces/opening.ts'
import { openingObjectionTraces, preparationTraces } from './traces/preparation.ts'
import { procurementTraces } from './traces/procurement.ts'
import { tenderingTraces } from './traces/tendering.ts'

export const openTenderTraces = [
  { title: '登记、委托与入场', traces: preparationTraces },
  { title: '公告与投标', traces: tenderingTraces },
  { title: '开标与组建委员会', traces: [...openingTraces, ...openingObjectionTraces] },
  { title: '抽取与更换', traces: drawingTraces },
  { title: '评标', traces: evaluationTraces },
  { title: '投标保证金', traces: moneyTraces },
  { title: '公示、定标、合同与归档', traces: awardTraces },
  { title: '期限：最后一天与晚一天', traces: dayTraces },
]

/** Traces of every procedure, for tests that ask whether anything is left unshown. */
export const allTraces = [...openTenderTraces, ...procurementTraces]

/** What a row says of its procedure, where it is not the usual one. */
const named: Readonly<Record<string, RegExp>> = {
  'engineering/invited-tender': /工程邀请招标/,
  'procurement/open-tender': /政府采购公开招标/,
  'procurement/invited-tender': /政府采购邀请招标/,
  'procurement/inquiry': /政府采购询价/,
}

function isOf({ setup, rows }: Trace, { id }: Procedure): boolean {
  const said = [...setup, ...rows].map(({ does }) => does).join(' ')
  const own = named[id]
  if (own !== undefined) return own.test(said)
  return !Object.values(named).some((other) => other.test(said))
}

/** The traces that play under the procedure, by group; groups without one are left out. */
export function tracesOf(procedure: Procedure) {
  const groups = [...openTenderTraces, ...procurementTraces].map(({ title, traces }) => {
    return { title, traces: traces.filter((of) => isOf(of, procedure)) }
  })
  return groups.filter(({ traces }) => traces.length > 0)
}
