// SPDX-License-Identifier: Apache-2.0
/** 开标 and 专家抽取: events from the opening to the committee. */

import {
  decimal,
  digest,
  fen,
  hexOf,
  id,
  instant,
  line,
  text,
  words,
  z,
} from '../../../kernel/index.ts'
import { bidContent, depositForms, person } from '../bid.ts'
import { closedTo, open, party } from './entry.ts'
import { holderOffices } from './preparation.ts'

export const contributors = ['owner', 'centre', 'authority'] as const
/** Why a draw is given up and a new one asked for; each must show in the record itself. */
export const redrawGrounds = ['pool-too-small', 'pool-exhausted', 'numbers-missing'] as const
export const absences = ['no-show', 'left'] as const
export const callAnswers = ['accepted', 'declined', 'no-answer', 'unavailable', 'recusal'] as const

/** An expert as the library hands it over: what recusal and seats need, and no more. */
export const poolExpert = z.strictObject({
  expert: id,
  name: line(40),
  employer: line(64),
  employerName: line(80),
  specialty: id,
  region: line(20),
})
export type PoolExpert = z.infer<typeof poolExpert>

/** All that went into the draw of K, so that whoever reads the record can draw it again. */
const drawnCoefficient = z.strictObject({
  list: z.array(decimal),
  chosen: decimal,
  seed: digest,
  /** Root over the commitments of all bids received, fixed at the deadline. */
  root: digest,
  /** One number of each opened bid, hidden until it was decrypted. */
  bids: z.array(z.strictObject({ bid: id, number: digest })),
  shown: z.array(z.enum(contributors)),
  /** Promised a number before the deadline and did not show it. */
  silent: z.array(z.enum(contributors)),
})

/** Who opened a sealed bid: the bidder, or two holders where the bidder did not. */
export const openers = ['bidder', 'holders'] as const

/** Opens the opening form of one bid and nothing else (SBID/1, part 0). */
const formKey = z.strictObject({ content: hexOf(16), nonce: hexOf(7) })

/** Opens the sealed identity of one bid and nothing else (SBID/1, ADR 12). */
const identityKey = z.strictObject({ content: hexOf(16), nonce: hexOf(12) })

/** What may be wrong with an identity, by the codes of the verifier. */
export const identityFaults = [
  'IDENTITY_FORM',
  'CERT_EXPIRED',
  'CERT_REVOKED',
  'CERT_USAGE',
  'CERT_NAME',
  'CERT_CHAIN',
  'SIG_SCHEME',
  'SIG_ENCODING',
  'SIG_INVALID',
] as const
export type IdentityFault = (typeof identityFaults)[number]

/**
 * `uncertified` holds no certificate, `unchecked` all but whether it was revoked; the rest but `proved` are
 * findings for host and committee, and no bid is lost by them.
 */
export const identityVerdicts = ['proved', 'uncertified', 'unchecked', ...identityFaults] as const
export type IdentityVerdict = (typeof identityVerdicts)[number]

/** A revocation list as it was fetched when the record was made: kept as a file, bound by its digest. */
const revocationList = z.strictObject({ digest, size: z.int().min(1) })

export const openingShapes = {
  OpeningStarted: open('开标', 'Opening started', {
    received: z.int(),
    until: instant,
    /** Until then decryption waits for the promised numbers behind K. */
    numbersUntil: instant,
  }),
  /** That it opened, for everybody in the hall; what is in it stays apart. */
  DecryptionSucceeded: open('解密成功', 'Decryption succeeded', { bid: id }),
  BidDecrypted: closedTo(
    words('已解密的投标文件', 'Decrypted bid'),
    {
      readers: ['expert'],
      later: { from: 'opened', readers: ['tenderOwner', 'agency', 'authority', 'audit'] },
    },
    {
      ...{ bid: id, content: bidContent, key: formKey, by: z.enum(openers) },
      identityKey: identityKey.optional(),
    },
  ),
  ShareGiven: open('提交密钥份额', 'Share given', {
    bid: id,
    office: z.enum(holderOffices),
    share: hexOf(33),
    proof: hexOf(64),
  }),
  DecryptionFailed: open('解密失败', 'Decryption failed', {
    bid: id,
    fault: z.enum(['bidder', 'platform', 'tenderOwner', 'other']),
    evidence: text(1000),
  }),
  OpeningRecorded: open('开标记录', 'Opening recorded', {
    rows: z.array(
      z.strictObject({
        bid: id,
        bidder: party,
        decrypted: z.boolean(),
        priceFen: fen.nullable(),
        durationDays: z.int().nullable(),
        quality: line(200, 0),
        projectManager: person.nullable(),
        deposit: z.enum([...depositForms, 'none']),
        key: formKey.optional(),
        by: z.enum(openers).optional(),
        identityKey: identityKey.optional(),
        identity: z.enum(identityVerdicts).optional(),
      }),
    ),
    coefficient: drawnCoefficient.nullable(),
    revocationLists: z.array(revocationList).max(64).optional(),
  }),
  CoefficientNumberCommitted: open('系数随机数承诺', 'Coefficient number committed', {
    contributor: z.enum(contributors),
    commitment: digest,
  }),
  CoefficientNumberRevealed: open('系数随机数公开', 'Coefficient number revealed', {
    contributor: z.enum(contributors),
    number: digest,
  }),
  OpeningObjected: open('开标异议', 'Objection at opening', { id, text: text(1000) }),
  OpeningObjectionAnswered: open('开标异议答复', 'Objection at opening answered', {
    id,
    answer: text(1000),
  }),
  /** Judged by purchaser or agency before any committee sits (87号令 44). */
  QualificationJudged: closedTo(
    words('资格审查', 'Qualification judged'),
    {
      readers: ['tenderOwner', 'agency', 'expert'],
      later: { from: 'reported', readers: ['authority', 'audit'] },
    },
    {
      qualified: z.array(id),
      faults: z.array(
        z.strictObject({ bid: id, ground: line(10), clause: line(120), facts: text(1000) }),
      ),
    },
  ),
  DrawRequested: open('申请抽取专家', 'Draw requested', {
    draw: id,
    strata: z.array(
      z.strictObject({
        specialty: id,
        count: z.int().min(1),
        /** Neighbouring classes that the owner signed for, where the own class has too few. */
        also: z.array(id).max(5),
      }),
    ),
    /** Another lawful library, by name; empty = the usual one. */
    library: line(60, 0),
    evaluationAt: instant,
    place: line(60),
    rulesDigest: digest,
  }),
  PoolInsufficient: open('名册人数不足', 'Pool insufficient', {
    draw: id,
    specialty: id,
    wanted: z.int(),
    eligible: z.int(),
  }),
  DrawClosed: open('抽取作废', 'Draw closed', {
    draw: id,
    because: z.enum(redrawGrounds),
    reason: text(500),
  }),
  PoolFrozen: closedTo(
    words('专家名册封存', 'Pool frozen'),
    {},
    {
      draw: id,
      salt: digest,
      experts: z.array(poolExpert),
    },
  ),
  PoolPublished: open('专家名册摘要', 'Pool digest published', {
    draw: id,
    root: digest,
    size: z.int(),
  }),
  DrawNumberCommitted: open('抽取随机数承诺', 'Draw number committed', {
    draw: id,
    contributor: z.enum(contributors),
    commitment: digest,
  }),
  DrawNumberRevealed: open('抽取随机数公开', 'Draw number revealed', {
    draw: id,
    contributor: z.enum(contributors),
    number: digest,
  }),
  ContributorsExcluded: open('随机数缺席', 'Contributors excluded', {
    draw: id,
    stage: z.enum(['commit', 'reveal']),
    contributors: z.array(z.enum(contributors)).min(1),
  }),
  ExpertsDrawn: open('专家抽取', 'Experts drawn', {
    draw: id,
    seed: digest,
    /** Places in the frozen pool, in calling order, for each specialty. */
    orders: z.array(z.strictObject({ specialty: id, order: z.array(z.int()) })),
  }),
  ExpertCalled: open('通知专家', 'Expert called', {
    draw: id,
    specialty: id,
    index: z.int(),
    answer: z.enum(callAnswers),
  }),
  /** Counted for the library's own assessment, never punished here (DW-5). */
  ExpertAbsent: open('专家缺席', 'Expert absent', {
    draw: id,
    specialty: id,
    index: z.int(),
    ground: z.enum(absences),
  }),
  ExpertCheckedIn: closedTo(
    words('专家签到', 'Expert checked in'),
    { readers: ['centre', 'expert'], from: 'decided' },
    { expert: id, name: line(40), declared: z.boolean() },
  ),
  CommitteeNamed: closedTo(
    words('评标委员会名单', 'Committee named'),
    { readers: ['centre', 'expert', 'tenderOwner'], from: 'decided' },
    {
      members: z.array(
        z.strictObject({
          member: id,
          name: line(40),
          kind: z.enum(['expert', 'representative']),
          specialty: id,
        }),
      ),
      chair: id,
    },
  ),
  CommitteeConvened: open('组建评标委员会', 'Committee convened', {
    members: z.int(),
    experts: z.int(),
    representatives: z.int(),
  }),
  MemberRecused: closedTo(
    words('委员回避', 'Member recused'),
    { readers: ['centre', 'expert', 'tenderOwner'], from: 'decided' },
    { member: id, ground: line(10), reason: text(500) },
  ),
  MemberReplaced: closedTo(
    words('更换委员', 'Member replaced'),
    { readers: ['centre', 'expert', 'tenderOwner'], from: 'decided' },
    { out: id, in: id, name: line(40), specialty: id },
  ),
}
