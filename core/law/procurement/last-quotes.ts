// SPDX-License-Identifier: Apache-2.0
/** 最后报价: who is left after negotiation or consultation, and whether there are enough to rank. */

import { article, day, type Fen, rule } from '../../kernel/index.ts'
import { type CompetitionCase, competitionTest } from './three-suppliers.ts'

export interface NegotiatedSupplier {
  readonly id: string
  readonly firstFen: Fen
  /** Null where none was handed in by the one deadline: the supplier has left. */
  readonly lastFen: Fen | null
}

export interface LastQuotes {
  /** Their deposits are refunded: leaving before the last quote is free. */
  readonly withdrawn: readonly string[]
  /** Above budget or ceiling. */
  readonly invalid: readonly string[]
  /** Those that are ranked, or scored as the second step of a consultation. */
  readonly standing: readonly string[]
  /** Higher than the first quote: lawful, shown to the panel. */
  readonly raised: readonly string[]
  /** Fewer are left than the method needs: the procurement ends. */
  readonly terminated: boolean
}

export function lastQuotes(
  suppliers: readonly NegotiatedSupplier[],
  of: { readonly ceilingFen: Fen; readonly competition: Omit<CompetitionCase, 'moment'> },
): LastQuotes {
  const idsOf = (is: (supplier: NegotiatedSupplier) => boolean) =>
    suppliers.filter(is).map(({ id }) => id)
  const isStanding = ({ lastFen }: NegotiatedSupplier) =>
    lastFen !== null && lastFen <= of.ceilingFen
  const standing = idsOf(isStanding)
  const least = competitionTest({ ...of.competition, moment: 'last-quotes' })?.least ?? 1
  return {
    withdrawn: idsOf(({ lastFen }) => lastFen === null),
    invalid: idsOf(({ lastFen }) => lastFen !== null && lastFen > of.ceilingFen),
    standing,
    raised: idsOf((s) => isStanding(s) && s.lastFen !== null && s.lastFen > s.firstFen),
    terminated: standing.length < least,
  }
}

/** As many candidates as last quotes are needed: three, or two where two may go on. */
export const enoughProcurementCandidates = rule<{
  method: 'negotiation' | 'consultation' | 'inquiry'
  fewerBy: CompetitionCase['fewerBy']
  on: CompetitionCase['on']
  candidates: number
}>()({
  id: 'enough-procurement-candidates',
  handbook: '1.5',
  title: '成交候选人家数',
  titleEn: 'Number of candidates',
  cites: [article('74号令', 35), article('74号令', 48), article('214号文', 25)],
  restates: '谈判、询价、磋商推荐三名以上成交候选人，允许两家的推荐两名',
  versions: [{ from: day('2014-12-31') }],
  readings: ['R-059', 'R-070', 'R-071', 'R-084', 'R-087'],
  weight: 'block',
  holds: ({ candidates, ...of }) => candidates >= leastCandidates(of),
  explain: ({ candidates, ...of }) =>
    `推荐成交候选人${candidates}名，至少${leastCandidates(of)}名（74号令第35条、214号文第25条）。`,
})

function leastCandidates(of: Omit<CompetitionCase, 'moment'>): number {
  return competitionTest({ ...of, moment: 'last-quotes' })?.least ?? 1
}
