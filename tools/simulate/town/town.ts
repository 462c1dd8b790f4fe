// SPDX-License-Identifier: Apache-2.0
/** A town on one machine: the platform, a second sequencer, witnesses, and what may happen to them. */

import { type Store, Unavailable } from '@gongxin/shell/store'
import { replyTo, type Witness, wokenWitness } from '@gongxin/shell/witness'
import { hex } from '@gongxin/trust/canonical'
import { findCheckpoint, findNote } from '@gongxin/trust/log'
import {
  type Chance,
  createDisk,
  createMachine,
  createNetwork,
  type Disk,
  type Host,
  type Life,
  Lost,
  lifeNow,
  type Machine,
  type Network,
  type Reply,
  type Request,
} from '../machine/index.ts'
import { type Connection, type Database, emptyDatabase, storeOn } from '../store/index.ts'
import { count, emptyLedger, type Ledger } from './ledger.ts'
import { bootPlatform, type Platform } from './platform.ts'

export interface Town {
  readonly machine: Machine
  readonly disk: Disk
  readonly db: Database
  /** What lies closed until the deadline. */
  readonly closed: Database
  readonly network: Network
  readonly ledger: Ledger
  readonly witnesses: string[]
  readonly hosts: Map<string, Host<Service>>
  readonly lives: Map<string, Life>
  readonly weather: Weather
  readonly fetch: typeof fetch
  /** Nobody of the platform stirs before this true moment: days pass in one step. */
  quietUntil: number
  /** Lawful noes that the script did not expect: one that goes on for ever is no play. */
  refusals: number
  falseShares: number
  slowHolders: number
  /** Whether one witness has been shown another history. */
  lied: boolean
  /** Once nothing goes wrong any more. */
  isCalm: boolean
  /** Called whenever the town wakes up. */
  stir: () => void
}

/** How bad the town's machines are at present. */
export interface Weather {
  /** The store answers "unavailable" once in so many statements; 0 for never. */
  storeAwayOnceIn: number
  /** A process of this name dies within so many awaits of its start; 0 for never. */
  readonly fuses: Map<string, number>
  crashesLeft: number
}

export type Service =
  | { readonly kind: 'platform'; readonly platform: Platform }
  | { readonly kind: 'witness'; readonly witness: Witness }

export interface Sabotage {
  /** Planted on purpose, to see that the checker finds it. */
  readonly store?: (store: Store, db: Database) => Store
  readonly disk?: (disk: Disk) => Disk
  readonly platform?: (platform: Platform) => Platform
  readonly witness?: (witness: Witness) => Witness
}

export interface TownOptions {
  readonly seed: string
  readonly startMs: number
  readonly witnesses: number
  readonly sabotage?: Sabotage
}

export const region = '450200'

export function createTown({ seed, startMs, witnesses, sabotage = {} }: TownOptions): Town {
  const machine = createMachine(seed, startMs)
  const disk = createDisk(machine.chance.branch('disk'))
  const town: Town = {
    machine,
    disk: sabotage.disk?.(disk) ?? disk,
    db: emptyDatabase(region),
    closed: emptyDatabase(region),
    network: createNetwork(machine, machine.chance.branch('network')),
    ledger: emptyLedger(),
    witnesses: Array.from({ length: witnesses }, (_, i) => `witness-${i + 1}`),
    hosts: new Map(),
    lives: new Map(),
    weather: { storeAwayOnceIn: 0, fuses: new Map(), crashesLeft: 0 },
    fetch: ((target: URL | string, init?: RequestInit) =>
      fetched(town, target, init)) as typeof fetch,
    ...{ quietUntil: 0, refusals: 0, falseShares: 0, slowHolders: 0 },
    ...{ lied: false, isCalm: false, stir: () => {} },
  }
  return town
}

/** The store as one process sees it, which now and then cannot be reached. */
export function connection({ machine, weather }: Town, away: Chance): Connection {
  const life = lifeNow()
  return {
    isAlive: () => life?.alive ?? true,
    hand: (label, effect, how = {}) => {
      const isAway = weather.storeAwayOnceIn > 0 && away.onceIn(weather.storeAwayOnceIn)
      const before = isAway && away.onceIn(2)
      return machine.ask(
        `store ${label}`,
        () => {
          if (before) throw new Unavailable('store unavailable')
          const answer = effect()
          // What was done may stand though nobody was told.
          if (isAway) throw new Unavailable('store unavailable')
          return answer
        },
        how,
      )
    },
  }
}

const beatsMs = { sequence: 1_500, publish: 2_000, tick: 1_500, vaults: 3_000 }

/** Starts the whole platform, or with `second` another process that only numbers and publishes. */
export function startPlatform(town: Town, name: 'platform' | 'second', sabotage: Sabotage): Life {
  const { machine, ledger, witnesses } = town
  const away = machine.chance.branch(`away ${name} ${machine.steps()}`)
  const life = machine.begin(name, async () => {
    const storeOf = (db: Database) => {
      const plain = storeOn(db, connection(town, away))
      return sabotage.store?.(plain, db) ?? plain
    }
    const [store, closed] = [storeOf(town.db), storeOf(town.closed)]
    const onFault = (error: unknown) => machine.note(`${name} fault ${String(error)}`)
    const booted = await persistently(town, () =>
      bootPlatform({ machine, store, closed, ledger, witnesses, onFault }),
    )
    const platform = sabotage.platform?.(booted) ?? booted
    const self = lifeNow()
    if (self === undefined) return
    town.hosts.set(name, { life: self, service: { kind: 'platform', platform } })
    const { log, tenders } = platform
    beat(town, 'sequence', log.sequence)
    beat(town, 'publish', log.publish)
    if (name === 'second') return
    beat(town, 'tick', () => tenders.tick())
    beat(town, 'vaults', () => tenders.advanceVaults())
  })
  return lit(town, life, () => startPlatform(town, name, sabotage))
}

/** A server that does not come up is started again by its supervisor. */
async function persistently<T>({ machine, ledger }: Town, work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof Unavailable)) ledger.wrong.push(`does not start: ${String(error)}`)
      await machine.sleep(1_000)
    }
  }
}

/** Again and again, never twice at once; what fails is told, and tried at the next beat. */
function beat(town: Town, name: keyof typeof beatsMs, work: () => Promise<void>): void {
  const { machine, ledger } = town
  const rhythm = machine.chance.branch(`${name} ${machine.steps()}`)
  const forever = async () => {
    for (;;) {
      const pause = beatsMs[name] / 2 + rhythm.below(beatsMs[name])
      await machine.sleep(Math.max(pause, town.quietUntil - machine.now()))
      await work().catch((error: unknown) => {
        machine.note(`beat ${name}: ${String(error)}`)
        if (!(error instanceof Unavailable)) ledger.wrong.push(`${name}: ${String(error)}`)
      })
    }
  }
  void forever()
}

export function startWitness(town: Town, name: string, sabotage: Sabotage): Life {
  const { machine } = town
  const life = machine.begin(name, async () => {
    const identity = { folder: `/${name}`, name, log: new URL('http://platform/log/'), demo: false }
    const witness = await wokenWitness(identity).catch((error: unknown) => {
      town.ledger.wrong.push(`${name} does not start: ${String(error)}`)
      return null
    })
    const self = lifeNow()
    if (self === undefined || witness === null) return
    const own = sabotage.witness?.(witness) ?? witness
    town.hosts.set(name, { life: self, service: { kind: 'witness', witness: own } })
  })
  return lit(town, life, () => startWitness(town, name, sabotage))
}

/** Lights the fuse of a life, if its kind burns, and sees to it that somebody starts it again. */
function lit(town: Town, life: Life, again: () => void): Life {
  const { machine, weather, disk, ledger } = town
  const fates = machine.chance.branch(`fate ${life.name} ${life.number}`)
  const length = weather.fuses.get(life.name) ?? 0
  const burns = life.name !== 'platform' || weather.crashesLeft > 0
  if (length > 0 && burns) life.fuse = 1 + fates.below(length)
  town.lives.set(life.name, life)
  life.onDeath.add(() => {
    town.hosts.delete(life.name)
    if (life.name === 'platform') weather.crashesLeft -= 1
    // A process that is killed leaves what it wrote to the machine; a power cut takes what is not flushed.
    const power = fates.onceIn(2)
    const kind = `${life.name.startsWith('witness') ? 'witness' : life.name} ${power ? 'power cut' : 'killed'}`
    if (!town.isCalm) count(ledger, kind)
    if (power && life.name !== 'second') disk.lose(`/${life.name}`)
    machine.later(200 + fates.below(4_000), again)
  })
  return life
}

/** The town's `fetch`. */
async function fetched(town: Town, target: URL | string, init: RequestInit = {}) {
  const url = new URL(target)
  const body = init.body instanceof Uint8Array ? init.body : new Uint8Array()
  const request = { method: init.method ?? 'GET', path: url.pathname, body }
  const find = () => town.hosts.get(url.hostname)
  const reply = await town.network
    .carry(find, (service) => replyOf(town, service, request))
    .catch((error: unknown) => {
      throw error instanceof Lost ? new TypeError('fetch failed', { cause: error }) : error
    })
  return responseOf(reply)
}

function responseOf({ status, body }: Reply) {
  const text = () => Buffer.from(body).toString('utf8')
  return {
    ...{ ok: status < 300, status },
    text: async () => text(),
    json: async () => JSON.parse(text()),
    arrayBuffer: async () => new Uint8Array(body).buffer,
  }
}

async function replyOf(town: Town, service: Service, request: Request): Promise<Reply> {
  if (service.kind === 'platform') return service.platform.answer(request)
  const { witness } = service
  const asked = { ...request, body: async () => request.body }
  const { status, body } = await replyTo(witness, asked)
  if (status === 200 && request.method === 'POST') noteSigned(town, witness.key.name, request.body)
  return { status, body: typeof body === 'string' ? Buffer.from(body) : body }
}

/** What a witness has signed binds it, whether or not its answer arrives. */
function noteSigned({ ledger }: Town, witness: string, body: Uint8Array): void {
  const note = findNote(body.slice(Buffer.from(body).indexOf('\n\n') + 2))
  const found = note && findCheckpoint(note.text)
  if (found !== undefined) ledger.signed.push({ witness, size: found.size, root: hex(found.root) })
}
