// SPDX-License-Identifier: Apache-2.0
/** With the kernel of the build or without any, a sealed text opens the same. */

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { basePoint, setQuickCurve, sm4Gcm, sumOfProducts } from '@gongxin/trust/suites'
import { afterAll, expect, test } from 'vitest'
import { curveBinary, kernelBinary } from '../../tools/compile-kernel.mjs'
import { quickCipher, quickenCurve } from './index.ts'

const folder = await mkdtemp(join(tmpdir(), 'ciphers-'))
afterAll(() => rm(folder, { recursive: true }))
const root = join(import.meta.dirname, '../..')

test('the kernel that lies there opens what plain code sealed; where none lies there is none', async () => {
  const place = pathToFileURL(join(folder, 'kernel.wasm'))
  expect(await quickCipher(place)).toBeUndefined()
  await writeFile(place, await kernelBinary(root))
  const [key, nonce, text] = [16, 12, 3_000].map((size) => new Uint8Array(size).fill(size))
  if (key === undefined || nonce === undefined || text === undefined) throw new Error('three')
  const sealed = sm4Gcm(key).seal(nonce, text, nonce)
  expect((await quickCipher(place))?.(key).open(nonce, sealed, nonce)).toEqual(text)
  await writeFile(place, 'no program')
  await expect(quickCipher(place)).rejects.toThrow()
})

test('the curve that lies there reckons what plain code reckons; where none lies there is none', async () => {
  const place = pathToFileURL(join(folder, 'curve.wasm'))
  expect(await quickenCurve(place)).toBe(false)
  const products = [{ point: basePoint, scalar: 3n }]
  const plain = sumOfProducts(products)
  await writeFile(place, await curveBinary(root))
  expect(await quickenCurve(place)).toBe(true)
  expect(sumOfProducts(products).equals(plain)).toBe(true)
  setQuickCurve(undefined)
  await writeFile(place, await kernelBinary(root))
  await expect(quickenCurve(place)).rejects.toThrow('doors')
}, 60_000)
