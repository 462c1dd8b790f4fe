// SPDX-License-Identifier: Apache-2.0
/** Compiles the kernel of `trust` from its AssemblyScript and gives an instance that is ready. */

import { join } from 'node:path'
import { isKernel, type Kernel } from '@gongxin/trust/kernel'
import asc from 'assemblyscript/asc'
import { root } from '../tidy/sources.ts'

const options = [
  ...['--baseDir', join(root, 'trust/kernel/assembly'), '--outFile', 'kernel.wasm'],
  ...['--enable', 'simd', '--runtime', 'stub', '-O3', '--noAssert', '--use', 'abort='],
  ...['--initialMemory', '18', '--maximumMemory', '18'],
]

/** @throws Error with the compiler's words where the source is at fault. */
export async function compileKernel(): Promise<Kernel> {
  let binary = new Uint8Array()
  const { error, stderr } = await asc.main(['index.ts', ...options], {
    writeFile: (_name, contents) => {
      if (typeof contents !== 'string') binary = new Uint8Array(contents)
    },
  })
  if (error !== null) throw new Error(`${error.message}\n${stderr.toString()}`)
  const { instance } = await WebAssembly.instantiate(binary, {})
  const { exports } = instance
  if (!isKernel(exports)) throw new Error('the kernel has other doors')
  return exports
}
