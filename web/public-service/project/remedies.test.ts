// SPDX-License-Identifier: Apache-2.0
/** The project page says until when one may object, and leads from an entry to the form. */

import { moment } from '@gongxin/core/kernel'
import { expect, test } from 'vitest'
import { publicTrail, type Reach, tenderAt } from '../testing.ts'
import { renderProject } from './project.tsx'

function pageAt(reach: Reach, language: 'zh' | 'en' = 'zh') {
  const trail = publicTrail(tenderAt(reach))
  const model = { id: 'T1', trail, documents: [], papers: [], vaultRoot: null }
  const now = moment('2026-03-10T02:00:00Z')
  const setting = { language, largeType: false, now, demo: true, address: '/' }
  return { trail, page: renderProject(model, setting) }
}

test('the last day, its arithmetic and what stands still are said before anybody signs in', () => {
  const { page } = pageAt('noticed')
  expect(page).toContain('异议、质疑和投诉')
  expect(page).toContain('2026年3月14日（周六）')
  expect(page).toContain('往前数10日')
  expect(page).toContain('按期提出的，交易暂停到答复时（实施条例第22条、实施条例第54条）。')
  expect(pageAt('noticed', 'en').page).toContain('In time it stops the trade until the answer')
})

test('each readable entry leads to the form with its number and its hash, no other does', () => {
  const { trail, page } = pageAt('suspended')
  const open = trail.filter(({ body }) => body !== null)
  expect(open.length).toBeLessThan(trail.length)
  for (const { seq, hash } of open) {
    expect(page).toContain(`/app/tenders/T1/acts/lodge-objection?seq=${seq}&amp;entry=${hash}`)
  }
  expect(page.match(/acts\/lodge-objection\?/g)).toHaveLength(open.length)
})

test('where nothing can be objected to, no entry leads anywhere', () => {
  const { page } = pageAt('registered')
  expect(page).toContain('现阶段没有可以提出的事项。')
  expect(page).not.toContain('acts/lodge-')
})
