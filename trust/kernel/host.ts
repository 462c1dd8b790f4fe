// SPDX-License-Identifier: Apache-2.0
/** The host of the kernel: lays bytes where the kernel looks for them; a kernel file. */

import {
  gcmNonceSize,
  gcmTagSize,
  isOpenable,
  isTag,
  requireSealable,
  type Sm4Gcm,
  sm3Start,
  sm4Block,
  sm4BlockSize,
  sm4Counter,
  sm4Schedule,
} from '../suites/index.ts'

/** What a compiled instance of `assembly/` offers; it comes as an argument, made by the machine. */
export interface Kernel {
  readonly memory: { readonly buffer: ArrayBuffer }
  prepareKeys(): void
  prepareHash(): void
  encrypt(groups: number): void
  absorb(from: number, blocks: number): void
  hashFour(blocks: number, stride: number): void
}

const acts = ['prepareKeys', 'prepareHash', 'encrypt', 'absorb', 'hashFour']

/** Whether an instance is of this kernel: memory and every act by its name. */
export function isKernel(exports: object): exports is Kernel {
  return 'memory' in exports && acts.every((act) => act in exports)
}

/** The same places as `assembly/places.ts`. */
const at = { keys: 65536, sum: 66176, hashKey: 66192, start: 66208, state: 66304, text: 69632 }
const groupSize = 128
/** One piece of text at a time; a whole chunk of a sealed bid. */
const pieceSize = 1 << 20
/** SM3 takes blocks of 64 bytes; four streams share the place of one piece. */
const hashBlock = 64
const longestStream = pieceSize / 4

/**
 * SM4-GCM over one instance, which holds one key at a time and is made ready anew when another asks.
 * Same shapes, answers and errors as `sm4Gcm`.
 */
export function kernelGcm(kernel: Kernel): (key: Uint8Array) => Sm4Gcm {
  let current: object | undefined
  return (key) => {
    const schedule = sm4Schedule(key)
    const own = {}
    const ready = () => {
      if (current === own) return
      const view = new DataView(kernel.memory.buffer)
      for (const [i, word] of schedule.entries()) view.setInt32(at.keys + 4 * i, word, true)
      kernel.prepareKeys()
      const hashKey = sm4Block(schedule, new Uint8Array(sm4BlockSize))
      new Uint8Array(kernel.memory.buffer).set(hashKey, at.hashKey)
      kernel.prepareHash()
      current = own
    }
    const tagOf = (nonce: Uint8Array) => {
      const sum = new Uint8Array(kernel.memory.buffer).slice(at.sum, at.sum + sm4BlockSize)
      return sm4Counter(schedule, { iv: nonce, counter: 1 }, sum)
    }
    return {
      seal(nonce, plain, aad) {
        requireSealable(nonce, plain)
        ready()
        const sealed = new Uint8Array(plain.length + gcmTagSize)
        beginSum(kernel, aad)
        beginCounter(kernel, nonce)
        for (let from = 0; from < plain.length; from += pieceSize) {
          const piece = plain.subarray(from, from + pieceSize)
          turn(kernel, piece, sealed.subarray(from, from + piece.length))
          absorbText(kernel, piece.length)
        }
        endSum(kernel, aad.length, plain.length)
        sealed.set(tagOf(nonce), plain.length)
        return sealed
      },
      open(nonce, sealed, aad) {
        const size = sealed.length - gcmTagSize
        if (!isOpenable(nonce, size)) return undefined
        ready()
        beginSum(kernel, aad)
        absorb(kernel, sealed.subarray(0, size))
        endSum(kernel, aad.length, size)
        if (!isTag(tagOf(nonce), sealed.subarray(size))) return undefined
        const plain = new Uint8Array(size)
        beginCounter(kernel, nonce)
        for (let from = 0; from < size; from += pieceSize) {
          const piece = sealed.subarray(from, Math.min(from + pieceSize, size))
          turn(kernel, piece, plain.subarray(from, from + piece.length))
        }
        return plain
      },
    }
  }
}

function beginSum(kernel: Kernel, aad: Uint8Array): void {
  new Uint8Array(kernel.memory.buffer).fill(0, at.sum, at.sum + sm4BlockSize)
  absorb(kernel, aad)
}

function endSum(kernel: Kernel, aad: number, cipher: number): void {
  const view = new DataView(kernel.memory.buffer)
  view.setBigUint64(at.text, BigInt(aad) * 8n)
  view.setBigUint64(at.text + 8, BigInt(cipher) * 8n)
  kernel.absorb(at.text, 1)
}

function absorb(kernel: Kernel, bytes: Uint8Array): void {
  for (let from = 0; from < bytes.length; from += pieceSize) {
    const piece = bytes.subarray(from, from + pieceSize)
    new Uint8Array(kernel.memory.buffer).set(piece, at.text)
    absorbText(kernel, piece.length)
  }
}

/** The text as it lies there, its last block filled with zeros. */
function absorbText(kernel: Kernel, size: number): void {
  const blocks = Math.ceil(size / sm4BlockSize)
  const memory = new Uint8Array(kernel.memory.buffer)
  memory.fill(0, at.text + size, at.text + blocks * sm4BlockSize)
  kernel.absorb(at.text, blocks)
}

function beginCounter(kernel: Kernel, nonce: Uint8Array): void {
  const view = new DataView(kernel.memory.buffer)
  const words = new DataView(nonce.buffer, nonce.byteOffset, gcmNonceSize)
  for (let i = 0; i < gcmNonceSize; i += 4) view.setInt32(at.start + i, words.getInt32(i), true)
  view.setInt32(at.start + gcmNonceSize, 2, true)
}

/** Counter mode over one piece; every piece but the last is whole groups. */
function turn(kernel: Kernel, from: Uint8Array, to: Uint8Array): void {
  const memory = new Uint8Array(kernel.memory.buffer)
  memory.set(from, at.text)
  kernel.encrypt(Math.ceil(from.length / groupSize))
  to.set(memory.subarray(at.text, at.text + from.length))
}

/**
 * SM3 of four messages of one length at once (GB/T 32905), the mark before each.
 *
 * @throws RangeError where there are not four, or their lengths differ.
 */
export function fourDigests(
  kernel: Kernel,
  messages: readonly Uint8Array[],
  mark = new Uint8Array(0),
): readonly Uint8Array[] {
  const size = messages[0]?.length ?? 0
  if (messages.length !== 4 || messages.some((one) => one.length !== size)) {
    throw new RangeError('four messages of one length are hashed at once')
  }
  const padded = messages.map((message) => withPadding(mark, message))
  const view = new DataView(kernel.memory.buffer)
  for (const [i, word] of sm3Start.entries()) {
    for (let lane = 0; lane < 4; lane += 1) view.setInt32(at.state + 16 * i + 4 * lane, word, true)
  }
  const total = padded[0]?.length ?? 0
  for (let from = 0; from < total; from += longestStream) {
    const stride = Math.min(longestStream, total - from)
    const memory = new Uint8Array(kernel.memory.buffer)
    for (const [lane, bytes] of padded.entries()) {
      memory.set(bytes.subarray(from, from + stride), at.text + lane * stride)
    }
    kernel.hashFour(stride / hashBlock, stride)
  }
  return padded.map((_, lane) => {
    const digest = new DataView(new ArrayBuffer(32))
    for (let i = 0; i < 8; i += 1) {
      digest.setInt32(4 * i, view.getInt32(at.state + 16 * i + 4 * lane, true))
    }
    return new Uint8Array(digest.buffer)
  })
}

/** Mark and message as one, in the blocks of the hash. */
function withPadding(mark: Uint8Array, message: Uint8Array): Uint8Array {
  const size = mark.length + message.length
  const padded = new Uint8Array(Math.ceil((size + 9) / hashBlock) * hashBlock)
  padded.set(mark)
  padded.set(message, mark.length)
  padded[size] = 0x80
  new DataView(padded.buffer).setBigUint64(padded.length - 8, BigInt(size) * 8n)
  return padded
}

/** Leaves of four chunks of one length, as the tree of a part has them. */
export function kernelLeaves(
  kernel: Kernel,
): (chunks: readonly Uint8Array[]) => readonly Uint8Array[] {
  return (chunks) => fourDigests(kernel, chunks, Uint8Array.of(0x00))
}
