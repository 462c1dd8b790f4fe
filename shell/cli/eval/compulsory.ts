// SPDX-License-Identifier: Apache-2.0
/** Group `compulsory`: object first, then the amount of each contract. */

import {
  type CompulsoryFacts,
  type ContractKind,
  isCompulsory,
  tenderObjects,
} from '@gongxin/core/law'
import { fenField, fenOf } from './amounts.ts'
import type { Evaluate } from './evaluate.ts'
import type { Fields } from './fields.ts'

const kinds: readonly ContractKind[] = ['works', 'goods', 'service', 'design', 'epc']

export const evaluate: Evaluate = (fields) => {
  const facts = factsOf(fields)
  return { compulsory: isCompulsory(facts).compulsory }
}

function factsOf(fields: Fields): CompulsoryFacts {
  const object =
    fields.raw('object') === null
      ? null
      : fields.oneOf(
          'object',
          tenderObjects.map((o) => o.id),
        )
  const kind = fields.oneOf('type', kinds)
  const optional = (key: string) => (fields.hasValue(key) ? fenField(fields, key) : null)
  const needed = (key: string) => (object === 'OB-1' ? fenField(fields, key) : optional(key))
  const epcParts = kind === 'epc' ? partsOf(fields, optional) : null
  return {
    object,
    kind,
    ...(epcParts === null ? estimatesOf(fields) : { estimatesFen: [], mergeable: false }),
    listedService: true,
    budgetFen: needed('budget'),
    investmentFen: needed('invest'),
    epcParts,
  }
}

function estimatesOf(fields: Fields): Pick<CompulsoryFacts, 'estimatesFen' | 'mergeable'> {
  if (!fields.hasValue('list')) return { estimatesFen: [fenField(fields, 'est')], mergeable: false }
  const items = fields.list('list')
  if (items.length === 0) throw fields.wrong('list', 'must not be empty')
  const estimatesFen = items.map((item, i) => {
    const name = `list[${i}]`
    return fenOf(fields, fields.notNegative(fields.decimalOf(item, name), name), name)
  })
  return { estimatesFen, mergeable: fields.flag('mergeable') }
}

function partsOf(
  fields: Fields,
  optional: (key: string) => number | null,
): CompulsoryFacts['epcParts'] {
  const parts = {
    worksFen: optional('works'),
    goodsFen: optional('goods'),
    serviceFen: optional('services'),
  }
  if (Object.values(parts).every((part) => part === null)) {
    throw fields.wrong('works', 'an epc names at least one of works, goods, services')
  }
  return parts
}
