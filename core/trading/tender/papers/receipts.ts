// SPDX-License-Identifier: Apache-2.0
/** 回执: that something was received, when, under which number, and what follows from it. */

import { article, dayOf, words } from '../../../kernel/index.ts'
import type { TenderEvent } from '../events.ts'
import { remedyOf } from '../remedies/times.ts'
import { body, form, projectEvents } from './form.ts'
import {
  aboutSaid,
  answerSaid,
  complaintBasis,
  evidenceSaid,
  lateSaid,
  titleSaid,
} from './remedy-said.ts'
import { authorityOf, momentSaid, ownerOf, secondSaid } from './say.ts'
import { facts, note, paragraph, type Seal } from './shape.ts'

export const platformName = '柳州市公共资源交易平台'

export function platformSeal(event: Pick<TenderEvent, 'at'>): readonly Seal[] {
  return [{ by: platformName, on: dayOf(event.at) }]
}

export const filingReceipt = form({
  kind: 'filing-receipt',
  title: words('招标备案受理回执', 'Receipt of the filing'),
  on: 'FilingNotified',
  draws: ['ProjectRegistered', 'AgencyEntrusted', 'FilingNotified'],
  numberOf: ({ receipt }) => receipt,
  write: ({ event, state }) =>
    body({
      to: ownerOf(state),
      blocks: [
        ...paragraph('贵单位提交的招标备案材料已经收到，回执如下：'),
        facts(
          ['回执编号', event.data.receipt],
          ['标段名称', state.project?.name ?? ''],
          ['组织形式', event.data.form === 'agency' ? '委托招标代理机构办理' : '招标人自行办理'],
          ['招标代理机构', state.agency?.name ?? ''],
          ['收到时间', secondSaid(event.at)],
          ['行政监督部门', authorityOf(state)],
        ),
        note('备案为告知，平台收到即出具回执，不作审批。'),
      ],
      seals: platformSeal(event),
      cites: [article('招标投标法', 12)],
    }),
})

export const entryReceipt = form({
  kind: 'entry-receipt',
  title: words('进场受理回执', 'Receipt of the entry'),
  on: 'EntryAdmitted',
  draws: ['ProjectRegistered', 'AgencyEntrusted', 'EntryAdmitted'],
  write: ({ event, state }) =>
    body({
      to: ownerOf(state),
      blocks: [
        ...paragraph('贵单位的进场交易登记已经受理，场地安排如下：'),
        facts(
          ['标段名称', state.project?.name ?? ''],
          ['开标场所', event.data.openingRoom],
          ['评标场所', event.data.evaluationRoom],
          ['受理时间', secondSaid(event.at)],
        ),
        note('进场登记只核对材料是否齐全并安排场地，不审查招标内容。'),
      ],
      seals: platformSeal(event),
      cites: [article('实施条例', 5)],
    }),
})

export const objectionReceipt = form({
  kind: 'objection-receipt',
  title: words('异议受理回执', 'Receipt of an objection'),
  titleOf: (data) => titleSaid(remedyOf({ lodged: data }), '受理回执', 'Receipt of the'),
  on: 'ObjectionLodged',
  draws: projectEvents,
  write: ({ event, state }) => {
    const { by, subject, text, files, late } = event.data
    const remedy = remedyOf({ lodged: event.data })
    const { zh } = remedy.title
    return body({
      to: by.name,
      blocks: [
        ...paragraph(`贵单位提出的${zh}已经收到，回执如下：`),
        facts(
          ['标段名称', state.project?.name ?? ''],
          [`${zh}事项`, aboutSaid(remedy, subject)],
          [`${zh}内容`, text],
          ['附件', files.map(({ name }) => name).join('、')],
          ['依据的记录', (event.data.evidence ?? []).map(evidenceSaid).join('、')],
          ['收到时间', momentSaid(event.at)],
        ),
        ...paragraph(late ? lateSaid(remedy) : answerSaid(remedy, authorityOf(state))),
      ],
      seals: platformSeal(event),
      cites: [...remedy.basis, ...complaintBasis(remedy)],
    })
  },
})
