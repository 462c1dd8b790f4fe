// SPDX-License-Identifier: Apache-2.0
/** SM3 (GB/T 32905) in plain 32-bit arithmetic; a kernel file, where speed earns its `!`. */

// biome-ignore-all lint/style/noNonNullAssertion: every index is below a length fixed in sight.

export interface Hasher {
  update(bytes: Uint8Array): Hasher
  /** Ends the message; the hasher is spent after it. */
  digest(): Uint8Array<ArrayBuffer>
}

/** One hash of a whole message. */
export type Hash = (bytes: Uint8Array) => Uint8Array<ArrayBuffer>

const blockSize = 64
/** The state every hash begins with: eight words (GB/T 32905 §4.1). */
export const sm3Start = [
  0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e,
]

/** Round constants, already turned by their round number. */
const turned = Int32Array.from({ length: 64 }, (_, j) => {
  const constant = j < 16 ? 0x79cc4519 : 0x7a879d8a
  const by = j % 32
  return by === 0 ? constant : (constant << by) | (constant >>> (32 - by))
})

// Scratch for the words of one block: fully rewritten by every block, read by nobody between.
const words = new Int32Array(68)
// The same for the last one or two blocks with their padding.
const last = new Uint8Array(2 * blockSize)
const lastView = new DataView(last.buffer)

export const sm3Digest: Hash = (bytes) => {
  const state = Int32Array.from(sm3Start)
  const whole = bytes.length - (bytes.length % blockSize)
  for (let at = 0; at < whole; at += blockSize) compress(state, bytes, at)
  return finished(state, bytes.subarray(whole), bytes.length)
}

/** For messages that arrive in pieces. */
export function sm3(): Hasher {
  const state = Int32Array.from(sm3Start)
  const rest = new Uint8Array(blockSize)
  let held = 0
  let length = 0
  const hasher: Hasher = {
    update(bytes) {
      length += bytes.length
      let at = 0
      if (held > 0) {
        at = Math.min(blockSize - held, bytes.length)
        rest.set(bytes.subarray(0, at), held)
        held += at
        if (held < blockSize) return hasher
        compress(state, rest, 0)
      }
      for (; at + blockSize <= bytes.length; at += blockSize) compress(state, bytes, at)
      rest.set(bytes.subarray(at))
      held = bytes.length - at
      return hasher
    },
    digest: () => finished(state, rest.subarray(0, held), length),
  }
  return hasher
}

/** Pads the tail with one bit, zeros and the bit length, then writes the state out. */
function finished(state: Int32Array, tail: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const size = tail.length < 56 ? blockSize : 2 * blockSize
  last.set(tail)
  last[tail.length] = 0x80
  last.fill(0, tail.length + 1, size - 8)
  lastView.setUint32(size - 8, Math.floor(length / 0x2000_0000))
  lastView.setUint32(size - 4, (length << 3) >>> 0)
  for (let at = 0; at < size; at += blockSize) compress(state, last, at)
  const digest = new Uint8Array(32)
  for (let i = 0; i < 8; i++) {
    const word = state[i]!
    digest[4 * i] = word >>> 24
    digest[4 * i + 1] = word >>> 16
    digest[4 * i + 2] = word >>> 8
    digest[4 * i + 3] = word
  }
  return digest
}

function expand(bytes: Uint8Array, at: number): void {
  const w = words
  for (let j = 0, i = at; j < 16; j++, i += 4) {
    w[j] = (bytes[i]! << 24) | (bytes[i + 1]! << 16) | (bytes[i + 2]! << 8) | bytes[i + 3]!
  }
  for (let j = 16; j < 68; j++) {
    const late = w[j - 3]!
    const x = w[j - 16]! ^ w[j - 9]! ^ ((late << 15) | (late >>> 17))
    const early = w[j - 13]!
    w[j] =
      x ^
      ((x << 15) | (x >>> 17)) ^
      ((x << 23) | (x >>> 9)) ^
      ((early << 7) | (early >>> 25)) ^
      w[j - 6]!
  }
}

/** Four rounds a turn: after four the eight registers stand in their own places again. */
function compress(state: Int32Array, bytes: Uint8Array, at: number): void {
  expand(bytes, at)
  const w = words
  let a = state[0]!
  let b = state[1]!
  let c = state[2]!
  let d = state[3]!
  let e = state[4]!
  let f = state[5]!
  let g = state[6]!
  let h = state[7]!
  for (let j = 0; j < 64; j++) {
    const r = (a << 12) | (a >>> 20)
    let s = (r + e + turned[j]!) | 0
    s = (s << 7) | (s >>> 25)
    const ff = j < 16 ? a ^ b ^ c : (a & b) | (c & (a | b))
    const gg = j < 16 ? e ^ f ^ g : g ^ (e & (f ^ g))
    const one = (ff + d + (s ^ r) + (w[j]! ^ w[j + 4]!)) | 0
    const two = (gg + h + s + w[j]!) | 0
    d = c
    c = (b << 9) | (b >>> 23)
    b = a
    a = one
    h = g
    g = (f << 19) | (f >>> 13)
    f = e
    e = two ^ ((two << 9) | (two >>> 23)) ^ ((two << 17) | (two >>> 15))
  }
  state[0] = state[0]! ^ a
  state[1] = state[1]! ^ b
  state[2] = state[2]! ^ c
  state[3] = state[3]! ^ d
  state[4] = state[4]! ^ e
  state[5] = state[5]! ^ f
  state[6] = state[6]! ^ g
  state[7] = state[7]! ^ h
}
