// SPDX-License-Identifier: Apache-2.0
/** What people read instead of a code: every value of a closed list has its words. */

import { type Words, words } from '@gongxin/core/kernel'
import type { Language } from './messages.ts'

export const codeWords = {
  role: {
    tenderOwner: words('招标人', 'tender owner'),
    agency: words('招标代理机构', 'agency'),
    bidder: words('投标人', 'bidder'),
    expert: words('评标委员会', 'evaluation committee'),
    centre: words('公共资源交易中心', 'trading centre'),
    authority: words('行政监督部门', 'supervising authority'),
    audit: words('审计机关', 'audit office'),
    notary: words('公证机构', 'notary'),
    system: words('系统自动', 'system'),
  },
  kind: {
    works: words('施工', 'works'),
    goods: words('货物', 'goods'),
    service: words('服务', 'services'),
    design: words('勘察设计', 'survey and design'),
  },
  line: {
    engineering: words('工程建设', 'Construction'),
    procurement: words('政府采购', 'Government procurement'),
    land: words('土地使用权', 'Land-use rights'),
    mineral: words('矿业权', 'Mining rights'),
    equity: words('国有产权', 'State-owned equity'),
    other: words('其他公共资源', 'Other public resources'),
  },
  deposit: {
    transfer: words('转账', 'transfer'),
    guarantee: words('银行保函', 'bank guarantee'),
    insurance: words('保证保险', 'surety insurance'),
    surety: words('担保', 'surety'),
    none: words('未提交', 'none'),
  },
  suspension: {
    objection: words('有异议尚未答复', 'an objection is not answered yet'),
    directive: words('行政监督部门责令暂停', 'the supervising authority ordered a stop'),
    'evaluation-stopped': words('评标委员会停止评标', 'the committee stopped the evaluation'),
    complaint: words('投诉处理期间监督部门通知暂停', 'the authority suspends it for a complaint'),
  },
  failure: {
    'too-few-bidders': words('投标人不足三家', 'fewer than three bidders'),
    'too-few-opened': words('解密成功的投标不足三家', 'fewer than three bids could be opened'),
    'all-rejected': words('全部投标被否决', 'all bids were rejected'),
    'document-unlawful': words('招标文件违法', 'the tender document was unlawful'),
    'no-candidate-left': words('没有可递补的候选人', 'no candidate is left'),
    'validity-expired': words('投标有效期届满', 'bids are no longer valid'),
    'remedy-upheld': words('异议、质疑或者投诉成立', 'a remedy was upheld'),
    'too-few-qualified': words('资格合格的不足三家', 'fewer than three are qualified'),
    'too-few-conforming': words('符合要求的不足三家', 'fewer than three conform'),
  },
  move: {
    clarification: words('澄清或者修改影响编制', 'a clarification affects bids'),
    outage: words('系统故障', 'an outage'),
    resumption: words('恢复交易', 'the trade resumed'),
    owner: words('招标人决定', 'decision of the tender owner'),
  },
  fault: {
    bidder: words('投标人原因', 'fault of the bidder'),
    platform: words('平台原因', 'fault of the platform'),
    tenderOwner: words('招标人原因', 'fault of the tender owner'),
    other: words('其他原因', 'another cause'),
  },
  directive: {
    suspend: words('责令暂停', 'order to stop'),
    resume: words('准予恢复', 'leave to resume'),
    correct: words('责令改正', 'order to correct'),
    invalidate: words('认定无效', 'declared void'),
  },
  method: {
    composite: words('综合评估法', 'composite evaluation'),
    'lowest-evaluated': words('经评审的最低投标价法', 'lowest evaluated price'),
    'lowest-price': words('最低评标价法', 'lowest price of procurement'),
    comprehensive: words('综合评分法', 'comprehensive marks'),
  },
  smallFirm: {
    none: words('不是小微企业', 'no small firm'),
    own: words('小微企业', 'small firm'),
    shared: words('联合体或者分包中有小微企业', 'small firms take part'),
  },
  organisationKind: {
    enterprise: words('企业', 'enterprise'),
    agency: words('代理机构', 'agency'),
    institution: words('事业单位', 'public institution'),
    government: words('机关', 'government body'),
  },
  limitKind: {
    MIN: words('不少于', 'at least'),
    MAX: words('不超过', 'at most'),
    EXACT: words('应为', 'exactly'),
    BACK: words('截止前', 'before the deadline'),
    WITHIN: words('期间之内', 'within the period'),
    RANGE: words('范围', 'range'),
    DUTY: words('及时', 'without delay'),
  },
  limitUnit: {
    D: words('日', 'days'),
    WD: words('个工作日', 'working days'),
    H: words('小时', 'hours'),
    MINUTE: words('分钟', 'minutes'),
    Y: words('年', 'years'),
    MONTHDAY: words('日（每月）', 'th of the month'),
    NONE: words('', ''),
  },
  figure: {
    law: words('法定', 'by law'),
    parameter: words('平台默认，可调', 'platform default, adjustable'),
    document: words('招标文件规定', 'by the tender document'),
  },
  outcome: {
    met: words('符合', 'met'),
    breached: words('不符合', 'not met'),
    'needs-judgement': words('需人工判断', 'needs judgement'),
    'not-applicable': words('不适用', 'not applicable'),
  },
  cancelled: {
    'remedy-upheld': words('异议、质疑或者投诉成立', 'a remedy was upheld'),
    'refused-contract': words('无正当理由不签订合同', 'refused the contract'),
    'no-performance-deposit': words('不提交履约保证金', 'no performance deposit'),
    'added-conditions': words('提出附加条件', 'added conditions'),
    unfit: words('不再具备履约能力', 'no longer able to perform'),
  },
  objection: {
    'tender-document': words('招标文件', 'tender document'),
    opening: words('开标', 'opening'),
    result: words('评标结果', 'result'),
    process: words('采购过程', 'process'),
  },
  layer: {
    national: words('国家', 'national'),
    ministry: words('部委', 'ministry'),
    guangxi: words('自治区', 'autonomous region'),
    liuzhou: words('柳州市', 'city'),
  },
} as const

export type CodeGroup = keyof typeof codeWords

/** The words of a code; an unknown one is called 其他, never shown raw. */
export function codeShown(group: CodeGroup, code: string, language: Language): string {
  const entries: readonly (readonly [string, Words])[] = Object.entries(codeWords[group])
  const found = entries.find(([known]) => known === code)
  return found === undefined ? unknown[language] : found[1][language]
}

const unknown = { zh: '其他', en: 'other' } as const

const districtNames: Readonly<Record<string, string>> = {
  市本级: 'City level',
  城中区: 'Chengzhong',
  鱼峰区: 'Yufeng',
  柳南区: 'Liunan',
  柳北区: 'Liubei',
  柳江区: 'Liujiang',
  柳东新区: 'Liudong New Area',
  阳和工业新区: 'Yanghe Industrial Area',
  北部生态新区: 'Northern Ecological Area',
  柳城县: 'Liucheng',
  鹿寨县: 'Luzhai',
  融安县: "Rong'an",
  融水苗族自治县: 'Rongshui',
  三江侗族自治县: 'Sanjiang',
}

/** Districts are kept by their Chinese name; English puts it in brackets. */
export function districtShown(district: string, language: Language): string {
  const english = districtNames[district]
  return language === 'zh' || english === undefined ? district : `${english} (${district})`
}
