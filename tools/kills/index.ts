// SPDX-License-Identifier: Apache-2.0
/** Kills the server or its database in the middle of a burst, again and again, and counts. */

import { randomUUID } from 'node:crypto'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { instantOfEpoch } from '@gongxin/core/kernel'
import { openDatabase, stopDatabase } from '@gongxin/shell/database'
import { createStore, type Store } from '@gongxin/shell/store'
import {
  buildProgram,
  connectWire,
  holdersOf,
  planFrom,
  registration,
  type Served,
  startServer,
  wayToNotice,
} from '../served/index.ts'
import { type Beginning, type Burst, beginBurst, type Lane, laneOf } from './burst.ts'
import { ask, confirmed, type Person, personOf, signInAll } from './people.ts'
import { prove } from './proof.ts'

export interface Wanted {
  readonly server: number
  readonly database: number
  readonly say?: (line: string) => void
}

export interface Result {
  readonly kills: number
  readonly acknowledged: number
  readonly settled: number
  readonly unavailable: number
  readonly faults: readonly string[]
  /** From the blow until the platform was ready again, the slowest. */
  readonly slowestMs: number
}

type Kind = 'server' | 'database'

const tenderCount = 6
const clientCount = 6
/** Acts that must have been acknowledged before the blow; each falls at another moment. */
const fewest = 20
const longestMs = 20_000
const recoveryMs = 30_000

export async function runKills(wanted: Wanted): Promise<Readonly<Record<Kind, Result>>> {
  const folder = await mkdtemp(join(tmpdir(), 'gongxin-kills-'))
  await chmod(folder, 0o755)
  const program = await buildProgram()
  const restart = (port?: number) =>
    startServer(program, { dataFolder: folder, ...(port === undefined ? {} : { port }) })
  let server = await restart()
  const { url } = await openDatabase({ dataFolder: folder })
  const store = createStore({ url })
  try {
    const stage = await prepare(server)
    const of = { folder, store, stage, say: wanted.say ?? (() => {}) }
    const byServer = await rounds(of, 'server', wanted.server, async (burst) => {
      const began = performance.now()
      await server.kill()
      await burst.stop()
      server = await restart(server.port)
      return { server, backMs: performance.now() - began }
    })
    const byDatabase = await rounds(of, 'database', wanted.database, async (burst) => {
      const began = performance.now()
      await killDatabase(folder)
      await untilReady(server)
      const backMs = performance.now() - began
      await underWay(burst, answered(burst) + clientCount)
      await burst.stop()
      return { server, backMs }
    })
    return { server: byServer, database: byDatabase }
  } finally {
    await store.close()
    await server.stop()
    await stopDatabase(folder)
    await rm(folder, { recursive: true, force: true })
    await rm(dirname(program), { recursive: true, force: true })
  }
}

interface Blown {
  readonly server: Served
  /** From the blow until the platform was ready again. */
  readonly backMs: number
}

interface Round {
  readonly store: Store
  readonly stage: Omit<Beginning, 'port'> & { readonly port: number }
  readonly say: (line: string) => void
}

async function rounds(
  { store, stage, say }: Round,
  kind: Kind,
  count: number,
  blow: (burst: Burst) => Promise<Blown>,
): Promise<Result> {
  const total = { kills: 0, acknowledged: 0, settled: 0, unavailable: 0, slowestMs: 0 }
  const faults: string[] = []
  for (let round = 1; round <= count; round++) {
    const burst = beginBurst(stage)
    await underWay(burst, fewest + ((round * 7) % 20))
    const { server, backMs } = await blow(burst)
    total.slowestMs = Math.max(total.slowestMs, backMs)
    const proof = await prove(server.port, store, burst.deeds)
    total.kills += 1
    total.acknowledged += proof.acknowledged
    total.settled += proof.settled
    total.unavailable += burst.unavailable
    faults.push(...burst.wrong, ...proof.faults)
    const { acknowledged, settled } = proof
    say(
      `${kind} ${round}: ${acknowledged} acknowledged, ${settled} in doubt, ${faults.length} faults`,
    )
  }
  return { ...total, faults }
}

function answered({ deeds }: Burst): number {
  return deeds.filter(({ answer }) => answer !== null).length
}

async function underWay(burst: Burst, acknowledged: number): Promise<void> {
  for (let spent = 0; spent < longestMs; spent += 5) {
    if (answered(burst) >= acknowledged) return
    await wait(5)
  }
}

async function prepare(server: Served): Promise<Round['stage']> {
  const people = await signInAll(server.url)
  const at = instantOfEpoch(Date.now())
  const plan = planFrom(at)
  const tenders: Pick<Lane, 'tender' | 'holders'>[] = []
  const wire = await connectWire(server.port)
  for (let i = 0; i < tenderCount; i++) {
    let tender = ''
    for (const { role, act, body } of wayToNotice(plan, at)) {
      const person = personOf(people, role)
      const first = act === 'register-project'
      const given = first ? null : await confirmed(wire, person, { tender, act, body })
      const heard = await ask(wire, {
        ...{ person, key: randomUUID() },
        path: first ? '/api/tenders' : `/api/tenders/${tender}/acts/${act}`,
        body: first ? body : { body, confirmation: given?.value.confirmation },
      })
      if (heard.status !== 201) throw new Error(`${act}: ${JSON.stringify(heard.value)}`)
      tender = String(heard.value.tender)
    }
    tenders.push({ tender, holders: await holdersOf(wire, tender) })
  }
  wire.close()
  const lanes = people
    .filter(({ role }) => role === 'bidder')
    .flatMap((person) => tenders.map((of): Lane => ({ ...laneOf(person), ...of })))
  const clients = Array.from({ length: clientCount }, (_, c) =>
    lanes.filter((_, i) => i % clientCount === c),
  )
  const owner: Person = personOf(people, 'tenderOwner')
  const project = registration(plan).body
  return { clients: [...clients, []], owner, project, port: server.port }
}

let blows = 0

/** By turns the whole group of processes, as a lost machine, and the head alone. */
async function killDatabase(folder: string): Promise<void> {
  const place: { place: string } = JSON.parse(await readFile(join(folder, 'database.json'), 'utf8'))
  const lock = await readFile(join(place.place, 'data', 'postmaster.pid'), 'utf8')
  const pid = Number(lock.split('\n')[0])
  blows += 1
  process.kill(blows % 2 === 0 ? pid : -pid, 'SIGKILL')
}

async function untilReady({ url }: Served): Promise<void> {
  // First it must be seen to fail, else we look before the blow has landed.
  await wait(50)
  for (let spent = 0; spent < recoveryMs; spent += 20) {
    const answer = await fetch(`${url}/readyz`).catch(() => null)
    await answer?.arrayBuffer()
    if (answer?.ok === true) return
    await wait(20)
  }
  throw new Error('the platform did not recover')
}
