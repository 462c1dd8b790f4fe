// SPDX-License-Identifier: Apache-2.0
/** Phrases of 询问, 质疑 and 投诉. */

import { does, type Phrases, type Said } from '../saying.ts'
import { entryMark } from '../tender.ts'

const subjects: Readonly<Record<string, string>> = {
  文件: 'tender-document',
  开标: 'opening',
  过程: 'process',
  结果: 'result',
  其他: 'other',
}
const effects: Readonly<Record<string, string>> = {
  不影响结果: 'continue',
  修改文件: 'amend-document',
  重新评审: 're-evaluate',
  由下一名递补: 'next-candidate',
  重新开展: 'restart',
  撤销合同: 'revoke-contract',
}
const grounds: Readonly<Record<string, string>> = {
  逾期: 'late',
  未先提出: 'objection-missing',
  超出范围: 'beyond-scope',
  不明确: 'vague',
}
const points = [{ about: 'price', bid: 'B02', factor: null, defect: '与投标文件不符' }] as const

function pointing(seq: string | undefined) {
  if (!seq) return []
  const number = Number(seq)
  return [{ seq: number, entry: entryMark(number), clause: '评分标准第三条', note: '与项目无关' }]
}

/** 提出投诉 T1（结果，先有 Y1，知道于 2026-03-26，据 12 号记录）. */
function complaint({ m }: Said) {
  const [id, subject = '', after, onAnswer, knewOn, seq, interest] = m
  return {
    id,
    subject: subjects[subject],
    after: after || null,
    onAnswer: onAnswer !== '',
    facts: '第一名报价与投标文件不符',
    requests: '责令改正',
    knewOn: knewOn || null,
    interest: interest ? '拟分包管材供应' : '',
    files: [],
    evidence: pointing(seq),
  }
}

const lodgedPhrase = new RegExp(
  [
    '提出投诉 (\\w+)（(文件|开标|过程|结果|其他)(?:，先有 (\\w+))?(，针对答复)?',
    '(?:，知道于 (\\d{4}-\\d\\d-\\d\\d))?(?:，据 (\\d+) 号记录)?(，说明利害关系)?）',
  ].join(''),
)

export const remedyPhrases: Phrases = [
  [/会签合同/, does('countersign-contract', () => ({}))],
  [/提出询问 (\w+)/, does('ask-enquiry', ({ m }) => ({ id: m[0], text: '管径以哪张图为准' }))],
  [/答复询问 (\w+)/, does('answer-enquiry', ({ m }) => ({ id: m[0], answer: '以图三为准' }))],
  [
    /提出(?:异议|质疑) (\w+)（(文件|过程|结果)(?:，知道于 (\d{4}-\d\d-\d\d))?(?:，据 (\d+) 号记录)?）/,
    does('lodge-objection', ({ m: [id, subject = '', knewOn, seq] }) => ({
      id,
      text: '评分标准与项目无关',
      files: [],
      subject: subjects[subject],
      ...(knewOn ? { knewOn } : {}),
      ...(seq ? { evidence: pointing(seq) } : {}),
    })),
  ],
  [
    /据改动过的 (\d+) 号记录提出异议 (\w+)/,
    does('lodge-objection', ({ m: [seq, id] }) => ({
      ...{ id, text: '评分标准与项目无关', files: [] },
      evidence: pointing(seq).map((of) => ({ ...of, entry: entryMark(of.seq + 1) })),
    })),
  ],
  [
    /答复(?:异议|质疑) (\w+)，(不)?成立(?:，(不影响结果|修改文件|重新评审|由下一名递补|重新开展|撤销合同))?/,
    does('answer-objection', ({ m: [id, not, effect = ''] }) => ({
      id,
      answer: '已核实，依法处理',
      upheld: not === '',
      ...(effect === '' ? {} : { effect: effects[effect] }),
      ...(effect === '重新评审' ? { points } : {}),
    })),
  ],
  [lodgedPhrase, does('lodge-complaint', complaint)],
  [
    /补正投诉 (\w+)/,
    does('supplement-complaint', ({ m }) => ({ id: m[0], text: '补充线索', files: [] })),
  ],
  [
    /撤回投诉 (\w+)/,
    does('withdraw-complaint', ({ m }) => ({ id: m[0], reason: '已与招标人沟通' })),
  ],
  [
    /就投诉 (\w+) 作出说明/,
    does('respond-complaint', ({ m }) => ({ id: m[0], statement: '评审合法', files: [] })),
  ],
  [/受理投诉 (\w+)/, does('check-complaint', ({ m }) => check(m[0], 'accepted'))],
  [
    /要求补正投诉 (\w+)，期限 (\d{4}-\d\d-\d\d)/,
    does('check-complaint', ({ m }) => ({
      ...check(m[0], 'supplement'),
      reason: '请写明被投诉人',
      supplementUntil: m[1],
    })),
  ],
  [
    /不予受理投诉 (\w+)，(逾期|未先提出|超出范围|不明确)/,
    does('check-complaint', ({ m: [id, ground = ''] }) => ({
      ...check(id, 'refused'),
      ground: grounds[ground],
      reason: '依法不予受理',
    })),
  ],
  [
    /不予受理投诉 (\w+)，没有理由/,
    does('check-complaint', ({ m }) => ({ ...check(m[0], 'refused'), reason: '不受理' })),
  ],
  [
    /移送投诉 (\w+)/,
    does('check-complaint', ({ m }) => ({
      ...check(m[0], 'transferred'),
      reason: '移送水利部门',
    })),
  ],
  [/发出投诉 (\w+) 的答复通知/, does('notify-complaint', ({ m }) => ({ id: m[0], to: [] }))],
  [
    /发出投诉 (\w+) 的答复通知，一并通知第一名/,
    does('notify-complaint', ({ m }, state) => ({
      id: m[0],
      to: state.publicReview?.candidates.slice(0, 1).map(({ bidder }) => bidder) ?? [],
    })),
  ],
  [
    /为投诉 (\w+) 通知暂停/,
    does('suspend-for-complaint', ({ m }) => ({ id: m[0], number: '柳建督停〔2026〕1号' })),
  ],
  [/为投诉 (\w+) 通知恢复/, does('resume-after-complaint', ({ m }) => ({ id: m[0] }))],
  [/暂停期满自动恢复/, does('lift-expired-suspension', () => ({}))],
  [
    /为投诉 (\w+) 送检 (\w+)/,
    does('ask-evidence', ({ m }) => ({
      ...{ id: m[0], evidence: m[1], kind: 'test' },
      text: '委托检测',
    })),
  ],
  [
    /收到投诉 (\w+) 的检测报告 (\w+)/,
    does('receive-evidence', ({ m }) => ({
      ...{ id: m[0], evidence: m[1] },
      result: '检测合格',
      files: [],
    })),
  ],
  [
    /决定投诉 (\w+)，驳回/,
    does('decide-complaint', ({ m }) => ({
      ...decision(m[0]),
      ...{ outcome: 'dismissed', ground: 'unfounded', effect: 'continue' },
    })),
  ],
  [
    /决定投诉 (\w+)，驳回，没有理由/,
    does('decide-complaint', ({ m }) => ({
      ...decision(m[0]),
      ...{ outcome: 'dismissed', ground: null, effect: 'continue' },
    })),
  ],
  [
    /决定投诉 (\w+)，成立，(不影响结果|修改文件|重新评审|由下一名递补|重新开展|撤销合同)/,
    does('decide-complaint', ({ m: [id, effect = ''] }) => ({
      ...decision(id),
      ...{ outcome: 'upheld', ground: null, effect: effects[effect] },
      ...(effect === '重新评审' ? { points } : {}),
    })),
  ],
  [
    /决定投诉 (\w+)，成立，重新评审，没有列明事项/,
    does('decide-complaint', ({ m }) => ({
      ...decision(m[0]),
      ...{ outcome: 'upheld', ground: null, effect: 're-evaluate' },
    })),
  ],
]

function check(id: string | undefined, result: string) {
  return { id, result, ground: null, reason: '', supplementUntil: null }
}

function decision(id: string | undefined) {
  return {
    id,
    number: '柳建诉决〔2026〕1号',
    basis: ['实施条例 61'],
    text: '经查，投诉事项已经核实',
  }
}
