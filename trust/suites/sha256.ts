// SPDX-License-Identifier: Apache-2.0
/** SHA-256 (FIPS 180-4), for the twin tree and outside formats only; a kernel file. */

// biome-ignore-all lint/style/noNonNullAssertion: every index is below a length fixed in sight.

import type { Hash } from './sm3.ts'

const blockSize = 64
const primes = firstPrimes(64)
const initial = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)))
const constants = Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime)))

// Scratch for the words of one block: fully rewritten by every block, read by nobody between.
const words = new Int32Array(64)

export const sha256Digest: Hash = (bytes) => {
  const state = Int32Array.from(initial)
  const whole = bytes.length - (bytes.length % blockSize)
  for (let at = 0; at < whole; at += blockSize) compress(state, bytes, at)
  const tail = bytes.subarray(whole)
  const padded = new Uint8Array(tail.length < 56 ? blockSize : 2 * blockSize)
  padded.set(tail)
  padded[tail.length] = 0x80
  new DataView(padded.buffer).setBigUint64(padded.length - 8, BigInt(bytes.length) * 8n)
  for (let at = 0; at < padded.length; at += blockSize) compress(state, padded, at)
  const view = new DataView(new ArrayBuffer(32))
  for (let i = 0; i < 8; i++) view.setInt32(4 * i, state[i]!)
  return new Uint8Array(view.buffer)
}

function compress(state: Int32Array, bytes: Uint8Array, at: number): void {
  const w = words
  for (let j = 0, i = at; j < 16; j++, i += 4) {
    w[j] = (bytes[i]! << 24) | (bytes[i + 1]! << 16) | (bytes[i + 2]! << 8) | bytes[i + 3]!
  }
  for (let j = 16; j < 64; j++) {
    const x = w[j - 15]!
    const y = w[j - 2]!
    const s0 = turn(x, 7) ^ turn(x, 18) ^ (x >>> 3)
    const s1 = turn(y, 17) ^ turn(y, 19) ^ (y >>> 10)
    w[j] = (w[j - 16]! + s0 + w[j - 7]! + s1) | 0
  }
  let a = state[0]!
  let b = state[1]!
  let c = state[2]!
  let d = state[3]!
  let e = state[4]!
  let f = state[5]!
  let g = state[6]!
  let h = state[7]!
  for (let j = 0; j < 64; j++) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)
    const one = (h + s1 + (g ^ (e & (f ^ g))) + constants[j]! + w[j]!) | 0
    const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)
    const two = (s0 + ((a & b) | (c & (a | b)))) | 0
    h = g
    g = f
    f = e
    e = (d + one) | 0
    d = c
    c = b
    b = a
    a = (one + two) | 0
  }
  const ends = [a, b, c, d, e, f, g, h]
  for (let i = 0; i < 8; i++) state[i] = state[i]! + ends[i]!
}

function turn(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by))
}

/** The first 32 bits behind the point; a double holds enough of them for roots this small. */
function fraction(root: number): number {
  return Math.floor((root - Math.floor(root)) * 2 ** 32) | 0
}

function firstPrimes(count: number): readonly number[] {
  const found: number[] = []
  for (let n = 2; found.length < count; n++) {
    if (found.every((prime) => n % prime !== 0)) found.push(n)
  }
  return found
}
