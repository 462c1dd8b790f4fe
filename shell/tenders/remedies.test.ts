// SPDX-License-Identifier: Apache-2.0
/** Remedies over the real desk: evidence as it stands in chain and log, secrecy, and what ends by itself. */

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addMinutes, day } from '@gongxin/core/kernel'
import {
  agency,
  authority,
  bidders,
  centre,
  machine,
  owner,
  type Persona,
} from '@gongxin/core/testing'
import { event, evolve } from '@gongxin/core/trading/tender'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLog } from '../log/index.ts'
import { rowsOf } from './projections.ts'
import { staged } from './testing.ts'

const stage = await staged()
const { clock, start, tenders, publish, must, perform, seen, id, store } = stage
const [first, second] = bidders as readonly [Persona, Persona]
const folder = await mkdtemp(join(tmpdir(), 'gongxin-remedies-'))
const log = await createLog({ store, clock, dataFolder: folder, witnesses: [] })
afterAll(async () => {
  await log.close()
  await rm(folder, { recursive: true })
})
beforeAll(() => publish())

const trail = async (who: Persona | null) =>
  (await tenders.trail(id(), who?.actor ?? null, -1)) ?? []
const entry = async (type: string, who: Persona | null = machine) => {
  const line = (await trail(who)).findLast((one) => one.type === type)
  if (line === undefined) throw new Error(`no ${type}`)
  return line
}
const citing = async (type: string, note = '评分标准与项目无关') => {
  const { seq, hash } = await entry(type)
  return { seq, entry: hash, clause: '评分标准第三条', note }
}
const inbox = async (who: Persona) =>
  (
    await store.queries
      .selectFrom('inbox_message')
      .select('subject')
      .where('organisation', '=', who.actor.party)
      .execute()
  ).map(({ subject }) => subject.replace(/^.*：/, ''))

test('an objection takes along the entry as it stands, and its number once the log has one', async () => {
  await log.sequence()
  const evidence = [await citing('NoticePublished')]
  const body = { id: 'Y1', text: '异议', files: [], evidence }
  await must({ who: first, act: 'lodge-objection', body, at: addMinutes(start, 5) })
  const { data } = (await entry('ObjectionLodged', first)).body ?? {}
  const { seq } = await entry('NoticePublished')
  const logged = await store.log.placeOf(`tender/${id()}`, seq)
  expect(logged).not.toBeNull()
  expect(data).toMatchObject({ evidence: [{ ...evidence[0], type: 'NoticePublished', logged }] })
  const answer = { id: 'Y1', answer: '维持', upheld: false }
  await must({ who: owner, act: 'answer-objection', body: answer, at: addMinutes(start, 6) })
})

test('an entry that is altered, or not the caller’s to read, is no evidence', async () => {
  const altered = { ...(await citing('NoticePublished')), entry: 'ab'.repeat(32) }
  const hidden = await citing('ObjectionLodged')
  for (const evidence of [[altered], [hidden]]) {
    const body = { id: 'Y2', text: '异议', files: [], evidence }
    const at = addMinutes(start, 10)
    expect(await perform({ who: second, act: 'lodge-objection', body, at })).toMatchObject({
      refusal: { reason: 'evidence-unknown' },
    })
  }
})

const complaint = {
  ...{ id: 'T1', subject: 'other', after: null, onAnswer: false, knewOn: null },
  ...{ facts: '代理机构泄露了投标人', requests: '责令改正', interest: '', files: [], evidence: [] },
}

const uploaded = await stage.uploads(first, Buffer.from('录音文字'))
const opens = async (who: Persona) => (await tenders.files(id(), who.actor))?.has(uploaded.digest)

test('a complaint is read by the authority and its maker, and so are its clocks', async () => {
  const at = addMinutes(start, 20)
  const body = { ...complaint, files: [uploaded] }
  await must({ who: first, act: 'lodge-complaint', body, at })
  const readers = [null, owner, agency, centre, second]
  for (const who of readers) {
    expect(JSON.stringify(await trail(who))).not.toContain(complaint.facts)
    const view = await tenders.view(id(), who?.actor ?? null)
    expect(JSON.stringify(view)).not.toContain('complaint-T1')
  }
  for (const who of [authority, first]) {
    expect(JSON.stringify(await trail(who))).toContain(complaint.facts)
  }
  const view = await tenders.view(id(), authority.actor)
  expect(view?.duties.map(({ act }) => act)).toEqual(['check-complaint'])
  expect(await inbox(authority)).toEqual(['收到投诉'])
})

test('what is accepted is notified, and decided in public', async () => {
  const by = (act: string, body: object, minutes: number) =>
    must({ who: authority, act, body, at: addMinutes(start, minutes) })
  const checked = { id: 'T1', result: 'accepted', ground: null, reason: '', supplementUntil: null }
  await by('check-complaint', checked, 30)
  expect([await opens(authority), await opens(owner)]).toEqual([true, false])
  await by('notify-complaint', { id: 'T1', to: [] }, 31)
  expect([await opens(owner), await opens(second)]).toEqual([true, false])
  expect(JSON.stringify(await trail(owner))).toContain(complaint.facts)
  expect(JSON.stringify(await trail(second))).not.toContain(complaint.facts)
  expect(await inbox(first)).toContain('投诉已经受理')
  expect(await inbox(owner)).toContain('投诉答复通知')
  await by('suspend-for-complaint', { id: 'T1', number: '柳建督停〔2026〕1号' }, 32)
  expect((await seen(second)).suspensions.map(({ because }) => because)).toEqual(['complaint'])
  const decided = {
    ...{ id: 'T1', number: '柳建诉决〔2026〕1号', outcome: 'dismissed', ground: 'unfounded' },
    ...{ effect: 'continue', basis: ['实施条例 61'], text: '查无实据' },
  }
  await by('decide-complaint', decided, 33)
  expect((await seen(second)).suspensions).toEqual([])
  expect((await seen(second)).complaints.map(({ decision }) => decision?.text)).toEqual([
    '查无实据',
  ])
  expect(await inbox(first)).toContain('投诉处理决定')
  expect(await inbox(second)).toEqual([])
  const notices = store.queries.selectFrom('notice').select(['kind', 'body'])
  const found = await notices.where('kind', '=', 'N-14').execute()
  expect(found).toEqual([{ kind: 'N-14', body: '查无实据' }])
})

test('a suspension with a last day is lifted by the clock right after it', async () => {
  const before = await seen(machine)
  const until = day('2026-04-07')
  const held = { ref: 'T9', because: 'complaint', number: '1号', until } as const
  const suspended = event('Suspended', clock.now(), held)
  const of = { tender: id(), before, after: evolve(before, suspended), events: [suspended] }
  const jobs = rowsOf({ ...of, at: clock.now(), breached: 0 }).filter(
    ({ table }) => table === 'job',
  )
  expect(jobs).toMatchObject([
    { row: { kind: 'lift-suspension', run_at: '2026-04-07T16:00:00.000Z' } },
  ])
})

test('a trade that must start anew gives back what lay sealed', async () => {
  const at = addMinutes(start, 40)
  await must({ who: first, act: 'lodge-complaint', body: { ...complaint, id: 'T2' }, at })
  expect(await stage.pays(second, 'R-1')).toBe(true)
  const checked = { id: 'T2', result: 'accepted', ground: null, reason: '', supplementUntil: null }
  await must({ who: authority, act: 'check-complaint', body: checked, at: addMinutes(start, 41) })
  const body = {
    ...{ id: 'T2', number: '柳建诉决〔2026〕2号', outcome: 'upheld', ground: null },
    ...{ effect: 'restart', basis: ['实施条例 81'], text: '招标文件违法' },
  }
  const decidedAt = addMinutes(start, 24 * 60)
  await must({ who: authority, act: 'decide-complaint', body, at: decidedAt })
  const state = await seen(machine)
  expect(state.phase).toBe('failed')
  expect(state.deposits.map(({ bidder }) => bidder.party)).toEqual([second.actor.party])
})
