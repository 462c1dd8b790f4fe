// SPDX-License-Identifier: Apache-2.0
/** 评标专家专业分类: classes by which experts are drawn, by national code; an excerpt of the table. */

export interface Specialty {
  readonly code: string
  readonly name: string
  readonly english: string
}

/** Codes and words from memory of the national table; a library that is connected brings its own. */
export const specialties: readonly Specialty[] = [
  ...rows('A', [
    ['01', '规划', 'Planning'],
    ['02', '投资策划与决策', 'Investment planning'],
    ['03', '勘察', 'Survey'],
    ['04', '设计', 'Design'],
    ['05', '监理', 'Supervision of works'],
    ['06', '工程造价', 'Costing'],
    ['07', '项目管理', 'Project management'],
    ['08', '工程施工', 'Construction'],
    ['0801', '房屋建筑施工', 'Building works'],
    ['0802', '市政公用工程施工', 'Municipal works'],
    ['0803', '公路工程施工', 'Highways'],
    ['0804', '水利水电工程施工', 'Water works'],
    ['0805', '机电安装施工', 'Installation'],
    ['0806', '园林绿化施工', 'Landscaping'],
  ]),
  ...rows('B', [
    ['01', '机械、设备', 'Machinery'],
    ['02', '电气设备', 'Electrical equipment'],
    ['03', '仪器仪表', 'Instruments'],
    ['04', '医疗器械', 'Medical devices'],
    ['05', '计算机与网络设备', 'Computers and networks'],
    ['06', '车辆', 'Vehicles'],
    ['07', '建筑材料', 'Building materials'],
    ['08', '教学设备', 'Teaching equipment'],
    ['09', '泵、阀与水处理设备', 'Pumps and water treatment'],
  ]),
  ...rows('C', [
    ['01', '工程咨询服务', 'Engineering consultancy'],
    ['02', '工程监理服务', 'Engineering supervision'],
    ['03', '检测与监测服务', 'Testing and monitoring'],
    ['04', '信息技术服务', 'Information technology'],
    ['05', '物业管理服务', 'Property management'],
    ['06', '环境保护服务', 'Environmental services'],
    ['07', '法律与审计服务', 'Law and audit'],
  ]),
]

type Row = readonly [code: string, name: string, english: string]

function rows(group: string, list: readonly Row[]): readonly Specialty[] {
  return list.map(([code, name, english]) => ({ code: `${group}${code}`, name, english }))
}
