// SPDX-License-Identifier: Apache-2.0
/** A burst: several clients act on several tenders at once, and keep what they were told. */

import { randomUUID } from 'node:crypto'
import { contentOf, persona } from '@gongxin/core/testing'
import { connectWire, type Lot, ownStream, sealedAndUploaded, type Wire } from '../served/index.ts'
import { ask, confirmed, type Heard, type Person, type Sent } from './people.ts'

/** One act as its client remembers it. */
export interface Deed {
  sent: Sent
  readonly tender: string
  readonly act: string
  /** Null where the connection broke or the platform was unavailable: then nobody knows yet. */
  answer: Heard | null
}

/** A bidder's own sealed stream, in the hands of one client. */
export interface Lane extends Lot {
  readonly person: Person
  /** An act that was sent and not answered: nothing else is tried before it is known what became of it. */
  open: Deed | null
}

export function laneOf(person: Person) {
  const { name, party, cookie } = person
  return { person, cookie, who: persona(name, 'bidder', party), open: null }
}

export interface Burst {
  readonly deeds: Deed[]
  /** Answers that no fault of the store excuses: anything but done and unavailable. */
  readonly wrong: string[]
  unavailable: number
  stop(): Promise<void>
}

export interface Beginning {
  readonly port: number
  /** Lanes of each client; a client without lanes registers projects. */
  readonly clients: readonly (readonly Lane[])[]
  readonly owner: Person
  readonly project: unknown
}

const pauseMs = 20
const mostTries = 2_000

export function beginBurst(of: Beginning): Burst {
  let running = true
  const deeds: Deed[] = []
  const wrong: string[] = []
  const burst = { deeds, wrong, unavailable: 0 }
  const told = (what: string, heard: Heard | null): Heard | null => {
    if (heard === null) return null
    if (heard.status === 503 && heard.isProblem && heard.value.kind === 'unavailable') {
      burst.unavailable += 1
      return null
    }
    if (heard.status === 201) return heard
    wrong.push(`${what}: ${heard.status} ${JSON.stringify(heard.value)}`)
    return null
  }
  const work = async (lanes: readonly Lane[]) => {
    let wire: Wire | null = null
    for (let i = 0; running; i++) {
      wire ??= await connectWire(of.port).catch(() => null)
      const over = wire === null || (await step(of, { wire, lanes, turn: i, deeds, told }))
      if (!over) continue
      wire?.close()
      wire = null
      await new Promise((resolve) => setTimeout(resolve, pauseMs))
    }
    wire?.close()
  }
  const all = of.clients.map(work)
  return Object.assign(burst, {
    async stop() {
      running = false
      await Promise.all(all)
    },
  })
}

interface Turn {
  readonly wire: Wire
  readonly lanes: readonly Lane[]
  readonly turn: number
  readonly deeds: Deed[]
  readonly told: (what: string, heard: Heard | null) => Heard | null
}

/** True where the connection is of no more use, or the platform wants to be left alone a moment. */
async function step(of: Beginning, { wire, lanes, turn, deeds, told }: Turn): Promise<boolean> {
  const lane = lanes[turn % Math.max(1, lanes.length)]
  if (lane === undefined) {
    const sent = { person: of.owner, key: randomUUID(), path: '/api/tenders', body: of.project }
    const deed: Deed = { sent, tender: '', act: 'register-project', answer: null }
    deeds.push(deed)
    return did(wire, told, deed)
  }
  if (lane.open !== null) return settled(wire, { lane, deed: lane.open, told })
  const { person, tender } = lane
  const own = await ownStream(wire, lane).catch(lost)
  if (own === null) return true
  const act = own.envelope === null ? 'submit-bid' : 'replace-bid'
  const content = contentOf({ priceFen: 900_000_000 + turn * 100 })
  const body = await sealedAndUploaded(of.port, lane, { own, content }).catch(lost)
  if (body === null) return true
  const given = told('confirm', await confirmed(wire, person, { tender, act, body }).catch(lost))
  if (given === null) return true
  const sent = {
    ...{ person, key: randomUUID(), path: `/api/tenders/${tender}/acts/${act}` },
    body: { body, confirmation: given.value.confirmation },
  }
  const deed: Deed = { sent, tender, act, answer: null }
  deeds.push(deed)
  return settled(wire, { lane, deed, told })
}

async function settled(
  wire: Wire,
  { lane, deed, told }: Pick<Turn, 'told'> & { readonly lane: Lane; readonly deed: Deed },
): Promise<boolean> {
  const over = await did(wire, told, deed)
  lane.open = deed.answer === null ? deed : null
  return over
}

async function did(wire: Wire, told: Turn['told'], deed: Deed): Promise<boolean> {
  // The same key until it is known what became of the act: so a person presses again.
  for (let tries = 0; tries < mostTries; tries++) {
    const heard = await pressed(wire, deed).catch(lost)
    deed.answer = told(deed.act, heard)
    if (deed.answer !== null) return false
    if (heard === null) return true
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
  }
  return true
}

/** Sends it, and confirms afresh where the confirmation went down with the act it was for. */
export async function pressed(wire: Wire, deed: Deed): Promise<Heard> {
  const heard = await ask(wire, deed.sent)
  if (heard.value.code !== 'step-up-needed') return heard
  const { person, body: whole } = deed.sent
  const body = typeof whole === 'object' && whole !== null && 'body' in whole ? whole.body : null
  const given = await confirmed(wire, person, { tender: deed.tender, act: deed.act, body })
  if (given.status !== 201) return given
  deed.sent = { ...deed.sent, body: { body, confirmation: given.value.confirmation } }
  return ask(wire, deed.sent)
}

/** Presses the same act until the platform has said yes or no. */
export async function insisted(port: number, deed: Deed): Promise<Heard> {
  for (;;) {
    const wire = await connectWire(port).catch(lost)
    const heard = wire && (await pressed(wire, deed).catch(lost))
    wire?.close()
    if (heard !== null && heard.status !== 503) return heard
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
  }
}

function lost(): null {
  return null
}
