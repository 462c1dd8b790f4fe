// SPDX-License-Identifier: Apache-2.0
/** SM4-GCM (RFC 8998, NIST SP 800-38D) by tables; a kernel file, where speed earns its `!`. */

// biome-ignore-all lint/style/noNonNullAssertion: every index is below a length fixed in sight.

import { sm4Block, sm4BlockSize, sm4Counter, sm4Schedule } from './sm4.ts'

export const gcmNonceSize = 12
export const gcmTagSize = 16
/** SP 800-38D §5.2.1.1: a counter of 32 bits, less the two blocks it spends on itself. */
export const gcmLongest = 2 ** 36 - 32

export interface Sm4Gcm {
  /** Ciphertext with its tag behind it. A nonce serves one message under one key. */
  seal(nonce: Uint8Array, plain: Uint8Array, aad: Uint8Array): Uint8Array<ArrayBuffer>
  /** Nothing at all is released when the tag is wrong or missing. */
  open(nonce: Uint8Array, sealed: Uint8Array, aad: Uint8Array): Uint8Array<ArrayBuffer> | undefined
}

/**
 * One key made ready: round keys and the table of its hash.
 *
 * GCM does not bind the key: one text can open under two. Whoever needs that (a bid does) commits
 * to the key beside it. Nothing written in JavaScript runs in constant time, and tables least of
 * all: use this where the key belongs to the owner of the machine.
 */
export function sm4Gcm(key: Uint8Array): Sm4Gcm {
  const schedule = sm4Schedule(key)
  const table = tableOf(sm4Block(schedule, new Uint8Array(sm4BlockSize)))
  const tagOf = (nonce: Uint8Array, cipher: Uint8Array, aad: Uint8Array) => {
    const sums = new Int32Array(4)
    absorb(table, sums, aad)
    absorb(table, sums, cipher)
    absorb(table, sums, lengths(aad.length, cipher.length))
    return sm4Counter(schedule, { iv: nonce, counter: 1 }, bytesOf(sums))
  }
  return {
    seal(nonce, plain, aad) {
      requireSealable(nonce, plain)
      const sealed = new Uint8Array(plain.length + gcmTagSize)
      sm4Counter(schedule, { iv: nonce, counter: 2 }, plain, sealed)
      sealed.set(tagOf(nonce, sealed.subarray(0, plain.length), aad), plain.length)
      return sealed
    },
    open(nonce, sealed, aad) {
      const size = sealed.length - gcmTagSize
      if (!isOpenable(nonce, size)) return undefined
      const cipher = sealed.subarray(0, size)
      if (!isTag(tagOf(nonce, cipher, aad), sealed.subarray(size))) return undefined
      return sm4Counter(schedule, { iv: nonce, counter: 2 }, cipher)
    },
  }
}

/** @throws RangeError for a nonce of another length or a text too long for one nonce. */
export function requireSealable(nonce: Uint8Array, plain: Uint8Array): void {
  if (nonce.length !== gcmNonceSize) throw new RangeError(`a nonce has ${gcmNonceSize} bytes`)
  if (plain.length > gcmLongest) throw new RangeError(`at most ${gcmLongest} bytes under one nonce`)
}

/** Whether nonce and size of the ciphertext without its tag can be of this cipher at all. */
export function isOpenable(nonce: Uint8Array, size: number): boolean {
  return nonce.length === gcmNonceSize && size >= 0 && size <= gcmLongest
}

/** Compares every byte, so that the time does not tell where two tags differ. */
export function isTag(tag: Uint8Array, given: Uint8Array): boolean {
  let difference = tag.length ^ given.length
  for (let i = 0; i < tag.length; i++) difference |= tag[i]! ^ given[i]!
  return difference === 0
}

/** For each of 16 places and each byte there, its product with the hash key: 4096 entries. */
function tableOf(hashKey: Uint8Array): Int32Array {
  const table = new Int32Array(16 * 256 * 4)
  const word = (i: number) =>
    (hashKey[i]! << 24) | (hashKey[i + 1]! << 16) | (hashKey[i + 2]! << 8) | hashKey[i + 3]!
  let [a, b, c, d] = [word(0), word(4), word(8), word(12)]
  for (let bit = 0; bit < 128; bit++) {
    // The first bit of a byte is its highest: GCM counts powers of x from there.
    const at = ((bit >> 3) << 10) | ((128 >> (bit & 7)) << 2)
    table[at] = a
    table[at + 1] = b
    table[at + 2] = c
    table[at + 3] = d
    const carry = d & 1 ? 0xe100_0000 : 0
    d = (d >>> 1) | (c << 31)
    c = (c >>> 1) | (b << 31)
    b = (b >>> 1) | (a << 31)
    a = (a >>> 1) ^ carry
  }
  for (let place = 0; place < 16 << 10; place += 1 << 10) {
    for (let byte = 1; byte < 256; byte++) {
      const rest = byte & (byte - 1)
      if (rest === 0) continue
      const at = place | (byte << 2)
      const one = place | ((byte & -byte) << 2)
      const others = place | (rest << 2)
      for (let i = 0; i < 4; i++) table[at + i] = table[one + i]! ^ table[others + i]!
    }
  }
  return table
}

/** Takes bytes into the sum, the last block filled with zeros. */
function absorb(table: Int32Array, sums: Int32Array, bytes: Uint8Array): void {
  const whole = bytes.length - (bytes.length % sm4BlockSize)
  absorbBlocks(table, sums, bytes.subarray(0, whole))
  if (whole === bytes.length) return
  const last = new Uint8Array(sm4BlockSize)
  last.set(bytes.subarray(whole))
  absorbBlocks(table, sums, last)
}

function absorbBlocks(table: Int32Array, sums: Int32Array, bytes: Uint8Array): void {
  let a = sums[0]!
  let b = sums[1]!
  let c = sums[2]!
  let d = sums[3]!
  for (let at = 0; at < bytes.length; at += sm4BlockSize) {
    let na = 0
    let nb = 0
    let nc = 0
    let nd = 0
    for (let k = 0; k < 16; k++) {
      const sum = k < 8 ? (k < 4 ? a : b) : k < 12 ? c : d
      const byte = bytes[at + k]! ^ ((sum >>> (24 - 8 * (k & 3))) & 255)
      const from = (k << 10) | (byte << 2)
      na ^= table[from]!
      nb ^= table[from + 1]!
      nc ^= table[from + 2]!
      nd ^= table[from + 3]!
    }
    a = na
    b = nb
    c = nc
    d = nd
  }
  sums[0] = a
  sums[1] = b
  sums[2] = c
  sums[3] = d
}

function lengths(aad: number, cipher: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(sm4BlockSize))
  view.setBigUint64(0, BigInt(aad) * 8n)
  view.setBigUint64(8, BigInt(cipher) * 8n)
  return new Uint8Array(view.buffer)
}

function bytesOf(words: Int32Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(4 * words.length))
  for (let i = 0; i < words.length; i++) view.setInt32(4 * i, words[i]!)
  return new Uint8Array(view.buffer)
}
