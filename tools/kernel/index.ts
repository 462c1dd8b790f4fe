// SPDX-License-Identifier: Apache-2.0
/** Compiles the kernel of `trust` from its AssemblyScript and gives an instance that is ready. */

import { isKernel, type Kernel } from '@gongxin/trust/kernel'
import { kernelBinary } from '../compile-kernel.mjs'
import { root } from '../tidy/sources.ts'

/** @throws Error with the compiler's words where the source is at fault. */
export async function compileKernel(): Promise<Kernel> {
  const { instance } = await WebAssembly.instantiate(await kernelBinary(root), {})
  const { exports } = instance
  if (!isKernel(exports)) throw new Error('the kernel has other doors')
  return exports
}
