// SPDX-License-Identifier: Apache-2.0
/** Which characters a font can print, and how the others are marked, so that none vanishes. */

/** True where the font has a picture of the character. */
export type Coverage = (codePoint: number) => boolean

/** Reads the character map (format 12) of an OpenType font. */
export function coverageOf(font: Uint8Array): Coverage {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const ranges = rangesOf(view, tableAt(view, 'cmap'))
  return (codePoint) => {
    let low = 0
    let high = ranges.length
    while (low < high) {
      const middle = (low + high) >> 1
      const [first, last] = ranges[middle] ?? [0, 0]
      if (codePoint < first) high = middle
      else if (codePoint > last) low = middle + 1
      else return true
    }
    return false
  }
}

function tableAt(view: DataView, wanted: string): number {
  const tables = view.getUint16(4)
  for (let index = 0; index < tables; index += 1) {
    const at = 12 + 16 * index
    const tag = [0, 1, 2, 3].map((i) => String.fromCharCode(view.getUint8(at + i))).join('')
    if (tag === wanted) return view.getUint32(at + 8)
  }
  throw new Error(`the font has no table ${wanted}`)
}

type Range = readonly [first: number, last: number]

function rangesOf(view: DataView, cmap: number): readonly Range[] {
  const subtables = view.getUint16(cmap + 2)
  for (let index = 0; index < subtables; index += 1) {
    const at = cmap + view.getUint32(cmap + 8 + 8 * index)
    if (view.getUint16(at) !== 12) continue
    const groups = view.getUint32(at + 12)
    return Array.from({ length: groups }, (_, group) => {
      const entry = at + 16 + 12 * group
      return [view.getUint32(entry), view.getUint32(entry + 4)]
    })
  }
  throw new Error('the font has no full character map')
}

/** 〓 is how Chinese printers have always marked a character that is not in the case. */
export const missingMark = '〓'

/** Controls have no picture, and some would turn the order of what stands beside them. */
const unseen = /\p{C}/u

export interface Printable {
  readonly text: string
  /** The characters that were marked, each once, as `U+20BB7`. */
  readonly missing: readonly string[]
}

export function printable(text: string, covers: Coverage): Printable {
  const missing = new Set<string>()
  const marked = [...text.replaceAll(/\r\n?/g, '\n').replaceAll('\t', ' ')].map((character) => {
    const codePoint = character.codePointAt(0) ?? 0
    if (character === '\n' || (covers(codePoint) && !unseen.test(character))) return character
    const name = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
    missing.add(name)
    return `${missingMark}〔${name}〕`
  })
  return { text: marked.join(''), missing: [...missing] }
}
