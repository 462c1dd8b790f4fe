// SPDX-License-Identifier: Apache-2.0
/** Files of acts: only one's own may be named, and each is opened with the event that names it. */

import { createHash } from 'node:crypto'
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
  sealedBy,
} from '@gongxin/core/testing'
import { beforeAll, expect, test } from 'vitest'
import { staged } from './testing.ts'

const stage = await staged()
const { clock, start, plan, store, tenders, publish, must, perform, seen, id } = stage
const { counter, hidden, cabinet } = stage
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

async function links(digest: string, { queries } = store) {
  const rows = queries.selectFrom('file_link').select(['stream', 'access', 'owner'])
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
    const bid = { manifest: '{}', ticketSig: 'ab'.repeat(64), file }
    expect(await perform({ who: first, act: 'submit-bid', body: bid, at: start })).toMatchObject({
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

test('the files of a bid are sealed in it until the record is announced', async () => {
  const book = Buffer.from('%PDF-1.7\n技术标')
  const digest = createHash('sm3').update(book).digest('hex')
  const named = { name: '技术标.pdf', digest, size: book.length, mediaType: 'application/pdf' }
  const sent: string[] = []
  for (const [index, who] of [first, second, third].entries()) {
    const files = index === 0 ? [named] : []
    const content = { ...contentOf({ priceFen: 950_000_000 + index }), files }
    const { file, ...signed } = await sealedBy(who, await counter(who), content, [[book]])
    const body = { ...signed, file: await hidden(who, file) }
    await must({ who, act: 'submit-bid', body, at: addMinutes(start, 10) })
    sent.push(body.file.digest)
  }
  const sealed = { stream: `bid/${id()}/${first.actor.party}`, access: 'sealed' }
  const own = [{ ...sealed, owner: first.actor.party }]
  expect(await links(sent[0] ?? '', cabinet.store)).toEqual(own)
  expect(await links(sent[0] ?? '')).toEqual([])
  expect(await links(digest)).toEqual([])
  expect(await opens(owner, sent[0] ?? '')).toBe(false)
  for (;;) {
    const step = opening(await seen(machine), plan.deadline)
    if (step === undefined) break
    expect(await opens(owner, digest)).toBe(false)
    clock.at = plan.deadline
    if (step.who.actor.role === 'system') await tenders.tick()
    else await must(step)
  }
  expect(await links(sent[0] ?? '')).toEqual(own)
  expect(await opens(owner, digest)).toBe(true)
  expect(await opens(second, digest)).toBe(false)
  expect(await opens(null, digest)).toBe(false)
})
