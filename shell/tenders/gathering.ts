// SPDX-License-Identifier: Apache-2.0
/** Which facts an act of the tender needs from outside, and who fetches them. */

import { citedFacts } from './cited.ts'
import { paperFacts } from './deposit-papers.ts'
import { openingFacts } from './opening.ts'
import type { TenderParts } from './parts.ts'
import type { ActRequest, Caller } from './service.ts'
import { noticeFacts, opensStreams, takenUp } from './taking-up.ts'
import type { Gather } from './tender-desk.ts'

export function gatherFor(parts: TenderParts, caller: Caller, request: ActRequest): Gather {
  if (opensStreams(request.act)) return takenUp(parts, request)
  return (
    noticeFacts(parts, request) ??
    openingFacts(parts, caller, request) ??
    paperFacts(parts, caller, request) ??
    citedFacts(parts, caller, request) ??
    (async () => ({}))
  )
}
