// SPDX-License-Identifier: Apache-2.0
/** The projects of the demo city: real districts, invented works, and how each of them ends. */

import { usualProcedure } from '@gongxin/core/procedures'
import type { Ending } from './endings.ts'

export const districts = [
  ...['城中区', '鱼峰区', '柳南区', '柳北区', '柳江区', '柳城县', '鹿寨县', '融安县'],
  ...['融水苗族自治县', '三江侗族自治县', '柳东新区', '阳和工业新区', '北部生态新区'],
] as const
export type District = (typeof districts)[number]

export type Branch =
  | 'municipal'
  | 'building'
  | 'road'
  | 'water'
  | 'garden'
  | 'medical'
  | 'teaching'
  | 'pumps'
  | 'computers'
  | 'supervision'
  | 'testing'
  | 'design'

export interface Project {
  readonly district: District
  readonly name: string
  readonly branch: Branch
  /** 万元. */
  readonly estimate: number
  readonly ending: Ending
  /** Id of the procedure it is held by. */
  readonly procedure: string
  /** Goods and services of procurement are ranked by marks, or by price alone. */
  readonly scored: boolean
}

type Row = readonly [District, string, Branch, number, Ending, Way?]

/** How a tender is held where it is no open tender of works. */
const ways = {
  'invited-works': ['engineering/invited-tender', false],
  scored: ['procurement/open-tender', true],
  priced: ['procurement/open-tender', false],
  invited: ['procurement/invited-tender', true],
  inquiry: ['procurement/inquiry', false],
} as const
type Way = keyof typeof ways

const rows: readonly Row[] = [
  ['城中区', '文昌片区雨污分流改造工程', 'municipal', 4860, 'archived'],
  ['城中区', '东环大道慢行系统提升工程', 'municipal', 2380, 'review-running'],
  ['城中区', '河东小学教学综合楼工程', 'building', 3650, 'tendering'],
  ['城中区', '市民服务中心机房设备采购', 'computers', 620, 'contracted', 'scored'],
  ['城中区', '静兰片区排水防涝工程监理', 'supervision', 186, 'decided'],
  ['鱼峰区', '屏山大道路面大修工程', 'municipal', 3120, 'notified'],
  ['鱼峰区', '柳石路老旧小区配套改造工程', 'building', 2890, 'objection-answered'],
  ['鱼峰区', '蟠龙山公园绿化提升工程', 'garden', 980, 'scoring'],
  ['鱼峰区', '箭盘山泵站水泵机组采购', 'pumps', 540, 'settled', 'inquiry'],
  ['鱼峰区', '九年一贯制学校实验室设备采购', 'teaching', 430, 'two-bids', 'priced'],
  ['柳南区', '河西工业园标准厂房二期工程', 'building', 8600, 'tendering-objection'],
  ['柳南区', '航银路南段道路工程', 'municipal', 5240, 'archived-reviewed'],
  ['柳南区', '竹鹅溪综合整治工程', 'water', 7350, 'experts-drawn'],
  ['柳南区', '人民医院南院区医疗设备采购', 'medical', 2680, 'review-objection'],
  ['柳南区', '磨滩路道路工程监理', 'supervision', 142, 'settled'],
  ['柳北区', '白沙片区排涝泵站工程', 'water', 6120, 'notified-cancelled'],
  ['柳北区', '胜利小学风雨操场工程', 'building', 1240, 'planned'],
  ['柳北区', '北雀路人行天桥工程', 'municipal', 1860, 'opened'],
  ['柳北区', '长塘安置房桩基检测服务', 'testing', 168, 'failed-decryption'],
  ['柳北区', '雀儿山公园步道工程', 'garden', 720, 'admitted', 'invited-works'],
  ['柳江区', '拉堡镇污水管网延伸工程', 'municipal', 3480, 'contracted'],
  ['柳江区', '百朋镇高标准农田建设工程', 'water', 2150, 'archived'],
  ['柳江区', '柳江中学学生宿舍楼工程', 'building', 4380, 'reported'],
  ['柳江区', '洛满至流山公路改建工程', 'road', 9240, 'tendering-clarified'],
  ['柳江区', '妇幼保健院检验设备采购', 'medical', 860, 'signing', 'scored'],
  ['柳城县', '大埔镇防洪堤加固工程', 'water', 5680, 'archived-objected'],
  ['柳城县', '沙埔至太平公路改建工程', 'road', 7420, 're-evaluating'],
  ['柳城县', '中医医院住院楼设计', 'design', 245, 'filed'],
  ['柳城县', '县城智慧水务信息系统采购', 'computers', 580, 'all-rejected'],
  ['鹿寨县', '雒容镇工业大道道路工程', 'municipal', 6850, 'decided'],
  ['鹿寨县', '城南新区中学工程', 'building', 9860, 'review-running'],
  ['鹿寨县', '洛清江堤防护岸工程', 'water', 4920, 'tendering-suspended'],
  ['鹿寨县', '中医院数字影像设备采购', 'medical', 980, 'contracted-settling', 'invited'],
  ['鹿寨县', '导江至黄冕公路工程监理', 'supervision', 158, 'tendering'],
  ['融安县', '长安镇防洪排涝工程', 'water', 6640, 'notified'],
  ['融安县', '浮石至潭头公路改建工程', 'road', 5380, 'two-bids'],
  ['融安县', '职业教育中心实训楼工程', 'building', 3180, 'prelim-done'],
  ['融安县', '泗维河泵站机组更新采购', 'pumps', 460, 'tendering-moved', 'priced'],
  ['融水苗族自治县', '融水镇民族医院门诊楼工程', 'building', 5240, 'review-after-cancel'],
  ['融水苗族自治县', '香粉至安陲公路改建工程', 'road', 8120, 'archived'],
  ['融水苗族自治县', '贝江河道治理工程', 'water', 3960, 'closed'],
  ['融水苗族自治县', '乡镇卫生院医疗设备采购', 'medical', 740, 'terminated', 'scored'],
  ['三江侗族自治县', '古宜镇浔江防洪堤工程', 'water', 7860, 'opened-drawing'],
  ['三江侗族自治县', '程阳至林溪旅游公路工程', 'road', 11200, 'notified-report'],
  ['三江侗族自治县', '民族高级中学图书馆工程', 'building', 2860, 'terminated'],
  ['三江侗族自治县', '县城教育城域网设备采购', 'computers', 390, 'planned', 'inquiry'],
  ['柳东新区', '新柳大道北延线工程', 'municipal', 12600, 'archived-reviewed'],
  ['柳东新区', '花岭片区人才公寓工程', 'building', 18400, 'reported-reviewed'],
  ['柳东新区', '官塘创业园污水泵站设备采购', 'pumps', 880, 'opening', 'priced'],
  ['柳东新区', '文博园智能化系统采购', 'computers', 960, 'tendering', 'invited'],
  ['柳东新区', '妇女儿童医院信息系统采购', 'computers', 428, 'decided', 'priced'],
  ['阳和工业新区', '阳和大道综合管廊工程', 'municipal', 9680, 'clarifying'],
  ['阳和工业新区', '古亭山标准厂房工程', 'building', 7240, 'invalidated'],
  ['阳和工业新区', '阳和医院检验中心设备采购', 'medical', 920, 'filed', 'invited'],
  ['阳和工业新区', '官塘大桥检测服务', 'testing', 205, 'archived'],
  ['北部生态新区', '沙塘镇至石碑坪镇公路工程', 'road', 10800, 'tendering'],
  ['北部生态新区', '杨柳路景观绿化工程', 'garden', 1560, 'low-price'],
  ['北部生态新区', '智慧园区视频设备采购', 'computers', 680, 'retender'],
  ['北部生态新区', '北部医院门诊综合楼设计', 'design', 360, 'admitted'],
  ['北部生态新区', '石碑坪镇供水厂工程', 'water', 4280, 'reported'],
  ['柳南区', '鹅山片区学校食堂改造工程', 'building', 860, 'review-running'],
  ['鱼峰区', '洛维工业园道路照明工程', 'municipal', 940, 'settled'],
]

export const projects: readonly Project[] = rows.map(
  ([district, name, branch, estimate, ending, way]) => {
    const [procedure, scored] = way === undefined ? [usualProcedure, false] : ways[way]
    return { district, name, branch, estimate, ending, procedure, scored }
  },
)
