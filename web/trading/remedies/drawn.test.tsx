// SPDX-License-Identifier: Apache-2.0
/** The form of an objection shows the entry it rests on, and above it what lodging it brings about. */

import { newWorld, planOf, runToDeadline } from '@gongxin/core/testing'
import { findAct } from '@gongxin/core/trading/tender'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { emptyOf, Fields, FormContext, isBody, nodeOf } from '../form/index.ts'
import { evidenceFrom, Outlooks } from './index.ts'

const world = newWorld()
runToDeadline(world, planOf(), [])
const state = world.state()

function drawn(node: ReactNode): string {
  return renderToStaticMarkup(
    <QueryClientProvider client={new QueryClient()}>{node}</QueryClientProvider>,
  )
}

function formOf(act: string, pointed: { readonly seq?: number; readonly entry?: string }): string {
  const shape = findAct(act)?.shape
  if (shape === undefined) return ''
  const node = nodeOf(shape)
  const empty = emptyOf(node)
  const value = { ...(isBody(empty) ? empty : {}), ...evidenceFrom(pointed) }
  const form = { act, state, faults: new Map(), strict: false, change: () => {} }
  return drawn(
    <FormContext value={form}>
      <Fields path="" steps={[]} node={node} value={value} />
    </FormContext>,
  )
}

test.each(['lodge-objection', 'lodge-complaint'])('%s shows the entry it rests on', (act) => {
  const entry = 'ab'.repeat(32)
  const page = formOf(act, { seq: 6, entry })
  expect(page).toContain('第6号记录')
  expect(page).toContain(entry)
  expect(page).toContain('问题是什么')
  expect(page).not.toContain('没有选记录')
  expect(formOf(act, {})).toContain('没有选记录')
})

test('above the form stand the last day, the answer and what stands still', () => {
  const page = drawn(<Outlooks act="lodge-objection" state={state} />)
  expect(page).toContain('异议 · 招标文件')
  expect(page).toContain('实施条例第22条')
  expect(page).toContain('交易暂停到答复时')
  expect(drawn(<Outlooks act="lodge-complaint" state={state} />)).toContain('投诉本身不暂停交易')
  expect(drawn(<Outlooks act="publish-notice" state={state} />)).toBe('')
})
