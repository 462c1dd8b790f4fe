// SPDX-License-Identifier: Apache-2.0
/** Files of acts: only one's own may be named, and each is opened with the event that names it. */

import { addMinutes } from '@gongxin/core/kernel'
import {
  agency,
  authority,
  bidders,
  contentOf,
  machine,
  opening,
  owner,
  type Persona,
} from '@gongxin/core/testing'
import { beforeAll, expect, test } from 'vitest'
import { staged } from './testing.ts'

const { clock, start, plan, store, tenders, publish, must, perform, seen, id } = await staged()
const [first, second, third] = bidders as readonly [Persona, Persona, Persona]

async function uploaded(by: Persona, name: string, mark: string) {
  const digest = mark.repeat(64)
  const { region } = store
  const row = { region, digest, name, owner: by.actor.party, linked_at: start }
  await store.queries
    .insertInto('file_link')
    .values({ ...row, stream: `upload/${by.actor.party}`, access: 'sealed' })
    .execute()
  return { name, digest, size: 10, mediaType: 'application/pdf' }
}

async function links(digest: string) {
  const rows = store.queries.selectFrom('file_link').select(['stream', 'access', 'owner'])
  const found = await rows.where('digest', '=', digest).execute()
  return found.filter(({ stream }) => !stream.startsWith('upload/'))
}

const opens = async (who: Persona | null, digest: string) =>
  (await tenders.files(id(), who === null ? null : who.actor))?.has(digest)

beforeAll(async () => publish([await uploaded(owner, '图纸.pdf', 'a')]))

test('the document of a notice is everybody\u2019s', async () => {
  const digest = 'a'.repeat(64)
  expect(await links(digest)).toEqual([{ stream: `tender/${id()}`, access: 'public', owner: null }])
  expect(await opens(null, digest)).toBe(true)
})

test('a file of somebody else cannot be named, whatever its digest', async () => {
  const theirs = await uploaded(second, '别人的.pdf', 'b')
  const never = { ...theirs, digest: 'c'.repeat(64) }
  for (const file of [theirs, never]) {
    const body = { id: 'Y1', text: '异议', files: [file] }
    expect(await perform({ who: first, act: 'lodge-objection', body, at: start })).toMatchObject({
      refusal: { reason: 'file-not-yours', facts: { name: '别人的.pdf' } },
    })
    const content = { ...contentOf({ priceFen: 950_000_000 }), files: [file] }
    expect(await perform({ who: first, act: 'submit-bid', content, at: start })).toMatchObject({
      refusal: { reason: 'file-not-yours' },
    })
  }
  expect(await links(theirs.digest)).toEqual([])
})

test('the files of an objection go where the objection goes', async () => {
  const proof = await uploaded(first, '证据.pdf', 'd')
  const body = { id: 'Y1', text: '异议', files: [proof] }
  await must({ who: first, act: 'lodge-objection', body, at: start })
  const { digest } = proof
  expect(await links(digest)).toMatchObject([{ access: 'restricted' }])
  expect(await opens(owner, digest)).toBe(true)
  expect(await opens(first, digest)).toBe(true)
  for (const who of [null, second, authority, agency]) expect(await opens(who, digest)).toBe(false)
  const answer = { id: 'Y1', answer: '维持', upheld: false }
  await must({ who: owner, act: 'answer-objection', body: answer, at: addMinutes(start, 5) })
})

test('the files of a bid are the bidder\u2019s alone until the record is announced', async () => {
  const book = await uploaded(first, '技术标.pdf', 'e')
  const { digest } = book
  for (const [index, who] of [first, second, third].entries()) {
    const files = index === 0 ? [book] : []
    const content = { ...contentOf({ priceFen: 950_000_000 + index }), files }
    await must({ who, act: 'submit-bid', content, at: addMinutes(start, 10) })
  }
  const sealed = { stream: `bid/${id()}/${first.actor.party}`, access: 'sealed' }
  expect(await links(digest)).toEqual([{ ...sealed, owner: first.actor.party }])
  expect(await opens(owner, digest)).toBe(false)
  for (;;) {
    const step = opening(await seen(machine), plan.deadline)
    if (step === undefined) break
    expect(await opens(owner, digest)).toBe(false)
    clock.at = plan.deadline
    if (step.who.actor.role === 'system') await tenders.tick()
    else await must(step)
  }
  expect(await opens(owner, digest)).toBe(true)
  expect(await opens(second, digest)).toBe(false)
  expect(await opens(null, digest)).toBe(false)
})
