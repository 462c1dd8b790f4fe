// SPDX-License-Identifier: Apache-2.0
/** Acts that the platform does by itself, through the same desk as everybody's. */

import { systemActor } from '@gongxin/core/kernel'
import { findAct } from '@gongxin/core/trading/tender'
import { systemCaller } from './desk.ts'
import type { TenderParts } from './parts.ts'
import type { Outcome } from './service.ts'
import { actOnTender, type Gather } from './tender-desk.ts'

export interface SystemAct {
  readonly name: string
  readonly body?: unknown
  readonly gather: Gather
}

/** A lawful no ends the work: the deadline has moved, or the trade is suspended. */
export async function bySystem(
  parts: TenderParts,
  tender: string,
  { name, body = {}, gather }: SystemAct,
): Promise<Outcome> {
  const of = findAct(name)
  if (of === undefined) throw new Error(`no act ${name}`)
  const key = `system-${name}-${tender}-${JSON.stringify(body)}-${parts.clock.now()}`
  const caller = systemCaller(systemActor, key)
  const request = { tender, act: name, body, key, of, gather }
  const outcome = await actOnTender(parts, caller, request)
  if (outcome.kind === 'malformed') throw new Error(`${name}: ${JSON.stringify(outcome.issues)}`)
  return outcome
}
