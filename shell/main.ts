// SPDX-License-Identifier: Apache-2.0
/** One process, whole: database, store, clock, tenders, identity, the public address, the ticker. */

import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Cabinet, createCabinet } from './cabinet/index.ts'
import { type Clock, createClock } from './clock/index.ts'
import { type Config, ConfigFault } from './config/index.ts'
import { openDatabase } from './database/index.ts'
import { createFileStore, type FileStore } from './files/index.ts'
import { createHttpServer, type ServerOptions, workbenchFolder } from './http/index.ts'
import { createIdentity, type PasskeySite } from './identity/index.ts'
import { createLog } from './log/index.ts'
import { createPapers, type PaperSigning } from './papers/index.ts'
import type { Mail } from './ports/index.ts'
import { carryPost } from './post/index.ts'
import { createStore, migrate, type Store } from './store/index.ts'
import type { Authority, Tenders } from './tenders/index.ts'

export interface TenderNeeds {
  readonly store: Store
  readonly cabinet: Cabinet
  readonly clock: Clock
  readonly files: FileStore
  readonly config: Config
}

/** What is put in from outside, so that a test can serve without it. */
export interface Parts {
  readonly createTenders: (needs: TenderNeeds) => Tenders | Promise<Tenders>
  readonly pages?: ServerOptions['pages']
  /** Without it messages stay in their inboxes. */
  readonly mail?: (config: Config) => Mail
  /** Without it nobody is certified here. */
  readonly authority?: (config: Config) => Authority | null
  /** Without it papers are not signed. */
  readonly signing?: (config: Config) => Omit<PaperSigning, 'clock'> | null
  readonly log?: boolean
}

export interface Running {
  readonly url: string
  stop(): Promise<void>
}

const tickMs = 1_000
const logMs = 200
const postMs = 5_000
const sweepMs = 3_600_000

export async function serve(config: Config, parts: Parts): Promise<Running> {
  await mkdir(config.dataFolder, { recursive: true })
  const database = await openDatabase(config)
  const closing: (() => Promise<void>)[] = [() => database.stop()]
  // The last thing opened is the first thing closed, whether we start, fail or stop.
  const stop = once(async () => {
    for (const close of closing.reverse()) await close()
  })
  try {
    await migrate(database.url)
    await migrate(database.vaultUrl)
    const { region, dataFolder } = config
    const store = createStore({ url: database.url, region })
    closing.push(() => store.close())
    const folder = join(dataFolder, 'vault', 'files')
    const cabinet = createCabinet({ url: database.vaultUrl, region, folder })
    closing.push(() => cabinet.store.close())
    await refuseUnmoved(store)
    const url = await open(config, parts, { store, cabinet, closing })
    return { url, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

interface Opening {
  readonly store: Store
  readonly cabinet: Cabinet
  readonly closing: (() => Promise<void>)[]
}

async function open(config: Config, parts: Parts, given: Opening): Promise<string> {
  const { store, cabinet, closing } = given
  const { mode, port, dataFolder } = config
  const clock = await createClock({
    mode,
    memory: store.settings,
    isUnwritten: () => hasNoTender(store),
    latest: async () => (await store.log.newest())?.at ?? null,
  })
  const files = createFileStore(join(dataFolder, 'files'))
  const identity = await createIdentity({ store, clock, mode, site: siteOf(config) })
  const tenders = await parts.createTenders({ store, cabinet, clock, files, config })
  const signing = parts.signing?.(config) ?? null
  const papers = createPapers({
    ...{ store, cabinet: cabinet.store, files },
    origin: originOf(config),
    signing: signing && { ...signing, clock },
  })
  closing.push(() => papers.close())
  const told = (error: unknown) => app.log.error({ err: error }, 'ticker')
  const log = await createLog({ ...config, store, clock, onFault: told })
  closing.push(() => log.close())
  const authority = parts.authority?.(config) ?? null
  const own = { config, store, cabinet, clock, tenders, identity, files, papers, log }
  const deps = { ...own, authority }
  const app = await createHttpServer(deps, {
    log: parts.log ?? mode === 'production',
    workbench: workbenchFolder(),
    ...(parts.pages === undefined ? {} : { pages: parts.pages }),
  })
  closing.push(() => app.close())
  closing.push(every(logMs, log.sequence, told))
  closing.push(every(logMs, log.publish, told))
  closing.push(every(tickMs, () => tenders.tick(), told))
  closing.push(every(tickMs, () => tenders.advanceVaults(), told))
  const mail = parts.mail?.(config)
  if (mail !== undefined) {
    const post = { store, clock, mail, origin: originOf(config) }
    closing.push(every(postMs, () => carryPost(post), told))
  }
  closing.push(every(sweepMs, () => identity.sweep(), told))
  await app.listen({ port, host: '0.0.0.0' })
  const address = app.server.address()
  const bound = typeof address === 'object' && address !== null ? address.port : port
  return `http://localhost:${bound}`
}

/** A bidding begun before there was a cabinet lies open where nothing may lie open any more (ADR 14). */
async function refuseUnmoved({ queries, region }: Store): Promise<void> {
  const unmoved = await queries
    .selectFrom('vault')
    .innerJoin('tender', 'tender.id', 'vault.tender')
    .select('tender.id')
    .where('vault.region', '=', region)
    .where('tender.region', '=', region)
    .where('tender.phase', '=', 'tendering')
    .executeTakeFirst()
  if (unmoved === undefined) return
  throw new ConfigFault(
    `The bidding of ${unmoved.id} was begun by an earlier version: ` +
      'let that version close it, or begin with an empty GONGXIN_DATA.',
  )
}

async function hasNoTender({ queries, region }: Store): Promise<boolean> {
  const any = queries.selectFrom('tender').select('id').where('region', '=', region).limit(1)
  return (await any.executeTakeFirst()) === undefined
}

/** Runs the work again and again, never twice at once; the answer stops it and waits for it. */
function every(
  ms: number,
  work: () => Promise<void>,
  onError: (error: unknown) => void,
): () => Promise<void> {
  let running: Promise<void> | null = null
  const timer = setInterval(() => {
    running ??= work()
      .catch(onError)
      .finally(() => {
        running = null
      })
  }, ms)
  return async () => {
    clearInterval(timer)
    await running
  }
}

/** Passkeys are bound to the address people type; behind a proxy it is the bid origin. */
function siteOf(config: Config): PasskeySite {
  const origin = originOf(config)
  return { domain: new URL(origin).hostname, origins: [new URL(origin).origin] }
}

/** The address people type, printed on papers: it must not depend on who asks. */
function originOf({ port, bidOrigin }: Config): string {
  return bidOrigin ?? `http://localhost:${port}`
}

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null
  return () => {
    running ??= work()
    return running
  }
}
