// SPDX-License-Identifier: Apache-2.0
/** What the remedies of a procedure add to the table role × act × stage. */

import { evenInterested, evenSuspended, may, type StageAct, signed } from '../procedure.ts'
import { fromNotice, type Remedy, type RemedyLevel } from './remedy.ts'

/** The line, for those too who are no party where the remedy lets them come. */
function open(remedy: Remedy, line: StageAct, stage: string): StageAct {
  // Before the deadline everybody registered is a potential bidder and needs no other interest.
  return remedy.standing.interested && stage !== 'tendering' ? evenInterested(line) : line
}

function lodging(remedy: Remedy, act: string, stage: string): readonly StageAct[] {
  const here = remedy.subjects.some(({ stages }) => stages.includes(stage))
  return here ? [open(remedy, evenSuspended(may(act, 'bidder')), stage)] : []
}

const handling: Readonly<Record<RemedyLevel, (of: Remedy, stage: string) => readonly StageAct[]>> =
  {
    enquiry: (of) => [evenSuspended(may('answer-enquiry', ...of.answerer.roles))],
    first: (of) => [evenSuspended(signed(may('answer-objection', ...of.answerer.roles)))],
    complaint: (of, stage) => {
      const { roles } = of.answerer
      const ofBidder = (act: string) => open(of, evenSuspended(may(act, 'bidder')), stage)
      return [
        ofBidder('supplement-complaint'),
        signed(ofBidder('withdraw-complaint')),
        evenSuspended(signed(may('check-complaint', ...roles))),
        evenSuspended(may('notify-complaint', ...roles)),
        evenSuspended(may('respond-complaint', 'tenderOwner', 'agency')),
        ofBidder('respond-complaint'),
        evenSuspended(signed(may('suspend-for-complaint', ...roles))),
        evenSuspended(signed(may('resume-after-complaint', ...roles))),
        evenSuspended(may('lift-expired-suspension', 'system')),
        evenSuspended(may('ask-evidence', ...roles)),
        evenSuspended(may('receive-evidence', ...roles)),
        evenSuspended(signed(may('decide-complaint', ...roles))),
      ]
    },
  }

const lodgingActs: Readonly<Record<RemedyLevel, string>> = {
  enquiry: 'ask-enquiry',
  first: 'lodge-objection',
  complaint: 'lodge-complaint',
}

/** Every act of remedies, which the pages tell apart from the steps of the trade. */
export const remedyActs: readonly string[] = [
  ...Object.values(lodgingActs),
  ...['answer-enquiry', 'answer-objection', 'supplement-complaint', 'withdraw-complaint'],
  ...['check-complaint', 'notify-complaint', 'respond-complaint', 'suspend-for-complaint'],
  ...['resume-after-complaint', 'lift-expired-suspension', 'ask-evidence', 'receive-evidence'],
  'decide-complaint',
]

export function remedyLines(remedies: readonly Remedy[], stage: string): readonly StageAct[] {
  if (!fromNotice.includes(stage)) return []
  return remedies.flatMap((remedy) => [
    ...lodging(remedy, lodgingActs[remedy.level], stage),
    ...handling[remedy.level](remedy, stage),
  ])
}
