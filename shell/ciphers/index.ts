// SPDX-License-Identifier: Apache-2.0
/** The cipher of this machine: the kernel that the build lays beside the program, else plain code (ADR 8). */

import { readFile } from 'node:fs/promises'
import { isKernel, kernelGcm } from '@gongxin/trust/kernel'
import type { CipherMaker } from '@gongxin/trust/seal'

/** Undefined where there is no kernel, as when the program runs from its sources: plain code opens the same. */
export async function quickCipher(
  place = new URL('./kernel.wasm', import.meta.url),
): Promise<CipherMaker | undefined> {
  const binary = await readFile(place).catch(() => null)
  if (binary === null) return undefined
  const { instance } = await WebAssembly.instantiate(new Uint8Array(binary), {})
  if (!isKernel(instance.exports)) throw new Error('the kernel beside the program has other doors')
  return kernelGcm(instance.exports)
}
