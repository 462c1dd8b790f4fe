// SPDX-License-Identifier: Apache-2.0
/** 立项 to 公告 and what happens while bids are made ready. */

import {
  addDays,
  addMinutes,
  type CivilDate,
  type Instant,
  nextWorkday,
} from '@gongxin/core/kernel'
import { calendar } from '@gongxin/core/law'
import { drawsCoefficient, promises } from '../numbers.ts'
import { bidderAt, has, hostOf, type Plan } from '../plan.ts'
import { isProcured, procurementOf } from '../procured.ts'
import { holderForm } from '../sealing.ts'
import { does, type Life } from '../step.ts'
import { estimateFen, termsOf } from '../terms.ts'
import { at, type Timetable, workdays } from '../timetable.ts'

export function* register(plan: Plan, times: Timetable): Life {
  const { owner, agency, project } = plan
  const body = {
    projectCode: plan.code,
    projectName: `${project.district}${project.name}`,
    name: `${project.district}${project.name}`,
    kind: plan.kind,
    approval: {
      document: `柳发改审〔${times.registered.slice(0, 4)}〕${100 + plan.no}号`,
      by: '柳州市发展和改革委员会',
      organisation: agency === null ? 'self' : 'agency',
    },
    funds: {
      object: 'OB-1',
      source: '财政资金及自筹资金',
      budgetFen: estimateFen(plan),
      investFen: estimateFen(plan),
    },
    estimateFen: estimateFen(plan),
    stateControlled: true,
    district: project.district,
    industry: industryOf(plan),
    authority: { party: plan.authority.party, name: plan.authority.name },
    previous: null,
    round: 1,
    procedure: plan.procedure.id,
    ...(isProcured(plan) ? { procurement: procurementOf(plan, times.registered.slice(0, 4)) } : {}),
  }
  yield does(at(plan, times.registered, '09:00'), owner, 'register-project', body)
  if (agency === null) return
  yield does(at(plan, times.registered, '10:00'), owner, 'entrust-agency', {
    agency: { party: agency.party, name: agency.name },
    mandate: '编制招标文件、组织开标评标、协助签订合同等招标代理事项。',
    contract: null,
  })
}

function industryOf({ project }: Plan): string {
  if (project.branch === 'water') return '水利'
  if (project.branch === 'road') return '交通'
  return '房建市政'
}

export function* file(plan: Plan, times: Timetable): Life {
  const form = plan.agency === null ? 'self' : 'agency'
  yield does(at(plan, times.filed, '10:00'), hostOf(plan), 'notify-filing', { form })
}

export function* admit(plan: Plan, times: Timetable): Life {
  yield does(at(plan, times.admitted, '15:00'), plan.centre, 'admit-entry', {
    openingRoom: `开标${1 + (plan.no % 8)}厅`,
    evaluationRoom: roomOf(plan),
  })
}

/** No two tenders of the city share a room: a call tells no more than time and place. */
export function roomOf({ no }: Plan): string {
  return `评标${no}室`
}

export function* publish(plan: Plan, times: Timetable): Life {
  const host = hostOf(plan)
  const published = at(plan, times.published, '09:00')
  yield* hold(plan, addMinutes(published, -30))
  if (plan.procedure.tickets === 'invited') yield invites(plan, addMinutes(published, -10))
  yield does(published, host, 'publish-notice', {
    terms: termsOf(plan),
    schedule: {
      documentFrom: published,
      documentUntil: times.announced,
      deadline: times.announced,
    },
    files: [],
    reasons: [],
  })
  for (const [i, bidder] of plan.bidders.entries()) {
    const when = addMinutes(at(plan, times.published, '10:00'), i * 25)
    yield does(when, bidder, 'download-document')
  }
  if (drawsCoefficient(plan)) {
    yield* promises(plan, 'commit-coefficient-number', at(plan, times.published, '15:00'))
  }
  yield* interludes(plan, times)
}

function invites(plan: Plan, when: Instant) {
  return does(when, hostOf(plan), 'name-invitees', {
    invitees: plan.bidders.map(({ party, name }) => ({ party, name })),
    source: 'library-draw',
    reason: '从符合条件的单位中随机抽取，抽取过程有监督人员在场。',
  })
}

/** The three holders, each with a fresh key for this tender. */
function* hold(plan: Plan, from: Instant): Life {
  const { seed, code, project, notary, audit } = plan
  const stated = { projectCode: code, name: `${project.district}${project.name}`, round: 1 }
  const holders = [
    { who: hostOf(plan), office: 'host' },
    { who: notary, office: 'notary' },
    { who: audit, office: 'audit' },
  ] as const
  for (const [i, { who, office }] of holders.entries()) {
    const form = holderForm({ seed, code, office }, stated)
    yield does(addMinutes(from, i), who, 'provide-holder-key', form)
  }
}

function* interludes(plan: Plan, times: Timetable): Life {
  const next = workdays(times.published, 1)
  if (has(plan, 'terminated')) yield terminated(plan, next)
  if (has(plan, 'document-objection', 'document-objection-open')) {
    yield* documentObjection(plan, next)
  }
  if (has(plan, 'suspended')) yield suspended(plan, next)
  if (has(plan, 'clarified')) yield clarified(plan, times)
  if (has(plan, 'deadline-moved')) {
    yield does(at(plan, times.clarified, '15:00'), hostOf(plan), 'move-deadline', {
      to: times.deadline,
      because: 'owner',
      reason: '为使投标人有充足时间编制投标文件，顺延投标截止时间。',
    })
  }
}

function clarified(plan: Plan, times: Timetable) {
  return does(at(plan, times.clarified, '11:00'), hostOf(plan), 'clarify', {
    id: `clarification-${plan.no}`,
    answers: [
      { question: '工作范围是否含交通导改？', answer: '包含，费用列入措施项目。' },
      { question: '主要材料是否允许采用同等质量的产品？', answer: '允许。' },
    ],
    affectsBids: true,
    terms: null,
    files: [],
  })
}

function terminated(plan: Plan, on: CivilDate) {
  const works = plan.kind === 'works'
  return does(at(plan, on, '16:00'), plan.owner, 'terminate', {
    reason: works
      ? '因强降雨引发地质灾害，原选址不能建设，属不可抗力，终止本次招标。'
      : '因上级采购计划调整，本批设备改为统一配置，终止本次招标。',
    forceMajeure: works,
  })
}

function* documentObjection(plan: Plan, on: CivilDate): Life {
  const id = `objection-document-${plan.no}`
  yield does(at(plan, on, '14:00'), bidderAt(plan, 0), 'lodge-objection', {
    id,
    text: '评分标准中项目团队配备的人数要求没有说明专业，请予明确。',
    files: [],
  })
  if (has(plan, 'document-objection-open')) return
  const answered = nextWorkday(addDays(on, 1), calendar)
  yield does(at(plan, answered, '16:00'), plan.owner, 'answer-objection', {
    id,
    answer: '人员专业以招标文件第五章所列岗位为准，评分标准不作调整。',
    upheld: false,
  })
}

function suspended(plan: Plan, on: CivilDate) {
  return does(at(plan, on, '15:00'), plan.authority, 'issue-directive', {
    id: `directive-${plan.no}`,
    kind: 'suspend',
    number: `柳招监〔${on.slice(0, 4)}〕${plan.no}号`,
    basis: ['实施条例 62'],
    text: '经查，招标文件部分资格条件需要核实，责令暂停招标投标活动，配合调查。',
    lifts: null,
  })
}
