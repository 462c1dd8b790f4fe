// SPDX-License-Identifier: Apache-2.0
/** One seed from the first act to the verdict on all invariants. */

import { addDays, dayOf, instantOn } from '@gongxin/core/kernel'
import { authority, compositeTerms, lowestTerms, planOf } from '@gongxin/core/testing'
import { type Files, listed, verifyBundle } from '@gongxin/core/trading/proof'
import { unzipBundle } from '@gongxin/shell/bundles'
import { freshBytes } from '@gongxin/shell/chance'
import { quorumOf } from '@gongxin/shell/log'
import { Unavailable } from '@gongxin/shell/store'
import { hex } from '@gongxin/trust/canonical'
import { findCheckpoint, findNote, type NoteKey } from '@gongxin/trust/log'
import { sm2PublicKey } from '@gongxin/trust/suites'
import { type Breach, breachesOf, type Checked, type Facts } from './checks/index.ts'
import { type Chance, Stuck, takeOver } from './machine/index.ts'
import {
  calm,
  createTown,
  type Fate,
  fateOf,
  loom,
  type People,
  type Play,
  peopleOf,
  play,
  type Sabotage,
  startPlatform,
  startWitness,
  stir,
  type Town,
} from './town/index.ts'

export interface RunOptions {
  /** Without one the seed draws it. */
  readonly fate?: Partial<Fate>
  readonly play?: Partial<Play>
  readonly witnesses?: number
  readonly sabotage?: Sabotage
}

export interface RunResult {
  readonly seed: number
  readonly breaches: readonly Breach[]
  readonly trace: string
  readonly steps: number
  /** How the tender ended. */
  readonly phase: string
  readonly bids: number
  /** Faults that came to pass, by kind. */
  readonly faults: Readonly<Record<string, number>>
}

export async function runSeed(seed: number, options: RunOptions = {}): Promise<RunResult> {
  const deadline = planOf().deadline
  const startMs = Date.parse(instantOn(addDays(dayOf(deadline), -21), '09:00'))
  const { sabotage = {} } = options
  const town = createTown({ seed: `seed ${seed}`, startMs, witnesses: 0, sabotage })
  const drawn = drawnOf(town.machine.chance.branch('drawn'), options)
  for (let i = 1; i <= drawn.witnesses; i++) town.witnesses.push(`witness-${i}`)
  const giveBack = takeOver({
    ...{ machine: town.machine, disk: town.disk, fetch: town.fetch },
    entropy: town.machine.chance.branch('entropy'),
  })
  try {
    const told: { facts?: Facts; fault?: string } = {}
    const people = peopleOf(town)
    await town.machine.run(lived(town, people, { drawn, sabotage, told }))
    const breaches = told.facts === undefined ? [] : breachesOf(told.facts)
    return resultOf(town, { seed, breaches, state: told.facts?.state })
  } catch (error) {
    const why = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    const invariant = error instanceof Stuck ? 'end' : 'script'
    return resultOf(town, { seed, breaches: [{ invariant, why }], state: undefined })
  } finally {
    giveBack()
  }
}

function resultOf(
  { machine, ledger }: Town,
  of: Pick<RunResult, 'seed' | 'breaches'> & { readonly state: Facts['state'] | undefined },
): RunResult {
  return {
    ...{ seed: of.seed, breaches: of.breaches, trace: machine.traceHash(), steps: machine.steps() },
    ...{ phase: of.state?.phase ?? '-', bids: of.state?.bids.length ?? 0 },
    faults: Object.fromEntries([...ledger.faults].sort(([a], [b]) => (a < b ? -1 : 1))),
  }
}

interface Drawn {
  readonly fate: Fate
  readonly play: Play
  readonly witnesses: number
}

/** 3 to 5 bids, now and then 2, and once in a hundred many; three witnesses, or five. */
function drawnOf(chance: Chance, options: RunOptions): Drawn {
  const fate = { ...fateOf(chance), ...options.fate }
  const many = chance.onceIn(100) ? 12 + chance.below(20) : 0
  const bidders = many > 0 ? many : chance.onceIn(12) ? 2 : 3 + chance.below(3)
  const works = chance.onceIn(2)
  const terms = works ? compositeTerms : lowestTerms
  const plan = planOf({ kind: works ? 'works' : 'goods', terms })
  const once = (n: number) => chance.onceIn(n)
  const ways = { whole: once(4), falseDeal: once(8), absent: once(4) }
  const holders = { falseShares: once(2) ? 1 : 0, slowHolders: once(3) ? 1 : 0 }
  const played = { plan, bidders, ...ways, ...holders, ...options.play }
  return { fate, play: played, witnesses: options.witnesses ?? (chance.onceIn(3) ? 5 : 3) }
}

interface Lived {
  readonly drawn: Drawn
  readonly sabotage: Sabotage
  readonly told: { facts?: Facts }
}

/** Resolves when the people have done all that they wanted, and everything has come to rest. */
function lived(town: Town, people: People, { drawn, sabotage, told }: Lived): Promise<void> {
  return new Promise((resolve, reject) => {
    town.machine.begin('people', async () => {
      // What is left of the page of chance from before this run is thrown away.
      freshBytes(8_192)
      try {
        town.stir = () => stir(town, drawn.fate)
        town.falseShares = drawn.play.falseShares
        town.slowHolders = drawn.play.slowHolders
        loom(town, drawn.fate, sabotage)
        for (const name of town.witnesses) startWitness(town, name, sabotage)
        startPlatform(town, 'platform', sabotage)
        void observe(town, people)
        await play(people, drawn.play)
        calm(town)
        told.facts = await restarted(town, people, drawn)
        resolve()
      } catch (error) {
        reject(error)
      }
    })
  })
}

/** The public looks at the log every few seconds. */
async function observe(town: Town, people: People): Promise<void> {
  const { machine, ledger } = town
  for (;;) {
    const shown = await people.ask(({ log }) => log.checkpoint('SM3')).catch(String)
    if (typeof shown === 'string') ledger.wrong.push(`checkpoint: ${shown}`)
    else if (shown !== null) ledger.seen.push(shown)
    await machine.sleep(Math.max(20_000, town.quietUntil - machine.now()))
  }
}

/** Everything comes to rest, goes down with its power, comes up again, and is looked at. */
async function restarted(town: Town, people: People, drawn: Drawn): Promise<Facts> {
  const { machine, disk, lives, hosts } = town
  const before = await atRest(town, people)
  for (const life of lives.values()) machine.kill(life)
  for (const name of ['platform', ...town.witnesses]) disk.lose(`/${name}`)
  const after = await atRest(town, people)
  const witnesses = town.witnesses.flatMap((name): readonly NoteKey[] => {
    const service = hosts.get(name)?.service
    return service?.kind === 'witness' ? [service.witness.key] : []
  })
  const state = await people.state()
  const all = (await people.ask(({ tenders }) => tenders.manifests(people.tender))) ?? []
  const quorum = quorumOf(town.witnesses.length)
  return {
    ...{ tender: people.tender, db: town.db, disk, ledger: town.ledger, state, before, after },
    deadlineMs: Date.parse(drawn.play.plan.deadline),
    policy: { logKey: logKeyOf(town), witnesses, quorum },
    bundles: await bundlesOf(town, people),
    manifests: new Map(all.map(({ bid, manifest }) => [bid, manifest])),
  }
}

/** The key that the log was born with, by what it signed first. */
function logKeyOf({ disk, db }: Town): NoteKey {
  const key = disk.read('/platform/keys/log-sm2.key')
  const publicKey = key === null ? undefined : sm2PublicKey(key)
  const first = db.log.checkpoints[0]
  const name =
    first === undefined ? '' : (findCheckpoint(findNote(first.sm3Note)?.text ?? '')?.origin ?? '')
  return { name, kind: 'sm2', publicKey: publicKey ?? new Uint8Array(65) }
}

const longestRest = 400

/** Until all that happened is numbered and attested; what it shows then. */
async function atRest(town: Town, people: People): Promise<Facts['before']> {
  for (let tries = 0; ; tries++) {
    await town.machine.sleep(5_000)
    const { attested, recorded } = await people.ask(({ log }) => log.standing())
    const waits = town.db.log.outbox.size > 0
    if (!waits && recorded !== null && attested?.size === recorded.size) {
      const state = JSON.stringify(await people.state())
      // The salts of every entry are in this root: so the trace holds all chance as well.
      town.machine.note(`rest at ${attested.root}`)
      return { state, root: attested.root, size: attested.size }
    }
    if (tries > longestRest) {
      const of = `${attested?.size} of ${recorded?.size} attested, ${town.db.log.outbox.size} wait`
      throw new Stuck(`the log does not come to rest: ${of}`)
    }
  }
}

async function bundlesOf(town: Town, people: People): Promise<readonly Checked[]> {
  const chance = town.machine.chance.branch('mutants')
  const checked: Checked[] = []
  for (const [access, reader] of [
    ['public', null],
    ['restricted', authority.actor],
  ] as const) {
    const bytes = await people.ask((platform) => platform.bundle(people.tender, reader))
    if (bytes === null || !(bytes instanceof Uint8Array)) continue
    const files = unzipBundle(bytes)
    if (files === null) throw new Unavailable('no zip')
    const verification = await verifyBundle(files)
    const passedMutants = access === 'public' ? await passed(files, { chance, people }) : []
    checked.push({ access, verification, passedMutants })
  }
  return checked
}

const mutants = 3

/**
 * One bit of one file is another; once as whoever found it lying about, then with the list made anew. Its
 * reader knows the policy. A checkpoint is left out of the latter: it may lose a hand that no quorum needs.
 */
async function passed(
  files: Files,
  { chance, people }: { readonly chance: Chance; readonly people: People },
): Promise<readonly string[]> {
  const names = [...files.keys()].sort().filter((name) => !(files.get(name)?.length === 0))
  const known = names.filter((name) => name !== 'log/checkpoint')
  const pinned = Buffer.from(files.get('policy/log-policy.txt') ?? []).toString('utf8')
  const through: string[] = []
  for (let i = 0; i < mutants; i++) {
    const name = chance.pick(i === 0 ? names : known)
    const bytes = Buffer.from(files.get(name) ?? [])
    const at = chance.below(bytes.length)
    bytes[at] = (bytes[at] ?? 0) ^ (1 << chance.below(8))
    const changed = new Map(files).set(name, bytes)
    const told = i === 0 ? changed : listed(changed, { tender: people.tender, access: 'public' })
    const { verdict } = await verifyBundle(told, { pinned })
    if (verdict.verdict === 'pass' && hex(told.get(name) ?? bytes) === hex(bytes)) {
      through.push(`bit of ${name} at ${at}`)
    }
  }
  return through
}
