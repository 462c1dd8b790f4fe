// SPDX-License-Identifier: Apache-2.0
/** The measures count what they say they count. */

import { expect, test } from 'vitest'
import { source } from '../tidy/sources.ts'
import { measureDomain, measureParts, rank } from './measure.ts'

const head = '// SPDX-License-Identifier: Apache-2.0\n'

test('a rank is a value that occurs', () => {
  expect(rank([3, 1, 2, 10], 0.5)).toBe(2)
  expect(rank([3, 1, 2, 10], 0.95)).toBe(10)
  expect(rank([], 0.5)).toBe(0)
})

test('a part is measured without its tests, and its tests against it', () => {
  const code = `${head}/** Purpose. */\n\nimport { a } from './b.ts'\nfunction f() {\n  a()\n}\n`
  const rows = measureParts([
    source('core/a.ts', code),
    source('core/a.test.ts', `${head}one()\ntwo()\n\nthree()\n`),
  ])
  expect(rows.map(({ part }) => part)).toEqual(['core', 'all'])
  expect(rows[0]).toMatchObject({
    files: 1,
    lines: { median: 7, p95: 7, most: 7 },
    functionP95: 3,
    comments: 20,
    testToCode: 0.6,
    importsP95: 1,
    loose: 0,
  })
})

test('rules, versions, procedures and events are found by their form', () => {
  const found = measureDomain([
    source(
      'core/law/a.ts',
      `rule({\n  id: 'bid-time',\n  versions: [{ from: day('2000-01-01') }],\n})`,
    ),
    source('core/procedures/engineering/open-tender.ts', 'const a: Procedure = {\n}\n'),
    source('core/procedures/remedies/objection.ts', 'const a: Remedy = {\n}\n'),
    source('core/procedures/remedies/lines.ts', 'one\ntwo\n'),
    source('core/trading/tender/events.ts', `{ type: 'BidsOpened' } | { type: 'BidsOpened' }`),
  ])
  expect(found).toMatchObject({ rules: 1, versions: 1, events: 1 })
  expect(found.procedures).toEqual([
    { path: 'core/procedures/engineering/open-tender.ts', lines: 2 },
  ])
  expect(found.remedies).toEqual([{ path: 'core/procedures/remedies/objection.ts', lines: 2 }])
})
