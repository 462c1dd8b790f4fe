// SPDX-License-Identifier: Apache-2.0
/** The command answers the worked cases, where the corpus lies beside the checkout. */

import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { WrongInput } from '../command.ts'
import { answersOf } from '../eval.ts'

const program = fileURLToPath(new URL('../../bin/gongxin.mjs', import.meta.url))
const corpus = fileURLToPath(new URL('../../../../shared/vectors/', import.meta.url))
const groups = [
  'limits-construction',
  'compulsory',
  'committee',
  'price-scores-construction',
  'deposits-construction',
  'uscc',
]

function command(args: readonly string[], input: string) {
  return spawnSync(process.execPath, [program, ...args], { input, encoding: 'utf8' })
}

interface Evaluated {
  readonly wrong: string
  readonly answers: readonly Record<string, unknown>[]
}

async function evaluate(group: string, input: string): Promise<Evaluated> {
  const answers: Record<string, unknown>[] = []
  try {
    for await (const line of answersOf(group, async () => input)) answers.push(JSON.parse(line))
  } catch (error) {
    if (!(error instanceof WrongInput)) throw error
    return { wrong: error.message, answers }
  }
  return { wrong: '', answers }
}

describe.each(groups)('eval %s', (group) => {
  const file = `${corpus}${group}.json`
  const there = existsSync(file)

  test.skipIf(!there)(there ? '与样例一致' : 'skipped, corpus absent', async () => {
    const text = readFileSync(file, 'utf8')
    const cases: readonly Record<string, unknown>[] = JSON.parse(text)
    const { wrong, answers } = await evaluate(group, text)
    expect(wrong).toBe('')
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
    ['limits-construction', '{"rule":"TL-02","start":"2026-11-02"}', 'rule:'],
    [
      'price-scores-construction',
      '{"benchmark":"BM-LOW","score":"SC-RATIO","F":1,"bids":[0]}',
      'bids[0]:',
    ],
    ['deposits-construction', '{"type":"boat","estimate":1}', 'type:'],
    ['uscc', '{"valid":[{"code":1}]}', 'valid[0].code:'],
    ['nothing', '{}', 'GROUP:'],
  ])('%s 指出字段', async (group, input, field) => {
    const { wrong } = await evaluate(group, input)
    expect(wrong.split('\n')).toHaveLength(1)
    expect(wrong).toContain(field)
  })

  test('命令行：好的一行照样回答，数字按所写的十进制读，错的写在另一路', () => {
    const input = '{"n":"7","experts":5}\n{"n":5,"experts":9}\n{"id":3,"n":5,"experts":4}'
    const { status, stdout, stderr } = command(['eval', 'committee'], input)
    expect([status, stdout]).toEqual([2, '{"ok":true}\n{"id":3,"ok":true}\n'])
    expect(stderr).toMatch(/^experts: .*\n$/)
  })
})

function expectVerdicts(found: unknown, wanted: unknown, ok: boolean): void {
  const all = Array.isArray(wanted) ? wanted : [null]
  expect(found).toEqual(all.map(() => expect.objectContaining({ ok })))
}
