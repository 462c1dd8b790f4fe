// SPDX-License-Identifier: Apache-2.0
/** What the tender service is made of; tests hand in their own clock and ports. */

import { type CivilDate, type Instant, systemActor } from '@gongxin/core/kernel'
import { type DepositPaper, isClosable, type PoolExpert } from '@gongxin/core/trading/tender'
import { platform, type TickPlan, tickPlans } from '@gongxin/core/trading/vault'
import type { CipherMaker } from '@gongxin/trust/seal'
import type { Cabinet } from '../cabinet/index.ts'
import type { FileStore } from '../files/index.ts'
import type { Store } from '../store/index.ts'
import { createVaults, type Vaults } from '../vault/index.ts'
import { createDepositary, type Depositary } from './depositary.ts'
import { systemCaller } from './desk.ts'
import { wrapped } from './envelope.ts'
import { createGate, type Gate } from './gate.ts'
import { type Authority, createStamps, type Stamping, type Stamps } from './stamps.ts'
import { createStreams, type Streams } from './streams.ts'
import { createTurns, type Turns } from './turns.ts'

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
  /** What the issuer says of a guarantee, a policy or money paid in; null: no such number. */
  paper(number: string): Promise<DepositPaper | null>
  /** Statement number of the payment to the beneficiary; the same reference is paid once. */
  claim(claim: PaperClaim): Promise<string>
  /** Ends the paper, or pays back what is left of the money. */
  release(release: { readonly number: string; readonly reference: string }): Promise<string>
}

export interface PaperClaim {
  readonly number: string
  readonly amountFen: number
  readonly ground: string
  readonly reference: string
}

export interface TenderParts {
  readonly store: Store
  /** What lies closed until the deadline. */
  readonly cabinet: Cabinet
  readonly clock: { now(): Instant }
  readonly files: FileStore
  /** The quick cipher of this machine, where it has one. */
  readonly cipher?: CipherMaker | undefined
  readonly library: ExpertLibrary | null
  readonly bank: Bank | null
  /** Absent or null where none is configured: then bids bear no certificate. */
  readonly authority?: Authority | null
  readonly stamping?: Stamping | null
  readonly streams: Streams
  readonly depositary: Depositary
  readonly gate: Gate
  readonly turns: Turns
  readonly vaults: Vaults
  readonly stamps: Stamps
}

/** What is handed in; the rest is made from it. */
export type GivenParts = Omit<
  TenderParts,
  'streams' | 'depositary' | 'gate' | 'turns' | 'vaults' | 'stamps'
> & {
  /** When the city gives its roots; every minute where nothing is said. */
  readonly ticks?: TickPlan
  /** Slots of a vault, a power of two; the usual number where nothing is said. */
  readonly vaultSlots?: number
}

export function wholeOf(given: GivenParts): TenderParts {
  const { ticks = tickPlans.production, vaultSlots, ...of } = given
  const { store, clock, cabinet } = of
  const streams = createStreams(store, cabinet.store)
  const gate = createGate()
  const vaults = createVaults({
    ...{ store, cabinet: cabinet.store, clock, plan: ticks },
    capacity: vaultSlots,
    settled: gate.empty,
    async isClosable(tender) {
      const state = (await streams.tender(tender))?.state
      return state !== undefined && isClosable(state)
    },
    wrapped: (events, head) => {
      const caller = systemCaller(systemActor, 'tick')
      const of = { tender: platform, head, caller, findings: [] }
      return wrapped(events, { ...of, accessOf: () => 'public' })
    },
  })
  const own = { streams, gate, vaults, turns: createTurns(), stamps: createStamps(of) }
  return { ...of, ...own, depositary: createDepositary(cabinet.store) }
}
