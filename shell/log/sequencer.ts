// SPDX-License-Identifier: Apache-2.0
/** The sequencer: alone gives events their numbers in the log, grows the tree and signs it. */

import {
  appended,
  checkpointText,
  edgeRoot,
  leafHash,
  type TileFile,
  type TreeAlgorithm,
  type TreeEdge,
  tileWidth,
  treeHash,
  writeNote,
} from '@gongxin/trust/log'
import type { Clock } from '../clock/index.ts'
import type { FullTile, Lead, LogBatch, LogStore, Numbered, Waiting } from '../store/index.ts'
import type { LogSigners } from './keys.ts'

export interface SequencerParts {
  readonly log: LogStore
  readonly clock: Pick<Clock, 'now'>
  readonly signers: LogSigners
  readonly origin: string
}

export interface Sequencer {
  /** Numbers what waits, one batch; answers how many entries that were. */
  step(): Promise<number>
  /** Gives the lead away. */
  close(): Promise<void>
}

export const mostInBatch = 1024
const algorithms = ['SM3', 'SHA-256'] as const

type Edges = Readonly<Record<TreeAlgorithm, TreeEdge>>

interface Led {
  readonly lead: Lead
  edges: Edges
}

/** Whatever goes wrong ends the lead: the next one reads from the store what really stands there. */
export function createSequencer(parts: SequencerParts): Sequencer {
  let led: Led | null = null
  const take = async (): Promise<Led | null> => {
    const lead = await parts.log.lead(parts.clock.now())
    if (lead === null) return null
    try {
      return { lead, edges: await edgesOf(parts.log, await lead.size()) }
    } catch (error) {
      await lead.release(true)
      throw error
    }
  }
  const drop = async (broken: boolean) => {
    const held = led
    led = null
    await held?.lead.release(broken)
  }
  return {
    async step() {
      led ??= await take()
      if (led === null) return 0
      try {
        const waiting = await led.lead.waiting(mostInBatch)
        if (waiting.length === 0) return 0
        const { batch, edges } = grown(parts, led.edges, waiting)
        if ((await led.lead.record(batch)) === 'fenced') {
          await drop(true)
          return 0
        }
        led.edges = edges
        return waiting.length
      } catch (error) {
        await drop(true)
        throw error
      }
    },
    close: () => drop(false),
  }
}

function grown(
  { clock, signers, origin }: SequencerParts,
  edges: Edges,
  waiting: readonly Waiting[],
): { readonly batch: LogBatch; readonly edges: Edges } {
  const entries = waiting.map((event): Numbered => {
    const { entry } = event
    return { ...event, sm3: leafHash(entry), sha256: leafHash(entry, treeHash('SHA-256')) }
  })
  const growths = {
    SM3: appended(
      edges.SM3,
      entries.map(({ sm3 }) => sm3),
    ),
    'SHA-256': appended(
      edges['SHA-256'],
      entries.map(({ sha256 }) => sha256),
      treeHash('SHA-256'),
    ),
  }
  const at = clock.now()
  const noteOf = (algorithm: TreeAlgorithm) => {
    const { edge } = growths[algorithm]
    const root = edgeRoot(edge, treeHash(algorithm))
    const text = checkpointText({ origin, size: edge.size, root, algorithm, time: at })
    return writeNote({ text, lines: [signers[algorithm].sign(text)] })
  }
  const batch = {
    from: edges.SM3.size,
    entries,
    tiles: algorithms.flatMap((algorithm) => fullTiles(algorithm, growths[algorithm].tiles)),
    at,
    sm3Note: noteOf('SM3'),
    sha256Note: noteOf('SHA-256'),
    takenUp: waiting.flatMap(sealedBehind),
  }
  return { batch, edges: { SM3: growths.SM3.edge, 'SHA-256': growths['SHA-256'].edge } }
}

/** After the deadline has passed and never before: `BiddingClosed` opens the chains of the bids. */
function sealedBehind({ stream, type }: Waiting): LogBatch['takenUp'] {
  if (type !== 'BiddingClosed') return []
  return [{ prefix: `${stream.replace(/^tender\//, 'bid/')}/`, with: 'BidSubmitted' }]
}

function fullTiles(algorithm: TreeAlgorithm, tiles: readonly TileFile[]): readonly FullTile[] {
  return tiles.flatMap(({ level, index, width, bytes }) => {
    if (width < tileWidth) return []
    const root = edgeRoot({ size: width, partials: [bytes] }, treeHash(algorithm))
    return [{ algorithm, level, index, bytes, root }]
  })
}

/** The unfilled last tile of each level, as the store has it. */
async function edgesOf(log: LogStore, size: number): Promise<Edges> {
  const edgeOf = async (algorithm: TreeAlgorithm): Promise<TreeEdge> => {
    const partials: Uint8Array[] = []
    for (let level = 0; size >= tileWidth ** level && size > 0; level++) {
      const nodes = Math.floor(size / tileWidth ** level)
      const tile = { level, index: Math.floor(nodes / tileWidth), width: nodes % tileWidth }
      const bytes = tile.width === 0 ? new Uint8Array(0) : await log.tile(algorithm, tile)
      if (bytes === null) throw new Error(`the log has no tile ${level}/${tile.index}`)
      partials.push(bytes)
    }
    return { size, partials }
  }
  return { SM3: await edgeOf('SM3'), 'SHA-256': await edgeOf('SHA-256') }
}
