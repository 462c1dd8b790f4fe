// SPDX-License-Identifier: Apache-2.0
/** 加速内核: SM4-GCM and SM3 by WebAssembly SIMD, with the same answers as the code in `suites`. */

export { fourDigests, isKernel, type Kernel, kernelGcm, kernelLeaves } from './host.ts'
