// SPDX-License-Identifier: Apache-2.0
/** What the interface answers: shapes shared by server, portal and workbench. */

import { roles, z } from '@gongxin/core/kernel'
import { usualProcedure } from '@gongxin/core/procedures'

export const wordsShape = z.object({ zh: z.string(), en: z.string() })

export const findingShape = z.object({
  rule: z.string(),
  handbook: z.string().optional(),
  cites: z.array(z.string()),
  version: z.string(),
  inputs: z.record(z.string(), z.unknown()),
  outcome: z.enum(['met', 'breached', 'needs-judgement', 'not-applicable']),
  sentence: z.string(),
  weight: z.enum(['block', 'reason', 'advice']),
  readings: z.array(z.string()).optional(),
  provisional: z.literal(true).optional(),
})

export const clockView = z.object({
  now: z.string(),
  mode: z.enum(['demo', 'production']),
  offsetMs: z.number(),
})

export const membershipView = z.object({
  organisation: z.string(),
  organisationName: z.string(),
  role: z.enum(roles),
})

export const sessionView = z.object({
  account: z.string(),
  name: z.string(),
  /** Organisation and role acted for now; the person may hold several. */
  organisation: z.string(),
  organisationName: z.string(),
  role: z.enum(roles),
  memberships: z.array(membershipView),
  persona: z.string().nullable(),
  passkeys: z.number(),
})
export type SessionView = z.infer<typeof sessionView>

export const personaView = z.object({
  persona: z.string(),
  name: z.string(),
  role: z.enum(roles),
  organisation: z.string(),
  organisationName: z.string(),
})
export type PersonaView = z.infer<typeof personaView>

export const organisationView = z.object({
  uscc: z.string(),
  name: z.string(),
  kind: z.string(),
  roles: z.array(z.enum(roles)),
  since: z.string(),
})

/** Id of the procedure; rows written before it was named are of the usual one. */
const heldBy = z.string().default(usualProcedure)

/** A line of a list of tenders; what the portal and the boards show. */
export const tenderLine = z.object({
  id: z.string(),
  title: z.string(),
  phase: z.string(),
  suspended: z.boolean(),
  kind: z.string(),
  line: z.string(),
  procedure: heldBy,
  district: z.string(),
  owner: z.string(),
  agency: z.string().nullable(),
  authority: z.string(),
  ceilingFen: z.number().nullable(),
  deadline: z.string().nullable(),
  updatedAt: z.string(),
  version: z.number(),
})
export type TenderLine = z.infer<typeof tenderLine>

export const offerView = z.object({
  act: z.string(),
  title: wordsShape,
  signed: z.boolean(),
  /** Lawful, but not yet: from when (null: no date) and why. */
  notBefore: z.object({ at: z.string().nullable(), why: wordsShape }).nullable(),
})

export const dutyView = z.object({
  id: z.string(),
  act: z.string(),
  title: wordsShape,
  owner: z.string(),
  since: z.string(),
  until: z.string().nullable(),
  why: z.string(),
})

/** The tender for one reader: `state` is core's TenderState folded from what the reader may see. */
export const tenderView = z.object({
  id: z.string(),
  version: z.number(),
  phase: z.string(),
  procedure: z.string(),
  state: z.record(z.string(), z.unknown()),
  offers: z.array(offerView),
  duties: z.array(dutyView),
  /** The caller's standing: which role and party the view was made for; null for a citizen. */
  reader: z.object({ role: z.enum(roles), party: z.string() }).nullable(),
  /** True where the caller is a party to this tender in the role signed in with. */
  party: z.boolean(),
})
export type TenderView = z.infer<typeof tenderView>

/** One line of the trail; `entry` are the canonical bytes as text, hashed to `hash`. */
export const trailLine = z.object({
  seq: z.number(),
  type: z.string(),
  title: wordsShape,
  at: z.string(),
  actor: z.object({ role: z.string(), organisation: z.string().optional() }),
  entry: z.string(),
  hash: z.string(),
  /** Null where withheld from this reader. */
  body: z
    .object({ data: z.record(z.string(), z.unknown()), findings: z.array(findingShape) })
    .nullable(),
  salt: z.string().nullable(),
})
export type TrailLine = z.infer<typeof trailLine>

export const actAnswer = z.object({
  tender: z.string(),
  version: z.number(),
  events: z.array(z.object({ seq: z.number(), type: z.string() })),
  findings: z.array(findingShape),
  receipt: z.object({ hash: z.string(), at: z.string(), number: z.string().optional() }),
})
export type ActAnswer = z.infer<typeof actAnswer>

export const taskView = z.object({
  id: z.string(),
  tender: z.string(),
  tenderTitle: z.string(),
  act: z.string(),
  title: wordsShape,
  due: z.string().nullable(),
  why: z.string(),
  overdue: z.boolean(),
})

export const messageView = z.object({
  id: z.string(),
  tender: z.string().nullable(),
  subject: z.string(),
  body: z.string(),
  deliveredAt: z.string(),
  readAt: z.string().nullable(),
})

export const noticeView = z.object({
  id: z.string(),
  tender: z.string(),
  /** Id of the disclosure catalogue, such as N-02. */
  kind: z.string(),
  kindTitle: wordsShape,
  title: z.string(),
  publishedAt: z.string(),
  district: z.string(),
  line: z.string(),
  procedure: heldBy,
  owner: z.string(),
  ceilingFen: z.number().nullable(),
  deadline: z.string().nullable(),
})
export type NoticeView = z.infer<typeof noticeView>

/** A bidder's own sealed stream on one tender. */
export const ownBidView = z.object({
  state: z.record(z.string(), z.unknown()),
  /** Over the entry of the last version, in hex; absent until asked, null token: the authority was silent. */
  stamp: z.object({ entry: z.string(), token: z.string().nullable() }).optional(),
  account: z
    .object({
      bank: z.string(),
      number: z.string(),
      name: z.string(),
      /** Demo only: the page where it can be paid at once. */
      counter: z.string().nullable(),
      /** Account of the performance deposit, where it is paid in. */
      performance: z.string().optional(),
    })
    .nullable(),
})

export const boardRow = z.object({
  tender: tenderLine,
  signal: z.enum(['green', 'amber', 'red']),
  duties: z.array(dutyView.extend({ overdue: z.boolean() })),
  breached: z.number(),
})

export const documentLine = z.object({
  name: z.string(),
  title: wordsShape,
  at: z.string(),
  href: z.string(),
})

export const fileView = z.object({
  digest: z.string(),
  name: z.string(),
  size: z.number(),
  mediaType: z.string(),
})
