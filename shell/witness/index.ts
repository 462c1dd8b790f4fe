// SPDX-License-Identifier: Apache-2.0
/** The door of the witness: a small program of its own, run by somebody who is not the platform. */

import { tenderGrammar } from '@gongxin/core/trading/grammar'
import { clockOf, type Following, followOverHttp } from './following.ts'
import { type Address, type Serving, serveWitness } from './server.ts'
import { openWitness, type Witness } from './witness.ts'

export { type Asked, type Reply, replyTo } from './server.ts'
export type { Witness } from './witness.ts'

export interface WitnessIdentity extends Following {
  readonly folder: string
  /** Stands in every line it signs; without blanks and plus signs. */
  readonly name: string
  readonly demo: boolean
}

export interface WitnessOptions extends WitnessIdentity, Address {}

export interface RunningWitness extends Serving {
  readonly witness: Witness
}

export async function startWitness(options: WitnessOptions): Promise<RunningWitness> {
  const witness = await wokenWitness(options)
  return { witness, ...(await serveWitness(witness, options)) }
}

/** The witness itself, which others may ask however they reach it. */
export function wokenWitness(options: WitnessIdentity): Promise<Witness> {
  const { folder, name, log, demo } = options
  const followed = followOverHttp(options)
  const parts = { folder, name, log: followed, grammar: tenderGrammar, now: clockOf(log, demo) }
  return openWitness(parts)
}
