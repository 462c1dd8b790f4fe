// SPDX-License-Identifier: Apache-2.0
/** The simulated machine: processes that live and die, one queue of all that happens, a trace of it. */

import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash } from 'node:crypto'
import { setImmediate as realTurn } from 'node:timers'
import { type Chance, chanceOf } from './chance.ts'
import { createQueue, type Queue } from './queue.ts'

/** One process from its start to its end; started again it is another life. */
export interface Life {
  readonly machine: Machine
  readonly name: string
  readonly number: number
  alive: boolean
  /** Awaits on the machine so far: at the one that the fuse names, it dies. */
  awaits: number
  fuse: number
  readonly onDeath: Set<() => void>
}

export interface Asking {
  /** Longest time that the answer usually takes, in milliseconds. */
  readonly upTo?: number
  /** What was sent stands on its own: it may come to pass though the asker is dead. */
  readonly sent?: boolean
}

export interface Machine {
  readonly chance: Chance
  /** True time in milliseconds since 1970, which no process knows. */
  now(): number
  /** What the process takes for the time: true time and its own error. */
  timeOf(name: string): number
  setClock(name: string, errorMs: number): void
  begin(name: string, work: () => Promise<unknown>): Life
  kill(life: Life): void
  /** Does something on the machine for the process that asks, some time later. */
  ask<T>(label: string, effect: () => T, how?: Asking): Promise<T>
  sleep(ms: number): Promise<void>
  later(ms: number, run: () => void): void
  /** Lets things happen until the work is done; a fault of the work is thrown. */
  run(work: Promise<unknown>): Promise<void>
  note(line: string): void
  /** Hash of everything that happened, in its order. */
  traceHash(): string
  steps(): number
}

const lives = new AsyncLocalStorage<Life>()

/** The simulated process that is running now; nothing outside of the simulation. */
export function lifeNow(): Life | undefined {
  return lives.getStore()
}

export function within<T>(life: Life, work: () => T): T {
  return lives.run(life, work)
}

export class Stuck extends Error {
  override readonly name = 'Stuck'
}

const mostSteps = 400_000

/** What the parts of one machine share. */
interface Inside {
  readonly queue: Queue
  readonly latency: Chance
  readonly fate: Chance
  readonly note: (line: string) => void
  readonly later: (ms: number, run: () => void) => void
  now: number
  steps: number
}

export function createMachine(seed: string, startMs: number): Machine {
  const chance = chanceOf(seed)
  const trace = createHash('sha256')
  const errors = new Map<string, number>()
  const queue = createQueue()
  let born = 0
  const inside: Inside = {
    ...{ queue, latency: chance.branch('latency'), fate: chance.branch('fate') },
    ...{ now: startMs, steps: 0 },
    note: (line) => {
      trace.update(`${inside.now} ${line}\n`)
    },
    later: (ms, run) => queue.add(inside.now + ms, run),
  }
  const { note, later } = inside
  const machine: Machine = {
    chance,
    now: () => inside.now,
    timeOf: (name) => inside.now + (errors.get(name) ?? 0),
    setClock(name, errorMs) {
      note(`${name} clock ${errorMs}`)
      errors.set(name, errorMs)
    },
    begin(name, work) {
      born += 1
      const unlit = { awaits: 0, fuse: Number.POSITIVE_INFINITY, onDeath: new Set<() => void>() }
      const life: Life = { machine, name, number: born, alive: true, ...unlit }
      note(`${name} begins`)
      later(0, () => {
        if (life.alive) void lives.run(life, work)
      })
      return life
    },
    kill(life) {
      if (!life.alive) return
      life.alive = false
      note(`${life.name} dies`)
      for (const tell of life.onDeath) tell()
      life.onDeath.clear()
    },
    ask: (label, effect, how = {}) => ask(inside, { label, effect, ...how }),
    sleep: (ms) =>
      new Promise((resolve) => {
        const life = lives.getStore()
        later(ms, () => {
          if (life?.alive ?? true) resolve()
        })
      }),
    later,
    run: (work) => run(inside, work),
    note,
    traceHash: () => trace.copy().digest('hex'),
    steps: () => inside.steps,
  }
  return machine
}

interface Question<T> extends Asking {
  readonly label: string
  readonly effect: () => T
}

function ask<T>(
  inside: Inside,
  { label, effect, upTo = 4, sent = false }: Question<T>,
): Promise<T> {
  const { latency, fate, later, note } = inside
  // Now and then something takes very long: so answers overtake each other.
  const delay = () => latency.below(upTo) * (latency.onceIn(50) ? 20 : 1)
  const life = lives.getStore()
  return new Promise<T>((resolve, reject) => {
    if (life !== undefined) {
      if (!life.alive) return
      life.awaits += 1
      if (life.awaits === life.fuse) later(0, () => life.machine.kill(life))
    }
    later(delay(), () => {
      const alive = life?.alive ?? true
      if (!alive && !(sent && fate.onceIn(2))) return
      note(`${life?.name ?? '-'} ${label}`)
      const answer = answerOf(effect, { resolve, reject })
      later(delay(), () => {
        if (life?.alive ?? true) answer()
      })
    })
  })
}

function answerOf<T>(
  effect: () => T,
  { resolve, reject }: { resolve: (value: T) => void; reject: (error: unknown) => void },
): () => void {
  try {
    const value = effect()
    return () => resolve(value)
  } catch (error) {
    return () => reject(error)
  }
}

async function run(inside: Inside, work: Promise<unknown>): Promise<void> {
  let ended: { readonly fault?: { readonly error: unknown } } | undefined
  work.then(
    () => {
      ended = {}
    },
    (error: unknown) => {
      ended = { fault: { error } }
    },
  )
  for (; ; inside.steps++) {
    await new Promise<void>((resolve) => realTurn(resolve))
    if (ended !== undefined) break
    const next = inside.queue.take()
    if (next === undefined) throw new Stuck('everybody waits and nothing is to come')
    if (inside.steps > mostSteps) throw new Stuck(`no end after ${mostSteps} steps`)
    inside.now = next.at
    next.run()
  }
  const { fault } = ended
  if (fault !== undefined) throw fault.error
}
