// SPDX-License-Identifier: Apache-2.0
/** The door of the tender service. */

import { calendar } from '@gongxin/core/law'
import {
  dutiesOf,
  filesFor,
  findAct,
  isForAll,
  isParty,
  offersFor,
  procedureOf,
  type Reader,
  stateFor,
} from '@gongxin/core/trading/tender'
import type { TenderView } from '../http/contract/index.ts'
import { actOnBid, findBidAct } from './bid-desk.ts'
import { tick } from './clockwork.ts'
import { credit } from './crediting.ts'
import { gatherFor } from './gathering.ts'
import { manifests } from './opening.ts'
import { type GivenParts, type TenderParts, wholeOf } from './parts.ts'
import type { ActRequest, Caller, Outcome, Tenders } from './service.ts'
import type { LoadedTender } from './streams.ts'
import { actOnTender, registerTender } from './tender-desk.ts'
import { trailOf } from './trail.ts'
import { lastRoot, vaultProof } from './vault-proof.ts'

export type { Authority, Stamping } from './authorities.ts'
export { performanceAccount } from './deposit-papers.ts'
export { accountNumber, createDepositary, type Depositary } from './depositary.ts'
export type {
  Bank,
  CallAnswer,
  ExpertLibrary,
  PaperClaim,
  Refund,
  TenderParts,
} from './parts.ts'
export type * from './service.ts'
export { createStreams, type LoadedTender, type Streams } from './streams.ts'

export function createTenders(of: GivenParts): Tenders {
  const parts = wholeOf(of)
  return {
    register: (caller, body, key) => registerTender(parts, caller, body, key),
    act: (caller, request) => act(parts, caller, request),
    async view(tender, reader) {
      const loaded = await parts.streams.tender(tender)
      if (loaded === null) return null
      return viewOf(
        parts,
        { tender, loaded, submitted: await hasSubmitted(parts, tender, reader) },
        reader,
      )
    },
    async trail(tender, reader, after) {
      const loaded = await parts.streams.tender(tender)
      return loaded === null ? null : trailOf(loaded, reader, after)
    },
    async told(tender, reader) {
      const loaded = await parts.streams.tender(tender)
      if (loaded === null) return null
      const state = stateFor(reader, loaded.events, loaded.state)
      const tick = state.revealed === null ? null : await parts.vaults.lastTickOf(tender)
      return { lines: trailOf(loaded, reader, -1), state, tick }
    },
    async files(tender, reader) {
      const loaded = await parts.streams.tender(tender)
      return loaded === null ? null : filesFor(reader, loaded.events, loaded.state)
    },
    async ownBid(tender, { actor }) {
      const loaded = await parts.streams.tender(tender)
      return loaded === null ? null : (await parts.streams.bid(tender, actor.party)).state
    },
    manifests: (tender) => manifests(parts, tender),
    credit: (notice) => credit(parts, notice),
    tick: () => tick(parts),
    lastRoot: (tender) => lastRoot(parts, tender),
    advanceVaults: parts.vaults.advance,
    stampsSettled: parts.stamps.settled,
    stampsOf: parts.stamps.of,
    ownStamp: (tender, { actor }) => parts.stamps.ownOf(tender, actor.party),
    vaultProof: (tender, { actor }) => vaultProof(parts, tender, actor.party),
  }
}

async function act(parts: TenderParts, caller: Caller, request: ActRequest): Promise<Outcome> {
  const ofBid = findBidAct(request.act)
  if (ofBid !== undefined) {
    const outcome = await actOnBid(parts, caller, { ...request, of: ofBid })
    const fresh = outcome.kind === 'done' && !outcome.repeated
    if (fresh) parts.stamps.bidMade(request.tender, caller.actor.party)
    return outcome
  }
  const of = findAct(request.act)
  if (of === undefined || of.name === 'register-project') return { kind: 'not-found' }
  const gather = gatherFor(parts, caller, request)
  return actOnTender(parts, caller, { ...request, of, gather })
}

/** Whether the reader's own bid lies sealed: only the bidder is ever told. */
async function hasSubmitted(parts: TenderParts, tender: string, reader: Reader): Promise<boolean> {
  if (reader?.role !== 'bidder') return false
  return (await parts.streams.bid(tender, reader.party)).state.envelope !== null
}

interface Viewed {
  readonly tender: string
  readonly loaded: LoadedTender
  readonly submitted: boolean
}

function viewOf({ clock }: TenderParts, of: Viewed, reader: Reader): TenderView {
  const { tender, submitted } = of
  const { state, events, head } = of.loaded
  const now = clock.now()
  const seen = stateFor(reader, events, state)
  const party = reader !== null && isParty(state, reader)
  const offers = reader === null ? [] : offersFor(state, reader, { now, submitted })
  // A running clock names its owner only; who is not to know of a complaint sees none of its clocks.
  const duties = dutiesOf(state, { calendar, now }).filter(
    (duty) => isForAll(duty) || duty.known?.includes(reader?.party ?? '') === true,
  )
  return {
    id: tender,
    version: head.seq,
    phase: state.phase,
    procedure: procedureOf(state).id,
    state: { ...seen },
    offers: [...offers],
    duties: duties.map(({ due: _, known: _known, role: _role, ...duty }) => duty),
    reader: reader === null ? null : { role: reader.role, party: reader.party },
    party,
  }
}
