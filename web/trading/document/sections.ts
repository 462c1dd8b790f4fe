// SPDX-License-Identifier: Apache-2.0
/** The document in chapters: which fields stand in which. */

import type { Words } from '@gongxin/core/kernel'
import type { Procedure } from '@gongxin/core/procedures'
import type { Node } from '../form/index.ts'
import { messages } from './messages.ts'

export interface Section {
  readonly id: string
  readonly title: Words
  readonly paths: readonly string[]
}

const termSections: readonly Section[] = [
  section('scope', messages.scope, ['scope', 'place', 'durationDays', 'quality', 'fundsSource']),
  section('qualification', messages.qualification, ['qualifications', 'consortium', 'starred']),
  section('money', messages.money, ['ceilingFen', 'deposit', 'performanceDepositRate']),
  section('opening', messages.opening, [
    ...['validityDays', 'decryptMinutes', 'decryptExtensionMinutes', 'decryptRemedy'],
    'failIfOpenedFewerThanThree',
  ]),
  section('method', messages.method, ['method', 'lowPriceAlarm']),
  section('policy', messages.policy, ['policy']),
  section('bill', messages.bill, ['bill']),
  section('committee', messages.committee, [
    ...['committeeMembers', 'ownerSeats', 'specialties', 'candidates', 'tieRule'],
  ]),
  section('contract', messages.contract, ['contractTerms', 'payment']),
  section('contacts', messages.contacts, ['owner', 'agency', 'objections']),
]

function section(id: string, title: Words, names: readonly string[]): Section {
  return { id, title, paths: names.map((name) => `terms.${name}`) }
}

const noticeSections: readonly Section[] = [
  {
    id: 'times',
    title: messages.times,
    paths: ['schedule.documentFrom', 'schedule.documentUntil', 'schedule.deadline'],
  },
  ...termSections,
  { id: 'files', title: messages.files, paths: ['files'] },
]

const clarifySections: readonly Section[] = [
  { id: 'questions', title: messages.questions, paths: ['answers', 'affectsBids', 'files'] },
  ...termSections,
]

/** 采购政策 belongs to procurement alone. */
export function sectionsFor(act: string, { line }: Pick<Procedure, 'line'>): readonly Section[] {
  const all = act === 'clarify' ? clarifySections : noticeSections
  return line === 'procurement' ? all : all.filter(({ id }) => id !== 'policy')
}

/** The node at a path of names; nullable ones are entered. */
export function nodeAt(node: Node, path: string): Node | undefined {
  let found: Node | undefined = node
  for (const name of path.split('.')) {
    const inside: Node | undefined = found?.kind === 'nullable' ? found.of : found
    found = inside?.kind === 'object' ? inside.fields.find((f) => f.name === name)?.node : undefined
  }
  return found
}
