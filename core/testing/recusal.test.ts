// SPDX-License-Identifier: Apache-2.0
/** An expert employed by a bidder can be called, but only to be passed over. */

import { expect, test } from 'vitest'
import { moment } from '../kernel/index.ts'
import { waitingIn } from '../trading/tender/index.ts'
import { centre, draw, must, pool, runWholeTender } from './index.ts'

test('专家受雇于投标人，只能记为回避', () => {
  const world = runWholeTender({ until: 'opened' })
  const at = moment('2026-03-23T06:00:00Z')
  const tied = pool.findIndex((expert) => expert.expert === 'E03')
  const call = (index: number, answer: string) => ({
    who: centre,
    act: 'record-call',
    body: { specialty: 'A01', index, answer },
    at,
  })
  for (let step = draw(world.state(), at); step?.act !== 'record-call'; ) {
    if (step === undefined) break
    must(world, step)
    step = draw(world.state(), at)
  }
  const next = () => {
    const { draw: of } = world.state()
    return of === null ? undefined : waitingIn(of, 'A01')[0]
  }
  for (let index = next(); index !== tied && index !== undefined; index = next()) {
    must(world, call(index, 'declined'))
  }
  expect(world.perform(call(tied, 'accepted'))).toMatchObject({ reason: 'must-recuse' })
  expect(world.perform(call(tied, 'recusal')).kind).toBe('done')
})
