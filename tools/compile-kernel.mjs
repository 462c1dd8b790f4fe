// SPDX-License-Identifier: Apache-2.0
/** The kernel of `trust` as bytes, compiled from its AssemblyScript; plain code, for the build runs it too. */

import { join } from 'node:path'
import asc from 'assemblyscript/asc'

/** The ciphers and hashes. Throws Error with the compiler's words where the source is at fault. */
export function kernelBinary(root) {
  return compiled(root, 'index.ts')
}

/** The curve for what is public (ADR 15). */
export function curveBinary(root) {
  return compiled(root, 'curve.ts')
}

async function compiled(root, entry) {
  const options = [
    ...['--baseDir', join(root, 'trust/kernel/assembly'), '--outFile', 'kernel.wasm'],
    ...['--enable', 'simd', '--runtime', 'stub', '-O3', '--noAssert', '--use', 'abort='],
    ...['--initialMemory', '18', '--maximumMemory', '18'],
  ]
  let binary = new Uint8Array()
  const { error, stderr } = await asc.main([entry, ...options], {
    writeFile: (_name, contents) => {
      if (typeof contents !== 'string') binary = new Uint8Array(contents)
    },
  })
  if (error !== null) throw new Error(`${error.message}\n${stderr.toString()}`)
  return binary
}
