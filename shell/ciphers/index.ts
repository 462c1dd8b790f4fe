// SPDX-License-Identifier: Apache-2.0
/** The kernels that the build lays beside the program, else plain code: the cipher (ADR 8), the curve (ADR 15). */

import { readFile } from 'node:fs/promises'
import { isCurveKernel, isKernel, kernelCurve, kernelGcm } from '@gongxin/trust/kernel'
import type { CipherMaker } from '@gongxin/trust/seal'
import { setQuickCurve } from '@gongxin/trust/suites'

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

/** From now on this program reckons public numbers of the curve by the kernel; false where there is none. */
export async function quickenCurve(
  place = new URL('./curve.wasm', import.meta.url),
): Promise<boolean> {
  const binary = await readFile(place).catch(() => null)
  if (binary === null) return false
  const { instance } = await WebAssembly.instantiate(new Uint8Array(binary), {})
  if (!isCurveKernel(instance.exports))
    throw new Error('the curve beside the program has other doors')
  setQuickCurve(kernelCurve(instance.exports))
  return true
}
