// SPDX-License-Identifier: Apache-2.0
/** 立项 to 入场: events before publication. */

import { civilDate, fen, fileRef, hexOf, id, line, text, words, z } from '../../../kernel/index.ts'
import { tenderKinds } from '../terms.ts'
import { closedTo, open, party } from './entry.ts'

/** 资金和规模: what decides whether tendering is compulsory. */
export const fundsShape = z.strictObject({
  object: z.enum(['OB-1', 'OB-2', 'OB-3', 'OB-4']).nullable(),
  source: line(200),
  budgetFen: fen,
  investFen: fen,
})

/** 政府采购: what decides which method may be used, and how large the panel is. */
export const procurementFacts = z.strictObject({
  /** 预算级次. */
  level: z.enum(['central', 'province', 'city', 'county']),
  /** 采购品目, as in the catalogue of the ministry. */
  category: line(60),
  /** 采购实施计划备案号. */
  plan: line(60),
  /** The ground of the method; null for an open tender. */
  ground: id.nullable(),
  /** 设区的市以上财政部门批准文号; empty where none is needed. */
  approval: line(60, 0),
  /** 采购意向公开日; null where the law exempts it. */
  intentionOn: civilDate.nullable(),
  /** 技术复杂、社会影响较大. */
  complex: z.boolean(),
  /** Goods or services at the open-tender threshold, or works at theirs (COM-2). */
  atThreshold: z.boolean(),
  /** Why fewer than three may do, where the law names a case. */
  fewerBy: z.enum(['two-after-tender', 'research', 'public-service', 'emergency']).nullable(),
  /** 进口产品核准文号; empty where none is bought. */
  importApproval: line(60, 0),
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
  procurement: procurementFacts.optional(),
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
  /** Who was invited stays secret until the opening (招标投标法 22). */
  InviteesNamed: closedTo(
    words('受邀单位', 'Invitees named'),
    { readers: ['tenderOwner', 'agency'], from: 'opening' },
    {
      invitees: z.array(party).min(1).max(50),
      source: z.enum(['own-choice', 'library-draw', 'recommended']),
      reason: text(1000),
    },
  ),
  EntryReturned: open('入场材料退回', 'Entry returned', {
    reason: z.enum(['incomplete', 'duplicate', 'out-of-system']),
    missing: text(500),
  }),
}
