// SPDX-License-Identifier: Apache-2.0
/** 不公开的内容: what no page may show, and until when. */

import { article, type Citation } from '../../kernel/index.ts'
import { type DisclosureItem, disclosureItems } from './items.ts'

export interface NeverPublic {
  readonly id: string
  readonly title: string
  /** always, or the moment after which it may be shown. */
  readonly until: 'always' | 'opening' | 'award'
  readonly cites: readonly Citation[]
}

export const neverPublic: readonly NeverPublic[] = [
  {
    id: 'downloaders',
    title: '下载招标文件的名单和数量',
    until: 'always',
    cites: [article('电子招标投标办法', 21)],
  },
  {
    id: 'bid-files',
    title: '投标文件（商业秘密）',
    until: 'always',
    cites: [article('招标投标法', 44)],
  },
  {
    id: 'committee-names',
    title: '评标委员会成员名单',
    until: 'award',
    cites: [article('招标投标法', 37)],
  },
  {
    id: 'scoring-discussion',
    title: '评审讨论情况',
    until: 'always',
    cites: [article('招标投标法', 44)],
  },
  { id: 'estimate', title: '标底', until: 'opening', cites: [article('招标投标法', 22)] },
  { id: 'personal-numbers', title: '自然人证件号、电话', until: 'always', cites: [] },
  { id: 'collusion-clues', title: '未经查实的串通线索', until: 'always', cites: [] },
]

/** By `N-08` or by `candidates`. */
export function findDisclosureItem(name: string): DisclosureItem | undefined {
  return disclosureItems.find((item) => item.handbook === name || item.id === name)
}
