// SPDX-License-Identifier: Apache-2.0
/** A bid that came in time is taken up, though its writing ends after the deadline. */

import { addMs } from '@gongxin/core/kernel'
import { bidder, contentOf, machine, owner } from '@gongxin/core/testing'
import { expect, test } from 'vitest'
import { createGate } from './gate.ts'
import { staged } from './testing.ts'

test('the door waits for those within, whether they succeed or fail, and for nobody else', async () => {
  const gate = createGate()
  const ended: string[] = []
  let [letIn, letFail] = [() => {}, () => {}]
  const one = gate.through('T1', () => new Promise<void>((done) => (letIn = done)))
  const two = gate.through(
    'T1',
    () => new Promise<void>((_, fail) => (letFail = () => fail(new Error('no')))),
  )
  const empty = gate.empty('T1').then(() => ended.push('empty'))
  await gate.empty('T2')
  letIn()
  await one
  expect(ended).toEqual([])
  letFail()
  await expect(two).rejects.toThrow('no')
  await empty
  expect(ended).toEqual(['empty'])
  await gate.empty('T1')
})

test('closing while a bid is being written counts it', async () => {
  let [held, arrived] = [Promise.resolve(), () => {}]
  const stage = await staged({
    hold: () => {
      arrived()
      return held
    },
  })
  const { must, perform, publish, plan } = stage
  await publish()
  const inTime = addMs(plan.deadline, -1)
  const send = (place: number) => {
    const content = contentOf({ priceFen: 960_000_000 + place })
    return { who: bidder(place), act: 'submit-bid', content, at: inTime }
  }
  await must(send(0))
  await must(send(1))
  let let_ = () => {}
  held = new Promise((done) => (let_ = done))
  const writing = new Promise<void>((done) => (arrived = done))
  const last = perform(send(2))
  await writing
  held = Promise.resolve()
  const closing = perform({ who: machine, act: 'close-bidding', body: {}, at: plan.deadline })
  let_()
  expect(await last).toMatchObject({ kind: 'done' })
  expect(await closing).toMatchObject({ kind: 'done' })
  expect((await stage.seen(owner)).received).toBe(3)
})
