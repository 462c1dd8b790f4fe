// SPDX-License-Identifier: Apache-2.0
/** Traces of 采购合同, which begin at a signed award. */

import { getProcedure } from '../procedures/index.ts'
import type { TenderEvent } from '../trading/tender/index.ts'
import { newWorld, type World } from './tender.ts'
import type { Trace } from './trace.ts'
import { procurementContractTraces } from './traces/procurement-contract.ts'
import { runWholeTender } from './whole.ts'

const bought = getProcedure('procurement/open-tender').id

/** 政府采购 of goods, whose award went to 乙公司 on 2026-03-31. */
function awardedPurchase(): readonly TenderEvent[] {
  const pricesFen = [980_000_000, 950_000_000, 970_000_000]
  const world = runWholeTender({ until: 'notified', plan: { kind: 'goods' }, pricesFen })
  return world
    .events()
    .map((event) =>
      event.type === 'ProjectRegistered'
        ? { ...event, data: { ...event.data, procedure: bought } }
        : event,
    )
}

/** A purchase just awarded, for whoever begins there. */
export const purchase = awardedPurchase()

/** Just awarded, or further on. */
export const newPurchase = (told = purchase): World => newWorld({ told })

export interface Told {
  readonly of: Trace
  readonly world: () => World
}

export const procurementTold: readonly Told[] = procurementContractTraces.map((of) => ({
  of,
  world: () => newPurchase(),
}))
