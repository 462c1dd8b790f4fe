// SPDX-License-Identifier: Apache-2.0
/** Phrases of 履约: from the signed contract to the last payment and the returned deposit. */

import { addDays, dayOf } from '../../kernel/index.ts'
import { numberOfPaper, type PaperAsked, performancePaper } from '../papers.ts'
import { named, persona } from '../people.ts'
import { does, fenIn, type Phrases } from '../saying.ts'

const file = {
  name: '附件.pdf',
  digest: 'a'.repeat(64),
  size: 1,
  mediaType: 'application/pdf',
}

const kinds = { 交付: 'delivery', 进度: 'progress', 完工: 'completion', 违约: 'fault' } as const
const grounds = {
  设计变更: 'design-change',
  按实计量: 'measured-quantity',
  公共利益: 'public-interest',
  不可抗力: 'force-majeure',
  双方协商: 'agreement',
  追加: 'supplement',
} as const

/** Whole numbers of days, null where the phrase says nothing. */
function days(text: string | undefined): number | null {
  return text === undefined || text === '' ? null : Number(text)
}

const change = {
  ...{ reason: '函件存档', what: '见附件', sameObject: true, files: [file] },
  ...{ durationDays: null, quality: null },
}

function faultIn(usual: PaperAsked, what: string | undefined): Partial<PaperAsked> {
  const faults: Readonly<Record<string, Partial<PaperAsked>>> = {
    受益人是别人: { beneficiary: '91450200MA5L000009' },
    申请人是别人: { applicant: '91450200MA6000000A' },
    少一分: { amountFen: usual.amountFen - 1 },
    早一天到期: { validUntil: usual.validUntil && addDays(usual.validUntil, -1) },
    多一天到期: { validUntil: usual.validUntil && addDays(usual.validUntil, 1) },
  }
  return faults[what ?? ''] ?? {}
}

function numberSaid(paper: PaperAsked, what: string | undefined): string {
  if (what === '开立机构不认') return 'X1'
  return numberOfPaper(paper, what === '已经解除' ? 'R' : '')
}

export const performingPhrases: Phrases = [
  [
    /提交保函作投标保证金，(.+)/,
    async ({ driver, at, m: [what], who }) => {
      const { notice, project } = await driver.state()
      const { name, actor } = named(who)
      const usual: PaperAsked = {
        ...{ form: 'guarantee', applicant: actor.party },
        beneficiary: project?.owner.party ?? '',
        amountFen: notice?.terms.deposit?.amountFen ?? 0,
        validUntil: addDays(
          dayOf(notice?.schedule.deadline ?? at),
          notice?.terms.validityDays ?? 0,
        ),
      }
      const reference = numberSaid({ ...usual, ...faultIn(usual, what) }, what)
      const { form, amountFen } = usual
      const body = { form, amountFen, reference, creditedOn: dayOf(at) }
      const bank = persona(name, 'system', actor.party)
      return driver.perform({ who: bank, act: 'record-deposit', body, at })
    },
  ],
  [
    /签署合同，(中小企业|大型企业)(?:，(\d+) 日付款)?(?:，验收期 (\d+) 日)?(?:，(\d+) 日退保)?/,
    does('sign-contract', ({ m: [size, pay, accept, back] }, state) => ({
      priceFen: state.awardNotice?.priceFen,
      durationDays: state.awardNotice?.durationDays,
      quality: state.awardNotice?.quality,
      files: [],
      payment: {
        smallFirm: size === '中小企业',
        ...{ days: days(pay), acceptanceDays: days(accept), depositReturnDays: days(back) },
      },
    })),
  ],
  [/会签合同/, does('countersign-contract', () => ({}))],
  [
    /提交(保函|保证保险|转账)作履约保证金，(.+)/,
    does('record-performance-deposit', ({ m: [form, what], at }, state) => {
      const usual = performancePaper(state, at)
      const paper: PaperAsked = {
        ...usual,
        form: form === '保函' ? 'guarantee' : form === '转账' ? 'transfer' : 'insurance',
        ...(form === '转账' ? { validUntil: null } : {}),
        ...faultIn(usual, what),
      }
      return { form: paper.form, number: numberSaid(paper, what), amountFen: usual.amountFen }
    }),
  ],
  [
    /公告合同(?:，隐去(.+)（(.+)）)?/,
    does('publish-contract', ({ m: [part, reason] }) => ({
      files: [file],
      redactions: part === '' ? [] : [{ part, ground: 'trade-secret', reason }],
    })),
  ],
  [/合同备案/, does('file-contract', () => ({ office: '柳州市财政局' }))],
  [
    /登记(交付|进度|完工|违约) (\w+)，(\S+)/,
    does('record-performance', ({ m: [kind, id, on] }) => ({
      ...{ id, kind: Object(kinds)[kind ?? ''], on },
      ...{ what: '见附件', files: [file] },
    })),
  ],
  [
    /提出补充合同 (\w+)，追加 ([\d,.]+) 元(，标的不同)?/,
    does('propose-contract-change', ({ m: [id, amount, other] }) => ({
      ...change,
      ...{ id, kind: 'supplement', ground: 'supplement' },
      ...{ addedFen: fenIn(amount), sameObject: other === '' },
    })),
  ],
  [
    /提出合同变更 (\w+)，事由(\S+?)，(增加|减少) ([\d,.]+) 元/,
    does('propose-contract-change', ({ m: [id, ground, way, amount] }) => ({
      ...change,
      ...{ id, kind: 'amendment', ground: Object(grounds)[ground ?? ''] },
      addedFen: way === '减少' ? -fenIn(amount) : fenIn(amount),
    })),
  ],
  [
    /提出合同变更 (\w+)，事由(\S+?)，工期改为 (\d+) 日/,
    does('propose-contract-change', ({ m: [id, ground, time] }) => ({
      ...change,
      ...{ id, kind: 'amendment', ground: Object(grounds)[ground ?? ''] },
      ...{ addedFen: 0, durationDays: Number(time) },
    })),
  ],
  [
    /(不)?同意合同变更 (\w+)/,
    does('answer-contract-change', ({ m: [no, id] }) => ({
      ...{ id, agreed: no === '', reason: no === '' ? '' : '依据不足' },
    })),
  ],
  [/公告合同变更 (\w+)/, does('publish-contract-change', ({ m: [id] }) => ({ id }))],
  [
    /验收 (\w+)，(合格|不合格|整改至 (\S+?))(，有一项不符)?(，公共服务)?(，服务对象参加)?/,
    does('accept-performance', ({ m: [id, said, until, unmet, forPublic, served] }) => {
      const failed = said !== '合格' || unmet !== ''
      return {
        ...{ id, forPublic: forPublic !== '', opinion: '见逐项结论', files: [file] },
        items: [
          { clause: '3.1', standard: '数量齐全', result: 'met', note: '' },
          { clause: '3.2', standard: '性能达标', result: failed ? 'unmet' : 'met', note: '' },
        ],
        outcome: said === '合格' ? 'passed' : said === '不合格' ? 'failed' : 'rectify',
        rectifyUntil: until === '' ? null : until,
        attended: served === '' ? [] : [{ name: '居民代表', as: 'served' }],
      }
    }),
  ],
  [
    /登记发票 (\w+)，([\d,.]+) 元(?:，对应 (\w+))?/,
    does('record-invoice', ({ m: [id, amount, milestone] }) => ({
      ...{ id, number: `4502-${id}`, amountFen: fenIn(amount) },
      milestone: milestone === '' ? null : milestone,
    })),
  ],
  [
    /支付 (\w+)，([\d,.]+) 元，(\S+)/,
    does('record-payment', ({ m: [invoice, amount, paidOn] }) => ({
      ...{ invoice, amountFen: fenIn(amount), paidOn, reference: '国库支付单' },
    })),
  ],
  [
    /索赔履约保证金 (\w+)，([\d,.]+) 元/,
    does('claim-performance-deposit', ({ m: [id, amount] }) => ({
      ...{ id, amountFen: fenIn(amount), ground: 'defective' },
      ...{ reason: '整改逾期', files: [file] },
    })),
  ],
  [
    /退还履约保证金(?:，(.+))?/,
    does('return-performance-deposit', ({ m: [reason] }) => ({ reason })),
  ],
  [
    /登记开立机构解除已失效的/,
    does('record-performance-settlement', (_, { performing: { lapsed } }) => ({
      what: 'return',
      id: lapsed.at(-1)?.number ?? 'none',
      reference: '回单2号',
    })),
  ],
  [
    /登记开立机构(付款|解除)(?: (\w+))?/,
    does('record-performance-settlement', ({ m: [what, id] }) => ({
      what: what === '付款' ? 'claim' : 'return',
      id: id === '' ? null : id,
      reference: '回单1号',
    })),
  ],
]
