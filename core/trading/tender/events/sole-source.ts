// SPDX-License-Identifier: Apache-2.0
/** 单一来源: the public review of why there is one supplier only, and the record of the talks with it. */

import { civilDate, fen, id, line, text, words, z } from '../../../kernel/index.ts'
import { person } from '../bid.ts'
import { closedTo, open, party } from './entry.ts'

/** 专业人员: not drawn, not a committee, but named (74号令 38, 41). */
export const professional = z.strictObject({
  name: line(40),
  unit: line(80),
  title: line(40),
})

/** DOC-6; purchaser and project are those of the trade. */
export const soleSourceShape = {
  object: text(2000),
  reason: text(2000),
  supplier: party,
  address: line(120),
  opinions: z
    .array(professional.extend({ opinion: text(1000) }))
    .min(1)
    .max(20),
  endsOn: civilDate,
  /** Where to object. */
  objections: line(200),
}

/** 协商情况记录: cost and comparable prices are what makes a price reasonable (74号令 42). */
export const consultationShape = {
  supplier: party,
  professionals: z.array(professional).min(1).max(20),
  priceFen: fen.min(1),
  durationDays: z.int().min(1).max(20_000),
  quality: line(200),
  projectManager: person,
  cost: text(2000),
  references: text(2000),
  record: text(4000),
  /** 批准文号, given after the public review; empty where none is needed. */
  approval: line(60, 0),
}

export const soleSourceShapes = {
  SoleSourcePublished: open('单一来源公示', 'Sole source published', soleSourceShape),
  /** With a copy to the finance department (74号令 39). */
  SoleSourceObjected: closedTo(
    words('对单一来源公示提出异议', 'Sole source objected to'),
    { readers: ['tenderOwner', 'agency', 'authority', 'audit'] },
    { id, by: party, text: text(4000) },
  ),
  SoleSourceAnswered: open('补充论证结论', 'Sole source answered', {
    id,
    upheld: z.boolean(),
    conclusion: text(2000),
  }),
  ConsultationRecorded: closedTo(
    words('协商情况记录', 'Consultation recorded'),
    { readers: ['tenderOwner', 'agency', 'authority', 'audit'], from: 'notified' },
    consultationShape,
  ),
  ConsultationHeld: open('协商结束', 'Consultation held', {}),
}
