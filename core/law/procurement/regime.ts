// SPDX-License-Identifier: Apache-2.0
/** 适用哪部法: procurement, tendering, emergency or none, step by step (R-REG). */

import { article, type Citation, type CivilDate, day } from '../../kernel/index.ts'

export interface RegimeFacts {
  /** 国家机关, 事业单位, 团体组织. */
  readonly publicPurchaser: boolean
  /** Fiscal money, or money that cannot be parted from it. */
  readonly fiscal: boolean
  readonly inCatalogue: boolean
  readonly atLimit: boolean
  readonly military: boolean
  /** 不可抗力 or 国家安全和秘密. */
  readonly forceMajeure: boolean
  readonly stateSecret: boolean
  /** Works, and goods or services tied to them. */
  readonly works: boolean
  readonly tendered: boolean
  readonly on: CivilDate
}

export type Regime =
  /** 自愿 at most: no law of procurement asks for it. */
  | 'none'
  | 'military'
  | 'excluded'
  | 'emergency'
  /** 招标投标法, with the policies of procurement. */
  | 'tendering'
  /** Works that need no tender: negotiation, consultation or a single source. */
  | 'works-not-tendered'
  | 'procurement'

export interface RegimeAnswer {
  readonly regime: Regime
  readonly cites: readonly Citation[]
  /** SME, green and domestic policies hold. */
  readonly policies: boolean
}

const emergencyMeasuresFrom = day('2026-10-01')

export function regimeOf(facts: RegimeFacts): RegimeAnswer {
  const answer = (regime: Regime, cites: readonly Citation[], policies = false): RegimeAnswer => ({
    ...{ regime, cites, policies },
  })
  const gpl = (number: number) => article('政府采购法', number)
  const gpr = (number: number) => article('政府采购法实施条例', number)
  if (facts.military) return answer('military', [gpl(86)])
  const covered = facts.inCatalogue || facts.atLimit
  if (!facts.publicPurchaser || !facts.fiscal || !covered) return answer('none', [gpl(2), gpr(2)])
  if (facts.stateSecret) return answer('excluded', [gpl(85)])
  if (facts.forceMajeure) {
    return facts.on < emergencyMeasuresFrom
      ? answer('excluded', [gpl(85)])
      : answer('emergency', [gpl(85), article('12号文', '方式')])
  }
  if (facts.works && facts.tendered) return answer('tendering', [gpl(4), gpr(7)], true)
  if (facts.works) return answer('works-not-tendered', [gpr(25), article('214号文', 3)], true)
  return answer('procurement', [gpl(2)], true)
}
