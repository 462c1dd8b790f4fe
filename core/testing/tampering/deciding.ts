// SPDX-License-Identifier: Apache-2.0
/** For tests only: T-22 to T-36 of trust-design §6.3: draws, marks, award, container. */

import { utf8 } from '@gongxin/trust/canonical'
import { certain } from '../../kernel/index.ts'
import {
  anotherHash,
  type Data,
  data,
  firstOf,
  flipped,
  inFile,
  one,
  retold,
  rewritten,
  spelt,
  text,
  twice,
  type Variant,
  variant,
  without,
  zeros,
} from './shaping.ts'
import { altered, at, filesOf, type Tale } from './tale.ts'

export const decidingVariants: readonly Variant[] = [
  variant(
    'T-22',
    '换掉抽取种子',
    ['quorum', 'V10/SEED'],
    data('ExpertsDrawn', ({ seed, ...rest }) => ({ ...rest, seed: anotherHash(seed) })),
  ),
  variant(
    'T-22',
    '公开的随机数与承诺不符',
    ['quorum', 'V10/SEED'],
    data('DrawNumberRevealed', ({ number, ...rest }) => ({ ...rest, number: anotherHash(number) })),
  ),
  variant(
    'T-22',
    '别人公开后才承诺',
    ['quorum', 'V10/CONTRIB_LATE'],
    retold((tale) => lateCommitment(tale)),
  ),
  variant(
    'T-23',
    '随机数公开后换名册',
    ['quorum', 'V10/POOL_LATE'],
    retold((tale) => latePool(tale)),
  ),
  variant(
    'T-23',
    '名册与摘要不一致',
    ['quorum', 'V10/POOL_PROOF'],
    data('PoolPublished', ({ root, ...rest }) => ({ ...rest, root: anotherHash(root) })),
  ),
  variant('T-24', '不声明就再抽一次', ['quorum', 'V10/REDRAW_UNDECLARED'], twice('ExpertsDrawn')),
  variant(
    'T-24',
    '不声明就再申请一次',
    ['quorum', 'V10/REDRAW_UNDECLARED'],
    twice('DrawRequested'),
  ),
  variant('T-25', '跳过抽中的专家', ['quorum', 'V10/SKIP_INVALID'], without('ExpertCalled')),
  variant(
    'T-26',
    '应当回避的专家没有回避',
    ['quorum', 'V10/RECUSAL'],
    retold((tale) => kinsman(tale)),
  ),
  variant(
    'T-27',
    '次序不是种子算出的',
    ['quorum', 'V10/PERMUTATION'],
    data('ExpertsDrawn', ({ orders, ...rest }) => ({
      ...rest,
      orders: firstOf(orders, (o) => ({
        ...o,
        order: JSON.parse(JSON.stringify(o.order)).reverse(),
      })),
    })),
  ),
  variant(
    'T-28',
    '没有名单却报出系数',
    ['quorum', 'V11/K_VALUE'],
    data('OpeningRecorded', ({ coefficient: _, ...rest }) => ({
      ...rest,
      coefficient: {
        list: ['0.95'],
        chosen: '0.95',
        seed: zeros,
        root: zeros,
        bids: [],
        shown: [],
        silent: [],
      },
    })),
  ),
  variant(
    'T-29',
    '改两位评委的评分',
    ['quorum', 'V12/RANK'],
    retold((tale) => lowered(lowered(tale, 0), 1)),
  ),
  variant(
    'T-29',
    '评分高于满分',
    ['quorum', 'V12/SCORE_BOUNDS'],
    data('ScoresLocked', ({ marks, ...rest }) => ({
      ...rest,
      marks: firstOf(marks, (m) => ({ ...m, mark: '999' })),
    })),
  ),
  variant(
    'T-29',
    '漏掉一项评分',
    ['quorum', 'V12/SCORE_MISSING'],
    data('ScoresLocked', ({ marks, ...rest }) => ({ ...rest, marks: one(marks).slice(1) })),
  ),
  variant(
    'T-30',
    '换一种评标办法汇总',
    ['quorum', 'V12/RULES_CHANGED'],
    data('EvaluationConcluded', ({ method: _, ...rest }) => ({
      ...rest,
      method: 'lowest-evaluated',
    })),
  ),
  variant(
    'T-30',
    '抽取规则与申请的不同',
    ['quorum', 'V5/RULES_CHANGED'],
    data('DrawRequested', ({ rulesDigest, ...rest }) => ({
      ...rest,
      rulesDigest: anotherHash(rulesDigest),
    })),
  ),
  variant(
    'T-31',
    '汇总里对调前两名',
    ['quorum', 'V12/RANK'],
    data('EvaluationConcluded', ({ candidates, ...rest }) => ({
      ...rest,
      candidates: JSON.parse(JSON.stringify(candidates)).reverse(),
    })),
  ),
  variant(
    'T-31',
    '定标给候选人以外的价',
    ['quorum', 'V12/AWARD'],
    data('AwardDecided', ({ priceFen, ...rest }) => ({ ...rest, priceFen: Number(priceFen) + 1 })),
  ),
  variant(
    'T-31',
    '没有理由就给第二名',
    ['quorum', 'V12/AWARD'],
    retold((tale) => secondWins(tale)),
  ),
  variant(
    'T-32',
    '公示期不足',
    ['quorum', 'V12/PUBLIC_REVIEW'],
    data('CandidatesPublished', ({ from, until: _, ...rest }) => ({
      ...rest,
      from: from ?? '',
      until: from ?? '',
    })),
  ),
  variant(
    'T-32',
    '公示期内定标',
    ['quorum', 'V12/PUBLIC_REVIEW'],
    retold((tale) => hastyAward(tale)),
  ),
  variant(
    'T-35',
    '清单里重复的键',
    ['file', 'V0/NON_CANONICAL'],
    inFile((p) => p === 'report/claimed.json', spelt('{', '{"winner":null,')),
  ),
  variant(
    'T-35',
    '数字写成科学记数',
    ['file', 'V0/NON_CANONICAL'],
    inFile((p) => p === 'report/claimed.json', spelt(/"received":\d+/, '"received":3e0')),
  ),
  variant(
    'T-35',
    '文件开头有字节次序标记',
    ['file', 'V0/NON_CANONICAL'],
    inFile(
      (p) => p === 'report/claimed.json',
      (b) => utf8(`\ufeff${text(b)}`),
    ),
  ),
  variant('T-36', '多出没有列明的文件', ['file', 'V0/CONTAINER'], (tale) =>
    new Map(filesOf(tale)).set('more.txt', utf8('x')),
  ),
  variant('T-36', '路径走出文件夹', ['file', 'V0/CONTAINER'], (tale) =>
    rewritten(filesOf(tale), '../x', utf8('x')),
  ),
  variant(
    'T-36',
    '换一份宽松的公钥',
    ['file', 'V1/POLICY_MISMATCH'],
    inFile((p) => p.startsWith('policy/'), spelt('group all 4', 'group all 1')),
  ),
  variant('T-36', '文件与清单摘要不符', ['file', 'V0/FILE_DIGEST'], (tale) => {
    const files = filesOf(tale)
    return new Map(files).set(
      'log/checkpoint',
      flipped(certain(files.get('log/checkpoint'), 'a checkpoint')),
    )
  }),
  variant(
    'V-14',
    '公开内容里放进身份证号',
    ['quorum', 'V14/PRIVACY'],
    data('OpeningObjectionAnswered', ({ answer: _, ...rest }) => ({
      ...rest,
      answer: '核对 11010519491231002X 一致',
    })),
  ),
  variant(
    'V-15',
    '平台自述另一个中标人',
    ['file', 'V15/CLAIM_MISMATCH'],
    retold((tale) => ({ ...tale, claim: { ...tale.claim, winner: '另一家' } })),
  ),
]

function lateCommitment(tale: Tale): Tale {
  const places = tale.tender.flatMap(({ envelope }, i) =>
    envelope.type === 'DrawNumberCommitted' ? [i] : [],
  )
  const last = certain(places.at(-1), 'a promise')
  const line = certain(tale.tender[last], 'a promise')
  const shown = at(tale, 'DrawNumberRevealed')
  return { ...tale, tender: tale.tender.toSpliced(shown + 1, 0, line).toSpliced(last, 1) }
}

function latePool(tale: Tale): Tale {
  const place = at(tale, 'PoolPublished')
  const line = certain(tale.tender[place], 'a pool')
  const shown = at(tale, 'DrawNumberRevealed')
  return { ...tale, tender: tale.tender.toSpliced(shown + 1, 0, line).toSpliced(place, 1) }
}

/** The owner works for the firm that bids: the employer of an accepted expert is a bidder. */
function kinsman(tale: Tale): Tale {
  const pool: { data: { experts: Data[] } } = JSON.parse(
    JSON.stringify(certain(tale.tender[at(tale, 'PoolFrozen')], 'a pool').body),
  )
  // Who was called first may have stepped aside already: only whoever accepted can be a kinsman.
  const calls: { type: string; data: { index: number; answer: string } }[] = tale.tender.map(
    ({ envelope: { type }, body }) => ({ type, ...JSON.parse(JSON.stringify(body)) }),
  )
  const accepted = calls.find(
    ({ type, data }) => type === 'ExpertCalled' && data.answer === 'accepted',
  )
  const party = pool.data.experts[certain(accepted, 'a call').data.index]?.employer ?? ''
  return altered(tale, 'ProjectRegistered', ({ owner, ...rest }) => {
    return { ...rest, owner: { ...certain(one([owner ?? {}])[0], 'an owner'), party } }
  })
}

function secondWins(tale: Tale): Tale {
  const review: { data: { candidates: Data[] } } = JSON.parse(
    JSON.stringify(certain(tale.tender[at(tale, 'CandidatesPublished')], 'a review').body),
  )
  const [, second] = review.data.candidates
  return altered(tale, 'AwardDecided', (data) => {
    const { bid = '', bidder = {}, rank = 0, priceFen = 0 } = second ?? {}
    return { ...data, bid, winner: bidder, rank, priceFen, reasonCode: '', reason: '' }
  })
}

/** One member's marks of the first bid, for every factor that is judged. */
function lowered(tale: Tale, nth: number): Tale {
  const sheets = tale.tender.filter(({ envelope }) => envelope.type === 'ScoresLocked')
  return altered(
    tale,
    'ScoresLocked',
    ({ marks, ...rest }) => ({
      ...rest,
      marks: one(marks).map((mark) => (mark.bid === 'B01' ? { ...mark, mark: '0' } : mark)),
    }),
    (line) => line.envelope.seq === sheets[nth]?.envelope.seq,
  )
}

function hastyAward(tale: Tale): Tale {
  const place = at(tale, 'AwardDecided')
  const line = certain(tale.tender[place], 'an award')
  const moment = certain(tale.tender[place - 1], 'a review').envelope.at
  return {
    ...tale,
    tender: tale.tender.with(place, { ...line, envelope: { ...line.envelope, at: moment } }),
  }
}
