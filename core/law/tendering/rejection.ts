// SPDX-License-Identifier: Apache-2.0
/** 拒收与否决: the closed lists of grounds, and who may apply them. */

import { article, type Citation } from '../../kernel/index.ts'

/** system: decided by the clock and the file itself; committee: a majority with reasons. */
export type GroundBy = 'system' | 'committee'

export interface Ground {
  readonly id: string
  readonly title: string
  readonly cites: readonly Citation[]
  readonly by: GroundBy
  /** True where facts decide and the committee only confirms. */
  readonly deterministic: boolean
  readonly readings?: readonly string[]
}

const law = (number: number) => article('招标投标法', number)
const decree = (number: number) => article('实施条例', number)
const electronic = (number: number) => article('电子招标投标办法', number)
const panel = (number: number) => article('评标委员会规定', number)

/** RF-1…5: refused before the opening, without anybody's discretion. */
export const refusalGrounds: readonly Ground[] = [
  refusal('RF-1', '投标截止之后送达', [law(28), electronic(27)]),
  refusal('RF-2', '未按规定加密', [electronic(26)]),
  refusal('RF-3', '未密封，或者截止时未传输完成', [decree(36), electronic(27)]),
  refusal('RF-4', '未通过资格预审的申请人提交', [decree(36)]),
  refusal('RF-5', '不在邀请名单，或者未提交第一阶段技术建议', [law(17), decree(30)]),
]

/** RJ-1…18: 否决投标, by the committee in the evaluation. */
export const rejectionGrounds: readonly Ground[] = [
  rejection('RJ-1', '未经单位盖章和单位负责人签字', [decree(51)], ['R-049']),
  rejection('RJ-2', '联合体未提交共同投标协议', [decree(51)]),
  rejection('RJ-3', '不符合国家或者招标文件规定的资格条件', [decree(51), panel(22)]),
  rejection('RJ-4', '同一投标人提交两个以上不同的投标文件或者报价', [decree(51)]),
  rejection('RJ-5', '报价低于成本或者高于最高投标限价', [decree(51)], ['R-013']),
  rejection('RJ-6', '没有对实质性要求和条件作出响应', [decree(51), panel(23)]),
  rejection('RJ-7', '有串通投标、弄虚作假、行贿等违法行为', [decree(51), panel(20)]),
  rejection('RJ-8', '与招标人存在可能影响公正性的利害关系', [decree(34)]),
  fixed('RJ-9', '单位负责人为同一人或者存在控股、管理关系的单位参加同一标段', [decree(34)]),
  fixed('RJ-10', '联合体成员又单独投标或者参加其他联合体', [decree(37)]),
  fixed('RJ-11', '资格预审后联合体增减、更换成员', [decree(37)]),
  rejection('RJ-12', '合并、分立、破产等使其不再具备资格', [decree(38)]),
  rejection(
    'RJ-13',
    '招标人的附属机构，或者为本标段前期准备、监理提供服务的单位',
    [article('施工招标办法', 35)],
    ['R-033'],
  ),
  rejection(
    'RJ-14',
    '货物：负责人同一、母子或者控股公司，或者同一制造商同一型号的两个代理商',
    [article('货物招标办法', 32)],
    ['R-033'],
  ),
  rejection('RJ-15', '未按要求提交投标保证金或者保证金有瑕疵', [panel(25)], ['R-048']),
  rejection('RJ-16', '工期、技术标准、附加条件等构成重大偏差', [panel(25)], ['R-048']),
  rejection('RJ-17', '拒不澄清，或者不接受算术修正', [panel(22)], ['R-048']),
  fixed('RJ-18', '编制标底的机构、本项目代理机构或者平台运营机构投标', [
    decree(13),
    decree(27),
    electronic(23),
  ]),
]

/** What may never be a ground; a text that says otherwise is flagged (FC-18). */
export const notGrounds = [
  { id: 'form-of-paper', title: '装订、纸张、明显的文字错误', by: '1117号文 3' },
  { id: 'minor-deviation', title: '细微偏差，应当要求补正', by: '评标委员会规定 26' },
  { id: 'distance-from-estimate', title: '报价偏离标底的幅度', by: '实施条例 50' },
  { id: 'absence-from-opening', title: '未参加开标', by: '公平竞争审查规则 10' },
] as const

export function findGround(id: string): Ground | undefined {
  return [...refusalGrounds, ...rejectionGrounds].find((ground) => ground.id === id)
}

/** IV-15: a machine finds clues; only the committee rejects for collusion. */
export function mayReject(ground: Ground, by: GroundBy): boolean {
  return ground.by === by
}

function refusal(id: string, title: string, cites: readonly Citation[]): Ground {
  return { id, title, cites, by: 'system', deterministic: true }
}

function rejection(
  id: string,
  title: string,
  cites: readonly Citation[],
  readings: readonly string[] = [],
): Ground {
  const base: Ground = { id, title, cites, by: 'committee', deterministic: false }
  return readings.length === 0 ? base : { ...base, readings }
}

function fixed(id: string, title: string, cites: readonly Citation[]): Ground {
  return { id, title, cites, by: 'committee', deterministic: true }
}
