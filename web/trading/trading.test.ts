// SPDX-License-Identifier: Apache-2.0
/** Editors propose what the law allows; sheets, keys, digests and numbers hold what they promise. */

import { type Actor, moment } from '@gongxin/core/kernel'
import { calendar } from '@gongxin/core/law'
import { holderBody, holderPeople } from '@gongxin/core/testing'
import { emptyTender, findAct, type TenderState } from '@gongxin/core/trading/tender'
import { describe, expect, test } from 'vitest'
import { clocksOf, columnOf } from '../supervision/clocks.ts'
import { cleaned, digestOf } from './acts/digest.ts'
import { forgetKey, keyFor } from './acts/key-of.ts'
import { primaryOf } from './areas.ts'
import { askingIn, blockingIn, checkDocument, sectionsOf } from './document/checks.ts'
import { proposeSchedule } from './document/deadline.ts'
import { defaultTerms } from './document/defaults.ts'
import { commitmentOf, contributorOf, keptNumber, promisedNumber } from './draw/number.ts'
import { faultOf } from './evaluation/marks.ts'
import { clauseShown } from './findings.tsx'

const now = moment('2026-03-02T09:00:00+08:00')
const actor: Actor = { role: 'tenderOwner', party: 'o', account: 'a', assurance: 'session' }

function registered(kind: 'works' | 'goods' | 'service'): TenderState {
  return {
    ...emptyTender,
    project: {
      projectCode: '2026-1',
      projectName: '城中区雨水管网改造',
      name: '城中区雨水管网改造施工',
      kind,
      approval: {
        document: '柳发改〔2026〕1号',
        by: '柳州市发展和改革委员会',
        organisation: 'self',
      },
      funds: { object: 'OB-1', source: '财政资金', budgetFen: 3e9, investFen: 5e9 },
      estimateFen: 2_000_000_000,
      compulsory: true,
      stateControlled: true,
      region: '450200',
      district: '城中区',
      industry: '市政',
      owner: { party: 'o', name: '柳州市城投建设集团有限公司' },
      authority: { party: 'office-authority', name: '柳州市住房和城乡建设局' },
      procedure: 'engineering/open-tender',
      round: 1,
      previous: null,
    },
  }
}

function plain(value: object) {
  return JSON.parse(JSON.stringify(value))
}

describe('the document editor', () => {
  test.each(['works', 'goods', 'service'] as const)(
    'begins with a lawful document for %s',
    (kind) => {
      const state = registered(kind)
      const { schedule, why } = proposeSchedule(now)
      const body = plain({ terms: defaultTerms(state), schedule, files: [], reasons: [] })
      const { findings, whole } = checkDocument({ body, state, actor, now })
      expect(whole).toBe(true)
      expect(blockingIn(findings)).toEqual([])
      expect(askingIn(findings)).toEqual([])
      expect(why.join()).toContain('20日')
      const holders = holderPeople.map(({ office, who: { actor, name } }) => {
        return { office, holder: { party: actor.party, name }, ...holderBody(office, state) }
      })
      const asked = { body, state: { ...state, holders }, actor, at: { now, calendar, facts: {} } }
      expect(findAct('publish-notice')?.run(asked)).toMatchObject({ kind: 'happened' })
    },
  )

  test('proposes no day later than the law needs', () => {
    const { schedule } = proposeSchedule(now)
    expect(schedule.deadline).toBe('2026-03-23T01:30:00.000Z')
    const state = registered('works')
    const early = { ...schedule, deadline: moment('2026-03-20T09:30:00+08:00') }
    const body = plain({ terms: defaultTerms(state), schedule: early, files: [], reasons: [] })
    const block = blockingIn(checkDocument({ body, state, actor, now }).findings)
    expect(block.flatMap(sectionsOf)).toEqual(['times'])
  })
})

describe('signing', () => {
  test('digests what is sent, whatever was typed around it', () => {
    expect(digestOf({ a: ' x ', b: 1 })).toBe(digestOf({ b: 1, a: 'x' }))
    expect(digestOf({ a: 'x' })).not.toBe(digestOf({ a: 'y' }))
    expect(cleaned({ a: 'e\u0301\t', gone: undefined })).toEqual({ a: 'é' })
  })

  test('keeps one key for one body over retries', () => {
    const store = memory()
    const first = keyFor(store, 't award', 'd1')
    expect(keyFor(store, 't award', 'd1')).toBe(first)
    expect(keyFor(store, 't award', 'd2')).not.toBe(first)
    forgetKey(store, 't award')
    expect(keyFor(store, 't award', 'd1')).not.toBe(first)
  })
})

describe('the draw number', () => {
  test('is made once and keeps its promise', () => {
    const store = memory()
    const place = { draw: 'd', contributor: 'owner' } as const
    const number = promisedNumber(store, place)
    expect(number).toMatch(/^[0-9a-f]{64}$/)
    expect(promisedNumber(store, place)).toBe(number)
    expect(keptNumber(store, { ...place, contributor: 'centre' })).toBeNull()
    expect(commitmentOf('owner', number)).not.toBe(commitmentOf('centre', number))
    expect(contributorOf('agency')).toBe('owner')
    expect(contributorOf('bidder')).toBeNull()
  })
})

describe('rooms', () => {
  test('offer one next act, never one that ends the trade', () => {
    const offer = (act: string) => ({ act, title: { zh: act, en: act }, signed: false })
    const offers = ['terminate', 'entrust-agency', 'notify-filing'].map(offer)
    expect(primaryOf(offers, emptyTender)?.act).toBe('notify-filing')
    expect(primaryOf([offer('terminate')], emptyTender)).toBeUndefined()
    const waiting = { at: '2026-03-30T16:00:00.000Z' }
    expect(primaryOf([{ ...offer('award'), notBefore: waiting }], emptyTender)).toBeUndefined()
    expect(primaryOf([{ ...offer('award'), notBefore: null }], emptyTender)?.act).toBe('award')
  })

  test('say marks that cannot stand', () => {
    const factor = {
      id: 'f',
      title: '',
      standard: '',
      full: '25',
      objective: false,
      needsPage: true,
    }
    const mark = { bid: 'b', factor: 'f', mark: '25.5', page: '3' }
    expect(faultOf(factor, undefined)).toBe('missing')
    expect(faultOf(factor, mark)).toBe('above-full')
    expect(faultOf(factor, { ...mark, mark: '25', page: ' ' })).toBe('page')
    expect(faultOf(factor, { ...mark, mark: '25' })).toBeUndefined()
  })

  test('cite clauses as people do, and put overdue clocks first', () => {
    expect(clauseShown('招标投标法 24')).toBe('招标投标法第24条')
    expect(columnOf('evaluating')).toBeGreaterThan(columnOf('tendering'))
    expect(clocksOf([])).toEqual([])
  })
})

function memory() {
  const kept = new Map<string, string>()
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  }
}
