// SPDX-License-Identifier: Apache-2.0
/** Takes the measures of the house: the same definitions every time, over hand-written source. */

import { functionsOf } from '../tidy/functions.ts'
import { importsOf, withoutImports } from '../tidy/imports.ts'
import { isGenerated, isTest, type Source } from '../tidy/sources.ts'

export interface PartMeasure {
  readonly part: string
  readonly files: number
  readonly lines: { readonly median: number; readonly p95: number; readonly most: number }
  readonly functionP95: number
  /** Share of functions over 60 lines, in percent. */
  readonly longFunctions: number
  /** Comment lines in percent of non-blank lines, without the licence line. */
  readonly comments: number
  readonly testToCode: number
  readonly importsP95: number
  /** `any`, `!` and casts, per thousand lines. */
  readonly loose: number
  /** Lint-offs per thousand lines. */
  readonly lintOffs: number
}

const parts = ['core', 'trust', 'exchange', 'shell', 'web', 'sim', 'tools']

/** One row for each part that has files, and one for the whole. */
export function measureParts(files: readonly Source[]): readonly PartMeasure[] {
  const own = files.filter((file) => !isGenerated(file))
  const rows = parts.map((part) =>
    measure(
      part,
      own.filter(({ path }) => path.startsWith(`${part}/`)),
    ),
  )
  return [...rows, measure('all', own)].filter((row) => row.files > 0)
}

/** A definition that is one file. */
export interface Page {
  readonly path: string
  readonly lines: number
}

export interface Catalogue {
  readonly procedures: readonly Page[]
  readonly remedies: readonly Page[]
  readonly rules: number
  readonly versions: number
  readonly events: number
}

/** What the domain holds, counted by the form in which it is written. */
export function measureDomain(files: readonly Source[]): Catalogue {
  const code = files.filter((file) => !isTest(file))
  const law = code.filter(({ path }) => path.startsWith('core/law/'))
  const pages = (of: string): readonly Page[] =>
    code
      .filter(({ path, text }) => {
        return path.startsWith('core/procedures/') && text.includes(`: ${of} = {\n`)
      })
      .map(({ path, text }) => ({ path, lines: linesOf(text).length }))
  const events = code.filter(({ path }) => /^core\/.*\/events(?:\.ts|\/)/.test(path))
  return {
    procedures: pages('Procedure'),
    remedies: pages('Remedy'),
    rules: distinct(law, /^\s+id: '([\w-]+)'/gm),
    versions: count(law, /\bfrom: (?:since\.|(?:day\()?'\d{4}-\d\d-\d\d)/g),
    events: distinct(
      events,
      /(?:\btype: (?:z\.literal\()?'|^\s+|\(')([A-Z][a-z]+[A-Z]\w+)(?=['":])/gm,
    ),
  }
}

function measure(part: string, files: readonly Source[]): PartMeasure {
  const code = files.filter((file) => !isTest(file))
  const tests = files.filter(isTest)
  const lengths = code.map(({ text }) => linesOf(text).length)
  const functions = code.flatMap(({ code: text }) => functionsOf(text).map(({ lines }) => lines))
  const filled = code.flatMap(({ text }) => filledOf(text))
  const thousand = Math.max(filled.length, 1) / 1000
  const loose = [
    /(?<![.\w'])any\b(?!\s*[(:])/g,
    /[\w)\]]!(?![=\w])/g,
    /\bas\s+(?!const\b)[\w{['(]/g,
  ]
  const stripped = code.map((file) => ({ ...file, text: withoutImports(file.code) }))
  return {
    part,
    files: code.length,
    lines: { median: rank(lengths, 0.5), p95: rank(lengths, 0.95), most: rank(lengths, 1) },
    functionP95: rank(functions, 0.95),
    longFunctions: percent(functions.filter((lines) => lines > 60).length, functions.length),
    comments: percent(filled.filter(isComment).length, filled.length),
    testToCode: rounded(tests.flatMap(({ text }) => filledOf(text)).length / filled.length, 2),
    importsP95: rank(
      code.map((file) => importsOf(file).length),
      0.95,
    ),
    loose: rounded(loose.reduce((sum, form) => sum + count(stripped, form), 0) / thousand, 1),
    lintOffs: rounded(count(code, /^\s*\{?\/[/*] (?:biome-ignore|@ts-)/gm) / thousand, 1),
  }
}

/** The value below or at which this share of the values lies. */
export function rank(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
}

function linesOf(text: string): readonly string[] {
  return text.trimEnd().split('\n')
}

/** Non-blank lines without the licence line. */
function filledOf(text: string): readonly string[] {
  return linesOf(text).filter((line) => line.trim() !== '' && !line.includes('SPDX-License'))
}

function isComment(line: string): boolean {
  return /^\s*(?:\/\/|\/\*|\*)/.test(line)
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : rounded((100 * part) / whole, 1)
}

function rounded(value: number, places: number): number {
  return Number.isFinite(value) ? Number(value.toFixed(places)) : 0
}

function count(files: readonly { readonly text: string }[], form: RegExp): number {
  return files.reduce((sum, { text }) => sum + (text.match(form)?.length ?? 0), 0)
}

function distinct(files: readonly Source[], form: RegExp): number {
  return new Set(files.flatMap(({ text }) => [...text.matchAll(form)].map(([, name]) => name))).size
}
