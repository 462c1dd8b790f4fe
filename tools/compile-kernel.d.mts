// SPDX-License-Identifier: Apache-2.0
/** The compiled kernel, for tools and the build. */

export function kernelBinary(root: string): Promise<Uint8Array<ArrayBuffer>>
