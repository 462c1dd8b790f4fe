// SPDX-License-Identifier: Apache-2.0
/** 否决情形: the closed list of the law in both languages. */

import { type Words, words } from '@gongxin/core/kernel'
import { findGround } from '@gongxin/core/law'

const english: Readonly<Record<string, string>> = {
  'RJ-1': 'Not sealed and not signed by the head',
  'RJ-2': 'Consortium without an agreement',
  'RJ-3': 'Not qualified by law or document',
  'RJ-4': 'Two or more different bids or prices',
  'RJ-5': 'Below cost or above the ceiling price',
  'RJ-6': 'Substantial terms not answered',
  'RJ-7': 'Collusion, fraud or bribery',
  'RJ-8': 'An interest shared with the owner',
  'RJ-9': 'Same head, or one holds or runs the other',
  'RJ-10': 'Consortium member bids a second time',
  'RJ-11': 'Consortium changed after prequalification',
  'RJ-12': 'No longer qualified after merger, split or bankruptcy',
  'RJ-13': 'Body of the owner, or served the lot before',
  'RJ-14': 'Goods: related firms or two agents of one model',
  'RJ-15': 'Deposit missing or defective',
  'RJ-16': 'Major deviation in time, standard or conditions',
  'RJ-17': 'Refuses to clarify or to accept the correction',
  'RJ-18': 'Wrote the estimate, is the agency or runs the platform',
}

export function groundTitle(id: string): Words {
  return words(findGround(id)?.title ?? '其他情形', english[id] ?? 'Another ground')
}

/** 实施条例 51: as people cite it beside the ground. */
export function groundClause(id: string): string {
  const cites = findGround(id)?.cites ?? []
  return cites.map((cite) => `${cite.document}第${cite.article}条`).join('、')
}
