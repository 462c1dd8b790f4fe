// SPDX-License-Identifier: Apache-2.0
/** The workbench answers at its own address, with its slash and without, beside the portal. */

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { createHttpServer, registerPages } from './index.ts'
import { stage } from './testing.ts'

const { deps } = await stage()
const workbench = await mkdtemp(join(tmpdir(), 'workbench-'))
await writeFile(join(workbench, 'index.html'), '<!doctype html><title>公信工作台</title>')
const app = await createHttpServer(deps, { workbench, pages: registerPages })
afterAll(async () => {
  await app.close()
  await rm(workbench, { recursive: true })
})

it.each(['/app', '/app/', '/app/inbox', '/app/tenders/LZ2026-000001'])('%s', async (url) => {
  const answer = await app.inject(url)
  expect(answer.statusCode).toBe(200)
  expect(answer.body).toContain('公信工作台')
})

it('a built file that is gone is not answered with the page', async () => {
  expect((await app.inject('/app/assets/gone.js')).statusCode).toBe(404)
})
