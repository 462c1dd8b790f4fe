// SPDX-License-Identifier: Apache-2.0
/** For tests: reads a square code (ISO/IEC 18004) off its drawing, clean and in bytes, as a telephone would. */

/** Words of data in each block, by level and version; what our addresses need. */
const blocksOf: Readonly<Record<number, Readonly<Record<number, readonly number[]>>>> = {
  // The two bits of the level as the code itself carries them: L, M, Q.
  1: { 3: [55], 4: [80], 5: [108], 6: [68, 68] },
  0: { 3: [44], 4: [32, 32], 5: [43, 43], 6: [27, 27, 27, 27] },
  3: { 3: [17, 17], 4: [24, 24], 5: [15, 15, 16, 16], 6: [19, 19, 19, 19] },
}

const masks: readonly ((y: number, x: number) => number)[] = [
  (y, x) => (y + x) % 2,
  (y) => y % 2,
  (_, x) => x % 3,
  (y, x) => (y + x) % 3,
  (y, x) => (Math.floor(y / 2) + Math.floor(x / 3)) % 2,
  (y, x) => ((y * x) % 2) + ((y * x) % 3),
  (y, x) => (((y * x) % 2) + ((y * x) % 3)) % 2,
  (y, x) => (((y + x) % 2) + ((y * x) % 3)) % 2,
]

export function readCode(svg: string): string {
  const dark = darkIn(svg)
  const size = Math.max(...[...dark].map((place) => place % wide)) + 1
  const at = (y: number, x: number) => (dark.has(y * wide + x) ? 1 : 0)
  const [level, mask] = formatOf(at)
  const words = wordsOf(at, { size, mask: masks[mask] ?? (() => 1) })
  const blocks = blocksOf[level]?.[(size - 17) / 4]
  if (blocks === undefined) throw new Error(`a code of level ${level} and ${size} squares`)
  return textIn(unmixed(words, blocks))
}

/** More than any code has squares in a row. */
const wide = 1000
type At = (y: number, x: number) => number

/** Rows of dark squares from the second path; the first is the ground. The quiet zone around is not drawn. */
function darkIn(svg: string): ReadonlySet<number> {
  const path = [...svg.matchAll(/ d="([^"]+)"/g)].at(-1)?.[1] ?? ''
  const runs = [...path.matchAll(/M(\d+)[ ,](\d+) ?h(\d+)/g)].map((run) => run.slice(1).map(Number))
  const margin = Math.min(...runs.map(([x = 0]) => x))
  return new Set(
    runs.flatMap(([x = 0, y = 0, width = 0]) =>
      Array.from({ length: width }, (_, i) => (y - margin) * wide + x - margin + i),
    ),
  )
}

function formatOf(at: At): readonly [level: number, mask: number] {
  const places = [0, 1, 2, 3, 4, 5, 7, 8].map((x) => at(8, x))
  const rest = [7, 5, 4, 3, 2, 1, 0].map((y) => at(y, 8))
  const bits = [...places, ...rest].reduce((sum, bit) => (sum << 1) | bit, 0) ^ 0x5412
  return [bits >> 13, (bits >> 10) & 7]
}

/** Up and down in pairs of columns from the right, past everything that is no data. */
function wordsOf(at: At, { size, mask }: { size: number; mask: (y: number, x: number) => number }) {
  const bits: number[] = []
  const columns = Array.from({ length: (size - 1) / 2 }, (_, i) => size - 1 - 2 * i)
  for (const [turn, right] of columns.map((x) => (x <= 6 ? x - 1 : x)).entries()) {
    for (let step = 0; step < size; step += 1) {
      const y = turn % 2 === 0 ? size - 1 - step : step
      for (const x of [right, right - 1]) {
        if (isData(y, x, size)) bits.push(at(y, x) ^ (mask(y, x) === 0 ? 1 : 0))
      }
    }
  }
  return Array.from({ length: Math.floor(bits.length / 8) }, (_, i) =>
    bits.slice(8 * i, 8 * i + 8).reduce((sum, bit) => (sum << 1) | bit, 0),
  )
}

/** One alignment square, as versions two to six have it. */
function isData(y: number, x: number, size: number): boolean {
  const corner = (y < 9 && (x < 9 || x >= size - 8)) || (y >= size - 8 && x < 9)
  const aligned = Math.abs(y - (size - 7)) <= 2 && Math.abs(x - (size - 7)) <= 2
  return !corner && !aligned && y !== 6 && x !== 6
}

/** The blocks lie word by word beside each other; what corrects errors comes after and is not needed. */
function unmixed(words: readonly number[], blocks: readonly number[]): readonly number[] {
  const parts = blocks.map((): number[] => [])
  let next = 0
  for (let i = 0; i < Math.max(...blocks); i += 1) {
    for (const [n, part] of parts.entries()) {
      if (i < (blocks[n] ?? 0)) part.push(words[next++] ?? 0)
    }
  }
  return parts.flat()
}

/** Mode 0100: eight bits of length and as many bytes. */
function textIn(words: readonly number[]): string {
  const bits = words.map((word) => word.toString(2).padStart(8, '0')).join('')
  if (!bits.startsWith('0100')) throw new Error('not a code of bytes')
  const length = Number.parseInt(bits.slice(4, 12), 2)
  const bytes = Array.from({ length }, (_, i) =>
    Number.parseInt(bits.slice(12 + 8 * i, 20 + 8 * i), 2),
  )
  return new TextDecoder().decode(Uint8Array.from(bytes))
}
