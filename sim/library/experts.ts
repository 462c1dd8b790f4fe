// SPDX-License-Identifier: Apache-2.0
/** Three hundred and more invented experts, and how they answer when the library calls. */

import { certain, type Instant, isCivilDate } from '@gongxin/core/kernel'
import { specialties } from '@gongxin/core/registers/experts'
import type { PoolExpert } from '@gongxin/core/trading/tender'
import { mixed, oneOf, pick } from '../chance/index.ts'
import { namedExperts, organisationsOf, personName, usccOf } from '../people/index.ts'

export const expertCount = 840

const regions = [
  ...['柳州市', '柳州市', '柳州市', '柳州市', '柳州市', '南宁市', '南宁市', '桂林市'],
  ...['来宾市', '河池市', '贵港市', '梧州市', '玉林市', '贺州市'],
]

const institutes = [
  ...['柳州市龙屏勘察设计院', '广西壶西工程咨询有限公司', '柳州市鹧鸪江造价咨询有限公司'],
  ...['广西桂中工程监理有限公司', '柳州市马鞍山建筑科学研究所', '广西柳江职业技术学院'],
  ...['柳州市水利技术推广站', '南宁市相思湖规划设计院', '桂林市叠彩工程质量检测中心'],
  ...['广西红水河水电设计有限公司', '柳州市立鱼峰医院', '来宾市工程造价管理站'],
  ...['河池市公路勘测设计院', '玉林市建筑设计院', '梧州市苍梧工程咨询有限公司'],
  ...['贵港市港航工程研究所', '广西三江口电力设计有限公司', '柳州市莲花山信息技术研究所'],
]

export interface Expert extends PoolExpert {
  /** Day from which the person is not called any more; null while appointed. */
  readonly until: string | null
}

/**
 * Each class has at least two dozen people, so that a call of four seldom runs out of them; one in
 * eight works for a bidder of the city.
 */
export function expertsOf(seed: number): readonly Expert[] {
  const bidders = organisationsOf(seed).filter((o) => o.role === 'bidder')
  return Array.from({ length: expertCount }, (_, i): Expert => {
    const expert = `E${String(i + 1).padStart(4, '0')}`
    const own = namedExperts.find((e) => e.expert === expert)
    if (own !== undefined) {
      const employer = usccOf(seed, own.employerName, '12')
      return { ...own, employer, region: '柳州市', until: null }
    }
    const byBidder = pick(seed, `${expert} employer kind`, 8) === 0
    const employer = byBidder ? oneOf(seed, `${expert} employer`, bidders) : null
    const institute = oneOf(seed, `${expert} institute`, institutes)
    return {
      expert,
      name: personName(seed, `expert ${expert}`),
      employer: employer?.uscc ?? usccOf(seed, institute, '12'),
      employerName: employer?.name ?? institute,
      specialty: certain(specialties[i % specialties.length], 'an index within').code,
      region: oneOf(seed, `${expert} region`, regions),
      until: pick(seed, `${expert} until`, 40) === 0 ? '2026-06-30' : null,
    }
  })
}

export interface Asking {
  readonly specialties: readonly string[]
  readonly on: string
}

/** Whoever is appointed on the day and holds one of the classes. */
export function eligible(all: readonly Expert[], asking: Asking): readonly PoolExpert[] {
  if (!isCivilDate(asking.on)) return []
  return all
    .filter((e) => asking.specialties.includes(e.specialty))
    .filter((e) => e.until === null || e.until >= asking.on)
    .map(({ until: _, ...pooled }) => pooled)
}

export type CallAnswer = 'accepted' | 'declined' | 'no-answer' | 'unavailable'

const answers = mixed<CallAnswer>(1, 'answers', [
  ...Array.from({ length: 13 }, (): CallAnswer => 'accepted'),
  ...Array.from({ length: 3 }, (): CallAnswer => 'declined'),
  ...Array.from({ length: 3 }, (): CallAnswer => 'no-answer'),
  'unavailable',
])

/** The same answer to the same call, however often it is asked. */
export function answerTo(seed: number, expert: string, at: Instant): CallAnswer {
  return oneOf(seed, `call ${expert} ${at}`, answers)
}
