// SPDX-License-Identifier: Apache-2.0
/** Simulated network: messages are late, lost and repeated, and whoever is dead does not answer. */

import type { Chance } from './chance.ts'
import { type Life, lifeNow, type Machine, within } from './machine.ts'

export interface Request {
  readonly method: string
  readonly path: string
  readonly body: Uint8Array
}

export interface Reply {
  readonly status: number
  readonly body: Uint8Array
}

/** Whoever answers under a name, as long as it lives. */
export interface Host<S> {
  readonly life: Life
  readonly service: S
}

export class Lost extends Error {
  override readonly name = 'Lost'
}

export interface Network {
  /** Carries a question to a host and its answer back; fails with `Lost` where either is lost. */
  carry<S, A>(host: () => Host<S> | undefined, work: (service: S) => Promise<A>): Promise<A>
  /** How often a message is lost or comes twice: once in so many, 0 for never. */
  setWeather(onceIn: number): void
}

const upToMs = 30

export function createNetwork(machine: Machine, chance: Chance): Network {
  let weather = 0
  const bad = () => weather > 0 && chance.onceIn(weather)
  const way = () => 1 + chance.below(upToMs) * (bad() ? 30 : 1)
  const deliver = <S, A>(host: Host<S>, work: (service: S) => Promise<A>): Promise<A> =>
    new Promise((resolve, reject) => {
      const dead = () => reject(new Lost(`${host.life.name} has died`))
      host.life.onDeath.add(dead)
      const over = <V>(tell: (value: V) => void) => {
        return (value: V) => {
          host.life.onDeath.delete(dead)
          tell(value)
        }
      }
      within(host.life, () => work(host.service)).then(over(resolve), over(reject))
    })
  return {
    setWeather: (onceIn) => {
      weather = onceIn
    },
    carry<S, A>(find: () => Host<S> | undefined, work: (service: S) => Promise<A>): Promise<A> {
      const asker = lifeNow()
      return new Promise<A>((resolve, reject) => {
        const home = (tell: () => void) => {
          machine.later(way(), () => {
            if (asker?.alive ?? true) tell()
          })
        }
        const arrive = (isLast: boolean) => {
          const host = find()
          if (host === undefined || !host.life.alive) {
            return home(() => reject(new Lost('nobody is there')))
          }
          const answered = deliver(host, work)
          if (!isLast) return void answered.catch(() => {})
          const answerLost = bad()
          answered.then(
            (answer) => home(() => (answerLost ? reject(new Lost('no answer')) : resolve(answer))),
            (error: unknown) => home(() => reject(error)),
          )
        }
        if (bad()) return machine.later(5_000, () => reject(new Lost('the question was lost')))
        if (bad()) machine.later(way(), () => arrive(false))
        machine.later(way(), () => arrive(true))
      })
    },
  }
}
