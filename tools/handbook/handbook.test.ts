// SPDX-License-Identifier: Apache-2.0
/** The page in the tree is the page that procedure and traces give. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openTender, remedies, remedyActs } from '@gongxin/core/procedures'
import { handbookPage, remediesPage, verifierPage } from '@gongxin/core/testing'
import { expect, test } from 'vitest'
import { root } from '../tidy/sources.ts'

test('docs/handbook/open-tender.md is up to date: run `npx tsx tools/handbook/main.ts`', () => {
  const page = readFileSync(join(root, 'docs/handbook/open-tender.md'), 'utf8')
  expect(page).toBe(handbookPage(openTender))
})

test('every act and every limit on the page has a Chinese title', () => {
  const page = handbookPage(openTender)
  const named = openTender.stages.flatMap((stage) => stage.acts.map((line) => line.act))
  expect(named.filter((act) => page.includes(`| ${act} |`))).toEqual([])
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
