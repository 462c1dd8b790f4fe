// SPDX-License-Identifier: Apache-2.0
/** The experts of the library who have a persona of their own in the demo, whatever the seed. */

export interface NamedExpert {
  readonly expert: string
  readonly name: string
  readonly employerName: string
  /** Classes in which the city tenders most, so that these five may sit together. */
  readonly specialty: string
}

export const namedExperts: readonly NamedExpert[] = [
  named('E0001', '蓝桂生', '柳州市龙屏勘察设计院', 'A0802'),
  named('E0002', '黄敏芝', '广西壶西工程咨询有限公司', 'A0802'),
  named('E0003', '莫少华', '柳州市鹧鸪江造价咨询有限公司', 'A06'),
  named('E0004', '欧阳文静', '广西桂中工程监理有限公司', 'A0802'),
  named('E0005', '石建国', '柳州市马鞍山建筑科学研究所', 'A06'),
]

function named(
  ...[expert, name, employerName, specialty]: readonly [string, string, string, string]
): NamedExpert {
  return { expert, name, employerName, specialty }
}
