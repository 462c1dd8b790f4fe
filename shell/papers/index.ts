// SPDX-License-Identifier: Apache-2.0
/** The door of the papers: which a reader may see, and each as content or as a printed file. */

import { createHash } from 'node:crypto'
import type { Actor } from '@gongxin/core/kernel'
import { bidReceiptPaper, bidReceiptsOf } from '@gongxin/core/trading/bid'
import { type Paper, type PaperLine, paperOf, papersFor } from '@gongxin/core/trading/tender'
import type { FileStore } from '../files/index.ts'
import type { Store } from '../store/index.ts'
import { createStreams, type LoadedTender, type Streams } from '../tenders/index.ts'
import { layoutVersion } from './layout.ts'
import { createPress, type Press } from './press.ts'
import { type Sheet, sheetOf } from './sheet.ts'
import { createSigning, type PaperSigning } from './signing.ts'

export type { PaperKey } from './hand.ts'
export { createPress, type Press } from './press.ts'
export type { PaperSigning } from './signing.ts'

export interface Papers {
  /** Null where there is no such tender. */
  list(tender: string, reader: Actor | null): Promise<readonly PaperLine[] | null>
  /** Null where there is none, or none for this reader: the two are not told apart. */
  read(tender: string, paper: string, reader: Actor | null): Promise<Paper | null>
  /** Prints once and keeps the file; the answer is its digest in the file store. */
  file(paper: Paper): Promise<string>
  /** Whether papers are signed here. */
  readonly signs: boolean
  /** Where whoever holds the paper can check it. */
  addressOf(paper: Paper): string
  /** Signs the printed file once and keeps the signature; null where papers are not signed. */
  signature(paper: Paper): Promise<string | null>
  close(): Promise<void>
}

export interface PaperParts {
  readonly store: Store
  /** Where the receipts of a bid lie until it is taken up. */
  readonly cabinet: Store
  readonly files: FileStore
  /** Origin of the public portal, such as `https://example.org`. */
  readonly origin: string
  readonly press?: Press
  /** Absent or null where papers are not signed. */
  readonly signing?: PaperSigning | null
}

const mostRemembered = 60

export function createPapers(of: PaperParts): Papers {
  const { store, cabinet, files, origin, press = createPress(), signing = null } = of
  const signs = signing !== null
  const sign = signing === null ? null : createSigning({ ...signing, store, files })
  const file = (paper: Paper) =>
    printed(
      { store, files, press, running },
      sheetOf(paper, { address: addressOf(origin, paper), signs }),
    )
  const streams = createStreams(store, cabinet, mostRemembered)
  const running = new Map<string, Promise<string>>()
  return {
    async list(tender, reader) {
      const loaded = await streams.tender(tender)
      return loaded === null ? null : linesFor(streams, { tender, loaded, reader })
    },
    async read(tender, paper, reader) {
      const loaded = await streams.tender(tender)
      if (loaded === null) return null
      const lines = await linesFor(streams, { tender, loaded, reader })
      const line = lines.find(({ id }) => id === paper)
      if (line === undefined) return null
      return written(line, { tender, loaded }) ?? (await receipt(streams, line, tender, reader))
    },
    file,
    signs,
    addressOf: (paper) => addressOf(origin, paper),
    signature: async (paper) => (sign === null ? null : sign(await file(paper))),
    close: () => press.close(),
  }
}

interface Asked {
  readonly tender: string
  readonly loaded: LoadedTender
  readonly reader: Actor | null
}

async function linesFor(streams: Streams, { tender, loaded, reader }: Asked) {
  const lines = papersFor(reader, loaded.events, loaded.state)
  if (reader?.role !== 'bidder') return lines
  const { state } = await streams.bid(tender, reader.party)
  const own = bidReceiptsOf(state)
  return [...lines, ...own].sort((a, b) => (a.at < b.at ? -1 : 1))
}

function written(line: PaperLine, { tender, loaded }: Omit<Asked, 'reader'>): Paper | null {
  const { events, stored } = loaded
  const digestOf = (seq: number) => Buffer.from(stored[seq]?.hash ?? []).toString('hex')
  return paperOf(line, { tender, events, digestOf })
}

/** From the bidder's own sealed stream, which nobody else's name can open. */
async function receipt(streams: Streams, line: PaperLine, tender: string, reader: Actor | null) {
  if (reader?.role !== 'bidder') return null
  const [loaded, bid] = await Promise.all([
    streams.tender(tender),
    streams.bid(tender, reader.party),
  ])
  if (loaded === null) return null
  return bidReceiptPaper(line, bid.state, { tender, state: loaded.state })
}

/** Its own page, or what proves the tender that it is of where it has none for everybody. */
function addressOf(origin: string, { tender, id, access }: Paper): string {
  const own = `/tenders/${encodeURIComponent(tender)}/papers/${encodeURIComponent(id)}`
  const whole = `/app/verify/?tender=${encodeURIComponent(tender)}`
  return new URL(access === 'public' ? own : whole, origin).href
}

interface Printing {
  readonly store: Pick<Store, 'settings'>
  readonly files: FileStore
  readonly press: Press
  /** Two who ask at once wait for one print. */
  readonly running: Map<string, Promise<string>>
}

/** What was printed once stays as it was printed, whatever later layouts look like. */
async function printed(of: Printing, sheet: Sheet): Promise<string> {
  const key = `paper/${keyOf(sheet)}`
  const known = await of.store.settings.find(key)
  if (typeof known === 'string' && (await of.files.has(known))) return known
  const printing = of.running.get(key) ?? printedNow(of, sheet, key)
  of.running.set(key, printing)
  return printing.finally(() => of.running.delete(key))
}

async function printedNow({ store, files, press }: Printing, sheet: Sheet, key: string) {
  const stored = await files.put(once(await press.print(sheet)))
  if (stored === 'too-large') throw new Error('a paper without a limit is never too large')
  await store.settings.save(key, stored.digest)
  return stored.digest
}

async function* once(bytes: Uint8Array) {
  yield bytes
}

function keyOf(sheet: Sheet): string {
  const content = JSON.stringify({ layoutVersion, ...sheet })
  return createHash('sm3').update(content).digest('hex')
}
