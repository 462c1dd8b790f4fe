// SPDX-License-Identifier: Apache-2.0
/** `gongxin replay FILE.csv`: real auctions through the whole procedure, one line each. */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Auction, readAuctions, replayAuction, type Streams } from '../replay/index.ts'
import {
  answering,
  asksForHelp,
  commandHelp,
  type ExitCode,
  type Run,
  WrongInput,
} from './command.ts'

const usage = 'gongxin replay FILE.csv [--cut N] [--out DIR]'

export const run: Run = (args) => answering(() => replayed(args))

async function replayed(args: readonly string[]): Promise<ExitCode> {
  if (asksForHelp(args)) {
    const columns = ['Tender', 'Competitors', 'Bid_value', 'Winner']
    process.stdout.write(commandHelp(`${usage}   (columns, others are ignored:)`, columns))
    return 0
  }
  const { file, cut, out } = optionsOf(args)
  const auctions = readAuctions(textOf(file))
  if ('why' in auctions) throw new WrongInput(auctions.field, auctions.why)
  for (const auction of auctions) {
    const { line, streams } = await replayAuction(shortened(auction, cut))
    process.stdout.write(`${JSON.stringify(line)}\n`)
    if (out !== null) write(out, auction.tender, streams)
  }
  return 0
}

function shortened(auction: Auction, cut: number | null): Auction {
  return cut === null ? auction : { ...auction, bids: auction.bids.slice(0, cut) }
}

/** The tender's stream, and beside it a folder with the sealed stream of every bidder. */
function write(out: string, tender: string, { tender: lines, sealed }: Streams): void {
  const folder = join(out, tender)
  mkdirSync(join(folder, 'bids'), { recursive: true })
  writeFileSync(join(folder, 'tender.jsonl'), joined(lines))
  for (const [party, own] of sealed) {
    writeFileSync(join(folder, 'bids', `${party}.jsonl`), joined(own))
  }
}

function joined(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('')
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new WrongInput('FILE', `cannot read ${file}`)
  }
}

interface Options {
  readonly file: string
  readonly cut: number | null
  readonly out: string | null
}

function optionsOf(args: readonly string[]): Options {
  let [file, cut, out]: [string | null, number | null, string | null] = [null, null, null]
  for (let i = 0; i < args.length; i++) {
    const argument = args[i] ?? ''
    const value = args[i + 1] ?? ''
    if (argument === '--cut' || argument === '--out') {
      if (value === '') throw new WrongInput(argument, 'value missing')
      if (argument === '--cut') cut = countOf(value)
      else out = value
      i++
    } else if (argument.startsWith('-') || file !== null) {
      throw new WrongInput(argument, 'unknown argument')
    } else file = argument
  }
  if (file === null) throw new WrongInput('FILE', 'missing; try gongxin replay --help')
  return { file, cut, out }
}

function countOf(value: string): number {
  if (!/^\d{1,6}$/.test(value)) throw new WrongInput('--cut', 'must be a whole number')
  return Number(value)
}
