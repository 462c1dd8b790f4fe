// SPDX-License-Identifier: Apache-2.0
/** The way of 非招标方式: that of a procurement tender, with no public opening and with its own days. */

import { words } from '../../kernel/index.ts'
import type { Procedure, Stage } from '../procedure.ts'
import { inPlaceOf, procurementRules, type Rules } from '../rules.ts'
import { opened } from '../stages/opening.ts'
import { procured } from '../stages/procured.ts'
import { procurementOpenTender } from './open-tender.ts'

const closedRoom: Stage = {
  ...procured(opened),
  purpose: words(
    '报价在结果公告前不公开；按实际投标人名单回避后，随机抽取评审专家。',
    'Prices stay closed until the result; experts are drawn, recused from the actual bidders.',
  ),
}

/** Its stages, each with the limits of the rules it is held by; `own` stand in for those of their id. */
export function respondingStages(rules: Rules, ...own: readonly Stage[]): Procedure['stages'] {
  const changed = [closedRoom, ...own]
  return procurementOpenTender.stages.map(
    (stage) => changed.find(({ id }) => id === stage.id) ?? timed(stage, rules),
  )
}

function timed(stage: Stage, rules: Rules): Stage {
  if (stage.limits === undefined) return stage
  const limits = stage.limits.flatMap((id) => {
    const instead = inPlaceOf(id, procurementRules, rules)
    return instead === undefined ? [id] : (instead ?? [])
  })
  return { ...stage, limits }
}
