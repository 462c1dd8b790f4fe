// SPDX-License-Identifier: Apache-2.0
/** `gongxin seed` as a caller meets it: help, wrong calls, and a platform that is not there. */

import { expect, test } from 'vitest'
import { run } from './seed.ts'

test.each([
  ['--help', [], 0],
  ['an unknown flag', ['--nope', '1'], 2],
  ['a flag without its value', ['--url'], 2],
  ['a flag in the place of a value', ['--url', '--seed'], 2],
])('%s', async (name, args, code) => {
  expect(await run(name === '--help' ? [name] : args)).toBe(code)
})

test('a platform that does not answer is a no, not a hanging', async () => {
  expect(await run(['--url', 'http://127.0.0.1:9'])).toBe(1)
})
