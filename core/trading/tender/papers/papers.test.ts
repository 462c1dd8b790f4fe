// SPDX-License-Identifier: Apache-2.0
/** Papers of whole told tenders: their structure, who may read which, and words without codes. */

import { describe, expect, test } from 'vitest'
import { roles } from '../../../kernel/index.ts'
import { headingOf } from '../../../law/index.ts'
import * as people from '../../../testing/index.ts'
import { compositeTerms, lowestTerms, runWholeTender, type World } from '../../../testing/index.ts'
import type { Reader } from '../access.ts'
import { type Block, type Paper, paperForms, paperOf, papersFor } from './index.ts'

const told = runWholeTender({ plan: { terms: { ...compositeTerms, ceilingFen: 1_000_000_000 } } })
const lowest = runWholeTender({ plan: { terms: lowestTerms } })
const failed = runWholeTender({ pricesFen: [900_000_000] })
const system = people.machine.actor

function papers(world: World, reader: Reader = system): readonly Paper[] {
  const events = world.events()
  const source = { tender: 'LZ2026-000001', events, digestOf: (seq: number) => `${seq}` }
  return papersFor(reader, events, world.state()).flatMap((line) => paperOf(line, source) ?? [])
}

function textOf(paper: Paper): string {
  return JSON.stringify([paper.title, paper.to, paper.blocks, paper.seals])
}

const headings = (paper: Paper | undefined) =>
  paper?.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))
const of = (kind: string, world = told, reader: Reader = system) =>
  papers(world, reader).filter((paper) => paper.kind === kind)
const tables = (paper: Paper | undefined) =>
  (paper?.blocks ?? []).flatMap((block: Block) => (block.kind === 'table' ? [block] : []))

test('a whole tender leaves its papers in order', () => {
  expect(papers(told).map(({ kind }) => kind)).toEqual([
    'filing-receipt',
    'entry-receipt',
    'tender-notice',
    'opening-record',
    'evaluation-report',
    'candidate-notice',
    'award-notice',
    'result-letter',
    'result-letter',
    'result-letter',
    'result-notice',
    'contract-notice',
    'written-report',
  ])
  expect(papers(failed).map(({ kind }) => kind)).toContain('failure-notice')
})

test('the report has its ten parts and the signatures', () => {
  const parts = headings(of('evaluation-report')[0])
  expect(parts).toHaveLength(11)
  expect(parts?.slice(0, 2)).toEqual(['一、基本情况和数据表', '二、评标委员会成员名单'])
  expect(tables(of('evaluation-report')[0]).map(({ rows }) => rows.length)).toContain(5)
  expect(headings(of('evaluation-report', lowest)[0])).toHaveLength(11)
})

test('the opening record holds every bid received, with its commitment', () => {
  const [record] = of('opening-record')
  const text = record === undefined ? '' : textOf(record)
  for (const bid of told.state().bids) {
    expect(text).toContain(bid.commitment)
    expect(text).toContain(bid.bidder.name)
  }
  expect(text).toContain('9,800,000.00')
})

test('a letter compares own marks with the field, states the gap and the last day', () => {
  const [letter] = of('result-letter')
  const text = letter === undefined ? '' : textOf(letter)
  expect(headings(letter)).toEqual([
    '一、中标结果',
    '二、贵单位的结果',
    '三、贵单位各项得分',
    '四、救济途径',
    '五、投标保证金',
  ])
  expect(tables(letter)[0]?.columns.map(({ head }) => head)).toEqual([
    '评审因素',
    '贵单位得分',
    '最低',
    '中位',
    '最高',
    '距最高',
  ])
  expect(text).toMatch(/(高于|低于)中标价/)
  expect(text).toMatch(/最迟于\d{4}年\d{1,2}月\d{1,2}日/)
})

/** Every told trace: rejections, corrections, failed decryptions, objections, cancelled awards. */
const traced: (readonly [string, World])[] = []
for (const of of people.everyTrace) {
  const world = people.newWorld(of)
  await people.findDifference(of, world)
  traced.push([of.title, world])
}

test('the traces leave papers of every kind', () => {
  const seen = new Set(
    [...traced, ['', told] as const].flatMap(([, world]) => papers(world).map(({ kind }) => kind)),
  )
  const missing = paperForms.map(({ kind }) => kind).filter((kind) => !seen.has(kind))
  expect(missing).toEqual([])
})

test.each([
  ['composite', told] as const,
  ['lowest', lowest] as const,
  ['failed', failed] as const,
  ...traced,
])('%s: no code, no key and no undefined is printed', (_, world) => {
  for (const paper of papers(world)) {
    const text = textOf(paper).replace(/"(kind|head|align|weight|text|rows|columns|items)":/g, '')
    expect([paper.kind, text.match(/undefined|null|NaN|RJ-\d|\bB0\d\b|[a-z]+-[a-z]+/)]).toEqual([
      paper.kind,
      null,
    ])
    expect(paper.blocks.length).toBeGreaterThan(1)
    expect(paper.seals.length).toBeGreaterThan(0)
  }
})

/** All text of the papers of one kind that a trace leaves. */
function saidIn(title: string, kind: string, reader: Reader = system): string {
  const world = traced.find(([name]) => name.startsWith(title))?.[1]
  return world === undefined ? 'no such trace' : of(kind, world, reader).map(textOf).join()
}

describe('of remedies', () => {
  test('a challenge is called so, with its seven working days, and holds the signature', () => {
    const receipt = saidIn('结果的质疑：公告', 'objection-receipt')
    expect(receipt).toContain('贵单位提出的质疑已经收到')
    expect(receipt).toContain(
      '采购人或者采购代理机构应当自收到之日起7个工作日内答复，答复之前不得签订合同',
    )
    const answer = saidIn('结果的质疑：公告', 'objection-answer')
    expect(answer).toContain('自答复期满之日起15个工作日内')
    expect(receipt + answer).not.toContain('异议')
  })

  test('an objection keeps its words, and names the entry it rests on', () => {
    const receipt = saidIn('据公开的记录提出异议', 'objection-receipt')
    expect(receipt).toContain('招标人应当自收到之日起3日内答复，答复之前暂停招标投标活动。')
    expect(receipt).toContain('招标公告（第6号记录，日志第6号）')
    expect(saidIn('据公开的记录提出异议', 'objection-answer')).toContain(
      '自知道或者应当知道之日起10日内依法向住建局投诉，答复异议的时间不计算在内。',
    )
  })

  test('a decision is public and names the courts; the receipt is not, and names the days', () => {
    const title = '投诉成立：第一名无效'
    expect(saidIn(title, 'complaint-decision', null)).toContain('另行确定下一名候选人')
    expect(saidIn(title, 'complaint-decision', null)).toContain('60日内申请行政复议')
    expect(saidIn(title, 'complaint-receipt')).toContain('30个工作日内作出处理决定')
    for (const reader of [null, people.owner.actor, people.bidder(1).actor]) {
      expect(saidIn(title, 'complaint-receipt', reader)).toBe('')
    }
  })
})

test('equal events give equal papers', () => {
  expect(papers(told)).toEqual(papers(told))
})

describe('who may read', () => {
  const everybody: readonly Reader[] = [
    null,
    people.owner.actor,
    people.agency.actor,
    people.centre.actor,
    people.authority.actor,
    people.auditOffice.actor,
    people.notary.actor,
    people.member(told.state().committee?.members[0]?.member ?? '').actor,
  ]
  const open = paperForms.map(({ kind }) => kind)
  const restricted = ['evaluation-report', 'result-letter', 'written-report', 'objection-receipt']
  const readersOf: Readonly<Record<string, readonly string[]>> = {
    'evaluation-report': ['tenderOwner', 'authority', 'audit', 'expert'],
    'result-letter': ['tenderOwner', 'audit'],
    'written-report': ['tenderOwner', 'authority', 'audit'],
  }
  const listed = papers(told).map(({ kind }) => kind)

  test.each(open.filter((kind) => listed.includes(kind)))('%s', (kind) => {
    for (const reader of everybody) {
      const allowed =
        !restricted.includes(kind) ||
        (reader !== null && readersOf[kind]?.includes(reader.role) === true)
      expect([reader?.role, of(kind, told, reader).length > 0]).toEqual([reader?.role, allowed])
    }
    expect(roles).toHaveLength(9)
  })

  test('a loser reads its own letter and no other; the winner reads none', () => {
    for (const { bidder } of told.state().bids) {
      const reader = people.persona('', 'bidder', bidder.party).actor
      const letters = of('result-letter', told, reader)
      const won = told.state().awardNotice?.winner.party === bidder.party
      expect(letters.map(({ to }) => to)).toEqual(won ? [] : [bidder.name])
      expect(of('evaluation-report', told, reader)).toEqual([])
    }
  })

  test('another owner, another authority and a stranger read what a citizen reads', () => {
    const citizen = papers(told, null).map(({ id }) => id)
    for (const role of ['tenderOwner', 'authority', 'agency', 'bidder', 'expert'] as const) {
      const stranger = people.persona('', role, '91450200MA6XXXXX99').actor
      expect(papers(told, stranger).map(({ id }) => id)).toEqual(citizen)
    }
  })

  test('the report waits for the owner before the names of the committee are public', () => {
    const reported = runWholeTender({ until: 'reported' })
    const may = (reader: Reader) => of('evaluation-report', reported, reader).length
    expect(may(people.owner.actor)).toBe(1)
    expect(may(people.authority.actor)).toBe(0)
    expect(may(null)).toBe(0)
    expect(papers(reported, null).map(({ kind }) => kind)).not.toContain('result-letter')
  })

  test('a public paper holds no name of the committee before the award', () => {
    const reviewed = runWholeTender({ until: 'publicReview' })
    const names = reviewed.state().committee?.members.map(({ name }) => name) ?? []
    const text = papers(reviewed, null).map(textOf).join()
    expect(names.length).toBe(5)
    expect(names.filter((name) => text.includes(name))).toEqual([])
  })
})

test('what a paper cites is an article of the catalogue', async () => {
  const { readdir, readFile } = await import('node:fs/promises')
  const { documentOf, pathOf } = await import('../../../law/index.ts')
  expect(await readdir('law')).toContain('national')
  for (const paper of [...papers(told), ...papers(failed)]) {
    for (const cite of paper.cites) {
      const document = documentOf(cite.document)
      const last = document.texts.at(-1)
      const page = last === undefined ? '' : await readFile(`law/${pathOf(document, last)}`, 'utf8')
      expect([cite, page.includes(`## ${headingOf(cite)}`)]).toEqual([cite, true])
    }
  }
})
