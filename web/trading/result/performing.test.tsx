// SPDX-License-Identifier: Apache-2.0
/** 履约 as it is read: by the contractor whole, by another bidder only what is published. */

import { bidder, findDifference, newPurchase, procurementTold } from '@gongxin/core/testing'
import { stateFor } from '@gongxin/core/trading/tender'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Performing } from './performing.tsx'

async function shownTo(index: number, title: string): Promise<string> {
  const told = procurementTold.find(({ of }) => of.title.startsWith(title))
  const world = newPurchase()
  if (told !== undefined) expect(await findDifference(told.of, world)).toBeUndefined()
  const state = stateFor(bidder(index).actor, world.events(), world.state())
  const page = renderToStaticMarkup(
    <QueryClientProvider client={new QueryClient()}>
      <Performing state={state} />
    </QueryClientProvider>,
  )
  return page.replace(/<[^>]+>/g, ' ')
}

test('the contractor reads acceptance, invoices, what was paid and how late', async () => {
  const page = await shownTo(1, '没有验收不到期')
  expect(page).toContain('合格')
  expect(page).toContain('9,500,000.00')
  expect(page).toContain('逾期17日，利息0.05 元')
  expect(page).toContain('履约保证金余额：475,000.00 元')
  expect(page).not.toMatch(/undefined|passed|\[object/)
})

test('another bidder reads that the contract is published, and no invoice', async () => {
  const page = await shownTo(0, '归档等材料齐全')
  expect(page).toContain('已公告')
  expect(page).not.toContain('发票')
  expect(page).not.toContain('余额')
  expect(page).not.toContain('已备案')
})

test('an agreed change is shown with its day and the price it makes', async () => {
  const page = await shownTo(1, '追加：一成正好')
  expect(page).toContain('现合同价：10,450,000.00 元')
  expect(page).toContain('双方同意（2026年4月20日')
})
