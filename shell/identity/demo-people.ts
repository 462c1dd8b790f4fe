// SPDX-License-Identifier: Apache-2.0
/** 演示身份: the invented organisations and people of the demo city, the same for server and seed. */

import type { Role } from '@gongxin/core/kernel'

export interface DemoOrganisation {
  /** 统一社会信用代码, or `office-…` for an office that watches or serves. */
  readonly id: string
  readonly name: string
  readonly shortName: string
  readonly kind: 'enterprise' | 'agency' | 'institution' | 'government'
  readonly roles: readonly Role[]
  readonly address: string
}

export interface DemoPersona {
  readonly persona: string
  readonly name: string
  /** What the person is there for, as printed on a badge. */
  readonly position: string
  readonly role: Role
  /** Party acted for: an organisation, or the expert's own id in the library. */
  readonly party: string
}

export interface DemoExpert {
  readonly expert: string
  readonly name: string
}

export const demoOrganisations: readonly DemoOrganisation[] = [
  {
    id: '91450200MA5KX1C70K',
    name: '柳州市城投建设集团有限公司',
    shortName: '市城投',
    kind: 'enterprise',
    roles: ['tenderOwner'],
    address: '柳州市城中区龙潭东路18号',
  },
  {
    id: '91450100MA5NB2D48D',
    name: '广西诚正招标代理有限公司',
    shortName: '广西诚正招标代理',
    kind: 'agency',
    roles: ['agency'],
    address: '南宁市青秀区金浦北路36号',
  },
  {
    id: '91450200MA5LQ8H23J',
    name: '柳州龙壁建设工程有限公司',
    shortName: '龙壁建设',
    kind: 'enterprise',
    roles: ['bidder'],
    address: '柳州市鱼峰区箭盘山路52号',
  },
  {
    id: '91450200MA5MT6P93F',
    name: '广西柳江湾路桥有限公司',
    shortName: '柳江湾路桥',
    kind: 'enterprise',
    roles: ['bidder'],
    address: '柳州市柳北区雀儿山路7号',
  },
  {
    id: '91450100MA5QF7U1X3',
    name: '广西邕达市政工程集团有限公司',
    shortName: '邕达市政',
    kind: 'enterprise',
    roles: ['bidder'],
    address: '南宁市良庆区银海大道88号',
  },
  {
    id: 'office-centre',
    name: '柳州市公共资源交易中心',
    shortName: '交易中心',
    kind: 'institution',
    roles: ['centre'],
    address: '柳州市城中区文昌路66号',
  },
  {
    id: 'office-authority',
    name: '柳州市住房和城乡建设局',
    shortName: '市住建局',
    kind: 'government',
    roles: ['authority'],
    address: '柳州市城中区文昌路66号',
  },
  {
    id: 'office-audit',
    name: '柳州市审计局',
    shortName: '市审计局',
    kind: 'government',
    roles: ['audit'],
    address: '柳州市城中区三中路66号',
  },
  {
    id: 'office-notary',
    name: '柳州市桂柳公证处',
    shortName: '桂柳公证处',
    kind: 'institution',
    roles: ['notary'],
    address: '柳州市城中区文昌路37号',
  },
]

/** The first five of the demo library, by the library's own ids; sim/people has the same rows. */
export const demoExperts: readonly DemoExpert[] = [
  { expert: 'E0001', name: '蓝桂生' },
  { expert: 'E0002', name: '黄敏芝' },
  { expert: 'E0003', name: '莫少华' },
  { expert: 'E0004', name: '欧阳文静' },
  { expert: 'E0005', name: '石建国' },
]

/** People of the owner who may take its seats; the party is what the owner names when convening. */
export const demoRepresentatives: readonly DemoExpert[] = [
  { expert: 'owner-representative-1', name: '赵立新' },
  { expert: 'owner-representative-2', name: '钱晓岚' },
]

const bidders: readonly (readonly [string, string])[] = [
  ['陆海涛', '91450200MA5LQ8H23J'],
  ['梁晓燕', '91450200MA5MT6P93F'],
  ['谭志远', '91450100MA5QF7U1X3'],
]

export const demoPersonas: readonly DemoPersona[] = [
  one('tenderOwner', '周敏', '招标人经办人', '91450200MA5KX1C70K'),
  one('agency', '韦芳', '项目负责人', '91450100MA5NB2D48D'),
  ...bidders.map(([name, party], i): DemoPersona => {
    return { persona: `bidder${i + 1}`, name, position: '投标人经办人', role: 'bidder', party }
  }),
  ...demoExperts.map((found, i): DemoPersona => {
    const { name, expert: party } = found
    return { persona: `expert${i + 1}`, name, position: '评标专家', role: 'expert', party }
  }),
  ...demoRepresentatives.map(({ name, expert: party }, i): DemoPersona => {
    const persona = `ownerRepresentative${i + 1}`
    return { persona, name, position: '招标人代表', role: 'expert', party }
  }),
  one('centre', '李勇', '值班员', 'office-centre'),
  one('authority', '陈曦', '监督员', 'office-authority'),
  one('audit', '覃岚', '审计员', 'office-audit'),
  one('notary', '韦立言', '公证员', 'office-notary'),
]

function one(role: Role, name: string, position: string, party: string): DemoPersona {
  return { persona: role, name, position, role, party }
}

/** Name of the party a persona acts for; an expert acts for nobody but themselves. */
export function demoPartyName(party: string): string {
  const organisation = demoOrganisations.find(({ id }) => id === party)
  const person = [...demoExperts, ...demoRepresentatives].find((e) => e.expert === party)
  return organisation?.name ?? person?.name ?? party
}
