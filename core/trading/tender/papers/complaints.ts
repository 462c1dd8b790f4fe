// SPDX-License-Identifier: Apache-2.0
/** 投诉: the receipt of whoever complained, and the decision that everybody may read. */

import { dayOf, words } from '../../../kernel/index.ts'
import { limitOf } from '../../../law/index.ts'
import { getRemedy, type Remedy, type RemedyEffect } from '../../../procedures/index.ts'
import type { DataOf } from '../events.ts'
import { body, form, projectEvents } from './form.ts'
import { platformSeal } from './receipts.ts'
import { aboutSaid, evidenceSaid, spanSaid } from './remedy-said.ts'
import { momentSaid } from './say.ts'
import { facts, paragraph } from './shape.ts'

export { entryReceipt, filingReceipt, objectionReceipt } from './receipts.ts'

export const complaintReceipt = form({
  kind: 'complaint-receipt',
  title: words('投诉收件回执', 'Receipt of a complaint'),
  on: 'ComplaintLodged',
  draws: projectEvents,
  write: ({ event, state }) => {
    const { data } = event
    const remedy = getRemedy(data.remedy)
    return body({
      to: data.by.name,
      blocks: [
        ...paragraph('贵单位提出的投诉已经收到并转交有权处理的部门，回执如下：'),
        facts(
          ['标段名称', state.project?.name ?? ''],
          ['投诉事项', aboutSaid(remedy, data.subject)],
          ['事实和理由', data.facts],
          ['请求', data.requests],
          ['依据的记录', data.evidence.map(evidenceSaid).join('、')],
          ['附件', data.files.map(({ name }) => name).join('、')],
          ['处理部门', state.project?.authority.name ?? remedy.answerer.title.zh],
          ['收到时间', momentSaid(event.at)],
        ),
        ...paragraph(nextSaid(remedy)),
      ],
      seals: platformSeal(event),
      cites: remedy.basis,
    })
  },
})

function nextSaid({ times, activity }: Remedy): string {
  const check = times.check === null ? '及时' : `自收到之日起${spanSaid(times.check)}内`
  const decide = times.decide === null ? '' : `；受理的，${spanSaid(times.decide)}内作出处理决定`
  return `处理部门${check}审查，决定是否受理${decide}。投诉本身不暂停${activity.zh}。`
}

const effects: Readonly<Record<RemedyEffect, string>> = {
  continue: '不影响结果，交易继续',
  'amend-document': '责令修改文件',
  're-evaluate': '责令就列明事项重新评审',
  'next-candidate': '原结果无效，另行确定下一名候选人',
  restart: '本轮无效，重新开展',
  'revoke-contract': '撤销合同，重新开展',
}

const dismissals: Readonly<Record<NonNullable<DataOf<'ComplaintDecided'>['ground']>, string>> = {
  unfounded: '缺乏事实依据',
  fabricated: '捏造事实、提供虚假材料',
  'illegal-evidence': '证据取得不合法',
  'inadmissible-after-all': '受理后发现不符合受理条件',
}

export const complaintDecision = form({
  kind: 'complaint-decision',
  title: words('投诉处理决定书', 'Decision on a complaint'),
  on: 'ComplaintDecided',
  draws: [...projectEvents, 'ComplaintDecided'],
  numberOf: ({ number }) => number,
  write: ({ event, state }) => {
    const { data } = event
    const remedy = getRemedy(data.remedy)
    const upheld = data.outcome === 'upheld'
    const known = remedy.effects.find(({ effect }) => effect === data.effect)?.cites ?? []
    return body({
      blocks: [
        facts(
          ['标段名称', state.project?.name ?? ''],
          ['投诉事项', aboutSaid(remedy, data.subject)],
          ['结论', upheld ? '投诉成立' : '驳回投诉'],
          ['驳回理由', data.ground === null ? '' : dismissals[data.ground]],
          ['处理结果', upheld ? effects[data.effect] : ''],
          ['处理依据', data.basis.join('、')],
        ),
        ...paragraph(data.text),
        ...paragraph(courtsSaid),
      ],
      seals: [{ by: data.by.name, on: dayOf(event.at) }],
      cites: [...remedy.basis, ...known, ...courts.flatMap(({ cites }) => cites)],
    })
  },
})

const courts = [limitOf('TL-43'), limitOf('TL-44')] as const
const courtsSaid = [
  `不服本决定的，可以自知道之日起${spanSaid('TL-43')}内申请行政复议，`,
  '或者自知道之日起六个月内提起行政诉讼。',
].join('')
