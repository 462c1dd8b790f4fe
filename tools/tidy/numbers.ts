// SPDX-License-Identifier: Apache-2.0
/** House numbers and house forms: each a small check that says what it found and why it matters. */

import type { Breach } from './arrows.ts'
import { functionsOf } from './functions.ts'
import { importsOf, withoutImports } from './imports.ts'
import { isGenerated, isTest, type Source } from './sources.ts'

export const most = { lines: 400, functionLines: 70, parameters: 4, columns: 120, imports: 15 }

/** Files where `!` on typed arrays earns its place, one by one: hashes, ciphers, trees. */
const kernelFiles = new Set([
  'trust/suites/sha256.ts',
  'trust/suites/sm3.ts',
  'trust/suites/sm4-gcm.ts',
  'trust/suites/sm4.ts',
])
const pure = /^(?:core|trust)\//
/** The licence, then a comment whose last line ends like a sentence. */
const opening = /^[^\n]*\n\/\*\*(?:(?!\*\/)[\s\S])*[.。?？]\s*\*\/\n/
const typed = /\.tsx?$/

export type Check = (file: Source) => readonly string[]

export const checks: Readonly<Record<string, Check>> = {
  'file-length': ({ text }) => {
    const lines = text.trimEnd().split('\n').length
    return lines > most.lines ? [`has ${lines} lines; a reader holds ${most.lines} at most`] : []
  },
  'function-length': (file) =>
    isTest(file)
      ? []
      : functionsOf(file.code)
          .filter(({ lines }) => lines > most.functionLines)
          .map(({ name, line, lines }) => `line ${line}: ${name} has ${lines} lines; split it`),
  // In a test an arrow function takes the columns of a table, which are not parameters.
  parameters: (file) =>
    functionsOf(file.code)
      .filter(({ parameters }) => parameters > most.parameters)
      .filter(({ arrow }) => !(arrow && isTest(file)))
      .map(({ name, line }) => `line ${line}: ${name} takes too many; pass one named object`),
  columns: ({ text }) =>
    text
      .split('\n')
      .map((line, i) => ({ place: i + 1, width: widthOf(line) }))
      .filter(({ width }) => width > most.columns)
      .map(({ place, width }) => `line ${place}: ${width} columns; break it`),
  imports: (file) => {
    const count = importsOf(file).filter(({ passedOn }) => !passedOn).length
    return count > most.imports ? [`imports ${count} files; it does too much`] : []
  },
  licence: ({ text }) =>
    /^(?:#!.*\n)?\/\/ SPDX-License-Identifier: Apache-2\.0\n/.test(text)
      ? []
      : ['does not begin with its SPDX line'],
  opening: ({ path, text }) =>
    !typed.test(path) || opening.test(withoutShebang(text))
      ? []
      : ['does not open with one sentence of purpose'],
  'default-export': ({ path, code }) =>
    /\.config\.ts$/.test(path) || !/\bexport\s+default\b/.test(code)
      ? []
      : ['has a default export; a thing has one name'],
  'lint-off': ({ text }) =>
    [...text.matchAll(/^.*(?:biome-ignore|@ts-(?:ignore|expect-error|nocheck)).*$/gm)]
      .map(([line]) => line.trim())
      .filter((line) => !/(?:biome-ignore\S* \S+: |@ts-expect-error: )\S+/.test(line))
      .filter((line) => /^(?:\/\/|\/\*|\{\/\*)/.test(line))
      .map((line) => `turns a check off without a reason: ${line}`),
  any: (file) => (isPure(file) ? found(file, /(?<![.\w'])any\b(?!\s*[(:])/g, 'any') : []),
  'not-null': (file) =>
    isPure(file) && !kernelFiles.has(file.path)
      ? found(file, /[\w)\]]!(?![=\w])/g, '`!`; prove it or use certain()')
      : [],
  cast: (file) =>
    isPure(file)
      ? found({ ...file, code: withoutImports(file.code) }, /\bas\s+(?!const\b)[\w{['(]/g, 'a cast')
      : [],
  class: (file) =>
    isPure(file)
      ? found(file, /\bclass\s+\w+(?!\w| extends Error\b)/g, 'a class; values and functions do')
      : [],
  enum: (file) => found(file, /\benum\s+\w+\s*\{/g, 'an enum; a union of strings says it'),
}

/** All breaches of one file, in the order of the checks; generated files are not ours to shape. */
export function untidy(file: Source): readonly Breach[] {
  if (isGenerated(file)) return []
  return Object.entries(checks).flatMap(([rule, check]) =>
    check(file).map((says) => ({ rule, path: file.path, says })),
  )
}

/** A 汉字 and other full-width characters take two columns. */
export function widthOf(line: string): number {
  const wide = line.match(
    /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/g,
  )
  return [...line].length + (wide?.length ?? 0)
}

function isPure(file: Source): boolean {
  return pure.test(file.path) && !isTest(file)
}

function found({ code }: Pick<Source, 'code'>, form: RegExp, what: string): readonly string[] {
  return [...code.matchAll(form)].map(
    ({ index }) => `line ${code.slice(0, index + 1).split('\n').length}: holds ${what}`,
  )
}

function withoutShebang(text: string): string {
  return text.replace(/^#!.*\n/, '')
}
