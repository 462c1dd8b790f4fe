// SPDX-License-Identifier: Apache-2.0
/** Every trace of 采购合同, from the award notice on, run against core. */

import { expect, test } from 'vitest'
import { findDifference, procurementTold } from '../../../testing/index.ts'

test.each(procurementTold.map(({ of, world }) => ({ title: of.title, of, world })))(
  '$title',
  async ({ of, world }) => {
    expect(await findDifference(of, world())).toBeUndefined()
  },
)
