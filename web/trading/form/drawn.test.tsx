// SPDX-License-Identifier: Apache-2.0
/** Every act draws as a form without a browser: each input labelled, no raw key on the page. */

import { bidActs } from '@gongxin/core/trading/bid'
import { bidContent, emptyTender, tenderActs } from '@gongxin/core/trading/tender'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { BodyShown } from '../acts/body-shown.tsx'
import { defaultTerms } from '../document/defaults.ts'
import { Preview } from '../document/preview.tsx'
import { FormContext } from './context.ts'
import { withGeneratedIds } from './identifier.ts'
import { Fields } from './node-view.tsx'
import { nodeOf } from './schema.ts'
import { emptyOf, isBody } from './values.ts'

const acts = [...tenderActs, ...bidActs, { name: 'submit-bid', shape: bidContent }]

function drawn(act: string, shape: (typeof acts)[number]['shape']): string {
  const node = nodeOf(shape)
  const value = withGeneratedIds(act, node, emptyOf(node))
  const form = { act, state: emptyTender, faults: new Map(), strict: true, change: () => {} }
  return renderToStaticMarkup(
    <QueryClientProvider client={new QueryClient()}>
      <FormContext value={form}>
        <Fields path="" steps={[]} node={node} value={value} />
      </FormContext>
    </QueryClientProvider>,
  )
}

describe('a form', () => {
  test.each(acts.map((act) => [act.name, act.shape] as const))('of %s is drawn', (name, shape) => {
    const page = drawn(name, shape)
    const labels = new Set([...page.matchAll(/<label for="([^"]+)"/g)].map(([, id]) => id))
    const inputs = [...page.matchAll(/<(?:input|textarea)[^>]* id="([^"]+)"/g)].map(([, id]) => id)
    expect(inputs.filter((id) => !labels.has(id))).toEqual([])
    const said = page.replace(/<[^>]+>/g, ' ')
    expect(said.match(/[a-z]+[A-Z]\w*|\[object/g) ?? []).toEqual([])
  })

  test('of a registration asks for money in yuan', () => {
    const act = tenderActs.find(({ name }) => name === 'register-project')
    expect(act === undefined ? '' : drawn(act.name, act.shape)).toContain('合同估算价')
  })
})

describe('what was typed', () => {
  const contact = { organisation: '市城投', address: '柳州市', person: '周敏', phone: '0772-0' }
  const named = { fundsSource: '财政资金', owner: contact, objections: contact }
  const terms = JSON.parse(JSON.stringify({ ...defaultTerms(emptyTender), ...named }))
  const schedule = {
    documentFrom: '2026-03-02T01:00:00.000Z',
    documentUntil: '2026-03-09T09:30:00.000Z',
    deadline: '2026-03-23T01:30:00.000Z',
  }
  const body = { terms, schedule, files: [], reasons: [] }

  test('is printed as a notice', () => {
    const page = renderToStaticMarkup(
      <Preview act="publish-notice" state={emptyTender} body={body} />,
    )
    expect(page).toContain('2026年3月23日（周一）09:30')
    expect(page).toContain('评标办法')
  })

  test('is read back in words before it is signed', () => {
    const act = tenderActs.find(({ name }) => name === 'publish-notice')
    const node = act === undefined ? undefined : nodeOf(act.shape)
    if (node === undefined || !isBody(body)) return
    const page = renderToStaticMarkup(
      <BodyShown act="publish-notice" node={node} value={body} state={emptyTender} />,
    )
    expect(page).toContain('5%')
    expect(page).toContain('2026年3月23日（周一）09:30')
    expect(page).not.toMatch(/documentFrom|BM-MEAN|composite/)
  })
})
