// SPDX-License-Identifier: Apache-2.0
/** Events of one bidder on one lot before the deadline: a sealed stream nobody else reads. */

import {
  civilDate,
  digest,
  fen,
  hexOf,
  type Instant,
  id,
  line,
  words,
  z,
} from '../../kernel/index.ts'
import { depositForms } from '../tender/index.ts'

/** How an envelope is named: by the commitment the receipt carries, and the blob that holds it. */
export const envelopeShape = z.strictObject({
  commitment: digest,
  suite: line(20),
  blob: digest,
  size: z.int().min(1),
})
export type EnvelopeRef = z.infer<typeof envelopeShape>

/** Place in the bidder's slot of the vault: every version signed by the one ticket of the lot. */
export const slotShape = z.strictObject({
  ticketKey: hexOf(65),
  verNo: z.int().min(1),
  ticketSig: hexOf(64),
  /** Value of the slot after this version. */
  value: digest,
})
export type SlotEntry = z.infer<typeof slotShape>

const party = z.strictObject({ party: line(64), name: line(80) })

export const bidShapes = {
  DocumentDownloaded: {
    title: words('下载招标文件', 'Document downloaded'),
    shape: z.strictObject({ bidder: party }),
  },
  DepositCredited: {
    title: words('投标保证金到账', 'Deposit credited'),
    shape: z.strictObject({
      bidder: party,
      form: z.enum(depositForms),
      amountFen: fen.min(1),
      /** Basic account, policy or guarantee number. */
      reference: line(80),
      creditedOn: civilDate,
    }),
  },
  BidSubmitted: {
    title: words('递交投标文件', 'Bid submitted'),
    shape: z.strictObject({
      ...{ bidder: party, receipt: id, envelope: envelopeShape, slot: slotShape },
    }),
  },
  BidReplaced: {
    title: words('修改投标文件', 'Bid replaced'),
    shape: z.strictObject({
      ...{ receipt: id, envelope: envelopeShape, slot: slotShape, previous: digest },
    }),
  },
  BidWithdrawn: {
    title: words('撤回投标文件', 'Bid withdrawn'),
    shape: z.strictObject({ commitment: digest, slot: slotShape }),
  },
  DepositReturned: {
    title: words('撤回后退还保证金', 'Deposit returned'),
    shape: z.strictObject({ principalFen: fen, interestFen: fen, reference: line(60) }),
  },
}

export type BidEventType = keyof typeof bidShapes
export type BidDataOf<T extends BidEventType> = z.infer<(typeof bidShapes)[T]['shape']>
export interface BidEventOf<T extends BidEventType> {
  readonly type: T
  readonly at: Instant
  readonly data: BidDataOf<T>
}
export type BidEvent = { [T in BidEventType]: BidEventOf<T> }[BidEventType]

export function bidEvent<T extends BidEventType>(
  type: T,
  at: Instant,
  data: BidDataOf<T>,
): BidEventOf<T> {
  return { type, at, data }
}

export function isBidEventType(type: string): type is BidEventType {
  return Object.hasOwn(bidShapes, type)
}
