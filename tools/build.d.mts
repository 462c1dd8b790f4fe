// SPDX-License-Identifier: Apache-2.0
/** What other tools may ask of the build. */

export function buildAll(root: string): Promise<readonly string[]>
export function buildServer(root: string, bundle: string): Promise<void>
