// SPDX-License-Identifier: Apache-2.0
/** Finds functions by their brackets: where each begins and ends, and what it asks for. */

export interface FunctionSpan {
  readonly name: string
  readonly line: number
  readonly lines: number
  readonly parameters: number
  readonly arrow: boolean
}

const notNames = new Set([
  'if',
  'for',
  'while',
  'switch',
  'catch',
  'with',
  'return',
  'typeof',
  'async',
  'await',
  'super',
  'import',
])

/** `code` has its comments and strings blanked. Functions without a block body are left out. */
export function functionsOf(code: string): readonly FunctionSpan[] {
  const pairs = pairsOf(code)
  const lineOf = lineCounter(code)
  const spans: FunctionSpan[] = []
  for (const [open, close] of pairs) {
    if (code[open] !== '(') continue
    const body = bodyAfter(code, pairs, close + 1)
    if (body === undefined) continue
    const name = nameBefore(code, open)
    if (!body.arrow && (name === undefined || notNames.has(name))) continue
    const start = body.arrow ? open : open - (name ?? '').length
    const end = pairs.get(body.at) ?? code.length
    spans.push({
      name: name === undefined || notNames.has(name) ? 'an arrow function' : name,
      line: lineOf(start),
      lines: lineOf(end) - lineOf(start) + 1,
      parameters: parametersOf(code.slice(open + 1, close)),
      arrow: body.arrow,
    })
  }
  return spans
}

/** Where each bracket is closed; brackets that do not pair are left out. */
function pairsOf(code: string): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>()
  const open: number[] = []
  for (let i = 0; i < code.length; i++) {
    const here = code[i] ?? ''
    if ('([{'.includes(here)) open.push(i)
    if (')]}'.includes(here)) {
      const start = open.pop()
      if (start !== undefined) pairs.set(start, i)
    }
  }
  return pairs
}

interface Body {
  readonly at: number
  readonly arrow: boolean
}

/** The block that follows a parameter list, past a return type and an arrow, if there is one. */
function bodyAfter(
  code: string,
  pairs: ReadonlyMap<number, number>,
  from: number,
): Body | undefined {
  let at = skipSpace(code, from)
  if (code[at] === ':') at = skipType(code, pairs, at + 1)
  const arrow = code.startsWith('=>', at)
  if (arrow) at = skipSpace(code, at + 2)
  return code[at] === '{' ? { at, arrow } : undefined
}

/** Past a type: a brace where a type is still expected opens a type, the next one the body. */
function skipType(code: string, pairs: ReadonlyMap<number, number>, from: number): number {
  let expected = true
  let at = skipSpace(code, from)
  while (at < code.length) {
    const here = code[at] ?? ''
    if ('([{'.includes(here)) {
      if (here === '{' && !expected) return at
      at = (pairs.get(at) ?? code.length) + 1
      expected = false
    } else if (code.startsWith('=>', at)) {
      if (code[at - 1] !== ')' && !/\)\s*$/.test(code.slice(from, at))) return at
      at += 2
      expected = true
    } else if (/[|&<,]/.test(here)) {
      at += 1
      expected = true
    } else if (/[\w$.>'"]/.test(here)) {
      const word = /^[\w$.'"]+|^>/.exec(code.slice(at, at + 80))?.[0] ?? here
      at += word.length
      expected = ['is', 'asserts', 'readonly', 'keyof', 'typeof', 'extends'].includes(word)
    } else return at
    at = skipSpace(code, at)
  }
  return at
}

function skipSpace(code: string, from: number): number {
  let at = from
  while (/\s/.test(code[at] ?? '')) at += 1
  return at
}

function nameBefore(code: string, open: number): string | undefined {
  const before = code.slice(Math.max(0, open - 200), open)
  return /([A-Za-z_$][\w$]*)\s*(?:<[^()]*>)?\s*$/.exec(before)?.[1]
}

/** Commas at the top level, with a trailing one not counted. */
function parametersOf(list: string): number {
  if (list.trim() === '') return 0
  let depth = 0
  let count = 1
  const inside = list.trimEnd().replace(/,$/, '').replace(/=>/g, '  ')
  for (const here of inside) {
    if ('([{<'.includes(here)) depth += 1
    if (')]}>'.includes(here)) depth -= 1
    if (here === ',' && depth === 0) count += 1
  }
  return count
}

function lineCounter(code: string): (at: number) => number {
  const starts = [0]
  for (let i = 0; i < code.length; i++) if (code[i] === '\n') starts.push(i + 1)
  return (at) => {
    let low = 0
    let high = starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= at) low = middle
      else high = middle
    }
    return low + 1
  }
}
