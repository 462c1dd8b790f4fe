// SPDX-License-Identifier: Apache-2.0
/** Every trace of 公开招标, run against core; another driver may run the same tables over HTTP. */

import { describe, expect, test } from 'vitest'
import { findDifference, newWorld, openTenderTraces } from '../../../testing/index.ts'

describe.each(openTenderTraces)('$title', ({ traces }) => {
  test.each(traces)('$title', async (trace) => {
    expect(await findDifference(trace, newWorld())).toBeUndefined()
  })
})
