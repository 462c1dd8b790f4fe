// SPDX-License-Identifier: Apache-2.0
/** People of the town: they press again under the same key until they are told what became of it. */

import { Readable } from 'node:stream'
import { certain, dayOf, type FileRef, type Instant, instantOfEpoch } from '@gongxin/core/kernel'
import {
  bidderKeys,
  type Persona,
  machine as platformItself,
  type Step,
} from '@gongxin/core/testing'
import {
  type BidState,
  emptyBid,
  masterOf,
  sealOwnBid,
  withdrawalSig,
} from '@gongxin/core/trading/bid'
import {
  type BidContent,
  emptyTender,
  holdingOf,
  type TenderState,
} from '@gongxin/core/trading/tender'
import { Unavailable } from '@gongxin/shell/store'
import { createDepositary, type Outcome } from '@gongxin/shell/tenders'
import { concat, hex, utf8 } from '@gongxin/trust/canonical'
import { bidCommitment } from '@gongxin/trust/seal'
import { type Chance, Lost } from '../machine/index.ts'
import type { Platform } from './platform.ts'
import type { Town } from './town.ts'

export interface People {
  readonly town: Town
  readonly chance: Chance
  /** Number of the tender, once it is registered. */
  tender: string
  /** Keeps asking until somebody answers; what is no fault of the machine is thrown. */
  ask<A>(work: (platform: Platform) => Promise<A>): Promise<A>
  state(): Promise<TenderState>
  own(who: Persona): Promise<BidState>
  /** Until it is known what became of the act. */
  press(who: Persona, act: string, body: unknown): Promise<Outcome>
  upload(who: Persona, bytes: Uint8Array): Promise<FileRef>
  credit(who: Persona, amountFen: number): Promise<void>
}

export type Done = Extract<Outcome, { readonly kind: 'done' }>

export function peopleOf(town: Town): People {
  const { machine, ledger } = town
  const chance = machine.chance.branch('people')
  let keys = 0
  const people: People = {
    town,
    chance,
    tender: '',
    async ask(work) {
      for (let tries = 1; ; tries++) {
        try {
          return await town.network.carry(
            () => town.hosts.get('platform'),
            (service) => {
              if (service.kind !== 'platform') throw new Error('not the platform')
              return work(service.platform)
            },
          )
        } catch (error) {
          if (!(error instanceof Lost) && !(error instanceof Unavailable)) throw error
          await machine.sleep(Math.min(60_000, 300 * tries) + chance.below(500))
        }
      }
    },
    state: () =>
      people.ask(async ({ tenders }) => {
        const view = await tenders.view(people.tender, platformItself.actor)
        return view === null ? emptyTender : (view.state as unknown as TenderState)
      }),
    own: (who) =>
      people.ask(
        async ({ tenders }) => (await tenders.ownBid(people.tender, callerOf(who, ''))) ?? emptyBid,
      ),
    async press(who, act, body) {
      keys += 1
      const key = `k${keys}`
      const caller = callerOf(who, key)
      const { tender } = people
      const outcome = await people.ask(({ tenders }) =>
        act === 'register-project'
          ? tenders.register(caller, body, key)
          : tenders.act(caller, { tender, act, body, key }),
      )
      if (outcome.kind === 'done') remember(people, { who, act, body }, outcome)
      return outcome
    },
    async upload(who, bytes) {
      const stored = await people.ask(async ({ cabinet: { files, store } }) => {
        const put = await files.put(Readable.from([bytes]))
        if (put === 'too-large') throw new Error('no limit was set')
        await linkUpload(store, { who, digest: put.digest, at: instantOfEpoch(machine.now()) })
        return put
      })
      ledger.uploads.push(stored.digest)
      return { ...stored, name: 'bid', mediaType: 'application/octet-stream' }
    },
    async credit(who, amountFen) {
      const reference = `流水${who.actor.party}`
      const of = { tender: people.tender, bidder: who.actor.party, bidderName: who.name }
      const taken = await people.ask(async ({ cabinet: { store }, tenders }) => {
        const { number: account } = await createDepositary(store).accountFor(of)
        const creditedOn = dayOf(instantOfEpoch(machine.now()))
        return tenders.credit({ account, form: 'transfer', amountFen, reference, creditedOn })
      })
      if (taken) ledger.credits.push({ party: who.actor.party, amountFen, reference })
    },
  }
  return people
}

export function callerOf({ actor, name }: Persona, requestId: string) {
  return { actor, name, address: '127.0.0.1', source: 'simulate', requestId }
}

interface Upload {
  readonly who: Persona
  readonly digest: string
  readonly at: Instant
}

async function linkUpload({ queries, region }: Platform['store'], { who, digest, at }: Upload) {
  const stream = `upload/${who.actor.party}`
  const link = { region, stream, digest, access: 'sealed', name: 'bid' } as const
  await queries
    .insertInto('file_link')
    .values({ ...link, owner: who.actor.party, linked_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

function remember(
  people: People,
  { who, act, body }: { who: Persona; act: string; body: unknown },
  { answer }: Done,
): void {
  const { ledger, machine } = people.town
  if (act === 'register-project') people.tender = answer.tender
  const sealed = ['submit-bid', 'replace-bid', 'withdraw-bid'].includes(act)
  const ofBid = sealed || act === 'download-document'
  const stream = ofBid ? `bid/${answer.tender}/${who.actor.party}` : `tender/${answer.tender}`
  const { hash, at } = answer.receipt
  ledger.told.push({ act, stream, hash, events: answer.events })
  if (!sealed) return
  const { manifest } = Object(body)
  const commitment = act === 'withdraw-bid' ? null : hex(bidCommitment(utf8(String(manifest))))
  const heardAt = machine.now()
  ledger.receipts.push({
    party: who.actor.party,
    act,
    commitment,
    hash,
    at: at as Instant,
    heardAt,
  })
}

/** Manifest and ticket of a bid, its file uploaded: ready to be handed in. */
export async function sealedBid(people: People, who: Persona, content: BidContent) {
  const [state, own] = [await people.state(), await people.own(who)]
  const pieces: Uint8Array[] = []
  const { manifest, ticketSig, commitment } = await sealOwnBid(
    {
      ...{ tender: people.tender, content, keys: bidderKeys(who), before: beforeOf(own) },
      holding: certain(holdingOf(state), 'three holders'),
      bidder: { uscc: who.actor.party, name: who.name },
      documents: [],
    },
    { random: people.chance.bytes, write: (piece) => void pieces.push(piece) },
  )
  people.town.ledger.prices.set(commitment, content.form.priceFen)
  return { manifest, ticketSig, file: await people.upload(who, concat(...pieces)) }
}

export async function withdrawal(people: People, who: Persona) {
  const before = beforeOf(await people.own(who))
  const own = { tender: people.tender, keys: bidderKeys(who), before }
  return { ticketSig: withdrawalSig(own, people.chance.bytes(32)) }
}

function beforeOf({ slot, envelope }: BidState) {
  return { slot, commitment: envelope?.commitment ?? null }
}

/** A bid as everybody may fetch it from the opening on, with its number. */
export async function handedIn(people: People, state: TenderState, no: string) {
  const all = (await people.ask(({ tenders }) => tenders.manifests(people.tender))) ?? []
  const { manifest } = certain(
    all.find(({ bid }) => bid === no),
    'a bid that was taken up',
  )
  const holding = certain(holdingOf(state), 'three holders')
  return { tender: people.tender, manifest, holding }
}

export async function masterFor(people: People, who: Persona, state: TenderState) {
  const no = state.bids.find(({ bidder }) => bidder.party === who.actor.party)?.no
  if (no === undefined) return undefined
  return masterOf(await handedIn(people, state, no), bidderKeys(who).opening)
}

/** What a person sends for a step of the script. */
export function bodyOf({ body }: Step): unknown {
  return body ?? {}
}
