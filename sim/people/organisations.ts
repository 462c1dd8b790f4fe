// SPDX-License-Identifier: Apache-2.0
/** Invented organisations of the demo city: who buys, who advises, who bids. */

import { certain } from '@gongxin/core/kernel'
import { readUscc, usccAlphabet, usccCheck } from '@gongxin/core/registers/entities'
import { digestOf } from '../chance/index.ts'
import { personName } from './names.ts'

export type Trade = 'works' | 'goods' | 'service'

export interface Organisation {
  /** How the scenarios name it: `bidder-07`, `owner-2`, `agency-1`. */
  readonly key: string
  readonly uscc: string
  readonly name: string
  readonly kind: 'enterprise' | 'agency' | 'institution' | 'government'
  readonly role: 'bidder' | 'tenderOwner' | 'agency'
  readonly trade: Trade | null
  readonly address: string
  readonly person: string
  readonly login: string
}

type Row = readonly [name: string, place: string, trade?: Trade]

const bidderRows: readonly Row[] = [
  ['柳州桥岭路桥工程有限公司', '柳州市柳南区航银路', 'works'],
  ['广西壶城建设集团有限公司', '柳州市城中区东环大道', 'works'],
  ['柳州白莲洞市政工程有限公司', '柳州市鱼峰区柳石路', 'works'],
  ['广西融江水利水电工程有限公司', '柳州市融水苗族自治县融水镇', 'works'],
  ['柳州洛维建筑安装有限公司', '柳州市鱼峰区洛维路', 'works'],
  ['广西三门江园林建设有限公司', '柳州市柳东新区三门江路', 'works'],
  ['柳州浔江程阳建设有限公司', '柳州市三江侗族自治县古宜镇', 'works'],
  ['广西桂中公路工程有限公司', '来宾市兴宾区桂中大道', 'works'],
  ['南宁青山湖建设工程有限公司', '南宁市青秀区青山路', 'works'],
  ['桂林漓水建筑工程有限公司', '桂林市七星区漓江路', 'works'],
  ['广西大藤峡基础工程有限公司', '贵港市港北区荷城路', 'works'],
  ['柳州鹧鸪江机电设备有限公司', '柳州市柳北区北雀路', 'goods'],
  ['广西柳东智能装备有限公司', '柳州市柳东新区新柳大道', 'goods'],
  ['南宁邕江医疗器械有限公司', '南宁市西乡塘区科园大道', 'goods'],
  ['柳州阳和泵业有限公司', '柳州市阳和工业新区阳和大道', 'goods'],
  ['广西八桂教学仪器有限公司', '南宁市高新区科德路', 'goods'],
  ['桂林象山信息设备有限公司', '桂林市象山区中山南路', 'goods'],
  ['柳州雒容钢构材料有限公司', '柳州市鹿寨县雒容镇', 'goods'],
  ['广西柳石工程监理有限公司', '柳州市城中区桂中大道', 'service'],
  ['柳州东堤工程咨询有限公司', '柳州市城中区东堤路', 'service'],
  ['广西五菱塘工程项目管理有限公司', '柳州市柳南区河西路', 'service'],
  ['南宁明月湖工程监理有限公司', '南宁市良庆区玉洞大道', 'service'],
  ['桂林尧山建设监理有限公司', '桂林市七星区普陀路', 'service'],
  ['广西蟠龙勘察设计有限公司', '柳州市鱼峰区蟠龙路', 'service'],
  ['柳州北岸检测技术有限公司', '柳州市北部生态新区杨柳路', 'service'],
]

const ownerRows: readonly Row[] = [
  ['柳州市东城投资开发集团有限公司', '柳州市柳东新区文苑路'],
  ['柳州市水利局项目建设中心', '柳州市城中区潭中东路'],
  ['柳州市教育局基建办公室', '柳州市城中区友谊路'],
  ['柳州市妇幼保健院', '柳州市城中区映山街'],
  ['三江侗族自治县交通运输局', '柳州市三江侗族自治县古宜镇江峰街'],
  ['鹿寨县城市建设投资有限公司', '柳州市鹿寨县鹿寨镇民生路'],
]

const agencyRows: readonly Row[] = [
  ['柳州龙潭工程咨询招标有限公司', '柳州市城中区龙潭路'],
  ['广西建诚项目管理咨询有限公司', '南宁市青秀区民族大道'],
  ['柳州公平谷招标代理有限公司', '柳州市鱼峰区屏山大道'],
  ['广西桂采招标咨询有限公司', '柳州市柳北区胜利路'],
]

/** Bidders keep their order: the first eleven build, seven supply, seven advise. */
export function organisationsOf(seed: number): readonly Organisation[] {
  const city = '450200'
  return [
    ...bidderRows.map((row, i) => made(seed, `bidder-${two(i + 1)}`, { row, city })),
    ...ownerRows.map((row, i) => made(seed, `owner-${i + 1}`, { row, city })),
    ...agencyRows.map((row, i) => made(seed, `agency-${i + 1}`, { row, city })),
  ]
}

const roleOfKey = { bidder: 'bidder', owner: 'tenderOwner', agency: 'agency' } as const

function made(seed: number, key: string, of: { row: Row; city: string }): Organisation {
  const [name, street, trade = null] = of.row
  const role = key.startsWith('bidder') ? 'bidder' : key.startsWith('owner') ? 'owner' : 'agency'
  const kind =
    role === 'agency' ? 'agency' : name.endsWith('公司') ? 'enterprise' : publicKind(name)
  return {
    key,
    uscc: usccOf(seed, key, kind === 'enterprise' || kind === 'agency' ? '91' : '12'),
    name,
    kind,
    role: roleOfKey[role],
    trade,
    address: `${street}${1 + (Number.parseInt(digestOf(seed, key).slice(0, 4), 16) % 180)}号`,
    person: personName(seed, key),
    login: `city${seed}.${key}`,
  }
}

function publicKind(name: string): 'institution' | 'government' {
  return name.endsWith('局') ? 'government' : 'institution'
}

/** A code whose both check characters are right, so that registration takes it. */
export function usccOf(seed: number, key: string, head: '91' | '12', region = '450200'): string {
  const digits = [...digestOf(seed, `uscc ${key}`)].map((c) => Number.parseInt(c, 16))
  const letters = '0123456789ABCDEFGHJKLMNPQRTUWXY'
  const body = digits.slice(0, 5).map((d, i) => letters.charAt((d * 2 + i) % letters.length))
  const organisation = `MA${head === '91' ? '5' : '1'}${body.join('')}`
  const whole = [...usccAlphabet].map((character) => {
    const first17 = `${head}${region}${organisation}${character}`
    return `${first17}${usccCheck(first17)}`
  })
  const right = whole.find((uscc) => {
    const reading = readUscc(uscc)
    return reading.ok && reading.warnings.length === 0
  })
  return certain(right ?? whole[0], 'thirty-one codes were made')
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}
