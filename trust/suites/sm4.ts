// SPDX-License-Identifier: Apache-2.0
/** SM4 (GB/T 32907) by tables; a kernel file, where speed earns its `!`. */

// biome-ignore-all lint/style/noNonNullAssertion: every index is below a length fixed in sight.

export const sm4KeySize = 16
export const sm4BlockSize = 16

/** The thirty-two round keys of one key. */
export type Sm4Schedule = Int32Array<ArrayBuffer>

const box = [
  'd690e9fecce13db716b614c228fb2c052b679a762abe04c3aa44132649860699',
  '9c4250f491ef987a33540b43edcfac62e4b31ca9c908e89580df94fa758f3fa6',
  '4707a7fcf37317ba83593c19e6854fa8686b81b27164da8bf8eb0f4b70569d35',
  '1e240e5e6358d1a225227c3b01217887d40046579fd327524c3602e7a0c4c89e',
  'eabf8ad240c738b5a3f7f2cef96115a1e0ae5da49b341a55ad933230f58cb1e3',
  '1df6e22e8266ca60c02923ab0d534e6fd5db3745defd8e2f03ff6a726d6c5b51',
  '8d1baf92bbddbc7f11d95c411f105ad80ac13188a5cd7bbd2d74d012b8e5b4b0',
  '8969974a0c96777e65b9f109c56ec68418f07dec3adc4d2079ee5f3ed7cb3948',
].join('')
const substitute = Uint8Array.from({ length: 256 }, (_, i) =>
  Number.parseInt(box.slice(2 * i, 2 * i + 2), 16),
)

/** Substitution and diffusion of one byte in each of the four places of a word. */
const places = [24, 16, 8, 0].map((place) =>
  Int32Array.from(substitute, (byte) => {
    const word = byte << place
    return word ^ turn(word, 2) ^ turn(word, 10) ^ turn(word, 18) ^ turn(word, 24)
  }),
)
const first = places[0]!
const second = places[1]!
const third = places[2]!
const fourth = places[3]!

const family = [0xa3b1bac6, 0x56aa3350, 0x677d9197, 0xb27022dc]
const constants = Int32Array.from({ length: 32 }, (_, i) => {
  const byte = (j: number) => ((4 * i + j) * 7) & 0xff
  return (byte(0) << 24) | (byte(1) << 16) | (byte(2) << 8) | byte(3)
})

// Scratch for one block: fully rewritten by every block, read by nobody between.
const block = new Int32Array(4)

export function sm4Schedule(key: Uint8Array): Sm4Schedule {
  if (key.length !== sm4KeySize) throw new RangeError(`an SM4 key has ${sm4KeySize} bytes`)
  const words = family.map((word, i) => word ^ wordAt(key, 4 * i))
  return Int32Array.from(constants, (constant, i) => {
    const mixed = words[i + 1]! ^ words[i + 2]! ^ words[i + 3]! ^ constant
    const word = substituted(mixed)
    const next = words[i]! ^ word ^ turn(word, 13) ^ turn(word, 23)
    words.push(next)
    return next
  })
}

/** The same rounds with the keys in the other order undo a block. */
export function sm4Backwards(schedule: Sm4Schedule): Sm4Schedule {
  return schedule.toReversed()
}

export function sm4Block(schedule: Sm4Schedule, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  if (bytes.length !== sm4BlockSize) throw new RangeError(`a block has ${sm4BlockSize} bytes`)
  const out = new Uint8Array(sm4BlockSize)
  for (let i = 0; i < 4; i++) block[i] = wordAt(bytes, 4 * i)
  rounds(schedule)
  for (let i = 0; i < 4; i++) putWord(out, 4 * i, block[i]!)
  return out
}

/**
 * Counter mode from `counter` on; the same call undoes it. The counter wraps at 32 bits. A longer
 * `out` saves its owner a copy; what lies behind the text stays as it was.
 */
export function sm4Counter(
  schedule: Sm4Schedule,
  start: { readonly iv: Uint8Array; readonly counter: number },
  input: Uint8Array,
  out = new Uint8Array(input.length),
): Uint8Array<ArrayBuffer> {
  const iv0 = wordAt(start.iv, 0)
  const iv1 = wordAt(start.iv, 4)
  const iv2 = wordAt(start.iv, 8)
  let counter = start.counter | 0
  const keystream = () => {
    block[0] = iv0
    block[1] = iv1
    block[2] = iv2
    block[3] = counter
    counter = (counter + 1) | 0
    rounds(schedule)
  }
  const whole = input.length - (input.length % sm4BlockSize)
  let at = 0
  for (; at < whole; at += sm4BlockSize) {
    keystream()
    for (let i = 0, k = at; i < 4; i++, k += 4) {
      const word = block[i]!
      out[k] = input[k]! ^ (word >>> 24)
      out[k + 1] = input[k + 1]! ^ (word >>> 16)
      out[k + 2] = input[k + 2]! ^ (word >>> 8)
      out[k + 3] = input[k + 3]! ^ word
    }
  }
  if (at < input.length) {
    keystream()
    for (let i = 0; at < input.length; i++, at++) {
      out[at] = input[at]! ^ (block[i >> 2]! >>> (24 - 8 * (i & 3)))
    }
  }
  return out
}

/** Thirty-two rounds, four a turn, on the scratch block in place. */
function rounds(keys: Sm4Schedule): void {
  let a = block[0]!
  let b = block[1]!
  let c = block[2]!
  let d = block[3]!
  for (let i = 0; i < 32; i += 4) {
    let x = b ^ c ^ d ^ keys[i]!
    a ^= first[x >>> 24]! ^ second[(x >>> 16) & 255]! ^ third[(x >>> 8) & 255]! ^ fourth[x & 255]!
    x = c ^ d ^ a ^ keys[i + 1]!
    b ^= first[x >>> 24]! ^ second[(x >>> 16) & 255]! ^ third[(x >>> 8) & 255]! ^ fourth[x & 255]!
    x = d ^ a ^ b ^ keys[i + 2]!
    c ^= first[x >>> 24]! ^ second[(x >>> 16) & 255]! ^ third[(x >>> 8) & 255]! ^ fourth[x & 255]!
    x = a ^ b ^ c ^ keys[i + 3]!
    d ^= first[x >>> 24]! ^ second[(x >>> 16) & 255]! ^ third[(x >>> 8) & 255]! ^ fourth[x & 255]!
  }
  block[0] = d
  block[1] = c
  block[2] = b
  block[3] = a
}

function substituted(word: number): number {
  return (
    (substitute[word >>> 24]! << 24) |
    (substitute[(word >>> 16) & 255]! << 16) |
    (substitute[(word >>> 8) & 255]! << 8) |
    substitute[word & 255]!
  )
}

function turn(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by))
}

function wordAt(bytes: Uint8Array, at: number): number {
  return (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!
}

function putWord(bytes: Uint8Array, at: number, word: number): void {
  bytes[at] = word >>> 24
  bytes[at + 1] = word >>> 16
  bytes[at + 2] = word >>> 8
  bytes[at + 3] = word
}
