// SPDX-License-Identifier: Apache-2.0
/** What befalls the town, drawn by the seed: crashes, clocks, locks, old backups, and a log that lies. */

import {
  checkpointText,
  findCheckpoint,
  findNote,
  type NoteKey,
  signNote,
  writeNote,
} from '@gongxin/trust/log'
import { sm2PublicKey, sm3Digest } from '@gongxin/trust/suites'
import type { Chance } from '../machine/index.ts'
import { count } from './ledger.ts'
import { type Sabotage, startPlatform, type Town } from './town.ts'

/** Which kinds of faults a run knows; a fault counts once it has come to pass. */
export interface Fate {
  readonly crashes: boolean
  readonly clocks: boolean
  readonly storeAway: boolean
  readonly badNetwork: boolean
  readonly secondSequencer: boolean
  readonly rollback: boolean
  readonly fork: boolean
}

export const noFate: Fate = {
  ...{ crashes: false, clocks: false, storeAway: false, badNetwork: false },
  ...{ secondSequencer: false, rollback: false, fork: false },
}

export const kindsOfFate = Object.keys(noFate) as (keyof Fate)[]

/** About half of all kinds, so that each is met alone and with each other. */
export function fateOf(chance: Chance): Fate {
  const drawn = kindsOfFate.map((kind) => [kind, chance.onceIn(2)] as const)
  return { ...noFate, ...Object.fromEntries(drawn) }
}

const awaitsToCrash = { platform: 1_500, second: 300, witness: 200 }
const mostCrashes = 4

/** Sets the scene before anybody is started. */
export function loom(town: Town, fate: Fate, sabotage: Sabotage): void {
  const { weather, network, witnesses, ledger } = town
  if (fate.badNetwork) {
    network.setWeather(12)
    count(ledger, 'network that loses and repeats')
  }
  if (fate.storeAway) {
    weather.storeAwayOnceIn = 150
    count(ledger, 'store that is away')
  }
  if (fate.crashes) {
    weather.crashesLeft = mostCrashes
    weather.fuses.set('platform', awaitsToCrash.platform)
    weather.fuses.set('second', awaitsToCrash.second)
    for (const name of witnesses) weather.fuses.set(name, awaitsToCrash.witness)
  }
  if (fate.secondSequencer) {
    count(ledger, 'second sequencer')
    startPlatform(town, 'second', sabotage)
  }
}

/** Faults of the next minute or two; called whenever the town wakes up. */
export function stir(town: Town, fate: Fate): void {
  const { machine } = town
  const chance = machine.chance.branch(`stir ${machine.steps()}`)
  const soon = (work: () => void) => machine.later(chance.below(90_000), work)
  if (fate.clocks && chance.onceIn(3)) soon(() => jump(town, chance))
  if (fate.secondSequencer && chance.onceIn(2)) soon(() => loseLock(town))
  if (fate.rollback && chance.onceIn(3)) soon(() => rollBack(town, chance))
  if (fate.fork && chance.onceIn(2)) soon(() => lie(town, chance))
}

/** From now on nothing goes wrong any more. */
export function calm(town: Town): void {
  const { weather, network, machine, lives, witnesses } = town
  network.setWeather(0)
  weather.storeAwayOnceIn = 0
  weather.fuses.clear()
  for (const life of lives.values()) life.fuse = Number.POSITIVE_INFINITY
  for (const name of ['platform', ...witnesses]) machine.setClock(name, 0)
  town.isCalm = true
}

const hourMs = 3_600_000

/** One clock is an hour wrong for a while, ahead or behind. */
function jump(town: Town, chance: Chance): void {
  const { machine, witnesses, ledger } = town
  if (town.isCalm) return
  const name = chance.onceIn(2) ? 'platform' : chance.pick(witnesses)
  const error = chance.onceIn(2) ? hourMs : -hourMs
  count(
    ledger,
    `clock of ${name === 'platform' ? 'the platform' : 'a witness'} ${error > 0 ? '+1 h' : '-1 h'}`,
  )
  machine.setClock(name, error)
  machine.later(60_000 + chance.below(1_200_000), () => machine.setClock(name, 0))
}

/** The database ends the connection that holds the lock, and the leader does not know yet. */
function loseLock({ db, ledger, isCalm }: Town): void {
  if (isCalm || db.log.lock === null) return
  count(ledger, 'leader that lost its lock')
  db.log.lock = null
}

/** A witness is set up again from a backup that is some minutes old. */
function rollBack(town: Town, chance: Chance): void {
  const { machine, disk, witnesses, lives, ledger } = town
  const name = chance.pick(witnesses)
  const folder = `/${name}`
  const backup = disk.save(folder)
  machine.later(20_000 + chance.below(120_000), () => {
    const life = lives.get(name)
    if (town.isCalm || life === undefined || !life.alive || backup.size === 0) return
    count(ledger, 'witness rolled back')
    machine.kill(life)
    disk.restore(folder, backup)
  })
}

/** Whoever has the key of the log shows one witness another history of the same size. */
function lie(town: Town, chance: Chance): void {
  const { disk, db, witnesses, hosts, ledger, isCalm } = town
  const newest = db.log.checkpoints.at(-1)
  const privateKey = disk.read('/platform/keys/log-sm2.key')
  const host = hosts.get(chance.pick(witnesses))
  // One witness alone may be lost to a lie: a quorum must be left.
  if (isCalm || witnesses.length < 5 || town.lied || newest === undefined) return
  if (privateKey === null || host?.service.kind !== 'witness') return
  const { witness } = host.service
  const signed = [...ledger.signed].reverse().find((one) => one.witness === witness.key.name)
  const found = findCheckpoint(findNote(newest.sm3Note)?.text ?? '')
  const publicKey = sm2PublicKey(privateKey)
  if (signed === undefined || found === undefined || publicKey === undefined) return
  town.lied = true
  count(ledger, 'log that shows another history')
  const key: NoteKey = { name: found.origin, kind: 'sm2', publicKey }
  const root = sm3Digest(Buffer.from('another history'))
  const text = checkpointText({ ...found, size: signed.size, root })
  const entropy = sm3Digest(chance.bytes(32))
  const note = writeNote({ text, lines: [signNote(text, { key, privateKey, entropy })] })
  const body = Buffer.concat([Buffer.from(`old ${signed.size}\n\n`), note])
  const request = { method: 'POST', path: '/add-checkpoint', body }
  void town.fetch(`http://${witness.key.name}/add-checkpoint`, request).catch(() => {})
}
