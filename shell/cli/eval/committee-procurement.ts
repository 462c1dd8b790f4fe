// SPDX-License-Identifier: Apache-2.0
/** Group `committee-procurement`: experts by size, and the least size of a tender by budget. */

import { leastExperts, leastTenderMembers, mostRepresentatives } from '@gongxin/core/law'
import { fenField } from './amounts.ts'
import type { Answers, Evaluate } from './evaluate.ts'
import type { Fields } from './fields.ts'

export const evaluate: Evaluate = (fields) => {
  const lists: readonly [string, (item: Fields) => Answers][] = [
    ['cases', shapeOf],
    ['tenderSize', sizeOf],
  ]
  const asked = lists.filter(([key]) => fields.has(key))
  if (asked.length === 0) throw fields.wrong('cases', 'missing; or tenderSize')
  return Object.fromEntries(asked.map(([key, answer]) => [key, fields.objects(key).map(answer)]))
}

/** Two thirds of any number can be told; an even or too small number is no lawful committee. */
function shapeOf(item: Fields): Answers {
  const size = item.count('size')
  if (size === 0) throw item.wrong('size', 'must be at least 1')
  const lawful = size >= 3 && size % 2 === 1
  const experts = { minExperts: leastExperts(size), maxReps: mostRepresentatives(size) }
  return lawful ? experts : { ...experts, ok: false }
}

function sizeOf(item: Fields): Answers {
  const complex = item.hasValue('complex') && item.flag('complex')
  return { min: leastTenderMembers({ budgetFen: fenField(item, 'budgetYuan'), complex }) }
}
