// SPDX-License-Identifier: Apache-2.0
/** 政府采购 on the portal: its own words, policy without a code, and an inquiry's prices kept. */

import { certain, moment } from '@gongxin/core/kernel'
import { procedures } from '@gongxin/core/procedures'
import { findDifference, newWorld, procurementTraces } from '@gongxin/core/testing'
import { describe, expect, test } from 'vitest'
import {
  renderGuide,
  renderHall,
  renderNotice,
  renderProcedure,
  renderProject,
  tenderSheet,
} from './index.ts'
import { publicTrail } from './testing.ts'

const now = moment('2026-03-24T02:00:00Z')
const setting = { language: 'zh', largeType: false, now, demo: false, address: '/' } as const

/**
 * Only the page itself: the frame around it belongs to every procedure, what the law says keeps the
 * words of the law, and the purchaser of the traces is called 招标人 by name.
 */
function mainOf(html: string | null): string {
  const main = /<main[\s\S]*<\/main>/.exec(html ?? '')?.[0] ?? ''
  const said = main.replace(/<details[\s\S]*?<\/details>/g, '')
  return said.replaceAll('>招标人</a>', '></a>').replace(/<[^>]+>/g, ' ')
}

async function toldBy(title: string) {
  const traces = procurementTraces.flatMap((group) => group.traces)
  const of = certain(
    traces.find((one) => one.title.startsWith(title)),
    title,
  )
  const world = newWorld()
  expect(await findDifference(of, world)).toBeUndefined()
  const told = world.events().map((event) => {
    return { event, findings: [], role: 'tenderOwner' as const }
  })
  const trail = publicTrail({ told, state: world.state() })
  return { id: 'T1', trail, documents: [], papers: [], vaultRoot: null }
}

describe('a purchase by open tender', () => {
  test('is told of 采购人, with its policy in words and no code', async () => {
    const model = await toldBy('全过程：登记')
    const page = mainOf(renderProject(model, setting))
    expect(page).toContain('政府采购公开招标')
    expect(page).toContain('资格审查')
    expect(page).not.toMatch(/招标人|中标候选人公示/)
    const notice = mainOf(renderNotice(model, setting))
    expect(notice).toContain('综合评分法')
    expect(notice).toContain('小微企业报价扣除10%')
    expect(notice).toContain('核心产品：供水泵组')
    expect(notice).not.toMatch(/comprehensive|own-choice|uniformStandard/)
  })
})

describe('an inquiry', () => {
  test('is told in its own words, and its prices once the result is', async () => {
    const whole = await toldBy('询价全过程')
    const page = mainOf(renderProject(whole, setting))
    expect(page).toContain('询价公告')
    expect(page).not.toMatch(/评标委员会|投标人|中标人|招标人/)
    expect(tenderSheet('opening', whole, setting)).toContain('8,500,000.00')
  })

  test('shows no price before its result', async () => {
    const model = await toldBy('询价不足三家')
    expect(tenderSheet('opening', model, setting)).toBeNull()
    expect(mainOf(renderHall(model, setting))).not.toContain('8,800,000')
  })
})

describe('the guide', () => {
  test('names every procedure and has a page for each, and for no other', () => {
    const guide = renderGuide(setting)
    for (const { id, title, stages } of procedures) {
      expect(guide).toContain(`href="/guide/${id}"`)
      const page = mainOf(renderProcedure(id, setting))
      expect(page).toContain(title.zh)
      for (const stage of stages) expect(page).toContain(stage.title.zh)
    }
    expect(renderProcedure('no-such', setting)).toBeNull()
  })
})
