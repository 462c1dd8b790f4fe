// SPDX-License-Identifier: Apache-2.0
/** Phrases of 单一来源: its public review, objections to it, and the talks with the one supplier. */

import { isCivilDate } from '../../kernel/index.ts'
import { named } from '../people.ts'
import { does, fenIn, type Phrases } from '../saying.ts'

function supplierOf(name: string | undefined) {
  const { name: said, actor } = named(name === undefined || name === '' ? '甲公司' : name)
  return { party: actor.party, name: said }
}

const professional = { name: '周工', unit: '柳州市水务设计院', title: '高级工程师' }

export const soleSourcePhrases: Phrases = [
  [
    /发布单一来源公示，至 (\d{4}-\d\d-\d\d)(?:，供应商(.+))?/,
    does('publish-sole-source', ({ m: [until = '', name] }) => ({
      object: '原厂供水泵组控制系统升级',
      reason: '控制系统为原厂专有技术，没有其他供应商可以提供或者替代',
      supplier: supplierOf(name),
      address: '柳州市城中区文昌路2号',
      opinions: [{ ...professional, opinion: '专有技术不可替代，同意单一来源' }],
      endsOn: isCivilDate(until) ? until : '',
      objections: '柳州市公共资源交易平台',
    })),
  ],
  [
    /对单一来源公示提出异议 (\w+)/,
    does('object-sole-source', ({ m }) => ({ id: m[0], text: '我公司产品可以替代，附检测报告' })),
  ],
  [
    /答复单一来源异议 (\w+)，(成立|不成立)/,
    does('answer-sole-source', ({ m }) => ({
      id: m[0],
      upheld: m[1] === '成立',
      conclusion: '经补充论证，已经逐项说明',
    })),
  ],
  [
    /提交协商情况，价格 ([\d,.]+) 元(?:，供应商(\S+?))?(?:，批准文号(\S+))?/,
    does('record-consultation', ({ m: [price, name, approval = ''] }) => ({
      supplier: supplierOf(name),
      professionals: [professional],
      priceFen: fenIn(price),
      durationDays: 60,
      quality: '合格',
      projectManager: { name: '李项', certificate: '' },
      cost: '人工、器件和调试费用分项列明',
      references: '同类升级项目合同两份',
      record: '双方就价格和质保期协商一致',
      approval,
    })),
  ],
]
