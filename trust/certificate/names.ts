// SPDX-License-Identifier: Apache-2.0
/** Distinguished names: read as pairs, compared by their bytes. */

import {
  type Der,
  findList,
  identifierOf,
  textOf,
  walk,
  writeDer,
  writeIdentifier,
  writeSet,
  writeText,
} from '../der/index.ts'

export interface NamePart {
  /** Object identifier of the attribute, such as that of the common name. */
  readonly type: string
  readonly value: string
}

export interface Name {
  readonly parts: readonly NamePart[]
  /** What is compared: two spellings of one name are two names here. */
  readonly der: Uint8Array
}

export function findName(der: Der | undefined): Name | undefined {
  const sets = findList(der, 'sequence')
  if (der === undefined || sets === undefined) return undefined
  const parts: NamePart[] = []
  for (const set of sets) {
    const pairs = findList(set, 'set')
    if (pairs === undefined || pairs.length === 0) return undefined
    for (const pair of pairs) {
      const fields = walk(pair, 'sequence')
      const type = identifierOf(fields.take('objectIdentifier'))
      const value = textOf(fields.takeAny())
      if (type === undefined || value === undefined || !fields.ended()) return undefined
      parts.push({ type, value })
    }
  }
  return { parts, der: der.whole }
}

/** The value if the name has exactly one such part: two would let the reader choose. */
export function partOf(name: Name, type: string): string | undefined {
  const found = name.parts.filter((part) => part.type === type)
  return found.length === 1 ? found[0]?.value : undefined
}

export function writeName(parts: readonly NamePart[]): Uint8Array<ArrayBuffer> {
  const pairs = parts.map(({ type, value }) =>
    writeSet([writeDer('sequence', writeIdentifier(type), writeText(value))]),
  )
  return writeDer('sequence', ...pairs)
}
