// SPDX-License-Identifier: Apache-2.0
/** A sample of the whole run in docs/durability.md: one blow at the server, one at the database. */

import { expect, it } from 'vitest'
import { runKills } from './index.ts'

it('loses no acknowledged act with the server or with its database', {
  timeout: 120_000,
}, async () => {
  const { server, database } = await runKills({ server: 1, database: 1 })
  expect(server).toMatchObject({ kills: 1, faults: [] })
  expect(database).toMatchObject({ kills: 1, faults: [] })
  expect(server.acknowledged + database.acknowledged).toBeGreaterThan(0)
})
