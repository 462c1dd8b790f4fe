// SPDX-License-Identifier: Apache-2.0
/** All traces of 公开招标, in the order of the procedure. */

import { awardTraces } from './traces/award.ts'
import { dayTraces } from './traces/days.ts'
import { drawingTraces } from './traces/drawing.ts'
import { evaluationTraces } from './traces/evaluation.ts'
import { moneyTraces } from './traces/money.ts'
import { openingTraces } from './traces/opening.ts'
import { performingTraces } from './traces/performing.ts'
import { openingObjectionTraces, preparationTraces } from './traces/preparation.ts'
import { tenderingTraces } from './traces/tendering.ts'

export const openTenderTraces = [
  { title: '登记、委托与入场', traces: preparationTraces },
  { title: '公告与投标', traces: tenderingTraces },
  { title: '开标与组建委员会', traces: [...openingTraces, ...openingObjectionTraces] },
  { title: '抽取与更换', traces: drawingTraces },
  { title: '评标', traces: evaluationTraces },
  { title: '投标保证金', traces: moneyTraces },
  { title: '公示、定标、合同与归档', traces: awardTraces },
  { title: '履约、变更、验收与付款', traces: performingTraces },
  { title: '期限：最后一天与晚一天', traces: dayTraces },
]
