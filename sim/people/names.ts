// SPDX-License-Identifier: Apache-2.0
/** Invented names of people; family names as they are common in Guangxi. */

import { oneOf } from '../chance/index.ts'

const families = [
  ...['韦', '黄', '覃', '莫', '梁', '蓝', '陆', '李', '陈', '罗', '谭', '潘', '农', '吴', '蒙'],
  ...['周', '何', '石', '欧', '廖', '林', '杨', '刘', '邓', '谢', '唐', '贾', '龙', '银', '甘'],
]
const first = [
  ...['建', '志', '晓', '文', '海', '春', '明', '丽', '国', '永', '秀', '庆', '桂', '少', '雪'],
  ...['立', '嘉', '振', '思', '培'],
]
const second = [
  ...['华', '强', '燕', '芳', '涛', '生', '敏', '玲', '军', '宁', '峰', '兰', '平', '辉', '珍'],
  ...['林', '远', '静', '成', '萍', '斌', '洁', '勇', '莉', '荣'],
]

/** The same name for the same seed and key; that somebody is so called is chance. */
export function personName(seed: number, key: string): string {
  const part = (list: readonly string[], which: string) => oneOf(seed, `${key} ${which}`, list)
  return `${part(families, 'family')}${part(first, 'first')}${part(second, 'second')}`
}
