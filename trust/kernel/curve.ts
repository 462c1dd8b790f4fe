// SPDX-License-Identifier: Apache-2.0
/** The host of the curve kernel: lays rows where it looks for them and keeps tables; a kernel file. */

import {
  basePoint,
  certainlyOn,
  curveBytes,
  curveOrder,
  isInfinity,
  numberOf,
  type Point,
  type PublicProduct,
  type QuickCurve,
  timesSecret,
} from '../suites/index.ts'

/** What a compiled instance of `assembly/curve.ts` offers; it comes as an argument, made by the machine. */
export interface CurveKernel {
  readonly memory: { readonly buffer: ArrayBuffer }
  prepareCurve(): void
  lift(): number
  tabulate(table: number): void
  reckon(sums: number): void
}

const acts = ['prepareCurve', 'lift', 'tabulate', 'reckon']

/** Whether an instance is of this kernel: memory and every act by its name. */
export function isCurveKernel(exports: object): exports is CurveKernel {
  return 'memory' in exports && acts.every((act) => act in exports)
}

/** The same places as `assembly/curve-places.ts`. */
const at = { tables: 0, counts: 589824, rows: 590848, answers: 605184 }
const [tableSize, tableCount, rowSize, rowCount, answerSize] = [9216, 64, 112, 128, 68]
/** In a row: its table, or none; its scalar; x and y. */
const inRow = { scalar: 8, x: 40, y: 72 }
const none = -1

type List = readonly PublicProduct[]

/** For public numbers only: time and places in memory tell them. Same answers as the plain code. */
export function kernelCurve(kernel: CurveKernel): QuickCurve {
  const view = new DataView(kernel.memory.buffer)
  const tables = keptTables(kernel)
  writeNumber(view, at.rows + inRow.scalar, numberOf(curveBytes.subarray(32, 64)))
  kernel.prepareCurve()
  const reckoned = (lists: readonly List[]): readonly Point[] => {
    const slots = tables.slotsOf(lists.flat())
    let row = at.rows
    for (const [i, list] of lists.entries()) {
      view.setUint32(at.counts + 4 * i, list.length, true)
      for (const product of list) {
        writeRow(view, row, { ...product, slot: slots.get(product.point) ?? none })
        row += rowSize
      }
    }
    kernel.reckon(lists.length)
    return lists.map((_, i) => readPoint(view, at.answers + answerSize * i))
  }
  return answering({
    sums: (lists) => batches(lists.map((list) => list.filter(counts))).flatMap(reckoned),
    evenY(x) {
      writeNumber(view, at.rows + inRow.x, x)
      if (kernel.lift() === 0) return undefined
      const y = readNumber(view, at.answers)
      return y % 2n === 0n ? y : fieldPrime - y
    },
  })
}

/** A kernel of another build is told by a product that is known; it is not used and not passed over. */
function answering(curve: QuickCurve): QuickCurve {
  const scalar = curveOrder - 2n
  const often = [{ point: basePoint, scalar, often: true }]
  const [tabled, plain] = curve.sums([often, [{ point: basePoint, scalar, often: false }]])
  const known = timesSecret(basePoint, scalar)
  const { x, y } = basePoint.toAffine()
  const root = curve.evenY(x)
  const sums = tabled?.equals(known) === true && plain?.equals(known) === true
  if (!sums || (root !== y && root !== fieldPrime - y)) throw new Error('the curve kernel errs')
  return curve
}

const fieldPrime = numberOf(curveBytes.subarray(0, 32)) + 3n

function counts({ point, scalar }: PublicProduct): boolean {
  return scalar !== 0n && !isInfinity(point)
}

/** As many lists at a time as there is place for; a list is never cut. */
function batches(lists: readonly List[]): readonly (readonly List[])[] {
  const some: List[][] = []
  let rows = rowCount
  for (const list of lists) {
    if (list.length > rowCount) throw new RangeError(`a sum has at most ${rowCount} products`)
    const last = some.at(-1)
    if (last === undefined || rows + list.length > rowCount || last.length === rowCount) {
      some.push([list])
      rows = list.length
    } else {
      last.push(list)
      rows += list.length
    }
  }
  return some
}

/** Tables lie in the kernel while there is place, and beside it as long as their point is known. */
function keptTables(kernel: CurveKernel) {
  const aside = new WeakMap<Point, Uint8Array>()
  const inside: (Point | undefined)[] = Array.from({ length: tableCount }, () => undefined)
  let next = 0
  const laid = (point: Point): number => {
    const slot = next
    next = (next + 1) % tableCount
    const [from, to] = [at.tables + slot * tableSize, at.tables + (slot + 1) * tableSize]
    const memory = new Uint8Array(kernel.memory.buffer)
    const known = aside.get(point)
    if (known === undefined) {
      writePoint(new DataView(kernel.memory.buffer), at.rows, point)
      kernel.tabulate(slot)
      aside.set(point, memory.slice(from, to))
    } else memory.set(known, from)
    inside[slot] = point
    return slot
  }
  return {
    /** More than half of the tables are never asked for at once, so none of these drives out another. */
    slotsOf(products: List): ReadonlyMap<Point, number> {
      const slots = new Map<Point, number>()
      const wanted = products.filter(({ often }) => often).slice(0, tableCount / 2)
      for (const { point } of wanted) {
        const slot = inside.indexOf(point)
        if (slot >= 0) slots.set(point, slot)
      }
      for (const { point } of wanted) {
        if (slots.has(point)) continue
        while ([...slots.values()].includes(next)) next = (next + 1) % tableCount
        slots.set(point, laid(point))
      }
      return slots
    },
  }
}

function writeRow(
  view: DataView,
  row: number,
  of: PublicProduct & { readonly slot: number },
): void {
  view.setInt32(row, of.slot, true)
  writeNumber(view, row + inRow.scalar, of.scalar)
  if (of.slot === none) writePoint(view, row, of.point)
}

function writePoint(view: DataView, row: number, point: Point): void {
  const { x, y } = point.toAffine()
  writeNumber(view, row + inRow.x, x)
  writeNumber(view, row + inRow.y, y)
}

function readPoint(view: DataView, from: number): Point {
  return view.getInt32(from, true) === 1
    ? certainlyOn(0n, 1n, 0n)
    : certainlyOn(readNumber(view, from + 4), readNumber(view, from + 36), 1n)
}

/** 256 bits, lowest first. */
function writeNumber(view: DataView, to: number, value: bigint): void {
  for (let i = 0; i < 4; i += 1) {
    view.setBigUint64(to + 8 * i, BigInt.asUintN(64, value >> BigInt(64 * i)), true)
  }
}

function readNumber(view: DataView, from: number): bigint {
  const [a, b, c, d] = [0, 8, 16, 24].map((i) => view.getBigUint64(from + i, true))
  return ((((((d ?? 0n) << 64n) | (c ?? 0n)) << 64n) | (b ?? 0n)) << 64n) | (a ?? 0n)
}
