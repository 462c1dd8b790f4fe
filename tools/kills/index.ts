// SPDX-License-Identifier: Apache-2.0
/** Kills the server or its database in the middle of a burst, again and again, and counts. */

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
  freePort,
  holdersOf,
  planFrom,
  registration,
  type Served,
  startServer,
} from '../served/index.ts'
import { type Beginning, type Burst, beginBurst, type Lane, laneOf } from './burst.ts'
import { type DeadlineStage, deadlineRound } from './deadline.ts'
import { type Person, personOf, signInAll } from './people.ts'
import { prepareTender } from './prepare.ts'
import { prove } from './proof.ts'
import { openWitnesses, type Witnesses } from './witnesses.ts'

export { insisted, laneOf } from './burst.ts'
export { signInAll } from './people.ts'
export { prepareTender } from './prepare.ts'
export { openWitnesses } from './witnesses.ts'

/** How many blows of each kind; without the last two no witness runs. */
export interface Wanted {
  readonly server: number
  readonly database: number
  readonly witness?: number
  /** At the server, two a round: before a deadline and in the window after it. */
  readonly deadline?: number
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

type Kind = 'server' | 'database' | 'witness' | 'deadline'

const tenderCount = 6
const clientCount = 6
/** Acts that must have been acknowledged before the blow; each falls at another moment. */
const fewest = 20
const longestMs = 20_000
const recoveryMs = 30_000

export async function runKills(wanted: Wanted): Promise<Readonly<Record<Kind, Result>>> {
  const { witness = 0, deadline = 0, say = () => {} } = wanted
  const folder = await mkdtemp(join(tmpdir(), 'gongxin-kills-'))
  await chmod(folder, 0o755)
  const program = await buildProgram()
  const port = await freePort()
  const watched = witness + deadline > 0
  const witnesses = watched ? await openWitnesses(program, { folder, platformPort: port }) : null
  const restart = () =>
    startServer(program, { dataFolder: folder, port, witnesses: witnesses?.places ?? '' })
  let server = await restart()
  const { url, vaultUrl } = await openDatabase({ dataFolder: folder })
  const store = createStore({ url })
  const cabinet = createStore({ url: vaultUrl })
  const again = async () => {
    await server.kill()
    server = await restart()
  }
  try {
    const of = { store, cabinet, stage: await prepare(server), say, witnesses }
    const byServer = await rounds(of, 'server', wanted.server, async (burst) => {
      const began = performance.now()
      await server.kill()
      await burst.stop()
      server = await restart()
      return performance.now() - began
    })
    const byDatabase = await rounds(of, 'database', wanted.database, async (burst) => {
      const began = performance.now()
      await killDatabase(folder)
      await untilReady(server)
      const backMs = performance.now() - began
      await underWay(burst, answered(burst) + clientCount)
      await burst.stop()
      return backMs
    })
    const byWitness = await rounds(of, 'witness', witness, async (burst, round) => {
      const began = performance.now()
      await witnesses?.blow(round % 5)
      await underWay(burst, answered(burst) + clientCount)
      await burst.stop()
      await witnesses?.caughtUp(round % 5, store)
      return performance.now() - began
    })
    const atDeadline = await deadlineRounds(of, deadline, { port, store, cabinet, blow: again })
    return { server: byServer, database: byDatabase, witness: byWitness, deadline: atDeadline }
  } finally {
    await store.close()
    await cabinet.close()
    await server.stop()
    await witnesses?.stop()
    await stopDatabase(folder)
    await rm(folder, { recursive: true, force: true })
    await rm(dirname(program), { recursive: true, force: true })
  }
}

async function deadlineRounds(
  { say, witnesses }: Round,
  blows: number,
  stage: DeadlineStage,
): Promise<Result> {
  const total = { kills: 0, acknowledged: 0, settled: 0, unavailable: 0, slowestMs: 0 }
  const faults: string[] = []
  for (let round = 1; total.kills < blows; round++) {
    const one = await deadlineRound(stage, round)
    total.kills += one.kills
    total.acknowledged += one.acknowledged
    faults.push(...one.faults, ...((await witnesses?.faults(stage.store)) ?? []))
    say(`deadline ${round}: ${one.acknowledged} acknowledged, ${faults.length} faults`)
  }
  return { ...total, faults }
}

interface Round {
  readonly store: Store
  readonly cabinet: Store
  readonly stage: Omit<Beginning, 'port'> & { readonly port: number }
  readonly say: (line: string) => void
  readonly witnesses: Witnesses | null
}

async function rounds(
  { store, cabinet, stage, say, witnesses }: Round,
  kind: Kind,
  count: number,
  /** Answers how long the platform, or what was killed, was away. */
  blow: (burst: Burst, round: number) => Promise<number>,
): Promise<Result> {
  const total = { kills: 0, acknowledged: 0, settled: 0, unavailable: 0, slowestMs: 0 }
  const faults: string[] = []
  for (let round = 1; round <= count; round++) {
    const burst = beginBurst(stage)
    await underWay(burst, fewest + ((round * 7) % 20))
    const backMs = await blow(burst, round)
    total.slowestMs = Math.max(total.slowestMs, backMs)
    const proof = await prove(stage.port, { store, cabinet }, burst.deeds)
    total.kills += 1
    total.acknowledged += proof.acknowledged
    total.settled += proof.settled
    total.unavailable += burst.unavailable
    const forked = (await witnesses?.faults(store)) ?? []
    faults.push(...burst.wrong, ...proof.faults, ...forked)
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
    const tender = await prepareTender(wire, people, { plan, at })
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
