// SPDX-License-Identifier: Apache-2.0
/** The pages in the tree are the pages that procedures and traces give. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  getProcedure,
  openTender,
  procedures,
  remedies,
  remedyActs,
} from '@gongxin/core/procedures'
import {
  allTraces,
  handbookPage,
  remediesPage,
  tracesOf,
  verifierPage,
} from '@gongxin/core/testing'
import { describe, expect, test } from 'vitest'
import { root } from '../tidy/sources.ts'
import { pageName } from './pages.ts'

const folder = join(root, 'docs/handbook')

test('docs/handbook holds one page for each procedure, and no other', () => {
  expect(readdirSync(folder).sort()).toEqual([...procedures.map(pageName), 'remedies.md'].sort())
})

describe.each(procedures)('$id', (procedure) => {
  test('its page is up to date: run `npx tsx tools/handbook/main.ts`', () => {
    expect(readFileSync(join(folder, pageName(procedure)), 'utf8')).toBe(handbookPage(procedure))
  })

  test('every act, limit and rule on the page has a Chinese title', () => {
    const page = handbookPage(procedure)
    const named = procedure.stages.flatMap((stage) => stage.acts.map((line) => line.act))
    expect(named.filter((act) => page.includes(`| ${act} |`))).toEqual([])
    expect(page.match(/^\| \S+ \| [\w.-]+ \| `/gm)).toBeNull()
  })

  test('at least one trace plays under it', () => {
    expect(tracesOf(procedure).flatMap(({ traces }) => traces).length).toBeGreaterThan(0)
  })
})

test('every trace stands on the page of some procedure', () => {
  const shown = new Set(procedures.flatMap((p) => tracesOf(p).flatMap(({ traces }) => traces)))
  const all = allTraces.flatMap(({ traces }) => traces)
  expect(all.filter((of) => !shown.has(of)).map(({ title }) => title)).toEqual([])
})

test('a page speaks the words of its procedure, save where it restates a limit of the law', () => {
  const page = handbookPage(getProcedure('procurement/inquiry'))
  expect(page).toContain('| 评标委员会 | 询价小组 |')
  const own = page.slice(page.indexOf('## 关口'), page.indexOf('## 推演')).split('\n')
  const said = own.filter((line) => !/^- .*`[A-Z]+-\d+`$/.test(line)).join('\n')
  expect(said).toContain('询价小组')
  expect(said).not.toMatch(/招标人|评标委员会|中标人/)
})

test('docs/handbook/remedies.md is up to date: run `npx tsx tools/handbook/main.ts`', () => {
  const page = readFileSync(join(root, 'docs/handbook/remedies.md'), 'utf8')
  expect(page).toBe(remediesPage())
  for (const { id } of remedies) expect(page).toContain(id)
})

test('acts of the remedies stand on their own page, not in every stage', () => {
  const page = handbookPage(openTender)
  expect(remedyActs.filter((act) => page.includes(`| ${act} |`))).toEqual([])
  expect(page).not.toContain('| 作出投诉处理决定 |')
})

test('docs/verifier-codes.md is up to date: run `npx tsx tools/handbook/main.ts`', () => {
  expect(readFileSync(join(root, 'docs/verifier-codes.md'), 'utf8')).toBe(verifierPage())
})
