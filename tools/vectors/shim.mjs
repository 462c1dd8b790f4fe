// SPDX-License-Identifier: Apache-2.0
/** Stands for the test runner in a browser: collects tests, runs them in order, tells what failed. */

import {
  ASYMMETRIC_MATCHERS_OBJECT,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
} from '@vitest/expect'
import { expect, use } from 'chai'

use(JestExtend)
use(JestChaiExpect)
use(JestAsymmetricMatchers)
Object.assign(expect, globalThis[ASYMMETRIC_MATCHERS_OBJECT] ?? {})

export { expect }

// Oracles are Node's own: whoever asks one here is told apart from whoever fails.
const onlyInNode = () => {
  throw new Error('only in Node')
}

const tests = []
const names = []

export function describe(name, body) {
  names.push(name)
  body()
  names.pop()
}

export function test(name, body) {
  tests.push({ name: [...names, name].join(' > '), body })
}
export const it = test

function each(to) {
  return (rows) => (name, body) => {
    for (const row of rows) to(`${name} ${String(row).slice(0, 40)}`, () => body(...[row].flat()))
  }
}
test.each = each(test)
describe.each = each(describe)

export async function runAll() {
  globalThis.Buffer = new Proxy({}, { get: onlyInNode })
  const told = { passed: 0, withoutOracle: 0, failed: [] }
  for (const { name, body } of tests) {
    try {
      await body()
      told.passed += 1
    } catch (error) {
      if (`${error} ${error.cause}`.includes('only in Node')) told.withoutOracle += 1
      else told.failed.push(`${name}: ${error}`)
    }
  }
  return told
}
