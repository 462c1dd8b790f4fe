// SPDX-License-Identifier: Apache-2.0
/** 立项 to 入场: events before publication. */

import { fen, fileRef, hexOf, id, line, text, z } from '../../../kernel/index.ts'
import { tenderKinds } from '../terms.ts'
import { open, party } from './entry.ts'

/** 资金和规模: what decides whether tendering is compulsory. */
export const fundsShape = z.strictObject({
  object: z.enum(['OB-1', 'OB-2', 'OB-3', 'OB-4']).nullable(),
  source: line(200),
  budgetFen: fen,
  investFen: fen,
})

/** What the owner states at 立项; the event adds what follows from it. */
export const statedProject = {
  projectCode: line(40),
  projectName: line(120),
  name: line(120),
  kind: z.enum(tenderKinds),
  approval: z.strictObject({
    document: line(80),
    by: line(80),
    organisation: z.enum(['self', 'agency']),
  }),
  funds: fundsShape,
  estimateFen: fen,
  stateControlled: z.boolean(),
  district: line(40),
  industry: line(20),
  authority: party,
  previous: id.nullable(),
  round: z.int().min(1),
}

/** Who holds a share of every sealed bid (decision 22); two of the three open. */
export const holderOffices = ['host', 'notary', 'audit'] as const
export type HolderOffice = (typeof holderOffices)[number]

export const preparationShapes = {
  ProjectRegistered: open('项目登记', 'Project registered', {
    ...statedProject,
    compulsory: z.boolean(),
    region: id,
    owner: party,
    procedure: line(80),
  }),
  AgencyEntrusted: open('委托代理', 'Agency entrusted', {
    agency: party,
    mandate: text(500),
    contract: fileRef.nullable(),
  }),
  FilingNotified: open('招标备案', 'Filing notified', {
    receipt: line(60),
    form: z.enum(['self', 'agency']),
  }),
  HolderKeyProvided: open('登记份额密钥', 'Holder key provided', {
    office: z.enum(holderOffices),
    holder: party,
    /** `04 ‖ x ‖ y`. */
    publicKey: hexOf(65),
    possession: hexOf(64),
  }),
  EntryAdmitted: open('入场登记', 'Entry registered', {
    openingRoom: line(60),
    evaluationRoom: line(60),
  }),
  EntryReturned: open('入场材料退回', 'Entry returned', {
    reason: z.enum(['incomplete', 'duplicate', 'out-of-system']),
    missing: text(500),
  }),
}
