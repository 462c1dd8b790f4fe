// SPDX-License-Identifier: Apache-2.0
/** Every trace of 询问, 异议, 质疑 and 投诉, run against core. */

import { describe, expect, test } from 'vitest'
import { findDifference, newWorld, remedyTraces } from '../../../testing/index.ts'

describe.each(remedyTraces)('$title', ({ traces, procedure }) => {
  test.each(traces)('$title', async (trace) => {
    expect(await findDifference(trace, newWorld({ procedure }))).toBeUndefined()
  })
})
