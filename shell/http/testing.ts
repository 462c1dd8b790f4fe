// SPDX-License-Identifier: Apache-2.0
/** For tests only: the whole address over a real store, with tenders of one page beside it. */

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Actor, refused } from '@gongxin/core/kernel'
import type { FastifyInstance } from 'fastify'
import { afterAll } from 'vitest'
import { testStores } from '../cabinet/testing.ts'
import { createClock } from '../clock/index.ts'
import { createFileStore } from '../files/index.ts'
import { createIdentity, type Patience } from '../identity/index.ts'
import { createLog, type Log } from '../log/index.ts'
import { createPapers, type PaperSigning } from '../papers/index.ts'
import type { ActRequest, Authority, Outcome, Tenders } from '../tenders/index.ts'
import { createHttpServer, type HttpDeps, type ServerOptions } from './index.ts'

export const testBankKey = 'key-of-the-test-bank'

export interface Stage {
  readonly app: FastifyInstance
  readonly deps: HttpDeps & { readonly log: Log }
  /** Acts that reached the tenders, with who asked. */
  readonly acts: { readonly actor: Actor; readonly request: ActRequest }[]
  /** Moves the machine's own time, which sessions live by. */
  wait(minutes: number): void
  cookieOf(persona: string): Promise<string>
}

/** Digests that the owner of `T1` may open; a test adds its own. */
export const openFiles = new Set<string>()

export interface StageOptions {
  readonly mode?: 'demo' | 'production'
  readonly patience?: Patience
  readonly outcome?: (request: ActRequest, actor: Actor) => Outcome
  readonly server?: ServerOptions
  readonly authority?: Authority
  /** Who signs papers; nobody where it is not said. */
  readonly signing?: (folder: string) => Omit<PaperSigning, 'clock'>
}

export async function stage(options: StageOptions = {}): Promise<Stage> {
  const { mode = 'demo' } = options
  const dataFolder = await mkdtemp(join(tmpdir(), 'gongxin-http-'))
  const { store, cabinet, close } = await testStores(join(dataFolder, 'vault'))
  let ahead = 0
  const machine = () => Date.parse('2026-11-24T01:00:00Z') + ahead
  const clock = await createClock({ mode, memory: store.settings, machine })
  const site = { domain: 'localhost', origins: ['http://localhost:3000'] }
  const patience = options.patience === undefined ? {} : { patience: options.patience }
  const identity = await createIdentity({ store, clock, mode, site, ...patience })
  const acts: Stage['acts'] = []
  const tenders = onePage(options, acts)
  const files = createFileStore(join(dataFolder, 'files'))
  const papers = createPapers({
    ...{ store, cabinet: cabinet.store, files },
    origin: 'http://localhost:3000',
    signing: options.signing === undefined ? null : { ...options.signing(dataFolder), clock },
  })
  const log = await createLog({ store, clock, dataFolder, witnesses: [] })
  const deps = {
    config: { mode, dataFolder, bankUrl: undefined, bankKey: testBankKey },
    store,
    cabinet,
    clock,
    tenders,
    identity,
    files,
    papers,
    log,
    authority: options.authority ?? null,
  }
  const app = await createHttpServer(deps, options.server)
  afterAll(async () => {
    await app.close()
    await log.close()
    await papers.close()
    await close()
    await rm(dataFolder, { recursive: true, force: true })
  })
  return {
    app,
    deps,
    acts,
    wait(minutes) {
      ahead += minutes * 60_000
    },
    async cookieOf(persona) {
      const opened = await identity.signInAsPersona(persona)
      if (opened === null || 'kind' in opened) throw new Error(`no persona ${persona}`)
      return `gongxin_session=${opened.token}`
    },
  }
}

/** Knows one tender, `T1`, whose owner is the one persona of that role. */
function onePage({ outcome }: StageOptions, acts: Stage['acts']): Tenders {
  const run = async (actor: Actor, request: ActRequest): Promise<Outcome> => {
    acts.push({ actor, request })
    if (outcome !== undefined) return outcome(request, actor)
    if (request.tender !== 'T1') return { kind: 'not-found' }
    if (request.act === 'stop') return { kind: 'refused', refusal: refused('wrong-phase') }
    return { kind: 'done', repeated: false, answer: answerTo(request.tender) }
  }
  return {
    register: (caller, body, key) =>
      run(caller.actor, { tender: 'T1', act: 'register-project', body, key }),
    act: (caller, request) => run(caller.actor, request),
    view: async (tender, reader) =>
      tender === 'T1'
        ? {
            ...{ id: 'T1', version: 0, phase: 'planned', procedure: 'p', state: {} },
            ...{ offers: [], duties: [], party: reader?.role === 'tenderOwner' },
            reader: reader && { role: reader.role, party: reader.party },
          }
        : null,
    trail: async (tender) => (tender === 'T1' ? [] : null),
    told: async () => null,
    files: async (tender, reader) =>
      tender === 'T1' ? new Set(reader?.role === 'tenderOwner' ? openFiles : []) : null,
    ownBid: async () => null,
    manifests: async () => null,
    vaultProof: async () => null,
    lastRoot: async () => null,
    stampsSettled: async () => {},
    stampsOf: async () => new Map(),
    ownStamp: async () => undefined,
    advanceVaults: async () => {},
    credit: async () => true,
    tick: async () => {},
  }
}

function answerTo(tender: string) {
  const receipt = { hash: 'ab'.repeat(32), at: '2026-11-24T01:00:00.000Z' }
  return { tender, version: 0, events: [], findings: [], receipt }
}
