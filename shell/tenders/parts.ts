// SPDX-License-Identifier: Apache-2.0
/** What the tender service is made of; tests hand in their own clock and ports. */

import type { CivilDate, Instant } from '@gongxin/core/kernel'
import type { PoolExpert } from '@gongxin/core/trading/tender'
import type { CipherMaker } from '@gongxin/trust/seal'
import type { FileStore } from '../files/index.ts'
import type { Store } from '../store/index.ts'
import { createDepositary, type Depositary } from './depositary.ts'
import { createGate, type Gate } from './gate.ts'
import { createStreams, type Streams } from './streams.ts'

export type CallAnswer = 'accepted' | 'declined' | 'no-answer' | 'unavailable'

/** The autonomous region's expert library, as a client sees it. */
export interface ExpertLibrary {
  eligible(specialties: readonly string[], on: CivilDate): Promise<readonly PoolExpert[]>
  call(expert: string, about: { at: Instant; place: string }): Promise<CallAnswer>
}

export interface Refund {
  readonly account: string
  readonly principalFen: number
  readonly interestFen: number
  readonly reference: string
}

/** The bank that holds the deposits: it pays back and tells the rate. */
export interface Bank {
  readonly name: string
  /** Statement number of the payment; the same reference is paid once. */
  refund(refund: Refund): Promise<string>
  rateOn(day: CivilDate): Promise<{ readonly yearly: string; readonly base: 360 | 365 }>
}

export interface TenderParts {
  readonly store: Store
  readonly clock: { now(): Instant }
  readonly files: FileStore
  /** The quick cipher of this machine, where it has one. */
  readonly cipher?: CipherMaker | undefined
  readonly library: ExpertLibrary | null
  readonly bank: Bank | null
  readonly streams: Streams
  readonly depositary: Depositary
  readonly gate: Gate
}

/** What is handed in; the rest is made from it. */
export type GivenParts = Omit<TenderParts, 'streams' | 'depositary' | 'gate'>

export function wholeOf(of: GivenParts): TenderParts {
  const { store } = of
  const streams = createStreams(store.events)
  return { ...of, streams, depositary: createDepositary(store), gate: createGate() }
}
