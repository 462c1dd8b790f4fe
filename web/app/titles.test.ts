// SPDX-License-Identifier: Apache-2.0
/** No code reaches a page: roles, stages, kinds and grounds all have words. */

import { roles } from '@gongxin/core/kernel'
import { rejectionGrounds } from '@gongxin/core/law'
import { allStages, findProcedure, procedures } from '@gongxin/core/procedures'
import { tenderKinds } from '@gongxin/core/trading/tender'
import { describe, expect, test } from 'vitest'
import { groundTitle } from '../trading/grounds.ts'
import { kindTitle, phaseTitle, roleTitle } from './titles.ts'
import { said } from './words.ts'

describe('codes', () => {
  test('have words for every role, stage, kind and ground', () => {
    const all = [
      ...roles.map(roleTitle),
      ...allStages.map(({ id }) => phaseTitle(id)),
      ...tenderKinds.map(kindTitle),
      ...rejectionGrounds.map(({ id }) => groundTitle(id)),
    ]
    expect(new Set(all.map(({ zh }) => zh)).size).toBe(all.length)
    expect(new Set(all.map(({ en }) => en)).size).toBe(all.length)
  })

  test('every stage of every procedure is called as its procedure calls it', () => {
    for (const { id, stages } of procedures) {
      const titles = stages.map((stage) => phaseTitle(stage.id, id).zh)
      expect(new Set(titles).size).toBe(stages.length)
    }
    expect(phaseTitle('opened', 'procurement/inquiry').zh).not.toContain('开标')
    expect(findProcedure('procurement/inquiry')?.speaks).toContainEqual(['开标', '开启'])
  })

  test('unknown ones are never shown raw', () => {
    expect(phaseTitle('no-such-phase').zh).toBe('其他阶段')
    expect(said({ zh: '还有{count}项', en: '{count} left' }, 'en', { count: 2 })).toBe('2 left')
  })
})
