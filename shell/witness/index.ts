// SPDX-License-Identifier: Apache-2.0
/** The door of the witness: a small program of its own, run by somebody who is not the platform. */

import { tenderGrammar } from '@gongxin/core/trading/grammar'
import { clockOf, type Following, followOverHttp } from './following.ts'
import { type Address, type Serving, serveWitness } from './server.ts'
import { openWitness, type Witness } from './witness.ts'

export interface WitnessOptions extends Following, Address {
  readonly folder: string
  /** Stands in every line it signs; without blanks and plus signs. */
  readonly name: string
  readonly demo: boolean
}

export interface RunningWitness extends Serving {
  readonly witness: Witness
}

export async function startWitness(options: WitnessOptions): Promise<RunningWitness> {
  const { folder, name, log, demo } = options
  const followed = followOverHttp(options)
  const parts = { folder, name, log: followed, grammar: tenderGrammar, now: clockOf(log, demo) }
  const witness = await openWitness(parts)
  return { witness, ...(await serveWitness(witness, options)) }
}
