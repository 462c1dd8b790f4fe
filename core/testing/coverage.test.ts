// SPDX-License-Identifier: Apache-2.0
/** Every event type, every rule a decider applies and every limit of the procedure has its trace. */

import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as law from '../law/index.ts'
import { openTender, procedures } from '../procedures/index.ts'
import { bidShapes } from '../trading/bid/index.ts'
import { eventShapes } from '../trading/tender/index.ts'
import { everyTrace, findDifference, newWorld } from './index.ts'

/** What the traces show: for each name the title of one that shows it. */
const events = new Map<string, string>()
const outcomes = new Map<string, Map<string, string>>()
const titles: string[] = []

for (const of of everyTrace) {
  const world = newWorld(of)
  await findDifference(of, world)
  titles.push(of.title)
  for (const { tried } of world.history) {
    if (tried.kind === 'malformed') continue
    if (tried.kind === 'done') for (const { type } of tried.events) events.set(type, of.title)
    for (const { rule, outcome } of tried.findings) {
      const known = outcomes.get(rule) ?? new Map<string, string>()
      outcomes.set(rule, known.set(outcome, known.get(outcome) ?? of.title))
    }
  }
}

describe('events', () => {
  const types = [...Object.entries(eventShapes), ...Object.entries(bidShapes)].map(
    ([type, { title }]) => [type, title.zh] as const,
  )
  test.each(types)('%s %s', (type) => {
    expect(events.has(type)).toBe(true)
  })
})

/** Nobody can break these by an act: the platform itself counts, or the act is the keeping. */
const keptByPlatform = [
  'compulsory-tendering',
  'losers-informed',
  'public-review-period',
  // Judged when the majority agrees, not before.
  'tie-by-reasons',
]

interface Applied {
  readonly id: string
  readonly handbook?: string
  readonly title: string
}

function isRule(value: unknown): value is Applied {
  return typeof value === 'object' && value !== null && 'holds' in value && 'id' in value
}

const trading = resolve(import.meta.dirname, '../trading')
const sources = readdirSync(trading, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(trading, name), 'utf8'))
  .join('\n')
const applied = Object.entries(law).flatMap(([name, value]) =>
  isRule(value) && new RegExp(`\\b${name}\\b`).test(sources) ? [value] : [],
)

describe('rules', () => {
  test.each(applied)('$handbook $title: kept in one trace, missed in another', ({ id }) => {
    const shown = [...(outcomes.get(id)?.keys() ?? [])]
    const wanted = keptByPlatform.includes(id) ? ['met'] : ['met', 'breached']
    expect(shown).toEqual(expect.arrayContaining(wanted))
  })

  test('are read from the deciders, and are many', () => {
    expect(applied.length).toBeGreaterThanOrEqual(19)
  })
})

/** Limits that no rule judges but a trace shows on either side, by the title it has. */
const shownBy: Readonly<Record<string, string>> = {
  'LIM-10': '正好在截止时刻送达的投标，拒收',
  'LIM-12': '对开标的异议：当场提出，当场答复，一并记录',
  'LIM-13': '解密失败在投标人：视为撤销，其余继续',
}
/** Duties of the procedure that no act is judged by yet; their counting is tested with the law. */
const unjudged = ['LIM-16', 'LIM-36', 'LIM-42', 'LIM-43']

describe('limits of the procedure', () => {
  const named = [...new Set(openTender.stages.flatMap(({ limits = [] }) => limits))].sort()
  test.each(named)('%s', (name) => {
    const { id } = law.limitOf(name)
    const title = shownBy[name]
    const judged = title === undefined ? outcomes.has(id) : titles.includes(title)
    expect(judged || unjudged.includes(name)).toBe(true)
  })
})

test.each(procedures.filter(({ line }) => line === 'procurement'))(
  'no stage of $id shows a limit of 招标投标法, and each shows those it is judged by',
  ({ stages, rules, rounds, committee }) => {
    const shown = stages.flatMap(({ limits = [] }) => limits)
    expect(shown.filter((name) => name.startsWith('LIM-'))).toEqual([])
    const { supply, preparation, change, signing } = rules
    const competed = [...(supply === null ? [] : [supply]), preparation, change]
    expect(shown).toEqual(expect.arrayContaining([signing, ...(committee ? competed : [])]))
    if (rounds) expect(shown).not.toContain('TL-10')
  },
)
