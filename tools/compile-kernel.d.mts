// SPDX-License-Identifier: Apache-2.0
/** The compiled kernels, for tools and the build. */

export function curveBinary(root: string): Promise<Uint8Array<ArrayBuffer>>
export function kernelBinary(root: string): Promise<Uint8Array<ArrayBuffer>>
