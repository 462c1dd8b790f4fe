// SPDX-License-Identifier: Apache-2.0
/** What every section stands on: one durable embedded database, one built server, people, tenders. */

import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { centre, holderPeople, owner, type Persona } from '@gongxin/core/testing'
import { type Cabinet, createCabinet } from '@gongxin/shell/cabinet'
import { type Clock, createClock } from '@gongxin/shell/clock'
import { openDatabase } from '@gongxin/shell/database'
import { createFileStore, type FileStore } from '@gongxin/shell/files'
import { createIdentity, type Identity } from '@gongxin/shell/identity'
import { createStore, migrate, type Store } from '@gongxin/shell/store'
import { createTenders, type Outcome, type Tenders } from '@gongxin/shell/tenders'
import { kernelGcm } from '@gongxin/trust/kernel'
import { compileKernel } from '../kernel/index.ts'
import { buildProgram, planFrom, type Served, startServer, wayToNotice } from '../served/index.ts'

export interface Ground {
  readonly databaseUrl: string
  readonly store: Store
  readonly cabinet: Cabinet
  readonly files: FileStore
  readonly clock: Clock
  readonly identity: Identity
  /** The same service the server has, in this process: preparing is not what is measured. */
  readonly tenders: Tenders
  readonly server: Served
  close(): Promise<void>
}

export async function openGround(): Promise<Ground> {
  const folder = await mkdtemp(join(tmpdir(), 'gongxin-bench-'))
  await chmod(folder, 0o755)
  const database = await openDatabase({ dataFolder: folder })
  const databaseUrl = database.url
  await migrate(databaseUrl)
  const unhurried = '?options=-c%20synchronous_commit%3Doff'
  // What is only prepared need not wait for the disk; what is measured goes through the server.
  const store = createStore({ url: `${databaseUrl}${unhurried}` })
  await migrate(database.vaultUrl)
  const cabinet = createCabinet({
    url: `${database.vaultUrl}${unhurried}`,
    folder: join(folder, 'vault', 'files'),
  })
  const clock = await createClock({ mode: 'demo', memory: store.settings })
  const site = { domain: 'localhost', origins: ['http://localhost'] }
  const identity = await createIdentity({ store, clock, mode: 'demo', site })
  const files = createFileStore(join(folder, 'files'))
  const cipher = kernelGcm(await compileKernel())
  const tenders = createTenders({
    ...{ store, cabinet, clock, files, cipher },
    ...{ library: null, bank: null, vaultSlots: 1024 },
  })
  const program = await buildProgram()
  const server = await startServer(program, { dataFolder: folder, databaseUrl })
  return {
    ...{ databaseUrl, store, cabinet, files, clock, identity, tenders, server },
    async close() {
      await server.stop()
      await store.close()
      await cabinet.store.close()
      await database.stop()
      await rm(folder, { recursive: true, force: true })
      await rm(dirname(program), { recursive: true, force: true })
    },
  }
}

export interface Bidder {
  readonly party: string
  readonly name: string
  readonly account: string
  readonly cookie: string
}

/** Bidders with an account, a membership and an open session each, written in bulk. */
export async function bidders({ store, identity, clock }: Ground, count: number) {
  const { region, queries } = store
  const at = clock.now()
  const list = Array.from({ length: count }, (_, i) => ({
    party: `91450200MB${String(i).padStart(8, '0')}`,
    name: `第${i + 1}建设公司`,
    account: `bench-${i}`,
  }))
  for (let from = 0; from < count; from += 500) {
    const some = list.slice(from, from + 500)
    const organisations = some.map(({ party: id, name }) => ({
      ...{ region, id, name, kind: 'enterprise', roles: ['bidder'] },
      ...{ created_at: at, updated_at: at },
    }))
    const accounts = some.map(({ account: id, name }) => ({
      ...{ region, id, login: id, name, password_hash: null, created_at: at },
    }))
    const memberships = some.map(({ account, party: organisation }) => ({
      ...{ region, account, organisation, role: 'bidder', since: at },
    }))
    await queries.insertInto('organisation').values(organisations).execute()
    await queries.insertInto('account').values(accounts).execute()
    await queries.insertInto('membership').values(memberships).execute()
  }
  return inParallel(list, async (of): Promise<Bidder> => {
    const opened = await identity.sessions.open(
      { ...of, id: of.account, login: '', passwordHash: null },
      'bench',
    )
    if ('kind' in opened) throw new Error(`no session for ${of.account}`)
    return { ...of, cookie: opened.token }
  })
}

const acting = [owner, centre, ...holderPeople.map(({ who }) => who)]

/** Tenders that take bids, each with its notice published a moment ago. */
export async function openTenders(ground: Ground, count: number): Promise<readonly string[]> {
  const { clock } = ground
  const plan = planFrom(clock.now())
  return inParallel(Array.from({ length: count }), async () => {
    let tender = ''
    for (const step of wayToNotice(plan, clock.now())) {
      const who = acting.find(({ actor }) => actor.role === step.role) ?? owner
      tender = await act(ground, who, { tender, act: step.act, body: step.body })
    }
    return tender
  })
}

interface Doing {
  readonly tender: string
  readonly act: string
  readonly body?: unknown
}

let keys = 0

/** Done in this process and certain to be done; answers the tender. */
export async function act(
  ground: Pick<Ground, 'tenders'>,
  who: Persona,
  doing: Doing,
): Promise<string> {
  const { tender, act: name, body = {} } = doing
  keys += 1
  const key = `prepare-${keys}`
  const caller = {
    ...{ actor: who.actor, name: who.name, address: '127.0.0.1', source: 'bench', requestId: key },
  }
  const outcome: Outcome =
    name === 'register-project'
      ? await ground.tenders.register(caller, body, key)
      : await ground.tenders.act(caller, { tender, act: name, body, key })
  if (outcome.kind === 'done') return outcome.answer.tender
  throw new Error(`${name}: ${JSON.stringify(outcome)}`)
}

const mostAtOnce = 16

export async function inParallel<T, A>(
  list: readonly T[],
  work: (item: T, index: number) => Promise<A>,
): Promise<A[]> {
  const answers: A[] = []
  let next = 0
  const worker = async () => {
    for (let i = next++; i < list.length; i = next++) {
      answers[i] = await work(list[i] as T, i)
    }
  }
  await Promise.all(Array.from({ length: mostAtOnce }, worker))
  return answers
}
