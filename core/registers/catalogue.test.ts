// SPDX-License-Identifier: Apache-2.0
/** What a rule cites stands in law/ and was in force; every doubt it leans on is written down. */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { type Citation, citeText, day } from '../kernel/index.ts'
import * as law from '../law/index.ts'
import { documentOf, documents, headingOf, limits, pathOf, readings, textOn } from '../law/index.ts'
import { disclosureItems } from './disclosure/index.ts'

const root = fileURLToPath(new URL('../../law/', import.meta.url))

interface Ruled {
  readonly id: string
  readonly title: string
  readonly titleEn?: string
  readonly cites: readonly Citation[]
  readonly versions: readonly { readonly from: string }[]
  readonly readings?: readonly string[]
}

const rules: readonly Ruled[] = Object.values<unknown>(law).filter(isRuled)
const grounds = [...law.refusalGrounds, ...law.rejectionGrounds]
const ofProcurement = [
  ...Object.values(law.competitionTests).flatMap((tests) => Object.values(tests)),
  ...[...law.methodGrounds, ...law.thresholdRows].map(({ cite }) => ({ cites: [cite] })),
]
const loose = [...grounds, ...law.fairnessPatterns, ...disclosureItems, ...ofProcurement]

describe('规则目录', () => {
  test('期限和规则都收到了', () => {
    expect(limits).toHaveLength(48 + 62)
    expect(rules.length).toBeGreaterThanOrEqual(40)
    expect(new Set(rules.map((r) => r.id)).size).toBe(rules.length)
  })

  test.each([...limits, ...rules].map((r) => [r.id, r] as const))(
    '%s 的依据在目录内且已施行',
    (_, r) => {
      expect(r.titleEn).toBeTruthy()
      for (const version of r.versions)
        for (const cite of r.cites) expectInForce(cite, version.from)
    },
  )

  test('否决、审查、公开各项的依据在目录内', () => {
    for (const { cites } of loose) for (const cite of cites) expectInForce(cite, '2026-01-01')
  })

  test('目录里每份文件都有文本', () => {
    for (const document of documents) {
      for (const text of document.texts) {
        const file = `${root}${pathOf(document, text)}`
        expect(existsSync(file), file).toBe(true)
        expect(readFileSync(file, 'utf8')).toContain(`简称：${document.shortName}\n`)
      }
    }
  })
})

describe('待确认的读法', () => {
  test('程序和文件各有一份，问题和选定的读法一致', () => {
    const files = readdirSync(`${root}readings`).map((name) => name.replace('.md', ''))
    expect(files.sort()).toEqual(readings.map((r) => r.id))
    for (const { id, question, chosen, status } of readings) {
      const page = readFileSync(`${root}readings/${id}.md`, 'utf8')
      for (const part of [question, chosen, `状态：${status}`]) expect(page).toContain(part)
    }
  })

  test('引用的读法都存在', () => {
    const known = new Set(readings.map((r) => r.id))
    for (const { readings: used = [] } of [...limits, ...rules, ...grounds, ...disclosureItems]) {
      for (const id of used) expect(known.has(id), id).toBe(true)
    }
  })
})

function expectInForce(cite: Citation, from: string): void {
  const document = documentOf(cite.document)
  const text = textOn(document, day(from))
  expect(text, `${citeText(cite)} on ${from}`).toBeDefined()
  if (text === undefined) return
  const page = readFileSync(`${root}${pathOf(document, text)}`, 'utf8')
  expect(page, citeText(cite)).toContain(`\n## ${headingOf(cite)}\n`)
}

function isRuled(value: unknown): value is Ruled {
  return typeof value === 'object' && value !== null && 'holds' in value && 'cites' in value
}
