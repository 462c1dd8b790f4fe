// SPDX-License-Identifier: Apache-2.0
/** The command answers the worked cases, where the corpus lies beside the checkout. */

import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const command = fileURLToPath(new URL('../../bin/gongxin.mjs', import.meta.url))
const corpus = fileURLToPath(new URL('../../../../shared/vectors/', import.meta.url))
const groups = [
  'limits-construction',
  'compulsory',
  'committee',
  'price-scores-construction',
  'deposits-construction',
  'uscc',
]

function evaluate(group: string, input: string) {
  const done = spawnSync(process.execPath, [command, 'eval', group], { input, encoding: 'utf8' })
  const lines = done.stdout.split('\n').filter((line) => line !== '')
  return { code: done.status, wrong: done.stderr, answers: lines.map((line) => JSON.parse(line)) }
}

describe.each(groups)('eval %s', (group) => {
  const file = `${corpus}${group}.json`
  const there = existsSync(file)

  test.skipIf(!there)(there ? '与样例一致' : 'skipped, corpus absent', () => {
    const text = readFileSync(file, 'utf8')
    const cases: readonly Record<string, unknown>[] = JSON.parse(text)
    const { code, answers } = evaluate(group, text)
    expect(code).toBe(0)
    expect(answers).toHaveLength(cases.length)
    for (const [i, answer] of answers.entries()) {
      for (const [key, value] of Object.entries(answer)) {
        const wanted = cases[i]?.[key]
        if (group === 'uscc' && key !== 'id') expectVerdicts(answer[key], wanted, key === 'valid')
        else if (Array.isArray(wanted))
          expect(wanted).toMatchObject(Array.isArray(value) ? value : [])
        else if (typeof wanted === 'object') expect(value).toMatchObject(wanted ?? {})
        else expect(value).toEqual(wanted)
      }
    }
  })
})

describe('输入有错', () => {
  test.each([
    ['committee', '{"id":"x","n":5,"experts":6}', 'x experts:'],
    ['committee', '{"n":5.5,"experts":4}', 'n:'],
    ['compulsory', '{"object":"OB-9","type":"works","est":1}', 'object:'],
    ['compulsory', '{"object":"OB-2","type":"works","list":[1,2]}', 'mergeable:'],
    ['limits-construction', '{"rule":"LIM-05","start":"2025-09-31"}', 'start:'],
    ['limits-construction', '{"rule":"LIM-29","start":"2025-09-01"}', 'rule:'],
    ['limits-construction', '{"rule":"LIM-99","start":"2025-09-01"}', 'rule:'],
    [
      'price-scores-construction',
      '{"benchmark":"BM-LOW","score":"SC-RATIO","F":1,"bids":[0]}',
      'bids[0]:',
    ],
    ['deposits-construction', '{"type":"boat","estimate":1}', 'type:'],
    ['uscc', '{"valid":[{"code":1}]}', 'valid[0].code:'],
    ['nothing', '{}', 'GROUP:'],
  ])('%s 指出字段', (group, input, field) => {
    const { code, wrong } = evaluate(group, input)
    expect(code).toBe(2)
    expect(wrong.trim().split('\n')).toHaveLength(1)
    expect(wrong).toContain(field)
  })

  test('好的一行照样回答，数字按所写的十进制读', () => {
    const input = '{"n":"7","experts":5}\n{"n":5,"experts":9}\n{"id":3,"n":5,"experts":4}'
    const { code, answers } = evaluate('committee', input)
    expect(code).toBe(2)
    expect(answers).toEqual([{ ok: true }, { id: 3, ok: true }])
  })
})

function expectVerdicts(found: readonly { ok: boolean }[], wanted: unknown, ok: boolean): void {
  expect(found).toHaveLength(Array.isArray(wanted) ? wanted.length : -1)
  for (const verdict of found) expect(verdict.ok).toBe(ok)
}
