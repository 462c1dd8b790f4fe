// SPDX-License-Identifier: Apache-2.0
/** Blows at the two worst moments: while bids crowd before a deadline, and while their masters are handed in. */

import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { addMs, certain, instantOfEpoch } from '@gongxin/core/kernel'
import { bidderKeys, contentOf } from '@gongxin/core/testing'
import { masterOf } from '@gongxin/core/trading/bid'
import { holdingOf, type TenderState } from '@gongxin/core/trading/tender'
import type { Store } from '@gongxin/shell/store'
import { hex, utf8 } from '@gongxin/trust/canonical'
import { bidCommitment } from '@gongxin/trust/seal'
import {
  connectWire,
  holdersOf,
  type Lot,
  ownStream,
  planFrom,
  sealedAndUploaded,
} from '../served/index.ts'
import { type Deed, insisted, laneOf } from './burst.ts'
import { type Person, personOf, signInAll } from './people.ts'
import { prepareTender } from './prepare.ts'
import { prove } from './proof.ts'

export interface DeadlineStage {
  readonly port: number
  readonly store: Store
  readonly cabinet: Store
  /** Kills the server and has it back. */
  blow(): Promise<void>
}

interface Sender extends Lot {
  readonly person: Person
  readonly deeds: Deed[]
  /** Commitments that may be the one taken up: the last with a receipt, and any after it in doubt. */
  standing: string[]
}

const beforeMs = 8_000
const most = 6

export async function deadlineRound({ port, store, cabinet, blow }: DeadlineStage, round: number) {
  const people = await signInAll(`http://127.0.0.1:${port}`)
  const wire = await connectWire(port)
  const now = instantOfEpoch(Date.parse(await clockOf(port)))
  const plan = planFrom(now)
  const tender = await prepareTender(wire, people, { plan, at: now })
  const holders = await holdersOf(wire, tender)
  wire.close()
  const bidders = people.filter(({ role }) => role === 'bidder').slice(0, most)
  const senders = bidders.map((person): Sender => {
    return { ...laneOf(person), tender, holders, deeds: [], standing: [] }
  })
  await moveClock(port, addMs(plan.deadline, -beforeMs))
  const sending = Promise.all(senders.map((sender) => sendUntilLate(port, sender)))
  await wait(beforeMs / 2 + ((round * 137) % beforeMs) / 2)
  await blow()
  const faults = (await sending).flat()
  await phaseOf(port, tender, 'closed')
  const owner = personOf(people, 'tenderOwner')
  const start = deedOf({ person: owner, tender, act: 'start-opening', body: {} })
  const started = await insisted(port, start)
  if (started.status !== 201) faults.push(`start-opening: ${JSON.stringify(started.value)}`)
  const opening = Promise.all(senders.map((sender) => openOwn(port, sender)))
  await wait((round * 53) % 300)
  await blow()
  faults.push(...(await opening).flat(), ...(await honoured(store, tender, senders)))
  const proof = await prove(
    port,
    { store, cabinet },
    senders.flatMap(({ deeds }) => deeds.filter(({ answer }) => answer !== null)),
  )
  return {
    kills: 2,
    acknowledged: proof.acknowledged + senders.length,
    faults: [...faults, ...proof.faults],
  }
}

/** Submits and replaces as fast as one can, until the platform says that it is too late. */
async function sendUntilLate(port: number, sender: Sender): Promise<readonly string[]> {
  for (let turn = 0; ; turn++) {
    const wire = await connectWire(port).catch(() => null)
    const own = wire && (await ownStream(wire, sender).catch(() => null))
    wire?.close()
    const content = contentOf({ priceFen: 900_000_000 + turn * 100 })
    const body = own && (await sealedAndUploaded(port, sender, { own, content }).catch(() => null))
    if (own === null || body === null) {
      await wait(20)
      continue
    }
    const act = own.envelope === null ? 'submit-bid' : 'replace-bid'
    const { person, tender } = sender
    const deed = deedOf({ person, tender, act, body })
    const commitment = hex(bidCommitment(utf8(body.manifest)))
    const heard = await insisted(port, deed)
    sender.deeds.push(deed)
    if (heard.status !== 201) return late(heard.value.code) ? [] : [said(act, heard.value)]
    deed.answer = heard
    sender.standing = [commitment]
  }
}

function late(code: unknown): boolean {
  return code === 'bid-late' || code === 'wrong-phase'
}

async function openOwn(port: number, { person, tender, holders, who }: Sender) {
  const shown = await shownOf(port, tender, who.actor.party)
  const holding = certain(holdingOf({ holders }), 'three holders')
  const handed = { tender, manifest: shown.manifest, holding }
  const master = masterOf(handed, bidderKeys(who).opening)
  const deed = deedOf({ person, tender, act: 'decrypt-bid', body: { master } })
  const heard = await insisted(port, deed)
  if (heard.status !== 201) return [said('decrypt-bid', heard.value)]
  // Under the same key it is the same act: what was acknowledged in the window stays so.
  const again = await insisted(port, deed)
  return again.status === 201 && again.replayed ? [] : [said('decrypt-bid again', again.value)]
}

/** Every receipt was taken up at the deadline, and every opening stands once. */
async function honoured(store: Store, tender: string, senders: readonly Sender[]) {
  const events = await store.events.read(`tender/${tender}`)
  const dataOf = (type: string) =>
    events.filter((event) => event.type === type).map(({ body }) => Object(Object(body).data))
  const taken: readonly string[] = dataOf('BiddingClosed')[0]?.commitments ?? []
  const opened = dataOf('DecryptionSucceeded').map(({ bid }) => String(bid))
  const lost = senders.filter(({ standing }) => !standing.some((one) => taken.includes(one)))
  return [
    ...lost.map(({ person }) => `${person.name}: a bid with a receipt was not taken up`),
    ...(taken.length === senders.length ? [] : [`${taken.length} bids of ${senders.length}`]),
    ...(new Set(opened).size === senders.length && opened.length === senders.length
      ? []
      : [`${opened.length} openings of ${senders.length} bids`]),
  ]
}

interface Doing {
  readonly person: Person
  readonly tender: string
  readonly act: string
  readonly body: unknown
}

function deedOf({ person, tender, act, body }: Doing): Deed {
  const path = `/api/tenders/${tender}/acts/${act}`
  return { sent: { person, key: randomUUID(), path, body: { body } }, tender, act, answer: null }
}

async function asked(port: number, path: string): Promise<unknown> {
  for (;;) {
    // The blow may fall while the answer is on its way.
    const answer = await fetch(`http://127.0.0.1:${port}${path}`)
      .then(async (heard) => ({ ok: heard.ok, value: await heard.json() }))
      .catch(() => null)
    if (answer?.ok === true) return answer.value
    await wait(50)
  }
}

async function shownOf(port: number, tender: string, party: string) {
  const { state } = Object(await asked(port, `/api/tenders/${tender}`))
  const bids: TenderState['bids'] = state.bids
  const no = bids.find(({ bidder }) => bidder.party === party)?.no
  const { items } = Object(await asked(port, `/api/tenders/${tender}/manifests`))
  const all: readonly { bid: string; manifest: string }[] = items
  return certain(
    all.find(({ bid }) => bid === no),
    'a bid that was taken up',
  )
}

async function phaseOf(port: number, tender: string, wanted: string): Promise<void> {
  for (let spent = 0; spent < 30_000; spent += 100) {
    const { phase } = Object(await asked(port, `/api/tenders/${tender}`))
    if (phase === wanted) return
    await wait(100)
  }
  throw new Error(`the tender does not come to be ${wanted}`)
}

async function clockOf(port: number): Promise<string> {
  return String(Object(await asked(port, '/api/clock')).now)
}

async function moveClock(port: number, to: string): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/demo/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ to }),
  })
  if (!answer.ok) throw new Error(`the clock does not move: ${await answer.text()}`)
}

function said(act: string, value: unknown): string {
  return `${act}: ${JSON.stringify(value)}`
}
