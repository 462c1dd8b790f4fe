// SPDX-License-Identifier: Apache-2.0
/** All traces of the remedies, and every trace of the house with the procedure it runs in. */

import type { Procedure } from '../procedures/index.ts'
import { openTenderTraces } from './open-tender.ts'
import { procuring } from './procuring.ts'
import type { Trace } from './trace.ts'
import { challengeTraces } from './traces/challenges.ts'
import { complaintTraces } from './traces/complaints.ts'
import { objectionTraces } from './traces/objections.ts'

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

/** One trace a line, so that a test can walk them all. */
export const everyTrace: readonly (Trace & { readonly procedure?: Procedure })[] = [
  ...openTenderTraces,
  ...remedyTraces,
].flatMap(({ traces, ...of }: TraceGroup) =>
  traces.map((trace) =>
    of.procedure === undefined ? trace : { ...trace, procedure: of.procedure },
  ),
)
