// SPDX-License-Identifier: Apache-2.0
/** The curve kernel that the build lays into the page; where there is none, plain code checks the same (ADR 15). */

import { isCurveKernel, kernelCurve } from '@gongxin/trust/kernel'
import { setQuickCurve } from '@gongxin/trust/suites'

/** A browser that forbids or lacks WebAssembly only takes longer. */
export async function quickenCurve(): Promise<void> {
  const text = document.getElementById('curve')?.textContent
  if (!text) return
  try {
    const binary = Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
    const { instance } = await WebAssembly.instantiate(binary, {})
    if (isCurveKernel(instance.exports)) setQuickCurve(kernelCurve(instance.exports))
  } catch {
    setQuickCurve(undefined)
  }
}
