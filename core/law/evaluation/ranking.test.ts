// SPDX-License-Identifier: Apache-2.0
/** Equals are parted by price, by technical marks, by the document; what is left is named a tie. */

import { expect, test } from 'vitest'
import { rational } from '../../kernel/index.ts'
import { rankComposite } from './ranking.ts'

const bid = (id: string, total: string, price: string, further: readonly string[] = []) => ({
  id,
  total: rational(total),
  price: rational(price),
  further: further.map((mark) => rational(mark)),
})

test.each([
  ['the lower price', bid('B', '80', '90'), bid('A', '80', '100', ['40'])],
  ['the higher technical mark', bid('B', '80', '90', ['31']), bid('A', '80', '90', ['30'])],
  ['the factor named', bid('B', '80', '90', ['30', '9']), bid('A', '80', '90', ['30', '8'])],
])('%s comes first', (_, better, worse) => {
  const { ranked, ties } = rankComposite([worse, better])
  expect(ranked.map((r) => r.id)).toEqual(['B', 'A'])
  expect(ties).toEqual([])
})

test('what nothing parts is a tie, in order of the numbers, and nobody draws lots', () => {
  const equals = [bid('B', '80', '90', ['30']), bid('A', '80', '90', ['30'])]
  const { ranked, ties } = rankComposite([...equals, bid('C', '81', '99')])
  expect(ranked.map((r) => r.id)).toEqual(['C', 'A', 'B'])
  expect(ties).toEqual([['A', 'B']])
})
