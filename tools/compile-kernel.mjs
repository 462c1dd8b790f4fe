// SPDX-License-Identifier: Apache-2.0
/** The kernel of `trust` as bytes, compiled from its AssemblyScript; plain code, for the build runs it too. */

import { join } from 'node:path'
import asc from 'assemblyscript/asc'

/** Throws Error with the compiler's words where the source is at fault. */
export async function kernelBinary(root) {
  const options = [
    ...['--baseDir', join(root, 'trust/kernel/assembly'), '--outFile', 'kernel.wasm'],
    ...['--enable', 'simd', '--runtime', 'stub', '-O3', '--noAssert', '--use', 'abort='],
    ...['--initialMemory', '18', '--maximumMemory', '18'],
  ]
  let binary = new Uint8Array()
  const { error, stderr } = await asc.main(['index.ts', ...options], {
    writeFile: (_name, contents) => {
      if (typeof contents !== 'string') binary = new Uint8Array(contents)
    },
  })
  if (error !== null) throw new Error(`${error.message}\n${stderr.toString()}`)
  return binary
}
