// SPDX-License-Identifier: Apache-2.0
/** Phrases from the report to the archive. */

import { candidatesOf } from '../../trading/tender/index.ts'
import { numberOfPaper, performancePaper } from '../papers.ts'
import { named, persona } from '../people.ts'
import { bidNumber, does, fenIn, type Phrases, through } from '../saying.ts'
import { conclusion, contracting, refunding } from '../script.ts'
import { publishing } from '../whole.ts'

export const endingPhrases: Phrases = [
  [/审查评标报告/, does('review-report', () => ({ remarks: '已核对谈判记录' }))],
  [/审查报告并公示中标候选人/, through(() => publishing)],
  [
    /要求复核(.+)的(评分|报价|否决)(?:（(\w+)）)?/,
    does('order-reevaluation', ({ m: [name = '', what = '', factor = ''] }, state) => ({
      points: [
        {
          about: { 评分: 'mark', 报价: 'price', 否决: 'rejection' }[what],
          bid: bidNumber(state, name),
          factor: factor === '' ? null : factor,
          defect: '与投标文件不符',
        },
      ],
    })),
  ],
  [
    /定标，第(\d)名(?:，理由 ([a-z-]+))?/,
    does('award', ({ m: [rank, code] }, state) => ({
      bid: candidatesOf(state)[Number(rank) - 1]?.bid ?? 'B99',
      reasonCode: code,
      reason: code === '' ? '' : '第一名来函放弃，函件存档',
    })),
  ],
  [/发出中标通知书/, does('issue-award-notice', () => ({ number: '柳中标〔2026〕1号' }))],
  [
    /提交履约保证金 ([\d,.]+) 元/,
    does('record-performance-deposit', ({ m, at }, state) => {
      const paper = performancePaper(state, at, { amountFen: fenIn(m[0]) })
      return { form: paper.form, number: numberOfPaper(paper), amountFen: paper.amountFen }
    }),
  ],
  [/提交履约保证金并签订合同/, through(() => contracting)],
  [
    /签署合同，价款 ([\d,.]+) 元/,
    does('sign-contract', ({ m }, state) => ({
      priceFen: Math.round(Number((m[0] ?? '').replaceAll(',', '')) * 100),
      durationDays: state.awardNotice?.durationDays,
      quality: state.awardNotice?.quality,
      files: [],
    })),
  ],
  [
    /取消中标资格，(由下一名递补|重新招标)/,
    does('cancel-award', ({ m }) => ({
      cause: 'refused-contract',
      reason: '中标人来函拒绝签订合同',
      next: m[0] === '重新招标' ? 'retender' : 'next-candidate',
    })),
  ],
  [/指令退还保证金/, does('refund-deposits', () => ({}))],
  [
    /退还(.+)撤回后的保证金/,
    async ({ driver, at, m }) => {
      const { name, actor } = named(m[0] ?? '')
      const who = persona(name, 'system', actor.party)
      return driver.perform({ who, act: 'return-deposit', body: { reference: '退款单' }, at })
    },
  ],
  [/登记迟到的保证金/, does('take-up-deposits', () => ({}))],
  [
    /不予退还(.+)的保证金/,
    does('forfeit-deposit', ({ m }, state) => ({
      bid: bidNumber(state, m[0] ?? ''),
      reason: '截止后撤销投标，证据见开标记录',
    })),
  ],
  [
    /退还(.+)的保证金/,
    does('record-refund', ({ m }) => ({
      party: named(m[0] ?? '').actor.party,
      reference: '退款单',
    })),
  ],
  [/退还全部保证金/, through(() => refunding)],
  [/提交书面报告/, does('file-written-report', () => ({ summary: '全过程合规' }))],
  [/归档/, does('archive', () => ({ retention: '30-years' }))],
  [/退款、书面报告、归档/, through(() => conclusion)],
  [/登记重新招标 (\w+)/, does('retender', ({ m }) => ({ next: m[0] }))],
]
