// SPDX-License-Identifier: Apache-2.0
/** Chinese and English for the codes people meet: roles, stages, kinds. Never the code itself. */

import { type Role, type Words, words } from '@gongxin/core/kernel'
import { allStages, findProcedure, stageOf, usualProcedure } from '@gongxin/core/procedures'

const roleTitles: Readonly<Record<Role, Words>> = {
  tenderOwner: words('招标人', 'Tender owner'),
  agency: words('招标代理机构', 'Agency'),
  bidder: words('投标人', 'Bidder'),
  expert: words('评标专家', 'Expert'),
  centre: words('交易中心', 'Trading centre'),
  authority: words('行政监督部门', 'Supervising authority'),
  audit: words('审计机关', 'Audit office'),
  notary: words('公证机构', 'Notary'),
  system: words('系统', 'System'),
}

export function roleTitle(role: string): Words {
  return isRole(role) ? roleTitles[role] : words('参与人', 'Participant')
}

function isRole(role: string): role is Role {
  return Object.hasOwn(roleTitles, role)
}

const kindTitles: Readonly<Record<string, Words>> = {
  works: words('施工', 'Works'),
  goods: words('货物', 'Goods'),
  service: words('服务', 'Services'),
  design: words('勘察设计', 'Survey and design'),
}

export function kindTitle(kind: string): Words {
  return kindTitles[kind] ?? words('其他', 'Other')
}

/** As its own procedure calls it. */
export function phaseTitle(phase: string, procedure: string = usualProcedure): Words {
  const held = findProcedure(procedure)
  const found = (held && stageOf(held, phase)) ?? allStages.find(({ id }) => id === phase)
  return found?.title ?? words('其他阶段', 'Another stage')
}

export const districts: readonly Words[] = [
  words('市本级', 'City level'),
  words('城中区', 'Chengzhong'),
  words('鱼峰区', 'Yufeng'),
  words('柳南区', 'Liunan'),
  words('柳北区', 'Liubei'),
  words('柳江区', 'Liujiang'),
  words('柳城县', 'Liucheng'),
  words('鹿寨县', 'Luzhai'),
  words('融安县', 'Rong’an'),
  words('融水苗族自治县', 'Rongshui'),
  words('三江侗族自治县', 'Sanjiang'),
]
