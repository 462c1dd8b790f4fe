// SPDX-License-Identifier: Apache-2.0
/** Which traces play under which procedure, for the page that prints it. */

import type { Procedure } from '../procedures/index.ts'
import { openTenderTraces } from './open-tender.ts'
import type { Trace } from './trace.ts'
import { procurementTraces } from './traces/procurement.ts'

/** Traces of every procedure, for tests that ask whether anything is left unshown. */
export const allTraces = [...openTenderTraces, ...procurementTraces]

/** What a row says of its procedure, where it is not the usual one. */
const named: Readonly<Record<string, RegExp>> = {
  'engineering/invited-tender': /工程邀请招标/,
  'procurement/open-tender': /政府采购公开招标/,
  'procurement/invited-tender': /政府采购邀请招标/,
  'procurement/inquiry': /政府采购询价/,
  'procurement/negotiation': /政府采购谈判/,
  'procurement/consultation': /政府采购磋商/,
  'procurement/single-source': /政府采购单一来源/,
}

function isOf({ setup, rows }: Trace, { id }: Procedure): boolean {
  const said = [...setup, ...rows].map(({ does }) => does).join(' ')
  const own = named[id]
  if (own !== undefined) return own.test(said)
  return !Object.values(named).some((other) => other.test(said))
}

/** The traces that play under the procedure, by group; groups without one are left out. */
export function tracesOf(procedure: Procedure) {
  const groups = allTraces.map(({ title, traces }) => {
    return { title, traces: traces.filter((of) => isOf(of, procedure)) }
  })
  return groups.filter(({ traces }) => traces.length > 0)
}
