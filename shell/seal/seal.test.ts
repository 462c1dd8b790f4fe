// SPDX-License-Identifier: Apache-2.0
/** An envelope opens for its own tender and version, and for nothing else. */

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createFileSealer, SealBroken } from './index.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seal-'))
})
afterAll(() => rm(folder, { recursive: true }))

const context = { tender: 'LZ2026-000001', lot: '1', version: 1 }
const plain = new TextEncoder().encode('{"priceFen":123456}')

test('a sealed bid opens again, also after a restart', async () => {
  const first = await createFileSealer(join(folder, 'key'))
  const envelope = await first.seal(context, plain)
  expect(Buffer.from(envelope.bytes).includes('priceFen')).toBe(false)
  const second = await createFileSealer(join(folder, 'key'))
  expect(Buffer.from(await second.open(context, envelope))).toEqual(Buffer.from(plain))
})

test('another tender, another version, another byte: it does not open', async () => {
  const sealer = await createFileSealer(join(folder, 'key'))
  const envelope = await sealer.seal(context, plain)
  const elsewhere = { ...context, tender: 'LZ2026-000002' }
  await expect(sealer.open(elsewhere, envelope)).rejects.toThrow(SealBroken)
  await expect(sealer.open({ ...context, version: 2 }, envelope)).rejects.toThrow(SealBroken)
  const bytes = Uint8Array.from(envelope.bytes)
  bytes[70] = (bytes[70] ?? 0) ^ 1
  await expect(sealer.open(context, { ...envelope, bytes })).rejects.toThrow(SealBroken)
})
