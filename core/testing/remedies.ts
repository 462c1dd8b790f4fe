// SPDX-License-Identifier: Apache-2.0
/** All traces of the remedies, and every trace of the house with the procedure it runs in. */

import type { Procedure } from '../procedures/index.ts'
import type { TenderEvent } from '../trading/tender/index.ts'
import { openTenderTraces } from './open-tender.ts'
import { procuring } from './procuring.ts'
import { purchase } from './told.ts'
import type { Trace } from './trace.ts'
import { challengeTraces } from './traces/challenges.ts'
import { complaintTraces } from './traces/complaints.ts'
import { objectionTraces } from './traces/objections.ts'
import { procurementTraces } from './traces/procurement.ts'
import { procurementContractTraces } from './traces/procurement-contract.ts'

export interface TraceGroup {
  readonly title: string
  readonly traces: readonly Trace[]
  /** Instead of the registered procedure. */
  readonly procedure?: Procedure
}

export const remedyTraces: readonly TraceGroup[] = [
  { title: '工程建设项目的异议', traces: objectionTraces },
  { title: '工程建设项目的投诉', traces: complaintTraces },
  { title: '政府采购的询问、质疑和投诉', traces: challengeTraces, procedure: procuring },
]

/** A trace with the world it begins in: `newWorld` takes it as it is. */
export interface Begun extends Trace {
  readonly procedure?: Procedure | undefined
  readonly told?: readonly TenderEvent[] | undefined
}

/**
 * One trace a line, so that a test can walk them all. Of what two procedures share the public
 * opening comes last: tests that keep one sample of each event keep the one whose access is the table's.
 */
export const everyTrace: readonly Begun[] = [
  ...[...procurementTraces, ...openTenderTraces, ...remedyTraces].flatMap(
    ({ traces, procedure }: TraceGroup) => traces.map((trace) => ({ ...trace, procedure })),
  ),
  ...procurementContractTraces.map((trace) => ({ ...trace, told: purchase })),
]
