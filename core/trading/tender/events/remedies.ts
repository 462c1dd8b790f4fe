// SPDX-License-Identifier: Apache-2.0
/** 询问 and 投诉: what is asked, complained of, stopped and decided, and who may read it. */

import { civilDate, digest, fileRef, id, line, text, words, z } from '../../../kernel/index.ts'
import { remedyEffects, remedySubjects } from '../../../procedures/index.ts'
import { closedTo, open, party } from './entry.ts'

/** The fact that is objected to, as the page shows it: an entry of this trade, and what is wrong. */
export const evidenceGiven = z.strictObject({
  seq: z.int().min(0),
  /** Hash of the entry, which binds its content. */
  entry: digest,
  clause: line(120, 0),
  note: text(500),
})
export type EvidenceGiven = z.infer<typeof evidenceGiven>

/** The same with what the system adds: which event it is, and where it stands in the public log. */
export const evidenceKept = evidenceGiven.extend({
  type: id,
  /** Number in the public log; null where the entry has none yet. */
  logged: z.int().min(0).nullable(),
})
export type EvidenceKept = z.infer<typeof evidenceKept>

export const evidenceList = z.array(evidenceGiven).max(20)

export const refusalGrounds = [
  'no-standing',
  'vague',
  'unsigned',
  'late',
  'decided-before',
  'objection-missing',
  'beyond-scope',
  'before-a-court',
] as const
export const complaintResults = ['accepted', 'supplement', 'refused', 'transferred'] as const
export const evidenceKinds = ['test', 'expert-review', 'hearing'] as const
export const complaintOutcomes = ['dismissed', 'upheld'] as const
export const dismissalGrounds = [
  'unfounded',
  'fabricated',
  'illegal-evidence',
  'inadmissible-after-all',
] as const

/** What whoever complains states. */
export const statedComplaint = {
  subject: z.enum(remedySubjects),
  /** The objection or challenge that came before it. */
  after: id.nullable(),
  /** Rests on the answer itself, so that the scope of what was asked does not bind it. */
  onAnswer: z.boolean(),
  facts: text(4000),
  requests: text(1000),
  knewOn: civilDate.nullable(),
  interest: text(500, 0),
  files: z.array(fileRef).max(20),
}

/** What the authority states in its decision. */
export const statedDecision = {
  number: line(60),
  outcome: z.enum(complaintOutcomes),
  ground: z.enum(dismissalGrounds).nullable(),
  effect: z.enum(remedyEffects),
  basis: z.array(line(60)).min(1).max(10),
  text: text(2000),
}

const heard = { readers: ['authority', 'tenderOwner', 'agency'] } as const

export const remedyShapes = {
  EnquiryAsked: closedTo(
    words('提出询问', 'Enquiry asked'),
    { readers: ['tenderOwner', 'agency'] },
    { id, remedy: id, by: party, text: text(2000) },
  ),
  EnquiryAnswered: closedTo(
    words('询问答复', 'Enquiry answered'),
    { readers: ['tenderOwner', 'agency'] },
    { id, answer: text(2000) },
  ),
  /** Not public before the decision: who complains is known to the authority alone. */
  ComplaintLodged: closedTo(
    words('提出投诉', 'Complaint lodged'),
    { readers: ['authority'] },
    {
      id,
      remedy: id,
      by: party,
      ...statedComplaint,
      evidence: z.array(evidenceKept).max(20),
      /** Grounds not to accept it that show in the record itself; the authority judges them. */
      doubts: z.array(z.enum(refusalGrounds)),
    },
  ),
  ComplaintSupplemented: closedTo(
    words('补正投诉', 'Complaint supplemented'),
    { readers: ['authority'] },
    { id, text: text(4000), files: z.array(fileRef).max(20) },
  ),
  ComplaintChecked: closedTo(
    words('投诉审查', 'Complaint checked'),
    { readers: ['authority'] },
    {
      id,
      result: z.enum(complaintResults),
      ground: z.enum(refusalGrounds).nullable(),
      /** The day as of which it is accepted: that of the receipt. */
      acceptedOn: civilDate.nullable(),
      /** What is missing and until when, why it is refused, or to whom it goes. */
      reason: text(1000, 0),
      supplementUntil: civilDate.nullable(),
    },
  ),
  ComplaintNotified: closedTo(words('投诉答复通知', 'Complaint notified'), heard, {
    id,
    /** Suppliers concerned, besides the owner and its agency. */
    to: z.array(party).max(50),
    subject: z.enum(remedySubjects),
    facts: text(4000),
    requests: text(1000),
    evidence: z.array(evidenceKept).max(20),
    files: z.array(fileRef).max(20),
    answerUntil: civilDate.nullable(),
  }),
  ComplaintResponded: closedTo(
    words('被投诉人说明', 'Complaint responded'),
    { readers: ['authority'] },
    { id, by: party, statement: text(4000), files: z.array(fileRef).max(20) },
  ),
  EvidenceAsked: closedTo(words('调取证据', 'Evidence asked'), heard, {
    id,
    complaint: id,
    kind: z.enum(evidenceKinds),
    text: text(1000),
  }),
  EvidenceReceived: closedTo(words('收到证据', 'Evidence received'), heard, {
    id,
    complaint: id,
    result: text(2000),
    files: z.array(fileRef).max(20),
  }),
  ComplaintWithdrawn: closedTo(words('撤回投诉', 'Complaint withdrawn'), heard, {
    id,
    reason: text(500),
  }),
  ComplaintDecided: open('投诉处理决定', 'Complaint decided', {
    id,
    remedy: id,
    subject: z.enum(remedySubjects),
    ...statedDecision,
    by: party,
  }),
}
