// SPDX-License-Identifier: Apache-2.0
/** Every trace of 政府采购, row by row. */

import { describe, expect, test } from 'vitest'
import { findDifference, newWorld, procurementTraces } from '../../../testing/index.ts'

describe.each(procurementTraces)('$title', ({ traces }) => {
  test.each(traces)('$title', async (of) => {
    expect(await findDifference(of, newWorld())).toBeUndefined()
  })
})
