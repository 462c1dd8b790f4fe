// SPDX-License-Identifier: Apache-2.0
/** 加速内核: SM4-GCM, SM3 and the curve by WebAssembly, with the same answers as the code in `suites`. */

export { type CurveKernel, isCurveKernel, kernelCurve } from './curve.ts'
export { fourDigests, isKernel, type Kernel, kernelGcm, kernelLeaves } from './host.ts'
