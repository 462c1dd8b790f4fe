// SPDX-License-Identifier: Apache-2.0
/** The platform as `shell/main` puts it together, without its public address: it answers the town's network. */

import { paperNumbered, pool } from '@gongxin/core/testing'
import type { Reader } from '@gongxin/core/trading/tender'
import { bundleOf } from '@gongxin/shell/bundles'
import type { Cabinet } from '@gongxin/shell/cabinet'
import { createClock } from '@gongxin/shell/clock'
import { createFileStore, type FileStore } from '@gongxin/shell/files'
import { createLog, type Log } from '@gongxin/shell/log'
import type { Store } from '@gongxin/shell/store'
import { type Bank, createTenders, type ExpertLibrary, type Tenders } from '@gongxin/shell/tenders'
import { utf8 } from '@gongxin/trust/canonical'
import { findTilePath } from '@gongxin/trust/log'
import type { Machine, Reply, Request } from '../machine/index.ts'
import type { Ledger } from './ledger.ts'

export interface Platform {
  readonly store: Store
  readonly cabinet: Cabinet
  readonly files: FileStore
  readonly tenders: Tenders
  readonly log: Log
  bundle(tender: string, reader: Reader): ReturnType<typeof bundleOf>
  answer(request: Request): Promise<Reply>
}

export interface PlatformParts {
  readonly machine: Machine
  readonly store: Store
  /** Of the cabinet. */
  readonly closed: Store
  readonly ledger: Ledger
  readonly witnesses: readonly string[]
  readonly onFault: (error: unknown) => void
}

const dataFolder = '/platform'

/** To be called within the life of the process. */
export async function bootPlatform(parts: PlatformParts): Promise<Platform> {
  const { store, closed, witnesses, onFault } = parts
  const clock = await createClock({ mode: 'production', memory: store.settings })
  const files = createFileStore(`${dataFolder}/files`)
  const cabinet = { store: closed, files: createFileStore(`${dataFolder}/vault/files`) }
  const town = { library: libraryOf(parts), bank: bankOf(parts) }
  const tenders = createTenders({ store, cabinet, clock, files, ...town })
  const places = witnesses.map((name) => ({ url: new URL(`http://${name}/`), key: undefined }))
  const log = await createLog({ store, clock, dataFolder, witnesses: places, onFault })
  return {
    ...{ store, cabinet, files, tenders, log },
    bundle: (tender, reader) => bundleOf({ store, files, tenders, log }, tender, reader),
    answer: (request) => answer(log, request),
  }
}

async function answer(log: Log, { path }: Request): Promise<Reply> {
  if (path === '/log/policy') return { status: 200, body: utf8(log.policy()) }
  const asked = findTilePath(path.replace(/^\/log\//, ''))
  const bytes = asked?.kind === 'entries' ? await log.bundle(asked.tile) : null
  return bytes === null ? { status: 404, body: new Uint8Array() } : { status: 200, body: bytes }
}

function libraryOf({ machine }: PlatformParts): ExpertLibrary {
  const moods = machine.chance.branch('experts')
  return {
    eligible: () => machine.ask('library', () => pool, { upTo: 50 }),
    call: () =>
      machine.ask('call', () => (moods.onceIn(8) ? 'no-answer' : 'accepted'), { upTo: 200 }),
  }
}

/** Pays one reference once, as its interface promises. */
function bankOf({ machine, ledger }: PlatformParts): Bank {
  return {
    name: '演示银行',
    paper: (number) => machine.ask('paper', () => paperNumbered(number)),
    claim: ({ reference }) =>
      machine.ask('claim', () => `P-${reference}`.slice(0, 60), { sent: true }),
    release: ({ reference }) =>
      machine.ask('release', () => `R-${reference}`.slice(0, 60), { sent: true }),
    rateOn: () => machine.ask('rate', () => ({ yearly: '0.0005', base: 360 as const })),
    refund: ({ account, principalFen, reference }) =>
      machine.ask(
        'refund',
        () => {
          const known = ledger.payments.some((payment) => payment.reference === reference)
          if (!known) ledger.payments.push({ account, principalFen, reference })
          return `S-${reference}`.slice(0, 60)
        },
        { upTo: 50, sent: true },
      ),
  }
}
