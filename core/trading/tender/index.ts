// SPDX-License-Identifier: Apache-2.0
/** The door of the tender: acts, events, state, decider, and what people may see. */

export * from './access.ts'
export {
  type Act,
  type Answer,
  type Asked,
  type EntrySeen,
  finding,
  type Identities,
  lawDayOf,
  type Malformed,
  type Moment,
  malformed,
  type ShellFacts,
  type TakenUp,
} from './acts/act.ts'
export { candidatesOf } from './acts/award.ts'
export { findAct, tenderActs } from './acts/catalogue.ts'
export { closeBidding, isClosable } from './acts/close.ts'
export { absentMinutes } from './acts/committee.ts'
export { outstanding, refundable, refundOf, takingUpActs } from './acts/deposits.ts'
export { redrawGround, waitsUntil } from './acts/draw.ts'
export { checkNotice, type NoticeBody, publishNotice } from './acts/notice.ts'
export {
  announceOpening,
  decryptBid,
  giveShare,
  masterBody,
  shareBody,
} from './acts/opening.ts'
export { registerProject } from './acts/preparation.ts'
export * from './bid.ts'
export * from './coefficient.ts'
export * from './decide.ts'
export { type DepositPaper, paperFault } from './deposit-paper.ts'
export { bytesOf, mustRecuse, ordersOf, rootOfPool, seedOfDraw } from './draw.ts'
export * from './duties.ts'
export { conclude } from './evaluation/conclude.ts'
export { liveBids, priceFenOf } from './evaluation/live.ts'
export { lowPriceBids } from './evaluation/low-price.ts'
export { marksExpected } from './evaluation/reopened.ts'
export { openTie } from './evaluation/ties.ts'
export type { Candidate, Letter } from './events/award.ts'
export type { Party } from './events/entry.ts'
export {
  type IdentityFault,
  type IdentityVerdict,
  identityFaults,
  identityVerdicts,
  type PoolExpert,
} from './events/opening.ts'
export type { HolderOffice } from './events/preparation.ts'
export type { LooseDeposit, VaultPlace } from './events/tendering.ts'
export * from './events.ts'
export * from './evolve.ts'
export * from './files.ts'
export * from './holders.ts'
export * from './offers.ts'
export * from './papers/index.ts'
export * from './performing.ts'
export { awaitsQualification } from './qualification.ts'
export * from './refusals.ts'
export { isPending } from './remedies/cases.ts'
export { type Outlook, outlookOf } from './remedies/outlook.ts'
export * from './seats.ts'
export * from './state.ts'
export * from './tasks.ts'
export * from './terms.ts'
export { textsOf } from './texts.ts'
