// SPDX-License-Identifier: Apache-2.0
/** Every wall holds in the house as it stands, and every wall falls to a planted violation. */

import { describe, expect, test } from 'vitest'
import { arrows, brokenArrows, brokenDoors, circles } from './arrows.ts'
import { importsOf } from './imports.ts'
import { programs, source } from './sources.ts'

/** Raised as the house grows: a reader that finds fewer files has gone blind. */
const atLeast = 60
const house = programs()

describe('the house', () => {
  test(`is read: at least ${atLeast} files, and imports in most of them`, () => {
    expect(house.length).toBeGreaterThanOrEqual(atLeast)
    const importing = house.filter((file) => importsOf(file).length > 0)
    expect(importing.length).toBeGreaterThan(house.length / 2)
  })

  test('every import of our own leads to a file that is there', () => {
    const paths = new Set(house.map(({ path }) => path))
    // The command is plain JavaScript and loads the rest when it runs: the compiler cannot see it.
    const typed = house.filter(({ path }) => !path.endsWith('.mjs'))
    const lost = typed.flatMap((file) =>
      importsOf(file)
        .filter(({ to }) => /^(?!npm:|node:).*\.(?:ts|tsx)$/.test(to) && !paths.has(to))
        .map(({ to }) => `${file.path} → ${to}`),
    )
    expect(lost).toEqual([])
  })

  test('breaks no arrow', () => expect(brokenArrows(house)).toEqual([]))
  test('passes no door', () => expect(brokenDoors(house)).toEqual([]))
  test('turns in no circle', () => expect(circles(house)).toEqual([]))
})

describe('reading imports', () => {
  test('sees every form of them, and none in comments and strings', () => {
    const file = source(
      'core/a/b.ts',
      `import { x } from './one.ts'
import type { y } from '../two.ts'
import {
  a,
  type b as c,
} from '@gongxin/core/kernel'
import 'zod/v4'
export * from "@gongxin/core/trading/published"
// import z from 'not-this'
const text = "import q from 'nor-this'"
const late = await import('node:fs')
`,
    )
    expect(importsOf(file).map(({ to }) => to)).toEqual([
      'core/a/one.ts',
      'core/two.ts',
      'core/kernel/index.ts',
      'npm:zod',
      'core/trading/published.ts',
      'node:fs',
    ])
  })
})

const planted: readonly [arrow: string, from: string, written: string][] = [
  ['law-knows-no-program', 'law/national/check.ts', 'zod'],
  ['core-and-trust-know-no-edge', 'core/law/x.ts', '@gongxin/shell/clock'],
  ['core-and-trust-know-no-edge', 'trust/log/x.ts', '@gongxin/exchange/notice'],
  ['core-touches-no-machine', 'core/law/x.ts', 'node:fs'],
  ['core-touches-no-machine', 'core/law/x.ts', 'lodash'],
  ['trust-touches-no-machine', 'trust/log/x.ts', 'zod'],
  ['curves-come-through-suites', 'trust/seal/x.ts', '@noble/curves/ed25519.js'],
  ['trust-knows-no-tender', 'trust/log/x.ts', '@gongxin/core/kernel'],
  ['kernel-is-the-bottom-stone', 'core/kernel/x.ts', '../law/index.ts'],
  ['readings-know-facts-only', 'core/law/x.ts', '../procedures/index.ts'],
  ['procedures-are-data', 'core/procedures/x.ts', '../registers/experts/index.ts'],
  ['registers-favour-none', 'core/registers/x.ts', '../trading/tender/index.ts'],
  ['public-service-stays-apart', 'core/public-service/x.ts', '../trading/tender/index.ts'],
  ['trading-stays-apart', 'core/trading/x.ts', '../supervision/warnings/index.ts'],
  ['supervision-stays-apart', 'core/supervision/x.ts', '../trading/tender/index.ts'],
  ['the-overseer-does-not-act', 'core/supervision/x.ts', '../trading/tender/decide.ts'],
  ['exchange-maps-published-facts', 'exchange/x.ts', '../core/trading/tender/state.ts'],
  ['web-gets-what-a-citizen-gets', 'web/trading/x.ts', '@gongxin/shell/store'],
  ['web-gets-what-a-citizen-gets', 'web/trading/x.ts', 'pg'],
  ['shell-renders-by-one-door', 'shell/http/x.ts', '@gongxin/web/trading'],
  ['only-http-renders', 'shell/store/x.ts', '@gongxin/web/public-service'],
  ['sim-is-a-stranger', 'sim/x.ts', '@gongxin/shell/store'],
  ['nothing-leans-on-sim', 'shell/cli/x.ts', '@gongxin/sim/city'],
  ['product-leans-on-no-tool', 'web/design/x.ts', '../../tools/browser/index.ts'],
]

const lawful: readonly [from: string, written: string][] = [
  ['core/law/x.ts', 'zod'],
  ['core/law/x.test.ts', 'node:fs'],
  ['core/trading/x.ts', '../supervision/published.ts'],
  ['core/trading/tender/x.ts', '@gongxin/trust/canonical'],
  ['trust/suites/x.ts', '@noble/curves/abstract/weierstrass.js'],
  ['web/trading/x.ts', '@gongxin/shell/http/contract'],
  ['sim/x.ts', '@gongxin/shell/http/contract'],
  ['shell/http/x.ts', '@gongxin/web/public-service'],
  ['tools/bench/x.ts', '@gongxin/sim/city'],
]

describe('a planted violation', () => {
  test.each(planted)('of %s is found in %s', (arrow, from, written) => {
    const broken = brokenArrows([source(from, `import { x } from '${written}'\n`)])
    expect(broken.map(({ rule }) => rule)).toContain(arrow)
  })

  test('has been made for every arrow', () => {
    expect(new Set(planted.map(([arrow]) => arrow))).toEqual(
      new Set(arrows.map(({ name }) => name)),
    )
  })

  test.each(lawful)('is not seen in what is lawful: %s imports %s', (from, written) => {
    expect(brokenArrows([source(from, `import { x } from '${written}'\n`)])).toEqual([])
  })
})

describe('a planted window, circle or shortcut', () => {
  const door = source('core/trading/tender/index.ts', '')
  const inside = source('core/trading/tender/state.ts', '')
  const leading = (from: string, written: string) => source(from, `export * from '${written}'\n`)

  test.each([
    ['core/trading/award/x.ts', '../tender/state.ts', 1],
    ['core/trading/award/x.ts', '../tender/index.ts', 0],
    ['core/trading/tender/x.ts', './state.ts', 0],
    ['core/trading/tender/traces/x.ts', '../state.ts', 0],
    ['shell/http/x.ts', '@gongxin/core/trading/tender', 0],
    ['shell/http/x.ts', '../../core/trading/tender/index.ts', 1],
    ['shell/http/x.ts', '@gongxin/core/trading/tender/deeper', 1],
  ])('from %s to %s', (from, written, breaches) => {
    expect(brokenDoors([door, inside, leading(from, written)])).toHaveLength(breaches)
  })

  test('the contract of the wire is a door inside a module', () => {
    const http = source('shell/http/index.ts', '')
    const contract = source('shell/http/contract/index.ts', '')
    const web = leading('web/trading/x.ts', '@gongxin/shell/http/contract')
    expect(brokenDoors([http, contract, web])).toEqual([])
  })

  test('a circle of three is told once, with its way', () => {
    const ring = [
      leading('core/a.ts', './b.ts'),
      leading('core/b.ts', './c.ts'),
      source('core/c.ts', `import type { A } from './a.ts'\n`),
    ]
    expect(circles(ring).map(({ says }) => says)).toEqual([
      'core/a.ts → core/b.ts → core/c.ts → core/a.ts',
    ])
  })
})
