// SPDX-License-Identifier: Apache-2.0
/** Compiles the kernels of `trust` from their AssemblyScript and gives instances that are ready. */

import { type CurveKernel, isCurveKernel, isKernel, type Kernel } from '@gongxin/trust/kernel'
import { curveBinary, kernelBinary } from '../compile-kernel.mjs'
import { root } from '../tidy/sources.ts'

/** @throws Error with the compiler's words where the source is at fault. */
export async function compileKernel(): Promise<Kernel> {
  const { instance } = await WebAssembly.instantiate(await kernelBinary(root), {})
  const { exports } = instance
  if (!isKernel(exports)) throw new Error('the kernel has other doors')
  return exports
}

/** @throws Error as above, of the curve. */
export async function compileCurve(): Promise<CurveKernel> {
  const { instance } = await WebAssembly.instantiate(await curveBinary(root), {})
  const { exports } = instance
  if (!isCurveKernel(exports)) throw new Error('the curve kernel has other doors')
  return exports
}
