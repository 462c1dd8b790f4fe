// SPDX-License-Identifier: Apache-2.0
/** 合同订立以后: open readings on guarantees, changes and late payment. */

import type { Reading } from '../reading.ts'

export const readingsOnAfterAward: readonly Reading[] = [
  {
    id: 'R-101',
    handbook: 'PB-4',
    title: '履约保函有效期',
    question: '履约保函、保证保险应当有效到哪一天，法律没有写，平台查不查？',
    options: ['不查', '查到合同工期（履行期限）届满'],
    chosen: '查到合同工期（履行期限）届满：自提交之日起加上中标通知书写明的天数',
    consequence: '短一天不予登记，换开或者延期后再提交',
    status: '待确认',
  },
  {
    id: 'R-102',
    handbook: 'B4',
    title: '合同可以变更的事由',
    question: '哪些事由可以变更价款、期限、质量，政府采购法第50条凭记忆，是否准确？',
    options: ['一律不许', '列明的事由可以'],
    chosen:
      '列明的事由可以：工程为设计变更、按实计量、合同调价条款、不可抗力、法律变化；' +
      '采购为公共利益、不可抗力、法律变化，且不增加金额',
    consequence: '仅凭双方协商的不予登记；事由随变更公开',
    status: '待确认',
  },
  {
    id: 'R-103',
    handbook: 'MON-7',
    title: '迟付利息和付款起算日',
    question: '合同约定的迟付利率、逐笔付款的起算日怎样取？',
    options: ['只用法定利率、自验收合格起算', '合同约定另录'],
    chosen:
      '利率取每天万分之五；有验收约定的自验收合格日，验收拖过约定日的自约定日，' +
      '其余自交付日起算；采购项目收到发票十个工作日更早的从其早',
    consequence: '平台算出的利息写入付款记录，约定更高的由双方另结',
    status: '待确认',
  },
]
