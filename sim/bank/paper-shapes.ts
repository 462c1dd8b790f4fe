// SPDX-License-Identifier: Apache-2.0
/** 保函、保证保险、担保 as they are asked for, and as they stand in the book. */

import { civilDate, fen, line, uscc, z } from '@gongxin/core/kernel'

export const paperForms = ['guarantee', 'insurance', 'surety'] as const

/** Three demo firms behind one counter, each with letters of its own. */
export const issuers = {
  guarantee: { name: '演示银行（柳州）', letter: 'G' },
  insurance: { name: '演示财产保险公司', letter: 'I' },
  surety: { name: '演示融资担保公司', letter: 'S' },
} as const

export const issueBody = z.strictObject({
  form: z.enum(paperForms),
  applicant: uscc,
  beneficiary: uscc,
  amountFen: fen.min(1),
  validUntil: civilDate,
  /** Number given by the applicant: the same one is issued once. */
  reference: line(80),
  /** Where the platform takes notice of a bid deposit; without it nobody is told. */
  account: z
    .string()
    .regex(/^\d{10,32}$/)
    .optional(),
})
export type Issue = z.infer<typeof issueBody>

export const claimBody = z.strictObject({
  amountFen: fen.min(1),
  ground: line(200),
  reference: line(120),
})
export type Claim = z.infer<typeof claimBody>

export const releaseBody = z.strictObject({ reference: line(120) })
export type Release = z.infer<typeof releaseBody>

const stated = { number: line(40), statement: line(40), on: civilDate }
export const issuedEntry = issueBody.extend({
  kind: z.literal('issued'),
  number: line(40),
  on: civilDate,
})
export const claimedEntry = claimBody.extend({ kind: z.literal('claimed'), ...stated })
export const releasedEntry = releaseBody.extend({ kind: z.literal('released'), ...stated })
export type PaperEntry = z.infer<typeof issuedEntry | typeof claimedEntry | typeof releasedEntry>
