// SPDX-License-Identifier: Apache-2.0
/** Acts in a complaint that nobody needs now: no case is in the state they are for. */

import type { Actor } from '../../../kernel/index.ts'
import type { TenderState } from '../state.ts'
import { acceptedOn, isPending, isStopped, waitsForSupplement } from './cases.ts'
import type { Complaint } from './state.ts'

interface Who {
  readonly state: TenderState
  readonly actor: Actor
}

type Useful = (complaint: Complaint, who: Who) => boolean

const isAccepted = (complaint: Complaint) => acceptedOn(complaint) !== null

const useful: Readonly<Record<string, Useful>> = {
  'check-complaint': (of) => !isAccepted(of) && !waitsForSupplement(of),
  'notify-complaint': (of) => isAccepted(of) && of.notified === null,
  'suspend-for-complaint': (of, { state }) =>
    isAccepted(of) && of.suspendedAt === null && state.ending === null,
  'resume-after-complaint': (of, { state }) => state.suspensions.some(({ ref }) => ref === of.id),
  'ask-evidence': isAccepted,
  'receive-evidence': (of) => isAccepted(of) && isStopped(of),
  'decide-complaint': isAccepted,
  'supplement-complaint': (of, who) => isOwn(of, who) && waitsForSupplement(of),
  'withdraw-complaint': isOwn,
  'respond-complaint': (of, { actor }) =>
    of.notified !== null &&
    (actor.role !== 'bidder' || of.notified.to.some(({ party }) => party === actor.party)) &&
    !of.responses.some(({ by }) => by.party === actor.party),
}

function isOwn({ lodged }: Complaint, { actor }: Who): boolean {
  return lodged?.by.party === actor.party
}

export function isPointlessInCase(act: string, who: Who): boolean {
  const helps = useful[act]
  if (helps === undefined) return false
  return !who.state.complaints.some((of) => isPending(of) && helps(of, who))
}
