// SPDX-License-Identifier: Apache-2.0
/** Traces: Chinese tables a clerk can check, run row by row against whatever drives a tender. */

import type { Finding } from '../kernel/index.ts'
import { explainRefusal } from '../trading/tender/index.ts'
import { outcomesOf } from './outcomes.ts'
import { say } from './phrases.ts'
import { planOf } from './plan.ts'
import { type Memory, momentOf, type Row } from './saying.ts'
import type { Driver, Tried } from './tender.ts'

export interface Trace {
  readonly title: string
  readonly setup: readonly Row[]
  readonly rows: readonly Row[]
}

/** Columns 时间 | 谁 | 做什么 | 结果; the setup comes first and may be that of many traces. */
export function trace(title: string, setup: string, table: string): Trace {
  return { title, setup: rowsOf(setup), rows: rowsOf(table) }
}

function rowsOf(table: string): readonly Row[] {
  return table
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter((cells) => cells.length === 4 && cells[0] !== '时间')
    .map(([time = '', who = '', does = '', result = '']) => ({ time, who, does, result }))
}

/** The first row whose result is not the one written, or nothing when all are as written. */
export async function findDifference(of: Trace, driver: Driver): Promise<string | undefined> {
  const memory: Memory = { plan: planOf() }
  for (const row of [...of.setup, ...of.rows]) {
    const at = momentOf(row.time)
    const tried = await say(row, { driver, memory, at })
    const { bids } = await driver.state()
    const named = new Map(bids.map((bid) => [bid.no, bid.bidder.name]))
    const shown = shownOf(tried, named)
    if (!matches(row.result, shown)) {
      const got = shown.refused ? `拒绝（${shown.sentence}）` : shown.outcomes.join('；')
      const place = `${row.time} ${row.who} ${row.does}`
      return `${place}：应为 ${row.result}，实为 ${got}〔${shown.cites.join('、')}〕`
    }
  }
  return undefined
}

interface Shown {
  readonly refused: boolean
  readonly outcomes: readonly string[]
  readonly cites: readonly string[]
  readonly sentence: string
}

function shownOf(tried: Tried, named: ReadonlyMap<string, string>): Shown {
  if (tried.kind === 'done') {
    const cites = tried.findings.flatMap((f) => f.cites)
    const outcomes = [...outcomesOf(tried.events, named), ...tried.findings.flatMap(judgedIn)]
    return { refused: false, outcomes, cites, sentence: '' }
  }
  if (tried.kind === 'malformed') {
    const sentence = tried.issues.map((i) => `${i.path} ${i.message}`).join('；')
    return { refused: true, outcomes: [], cites: [], sentence }
  }
  const { sentence } = explainRefusal(tried, 'zh')
  const cites = tried.findings.filter((f) => f.outcome === 'breached').flatMap((f) => f.cites)
  return { refused: true, outcomes: [], cites, sentence }
}

/** How an accepted act stood to a rule: 符合 LIM-08, or 逾期 LIM-08 where it is only written down. */
function judgedIn({ handbook, outcome }: Finding): readonly string[] {
  if (handbook === undefined) return []
  if (outcome === 'met') return [`符合 ${handbook}`]
  return outcome === 'breached' ? [`逾期 ${handbook}`] : []
}

/** 受理 · 拒绝〔招标投标法 34〕 · 拒绝（part of the sentence） · names of outcomes joined by ；. */
function matches(expected: string, shown: Shown): boolean {
  const cite = /〔(.+)〕$/.exec(expected)?.[1]
  const plain = expected.replace(/〔.+〕$/, '')
  if (cite !== undefined && !shown.cites.includes(cite)) return false
  const because = /^拒绝(?:（(.+)）)?$/.exec(plain)
  if (because !== null) return shown.refused && shown.sentence.includes(because[1] ?? '')
  if (shown.refused) return false
  return plain.split('；').every((part) => part === '受理' || shown.outcomes.includes(part))
}
