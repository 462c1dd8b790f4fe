// SPDX-License-Identifier: Apache-2.0
/** 复核评标结果: the same committee mends what is listed, and nothing else. */

import { article, day, rule } from '../../kernel/index.ts'

export type PointsTouched = { points: number; outside: number }

export const reevaluationPoints = rule<PointsTouched>()({
  id: 'reevaluation-points',
  handbook: 'T44',
  title: '复核只限列明的事项',
  titleEn: 'A re-evaluation touches only the points listed',
  cites: [article('1117号文', 5)],
  restates: '招标人发现评标报告有错的，要求原评标委员会复核，只更正列明的错误',
  versions: [{ from: day('2022-09-01') }],
  readings: ['R-057'],
  weight: 'block',
  holds: ({ outside }) => outside === 0,
  explain: ({ points, outside }) =>
    outside === 0
      ? `复核${points}项，其余评审结论和评标基准价不变（1117号文第5项）。`
      : `复核只限列明的${points}项，另有${outside}项不在其内（1117号文第5项）。`,
})
