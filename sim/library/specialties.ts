// SPDX-License-Identifier: Apache-2.0
/** 评标专家专业分类: the few dozen classes that the demo library keeps, by national code. */

export interface Specialty {
  readonly code: string
  readonly name: string
}

/** An excerpt for the demo; a real library brings the whole table of the standard. */
export const specialties: readonly Specialty[] = [
  ...rows('A', [
    ['01', '规划'],
    ['02', '投资策划与决策'],
    ['03', '勘察'],
    ['04', '设计'],
    ['05', '监理'],
    ['06', '工程造价'],
    ['07', '项目管理'],
    ['08', '工程施工'],
    ['0801', '房屋建筑施工'],
    ['0802', '市政公用工程施工'],
    ['0803', '公路工程施工'],
    ['0804', '水利水电工程施工'],
    ['0805', '机电安装施工'],
    ['0806', '园林绿化施工'],
  ]),
  ...rows('B', [
    ['01', '机械、设备'],
    ['02', '电气设备'],
    ['03', '仪器仪表'],
    ['04', '医疗器械'],
    ['05', '计算机与网络设备'],
    ['06', '车辆'],
    ['07', '建筑材料'],
    ['08', '教学设备'],
    ['09', '泵、阀与水处理设备'],
  ]),
  ...rows('C', [
    ['01', '工程咨询服务'],
    ['02', '工程监理服务'],
    ['03', '检测与监测服务'],
    ['04', '信息技术服务'],
    ['05', '物业管理服务'],
    ['06', '环境保护服务'],
    ['07', '法律与审计服务'],
  ]),
]

function rows(group: string, list: readonly (readonly [string, string])[]): readonly Specialty[] {
  return list.map(([code, name]) => ({ code: `${group}${code}`, name }))
}

export function specialtyName(code: string): string {
  return specialties.find((specialty) => specialty.code === code)?.name ?? code
}
