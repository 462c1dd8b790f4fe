// SPDX-License-Identifier: Apache-2.0
/** Reads what a file imports, and finds the file that is meant. */

import { posix } from 'node:path'
import type { Source } from './sources.ts'

export interface Import {
  /** As written: `./time.ts`, `@gongxin/core/law`, `zod`. */
  readonly written: string
  /** A path of the house, `node:fs`, or `npm:zod`. */
  readonly to: string
  /** Only handed on, as a door does. */
  readonly passedOn: boolean
}

const statement = new RegExp(
  [
    String.raw`(?:^|[;\n}])\s*(?:import|export)\b[^'"\x60;=()]*?\bfrom\s*['"]([^'"\n]+)['"]`,
    String.raw`(?:^|[;\n])\s*import\s*['"]([^'"\n]+)['"]`,
    String.raw`\bimport\s*\(\s*['"]([^'"\n]+)['"]`,
  ].join('|'),
  'g',
)

export function importsOf(file: Source): readonly Import[] {
  return [...file.bare.matchAll(statement)].map(([all, from, bare, dynamic]) => {
    const written = from ?? bare ?? dynamic ?? ''
    const passedOn = /^[\s;}]*export\b/.test(all)
    return { written, to: targetOf(file.path, written), passedOn }
  })
}

/** Without import and export-from statements: their `as` is a rename, not a cast. */
export function withoutImports(code: string): string {
  return code.replace(/(?:^|\n)\s*(?:import|export)\s*(?:type\s*)?(?:\{[^}]*\}|\*[^\n]*)/g, '\n')
}

function targetOf(from: string, written: string): string {
  if (written.startsWith('.')) return posix.join(posix.dirname(from), written)
  if (written.startsWith('node:')) return written
  const own = /^@gongxin\/(.+)$/.exec(written)?.[1]
  if (own === undefined) return `npm:${packageOf(written)}`
  return own.endsWith('/published') ? `${own}.ts` : `${own}/index.ts`
}

function packageOf(written: string): string {
  const parts = written.split('/')
  return parts.slice(0, written.startsWith('@') ? 2 : 1).join('/')
}
